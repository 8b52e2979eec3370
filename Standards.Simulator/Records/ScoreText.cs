using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>Scores as people read them. Where a trainer changed one, what the evaluator gave stands beside it.</summary>
internal static class ScoreText
{
    /// <summary><c>86.0 %</c>, or <c>86.0 % (machine 79.0 %)</c>.</summary>
    public static LocalizedText Of(AttemptScore score)
    {
        var counted = Of(score.Share);
        return score.IsCorrected ? Texts.Records.Corrected.With(counted, Of(score.MachineShare)) : new LocalizedText(counted, counted);
    }

    /// <summary>A share; a dash where nothing was decided.</summary>
    public static string Of(double? share) => share is { } known ? Noun.Percent(known) : "–";

    /// <summary>Points, with a decimal only where there is one.</summary>
    public static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Whether it was passed, failed or left, with a star where a trainer had a word.</summary>
    public static LocalizedText Result(AttemptSummary attempt) => Mark(Result(attempt.IsFinished, attempt.Score.IsPassed), attempt.Score.Corrections > 0);

    public static LocalizedText Result(bool isFinished, bool isPassed) => !isFinished ? Texts.Records.Unfinished : isPassed ? Texts.Records.Passed : Texts.Records.Failed;

    /// <summary>How a result is painted.</summary>
    public static Verdict? Tone(bool isFinished, bool isPassed) => !isFinished ? Verdict.Unknown : isPassed ? Verdict.Satisfied : Verdict.Violated;

    /// <summary><c>3:05</c> or <c>1:03:05</c>.</summary>
    public static string Of(TimeSpan duration) => duration.ToString(duration < TimeSpan.FromHours(1) ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static LocalizedText Mark(LocalizedText text, bool isMarked) => isMarked ? new LocalizedText(text.Zh + "*", text.En + "*") : text;
}
