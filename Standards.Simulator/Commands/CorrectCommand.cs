using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>correct ATTEMPT NORM accept|adjust|reject</c>: a trainer's word on a verdict of the evaluator.</summary>
internal sealed class CorrectCommand : CommandDefinition
{
    private static readonly ArgumentSpec Attempt = new("ATTEMPT", Texts.Records.AttemptHelp);
    private static readonly ArgumentSpec Norm = new("NORM", Texts.Records.NormHelp);
    private static readonly ArgumentSpec Word = new("WORD", Texts.Records.WordHelp);
    private static readonly OptionSpec Reason = new("--reason", "TEXT", Texts.Records.ReasonHelp);
    private static readonly OptionSpec Trainer = new("--trainer", "NAME", Texts.Records.TrainerHelp);
    private static readonly OptionSpec NewVerdict = new("--verdict", "VERDICT", Texts.Records.VerdictHelp);
    private static readonly OptionSpec Key = new("--key", "KEY", Texts.Records.KeyHelp);
    private static readonly OptionSpec At = new("--at", "INSTANT", Texts.Records.AtHelp);

    public override string Name => "correct";

    public override LocalizedText Summary => Texts.Records.CorrectSummary;

    public override ImmutableArray<string> Formats => ["text"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Attempt, Norm, Word];

