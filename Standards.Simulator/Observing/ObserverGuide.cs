using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>Everything that the console offers, at full length. Immutable.</summary>
internal sealed class ObserverGuide(ObservableProcess process, ObserverKeys keys, ObserverWords words)
{
    /// <summary>Keys with their acts and checklist items.</summary>
    public void WriteKeys(Page page)
    {
        page.Heading(words.Say(Texts.Observe.Acts));
        for (var index = 0; index < keys.Pages; index++)
        {
            var suffix = index == 0 ? "" : $"{index + 1}";
            foreach (var (key, act) in keys.ActsOf(index))
            {
                List<string> asked = [.. act.Questions.Select(q => q.Name)];
                var named = asked.Count == 0 ? "" : $" ({string.Join(", ", asked)})";
                page.Pair($"{key}{suffix}", $"{words.Title(act)} – {act.Name}{named}", labelWidth: 2);
            }
        }

        if (process.Checklist.IsEmpty)
            return;
        page.Heading(words.Say(Texts.Observe.ChecklistTitle));
        foreach (var (item, index) in process.Checklist.Select((c, i) => (c, i)))
            page.Pair($"{index + 1}", words.Say(((Rules.Binding.NormForm.Observe)item.Form).Question), labelWidth: 2);
    }

    /// <summary>The keys of the console itself, for a person at a terminal.</summary>
    public void WriteCommands(Page page)
    {
        page.Heading(words.Say(Texts.Observe.ConsoleTitle));
        foreach (var (key, title) in keys.Commands)
            page.Pair(key, words.Say(title), labelWidth: 2);
        page.Gap().Paragraph(words.Say(Texts.Observe.ScreenMeans), indent: 2);
    }

    /// <summary>The words of a script.</summary>
    public void WriteScriptWords(Page page)
    {
        page.Heading(words.Say(Texts.Observe.ScriptTitle));
        foreach (var (form, means) in Texts.Observe.ScriptForms)
            page.Pair(form, words.Say(means), labelWidth: 30);
    }
}
