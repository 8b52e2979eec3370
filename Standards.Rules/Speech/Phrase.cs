using System.Collections.Immutable;
using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Speech;

/// <summary>
/// Words that must, or must not, be said, compiled: asks whether an utterance has them anywhere. Immutable and
/// thread-safe.
/// </summary>
/// <example>
/// <code>
/// var phrase = Phrase.TryCreate("您好,请{colleague}帮您办理好么?", PhraseOptions.Default, diagnostics)!;
/// var match = phrase.Match(TokenText.Of("您好，请小李帮您办理好么"));
/// // match.IsMatch, match["colleague"] == "小李"
/// </code>
/// </example>
public sealed class Phrase
{
    /// <summary>Above this many cells (steps x tokens) a passage is not read word by word.</summary>
    private const long MostCells = 1L << 24;

    private readonly PhraseProgram _program;
    private readonly FillerSet? _fillers;
    private readonly ImmutableArray<SlotExpectation> _expectations;

    private Phrase(
        PhraseTemplate template,
        PhraseOptions options,
        FillerSet? fillers,
        ImmutableArray<SlotExpectation> expectations,
        PhraseProgram program)
    {
        Template = template;
        Options = options;
        _fillers = fillers;
        _expectations = expectations;
        _program = program;
    }

    public PhraseTemplate Template { get; }

    public PhraseOptions Options { get; }

    /// <summary>Parses and compiles a phrase that stands in no file; null where a mistake was reported as an error.</summary>
    public static Phrase? TryCreate(string text, PhraseOptions options, DiagnosticBag diagnostics) =>
        TryCreate(text, options, PhraseSource.None, diagnostics);

    /// <summary>Parses and compiles a phrase of a pack; null where a mistake was reported as an error.</summary>
    public static Phrase? TryCreate(string text, PhraseOptions options, PhraseSource source, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        var template = PhraseParser.Parse(text, source.Text, diagnostics);
        return template is null ? null : TryCompile(template, options, source, diagnostics);
    }

    /// <summary>Compiles a parsed phrase; null where a mistake was reported as an error.</summary>
    public static Phrase? TryCompile(PhraseTemplate template, PhraseOptions options, PhraseSource source, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var sound = PhraseOptionsChecks.Check(template, options, source, diagnostics);
        var program = PhraseProgramBuilder.Build(template, options, [], out var mustFound);
        if (program is null)
        {
            var most = PhraseProgramBuilder.MostSteps.ToString(CultureInfo.InvariantCulture);
            diagnostics.Report(SpeechDiagnostics.PhraseTooLong, source.Text(0, template.Text.Length), most);
            return null;
        }

        for (var i = 0; i < mustFound.Length; i++)
        {
            if (mustFound[i])
                continue;
            diagnostics.Report(SpeechDiagnostics.MustWordAbsent, source.Must(i), options.Must[i]);
            sound = false;
        }

        if (!sound)
            return null;
        var fillers = options.Fillers.IsDefaultOrEmpty ? null : FillerSet.With(options.Fillers);
        return new Phrase(template, options, fillers, [], program);
    }

    /// <summary>This phrase, with values that must be said in its slots. Replaces what was expected before.</summary>
    /// <exception cref="ArgumentException">The phrase has no such slot, or a slot is named twice.</exception>
    public Phrase Expecting(params ReadOnlySpan<SlotExpectation> expectations)
    {
        var slots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expectation in expectations)
        {
            if (!Template.Slots.Contains(expectation.Slot, StringComparer.Ordinal))
                throw new ArgumentException($"The phrase has no slot `{expectation.Slot}`.", nameof(expectations));
            if (!slots.Add(expectation.Slot))
                throw new ArgumentException($"The slot `{expectation.Slot}` is named twice.", nameof(expectations));
        }

        ImmutableArray<SlotExpectation> all = [.. expectations];
        var program = PhraseProgramBuilder.Build(Template, Options, all, out _)
            ?? throw new ArgumentException("The values are too long.", nameof(expectations));
        return new Phrase(Template, Options, _fillers, all, program);
    }

    /// <summary>What is expected in slots.</summary>
    public ImmutableArray<SlotExpectation> Expectations => _expectations;

    /// <summary>Whether the utterance has the phrase: the same answer as <see cref="Match"/>, sooner. Allocates nothing.</summary>
    public bool IsMatch(TokenText utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        foreach (var way in _program.PlainWays)
        {
            if (utterance.Keys.IndexOf(way) >= 0)
                return true;
        }

        if (PhraseFilter.LeastCost(_program, utterance) > _program.Tolerance)
            return false;
        var fillers = FillersIn(utterance);
        if (_program.Tolerance == 0 && fillers.IsEmpty && !_program.PlainWays.IsEmpty)
            return false;
        return PassageFinder.Find(_program, utterance.Keys, fillers, _program.Tolerance).Cost <= _program.Tolerance;
    }

    /// <summary>The passage that comes closest to the phrase, what was said in its slots, and how it differs.</summary>
    public PhraseMatch Match(TokenText utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        var fillers = FillersIn(utterance);
        var passage = PassageFinder.Find(_program, utterance.Keys, fillers, enough: -1);
        var moves = new List<ReadingMove>();
        if ((long)_program.Steps.Length * (passage.End - passage.First + 1) <= MostCells)
            passage = PassageEdges.Settle(_program, utterance, fillers, passage, moves);
        return new PhraseMatchBuilder(Template, _program, utterance).Build(passage, moves);
    }

    private ReadOnlySpan<byte> FillersIn(TokenText utterance) =>
        _fillers is null ? utterance.EverydayFillers() : _fillers.EndsIn(utterance.Keys);
}
