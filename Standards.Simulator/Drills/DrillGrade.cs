using System.Collections.Immutable;
using Standards.Rules.Speech;

namespace Standards.Simulator.Drills;

/// <summary>What an answer is worth.</summary>
internal abstract record DrillGrade
{
    private DrillGrade()
    {
    }

    public sealed record Right : DrillGrade;

    /// <param name="Closest">For words: the phrase that came closest; null where there is none.</param>
    public sealed record Wrong(PhraseMatch? Closest = null) : DrillGrade;

    /// <summary>The answer is none to this question: it is asked again.</summary>
    public sealed record NotUnderstood : DrillGrade;
}

/// <summary>Grades answers. Pure.</summary>
internal static class DrillGrader
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private static readonly ImmutableArray<string> Yes = ["y", "yes", "是", "能", "可以"];
    private static readonly ImmutableArray<string> No = ["n", "no", "否", "不", "不能", "不可以"];

    public static DrillGrade Grade(DrillQuestion question, string answer) => question switch
    {
        DrillQuestion.Choice choice => Choose(choice, answer.Trim()) is var chosen && chosen < 0 ? new DrillGrade.NotUnderstood() : Of(chosen == choice.Right),
        DrillQuestion.Remaining remaining => Time(remaining, answer),
        DrillQuestion.Wording wording => Words(wording, answer),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The number with which a choice is answered: of a line its own, 0 for nothing, else its place from 1.</summary>
    public static string LabelOf(DrillQuestion.Choice question, int index) => question.Choices[index] switch
    {
        { Subject: DrillChoice.Nothing } => "0",
        var choice when question.About == ChoiceKind.Lines => choice.Subject,
        _ => Wording.Noun.Number(index + 1),
    };

    /// <summary>The index of the choice that is meant, by its number or its words; -1 for none.</summary>
    private static int Choose(DrillQuestion.Choice question, string answer)
    {
        var folded = answer.Normalize(System.Text.NormalizationForm.FormKC).TrimEnd('.', ')', '。');
        var word = question.About != ChoiceKind.Permission ? folded
            : Yes.Contains(folded, StringComparer.OrdinalIgnoreCase) ? DrillChoice.Yes
            : No.Contains(folded, StringComparer.OrdinalIgnoreCase) ? DrillChoice.No
            : folded;
        for (var i = 0; i < question.Choices.Length; i++)
        {
            var choice = question.Choices[i];
            if (string.Equals(LabelOf(question, i), word, StringComparison.Ordinal)
                || (question.About != ChoiceKind.Lines && choice.Is(word))
                || string.Equals(choice.Text.Zh, answer, StringComparison.Ordinal)
                || string.Equals(choice.Text.En, answer, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static DrillGrade Time(DrillQuestion.Remaining question, string answer)
    {
        if (TimeAnswer.SaysLate(answer))
            return Of(question.IsLate);
        var spans = TimeAnswer.Read(answer);
        return spans.Count == 0 ? new DrillGrade.NotUnderstood() : Of(!question.IsLate && spans.Any(s => (s - question.Left).Duration() <= Tolerance));
    }

    private static DrillGrade Words(DrillQuestion.Wording question, string answer)
    {
        var said = TokenText.Of(answer);
        if (said.Count == 0)
            return new DrillGrade.NotUnderstood();
        var closest = question.Phrases.Select(p => p.Phrase.Match(said)).MinBy(m => m.Distance)!;
        return closest.IsMatch ? new DrillGrade.Right() : new DrillGrade.Wrong(closest);
    }

    private static DrillGrade Of(bool isRight) => isRight ? new DrillGrade.Right() : new DrillGrade.Wrong();
}
