using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Simulator.Commands;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator;

/// <summary>One run of a command: what the user asked for, and where the answer goes. Not thread-safe.</summary>
internal sealed class Invocation(
    CommandTree.ParsedLine line,
    CommandDefinition definition,
    Language language,
    OutputTarget output,
    TextWriter error,
    Stream input,
    TimeProvider time,
    Terminal terminal,
    CancellationToken cancellation)
{
    private const string ShippedRules = "rules";

    public Language Language => language;

    public OutputTarget Output => output;

    public TextWriter Error => error;

    public Stream Input => input;

    public TimeProvider Time => time;

    public Terminal Terminal => terminal;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The colours of the result.</summary>
    public Ink Ink { get; } = new(terminal.OutputInColor && line.Value(CommonOptions.Output) is null);

    /// <summary>The form of the output: one of the command's own.</summary>
    public string Format { get; } = OneOf(CommonOptions.Format, line.Value(CommonOptions.Format), definition.Formats) ?? definition.Formats[0];

    public bool Has(OptionSpec spec) => line.Has(spec);

    public string? Value(OptionSpec spec) => line.Value(spec);

    public ImmutableArray<string> Values(OptionSpec spec) => line.Values(spec);

    public ImmutableArray<string> Arguments(ArgumentSpec spec) => line.Arguments(spec);

    /// <summary>The value of an option that must be one of some words; null where it is not given.</summary>
    public string? OneOf(OptionSpec spec, IReadOnlyList<string> words) => OneOf(spec, line.Value(spec), words);

    /// <summary>The value of an option that is a whole number from 0; null where it is not given.</summary>
    public int? Number(OptionSpec spec)
    {
        if (line.Value(spec) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new CommandFailure(Texts.Usage.NotANumber.With(spec.Name, text));
    }

    public string In(LocalizedText text) => text.In(language);

    public bool IsFormat(string format) => string.Equals(Format, format, StringComparison.Ordinal);

    public Page NewPage() => new(terminal.Width, Ink);

    public TextTable NewTable() => new(terminal.Width, Ink);

    /// <summary>The rules directory: named as an argument or an option, else shipped with the program, else in the working directory.</summary>
    public string RulesDirectory(string? argument = null)
    {
        var option = line.Value(CommonOptions.Rules);
        if (argument is not null && option is not null)
            throw new CommandFailure(Texts.Usage.TwoDirectories.With(argument, option));
        if ((argument ?? option) is { } named)
            return named;
        var shipped = Path.Combine(AppContext.BaseDirectory, ShippedRules);
        if (Directory.Exists(shipped))
            return Nearer(shipped);
        return Directory.Exists(ShippedRules) ? ShippedRules : throw new CommandFailure(Texts.Usage.NoRules, Texts.Usage.NameRules);
    }

    /// <summary>A path below the working directory is shorter without it.</summary>
    private static string Nearer(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative : path;

    /// <summary>The packs that the command line names; empty for those of the profile.</summary>
    public ImmutableArray<string> Packs => line.Values(CommonOptions.Pack);

    /// <summary>The profile that the command line names; null for none.</summary>
    public string? Profile => line.Value(CommonOptions.Profile);

    /// <summary>Loads the rules; mistakes are the caller's to show.</summary>
    /// <param name="pack">The only pack wanted, where the command line names none; null for all.</param>
    public RuleBookLoad Load(string directory, bool cases, string? pack = null) => RuleBook.Load(directory, new RuleBookOptions
    {
        Cases = cases,
        Profile = Profile,
        Packs = Packs.IsEmpty && pack is not null ? [pack] : Packs,
        DisplayRoot = directory,
    });

    /// <summary>Loads the rules, which must be without errors; else shows the errors.</summary>
    /// <exception cref="CommandFailure">There are errors.</exception>
    public (RuleBook Book, RuleBookLoad Load) LoadOrFail(string? argument = null, bool cases = false, string? pack = null)
    {
        var load = Load(RulesDirectory(argument), cases, pack);
        if (load.RuleBook is { } book)
            return (book, load);
        var errors = load.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        ShowDiagnostics(errors, load);
        throw new CommandFailure(Texts.Usage.BadRules.With(Texts.Nouns.Errors.Times(errors.Length)));
    }

    /// <summary>Shows mistakes on the standard error.</summary>
    public void ShowDiagnostics(IReadOnlyCollection<Diagnostic> diagnostics, RuleBookLoad load) =>
        error.Write(Renderer(load, terminal.ErrorInColor).Render(diagnostics));

    public DiagnosticRenderer Renderer(RuleBookLoad load, bool color) => Renderer(load.Sources.Find, color);

    public DiagnosticRenderer Renderer(Func<string, SourceFile?> sources, bool color) => new(
        sources,
        RenderOptions.Default with { Language = language, Color = color, MaxWidth = terminal.Width - 8 });

    /// <summary>Shows mistakes whose lines are not at hand.</summary>
    public void ShowDiagnostics(IReadOnlyCollection<Diagnostic> diagnostics, int most) => error.Write(
        new DiagnosticRenderer(_ => null, RenderOptions.Default with { Language = language, Color = terminal.ErrorInColor, MaxRendered = most }).Render(diagnostics));

    private static string? OneOf(OptionSpec spec, string? value, IReadOnlyList<string> words)
    {
        if (value is null || words.Contains(value, StringComparer.Ordinal))
            return value;
        var quoted = words.Select(w => $"`{w}`").ToList();
        throw new CommandFailure(
            Texts.Usage.BadValue.With(spec.Name, value),
            Suggestion.DidYouMean(value, words) ?? new LocalizedText(
                Texts.Usage.Possible.With(string.Join("、", quoted)).Zh,
                Texts.Usage.Possible.With(string.Join(", ", quoted)).En));
    }
}
