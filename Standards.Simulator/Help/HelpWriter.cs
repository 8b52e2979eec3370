using Standards.Core;
using Standards.Simulator.Commands;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Help;

/// <summary>Writes help in the user's language. Immutable.</summary>
internal sealed class HelpWriter(Language language, Terminal terminal)
{
    /// <summary>The help of a command; of the program where it is null.</summary>
    public string Of(CommandDefinition? definition)
    {
        var page = new Page(terminal.Width, new Ink(terminal.OutputInColor));
        if (definition is null)
            Program(page);
        else
            Command(page, definition);
        return page.ToString();
    }

    private void Program(Page page)
    {
        page.Paragraph($"{CommandTree.ProgramName}: {In(Texts.Help.Program)}");
        page.Heading(In(Texts.Help.Usage)).Line($"  {CommandTree.ProgramName} {In(Texts.Help.CommandWord)} [{In(Texts.Help.OptionsWord)}]");
        page.Heading(In(Texts.Help.Commands));
        Pairs(page, CommandList.All.Select(c => (Label(c), In(c.Summary))));
        page.Heading(In(Texts.Help.Common));
        Pairs(page, [.. CommonOptions.All.Select(o => (Label(o), In(o.Help))), ("--version", In(Texts.Options.Version))]);
        page.Heading(In(Texts.Help.Status));
        Pairs(page, [("0", In(Texts.Help.StatusFine)), ("1", In(Texts.Help.StatusViolated)), ("2", In(Texts.Help.StatusBad))]);
        page.Gap().Paragraph(In(Texts.Help.More));
    }

    private void Command(Page page, CommandDefinition command)
    {
        page.Paragraph(In(command.Summary));
        page.Heading(In(Texts.Help.Usage)).Line($"  {CommandTree.ProgramName} {Label(command)} [{In(Texts.Help.OptionsWord)}]");
        if (!command.Arguments.IsEmpty)
        {
            page.Heading(In(Texts.Help.Arguments));
            Pairs(page, command.Arguments.Select(a => (a.Name, In(a.Help))));
        }

        if (!command.Options.IsEmpty)
        {
            page.Heading(In(Texts.Help.Options));
            Pairs(page, command.Options.Select(o => (Label(o), In(o.Help))));
        }

        page.Heading(In(Texts.Help.Common));
        Pairs(page, CommonOptions.All.Select(o => ReferenceEquals(o, CommonOptions.Format)
            ? ($"{o.Name} {string.Join('|', command.Formats)}", $"{In(o.Help)}{In(Texts.Comma)}{In(Texts.Help.Default.With(command.Formats[0]))}")
            : (Label(o), In(o.Help))));
        page.Heading(In(Texts.Help.Examples));
        foreach (var example in command.Examples)
            page.Line("  " + example.Line).Paragraph(In(example.Does), indent: 6);
    }

    private static void Pairs(Page page, IEnumerable<(string Label, string Text)> pairs)
    {
        var all = pairs.ToList();
        var width = all.Max(p => TextWrapper.Width(p.Label));
        foreach (var (label, text) in all)
            page.Pair(label, text, width);
    }

    private static string Label(OptionSpec option) => option.ValueName is { } value ? $"{option.Name} {value}" : option.Name;

    private static string Label(CommandDefinition command) => string.Join(' ', command.Arguments.Select(Label).Prepend(command.Name));

    private static string Label(ArgumentSpec argument)
    {
        var name = argument.IsRepeatable ? argument.Name + "..." : argument.Name;
        return argument.IsRequired ? name : $"[{name}]";
    }

    private string In(LocalizedText text) => text.In(language);
}