    public override ImmutableArray<OptionSpec> Options => [Reason, Trainer, NewVerdict, Key, At, StoreOption.Spec];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards correct 20260409-0930-busy-desk lf.busy-desk.hand-over reject --reason \"the colleague came unasked\" --trainer Wang", Texts.Records.ExampleReject),
        new("standards correct 20260409-0930-busy-desk lf.busy-desk-3.nod adjust --verdict satisfied --reason \"seen on the recording\" --trainer Wang", Texts.Records.ExampleAdjust),
    ];

    public override int Run(Invocation invocation)
    {
        var kind = KindOf(invocation);
        var reason = Needed(invocation, Reason);
        var trainer = Needed(invocation, Trainer);
        using var store = StoreOption.OpenExisting(invocation);
        var before = KnownAttempts.Require(store, invocation.Arguments(Attempt)[0]);
        var finding = FindingOf(invocation, before.Attempt);
        var verdict = VerdictOf(invocation, kind, finding);
        var correction = new Correction(finding.Norm, finding.Key, finding.At, kind, verdict, reason, trainer, Instant.From(invocation.Time.GetUtcNow()));
        var after = store.AddCorrection(before.Attempt.Id, correction) ?? throw new CommandFailure(Texts.Records.UnknownAttempt.With(before.Attempt.Id));
        Show(invocation, finding, correction, before, after);
        return ExitStatus.Fine;
    }

    private static CorrectionKind KindOf(Invocation invocation)
    {
        var word = invocation.Arguments(Word)[0];
        return RecordWords.Corrections.TryParse(word)
            ?? throw new CommandFailure(Texts.Usage.BadValue.With(Word.Name, word), Suggestion.DidYouMean(word, RecordWords.Corrections.All) ?? Possible(RecordWords.Corrections.All));
    }

    private static string Needed(Invocation invocation, OptionSpec spec) => invocation.Value(spec)?.Trim() is { Length: > 0 } text
        ? text
        : throw new CommandFailure(Texts.Usage.Missing.With(spec.Name), Texts.Records.BothNeeded);

    private static Verdict VerdictOf(Invocation invocation, CorrectionKind kind, Finding finding)
    {
        var named = invocation.OneOf(NewVerdict, [.. RecordWords.Verdicts.All]);
        if (kind == CorrectionKind.Adjusted)
        {
            return named is null
                ? throw new CommandFailure(Texts.Usage.Missing.With(NewVerdict.Name), Possible(RecordWords.Verdicts.All))
                : RecordWords.Verdicts.Parse(named);
        }

        if (named is not null)
            throw new CommandFailure(Texts.Records.VerdictOnlyAdjusts, Texts.Records.UseAdjust);
        return kind == CorrectionKind.Accepted ? finding.Verdict : Verdict.NotApplicable;
    }

    /// <summary>The one verdict that is meant.</summary>
    private static Finding FindingOf(Invocation invocation, AttemptRecord attempt)
    {
        var norm = invocation.Arguments(Norm)[0];
        var ofNorm = attempt.Findings.Where(f => string.Equals(f.Norm, norm, StringComparison.Ordinal)).ToList();
        if (ofNorm.Count == 0)
            throw new CommandFailure(Texts.Records.NoVerdict.With(attempt.Id, norm), Suggestion.DidYouMean(norm, attempt.Findings.Select(f => f.Norm).Distinct(StringComparer.Ordinal)) ?? Texts.Records.ShowAttempt.With(attempt.Id));
        var at = InstantOf(invocation);
        var meant = ofNorm
            .Where(f => invocation.Value(Key) is not { } key || string.Equals(f.Key, key, StringComparison.Ordinal))
            .Where(f => at is null || f.At == at)
            .DistinctBy(f => (f.Key, f.At)).ToList();
        if (meant is [var only])
            return only;
        var choices = Choices(meant.Count == 0 ? ofNorm : meant, new InstantText(invocation.Time.LocalTimeZone));
        throw new CommandFailure((meant.Count == 0 ? Texts.Records.NoSuchVerdict : Texts.Records.SeveralVerdicts).With(norm), choices);
    }

    /// <summary>Each verdict with the options that choose it.</summary>
    private static LocalizedText Choices(List<Finding> findings, InstantText instants)
    {
        var keysDiffer = findings.Select(f => f.Key).Distinct(StringComparer.Ordinal).Count() == findings.Count;
        var lines = findings.Select(f =>
        {
            var option = keysDiffer && f.Key is not null ? $"--key {f.Key}" : f.Key is null ? $"--at {instants.Full(f.At)}" : $"--key {f.Key} --at {instants.Full(f.At)}";
            return new LocalizedText($"\n      `{option}`：{Texts.Of(f.Verdict).Zh}", $"\n      `{option}`: {Texts.Of(f.Verdict).En}");
        }).ToList();
        return Texts.Records.ChooseWith.With(new LocalizedText(string.Concat(lines.Select(l => l.Zh)), string.Concat(lines.Select(l => l.En))));
    }

    private static Instant? InstantOf(Invocation invocation)
    {
        if (invocation.Value(At) is not { } text)
            return null;
        return TimestampText.TryParse(text, out var instant) ? instant : throw new CommandFailure(Texts.Audit.BadAsOf.With(text), Texts.Audit.InstantForm);
    }

    private static void Show(Invocation invocation, Finding finding, Correction correction, ScoredAttempt before, ScoredAttempt after)
    {
        var page = invocation.NewPage();
        page.Paragraph($"{finding.Norm}{(finding.Key is { } key ? $" [{key}]" : "")}{invocation.In(Texts.Colon)}{invocation.In(finding.Message)}", hang: 2);
        (LocalizedText Label, string Text)[] pairs =
        [
            (Texts.Records.MachineVerdict, invocation.In(Texts.Of(finding.Verdict))),
            (Texts.Records.CountedVerdict, invocation.In(Texts.Of(correction.Verdict))),
            (Texts.Records.ScoreBefore, Score(before)),
            (Texts.Records.ScoreAfter, Score(after)),
        ];
        var width = pairs.Max(p => TextWrapper.Width(invocation.In(p.Label)));
        foreach (var (label, text) in pairs)
            page.Pair(invocation.In(label), text, width);
        invocation.Output.Text.Write(page.ToString());

        string Score(ScoredAttempt scored) =>
            $"{invocation.In(ScoreText.Of(scored.Score))}{invocation.In(Texts.Comma)}{invocation.In(ScoreText.Result(scored.Attempt.IsFinished, scored.Score.IsPassed))}";
    }

    private static LocalizedText Possible(IEnumerable<string> words) => new(
        Texts.Usage.Possible.With(string.Join("、", words.Select(w => $"`{w}`"))).Zh,
        Texts.Usage.Possible.With(string.Join(", ", words.Select(w => $"`{w}`"))).En);
}
