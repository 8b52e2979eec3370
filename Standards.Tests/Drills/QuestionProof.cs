using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation.Traces;
using Standards.Rules.Sessions;
using Standards.Simulator.Drills;
using Xunit;

namespace Standards.Tests.Drills;

/// <summary>Holds a question against live sessions of the packs: its right answer is right, and every other is wrong.</summary>
internal sealed class QuestionProof(RuleBook book)
{
    private const string CaseId = "proof";

    private readonly Dictionary<string, RuleBook> _alone = new(StringComparer.Ordinal);

    public void Check(DrillQuestion question)
    {
        Reads(question);
        switch (question)
        {
            case DrillQuestion.Choice choice:
                Choices(choice);
                break;
            case DrillQuestion.Remaining remaining:
                Time(remaining);
                break;
            case DrillQuestion.Wording wording:
                Words(wording);
                break;
        }
    }

    private static void Reads(DrillQuestion question)
    {
        foreach (var text in question.Why.Append(question.Prompt).Append(question.Setting).Concat(question is DrillQuestion.Choice c ? c.Choices.Select(o => o.Text) : []))
        {
            Assert.NotEmpty(text.Zh);
            Assert.NotEmpty(text.En);
            Assert.DoesNotContain("{0}", text.Zh + text.En, StringComparison.Ordinal);
        }
    }

    private void Choices(DrillQuestion.Choice question)
    {
        Assert.InRange(question.Choices.Length, 2, 5);
        Assert.Equal(question.Choices.Length, question.Choices.Select(c => c.Text.Zh).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(question.Choices.Length, question.Choices.Select(c => c.Text.En).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(question.Choices.Length, Enumerable.Range(0, question.Choices.Length).Select(i => DrillGrader.LabelOf(question, i)).Distinct(StringComparer.Ordinal).Count());
        for (var i = 0; i < question.Choices.Length; i++)
        {
            var expected = i == question.Right;
            Assert.Equal(expected, IsTrue(question, question.Choices[i]));
            Assert.Equal(expected, DrillGrader.Grade(question, DrillGrader.LabelOf(question, i)) is DrillGrade.Right);
        }
    }

    /// <summary>Whether the evaluator says so.</summary>
    private bool IsTrue(DrillQuestion.Choice question, DrillChoice choice) => question.About switch
    {
        ChoiceKind.Norms => choice.Is(DrillChoice.Nothing) ? BrokenBy(question, question.Events).Count == 0 : BrokenBy(question, question.Events).Contains(choice.Subject),
        ChoiceKind.Lines => Shows(question, choice),
        ChoiceKind.Permission => choice.Is(DrillChoice.Yes) == MayBeSaid(question),
        _ => !BreaksNow(question, choice.Event!),
    };

    /// <summary>A line shows a breach that is gone without it; where something is missing, every line could go.</summary>
    private bool Shows(DrillQuestion.Choice question, DrillChoice choice)
    {
        var lines = question.Choices.Where(c => !c.Is(DrillChoice.Nothing));
        return choice.Is(DrillChoice.Nothing) ? lines.All(l => BreaksWithout(question, l.Subject)) : !BreaksWithout(question, choice.Subject);
    }

    private bool BreaksWithout(DrillQuestion question, string line)
    {
        var happened = question.Events.Where(e => e.Act != InteractionEvent.CaseFacts).ToList();
        var left = happened[int.Parse(line, System.Globalization.CultureInfo.InvariantCulture) - 1];
        return BrokenBy(question, question.Events.Where(e => !ReferenceEquals(e, left))).Contains(question.Norm.Id);
    }

    private static bool MayBeSaid(DrillQuestion.Choice question)
    {
        var sentence = question.Prompt.En[(question.Prompt.En.LastIndexOf('“') + 1)..question.Prompt.En.LastIndexOf('”')];
        return question.Norm.Form switch
        {
            NormForm.NeverSay never => never.Lexicons.All(l => l.Lexicon.Find(Standards.Rules.Speech.TokenText.Of(sentence)).IsEmpty),
            NormForm.Forbid forbid => !forbid.Pattern.Alternatives.SelectMany(a => ((UtteranceTest.Phrases)a.Saying!).Any)
                .Any(p => p.Phrase.IsMatch(Standards.Rules.Speech.TokenText.Of(sentence))),
            _ => throw new InvalidOperationException(),
        };
    }

    private void Time(DrillQuestion.Remaining question)
    {
        using (var session = Open(question, question.Events))
        {
            session.AdvanceTo(question.Now);
            Assert.Equal(question.IsLate, Breaks(session, question));
        }

        using (var session = Open(question, question.Events))
        {
            session.AdvanceTo(question.Due);
            Assert.False(Breaks(session, question));
            session.AdvanceTo(question.Due + TimeSpan.FromTicks(1));
            Assert.True(Breaks(session, question));
        }

        var right = question.IsLate ? "late" : TimeAnswer.Describe(question.Left).En;
        Assert.IsType<DrillGrade.Right>(DrillGrader.Grade(question, right));
        Assert.IsType<DrillGrade.Right>(DrillGrader.Grade(question, question.IsLate ? "已过期" : TimeAnswer.Describe(question.Left).Zh));
        Assert.IsType<DrillGrade.Wrong>(DrillGrader.Grade(question, question.IsLate ? "10 s" : "late"));
        if (!question.IsLate)
            Assert.IsType<DrillGrade.Wrong>(DrillGrader.Grade(question, TimeAnswer.Describe(question.Left + TimeSpan.FromSeconds(3)).En));
    }

    private static bool Breaks(Session session, DrillQuestion.Remaining question) =>
        session.Verdicts().Any(f => f.Verdict == Verdict.Violated && f.Norm == question.Norm.Id && f.Due == question.Due);

    private static void Words(DrillQuestion.Wording question)
    {
        foreach (var phrase in question.Phrases)
            Assert.IsType<DrillGrade.Right>(DrillGrader.Grade(question, PhraseSample.Of(phrase.Phrase)));
        Assert.IsType<DrillGrade.Wrong>(DrillGrader.Grade(question, "今天天气不错"));
        Assert.IsType<DrillGrade.NotUnderstood>(DrillGrader.Grade(question, "  "));
    }

    private bool BreaksNow(DrillQuestion.Choice question, InteractionEvent item)
    {
        using var session = Open(question, question.Events);
        session.Observe(item with { Case = CaseId });
        return session.Verdicts().Any(f => f.Verdict == Verdict.Violated);
    }

    /// <summary>The norms broken once every deadline has passed and the interaction is over.</summary>
    private HashSet<string> BrokenBy(DrillQuestion question, IEnumerable<InteractionEvent> events)
    {
        using var session = Open(question, events);
        session.AdvanceTo(Instant.MaxValue);
        session.Close();
        return session.Verdicts().Where(f => f.Verdict == Verdict.Violated).Select(f => f.Norm).ToHashSet(StringComparer.Ordinal);
    }

    private Session Open(DrillQuestion question, IEnumerable<InteractionEvent> events)
    {
        var pack = question.Norm.Pack.Id;
        if (!_alone.TryGetValue(pack, out var alone))
            _alone.Add(pack, alone = book.Alone(pack));
        var session = alone.Open(CaseId, [.. question.Processes]);
        foreach (var item in events)
            session.Observe(item with { Case = CaseId });
        return session;
    }
}
