using Standards.Core;
using Standards.Rules.Binding;
using Standards.Rules.Speech;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>Questions, answers and what stands behind them, as text for people. Not thread-safe.</summary>
internal sealed class DrillText(Invocation invocation, DrillMaterial material)
{
    /// <summary>The question, with what happened.</summary>
    /// <param name="number">Its place among the questions, from 1.</param>
    /// <param name="count">How many there are.</param>
    public string Of(DrillQuestion question, int number, int count)
    {
        var page = invocation.NewPage();
        page.Line().Paragraph($"{number}/{count}  {Say(Texts.Drill.NameOf(question.Kind))} · {Say(question.Setting)}", paint: page.Ink.Bold);
        Transcript(page, question);
        page.Line().Paragraph(Say(question.Prompt));
        if (question is DrillQuestion.Choice choice)
        {
            page.Line();
            for (var i = 0; i < choice.Choices.Length; i++)
                page.Pair(DrillGrader.LabelOf(choice, i) + ")", Choice(choice, i), 3);
        }

        return page.ToString();
    }

    /// <summary>What comes after an answer: whether it is right, what is, and why.</summary>
    public string Of(DrillQuestion question, DrillGrade grade)
    {
        var page = invocation.NewPage();
        if (grade is DrillGrade.Right)
            page.Paragraph(Say(Texts.Drill.Right), indent: 2, paint: page.Ink.Good);
        else
            page.Paragraph(Say(Texts.Drill.Wrong.With(RightAnswer(question))), indent: 2, paint: page.Ink.Bad, hang: 2);
        if (question is DrillQuestion.Wording && grade is DrillGrade.Wrong { Closest: { } closest })
            Differences(page, closest);
        Why(page, question);
        return page.ToString();
    }

    /// <summary>The right answer with its reasons, for a list of questions.</summary>
    public string Answer(DrillQuestion question, int number)
    {
        var page = invocation.NewPage();
        page.Line().Paragraph($"{number}. {Say(RightAnswer(question))}", paint: page.Ink.Bold, hang: 3);
        Why(page, question);
        return page.ToString();
    }

    /// <summary>How to answer, where an answer was none.</summary>
    public string Help(DrillQuestion question)
    {
        var help = question switch
        {
            DrillQuestion.Choice choice => Texts.Drill.HelpChoice.With(string.Join(", ", choice.Choices.Select((_, i) => DrillGrader.LabelOf(choice, i)))),
            DrillQuestion.Remaining => Texts.Drill.HelpTime,
            _ => Texts.Drill.HelpWords,
        };
        return invocation.NewPage().Paragraph(Say(help), indent: 2).ToString();
    }

    /// <summary>The right answer, as one would give it.</summary>
    public static LocalizedText RightAnswer(DrillQuestion question) => question switch
    {
        DrillQuestion.Choice { About: ChoiceKind.Lines } lines => lines.Choices[lines.Right].Text,
        DrillQuestion.Choice choice => new LocalizedText(
            $"{DrillGrader.LabelOf(choice, choice.Right)}) {choice.Choices[choice.Right].Text.Zh}",
            $"{DrillGrader.LabelOf(choice, choice.Right)}) {choice.Choices[choice.Right].Text.En}"),
        DrillQuestion.Remaining { IsLate: true } => Texts.Drill.TooLate,
        DrillQuestion.Remaining remaining => TimeAnswer.Describe(remaining.Left),
        DrillQuestion.Wording wording => new LocalizedText(
            string.Join(Texts.Drill.Or.Zh, wording.Phrases.Select(p => $"“{PhraseWords.Of(p.Phrase.Template)}”")),
            string.Join(Texts.Drill.Or.En, wording.Phrases.Select(p => $"“{PhraseWords.Of(p.Phrase.Template)}”"))),
        _ => LocalizedText.Empty,
    };

    /// <summary>The clauses that the norm cites.</summary>
    public static IEnumerable<BoundClause> Clauses(BoundNorm norm) => norm.Pack.Clauses.Where(c => norm.Clauses.Contains(c.Id, StringComparer.Ordinal));

    private void Transcript(Page page, DrillQuestion question)
    {
        if (question.Events.IsEmpty)
            return;
        page.Line();
        foreach (var facts in question.Events.Where(DrillMaterial.IsFacts))
            page.Pair(Say(Texts.Explain.Facts), Say(new EventWording(material, question.Norm.Pack.Calendar.Zone).Of(facts)), TextWrapper.Width(Say(Texts.Explain.Facts)));
        Happened(page, question);
    }

    private void Happened(Page page, DrillQuestion question)
    {
        var wording = new EventWording(material, question.Norm.Pack.Calendar.Zone);
        var happened = question.Events.Where(e => !DrillMaterial.IsFacts(e)).ToList();
        var withDay = happened.Select(e => wording.Day(e.At)).Distinct(StringComparer.Ordinal).Skip(1).Any();
        if (happened.Count == 0)
            return;
        if (!withDay)
            page.Paragraph(wording.Day(happened[0].At), indent: 2, paint: page.Ink.Dim);
        var digits = Noun.Number(happened.Count).Length;
        for (var i = 0; i < happened.Count; i++)
        {
            var label = $"{Noun.Number(i + 1).PadLeft(digits)}  {wording.Time(happened[i].At, withDay)}";
            page.Pair(label, Say(wording.Of(happened[i])), TextWrapper.Width(label));
        }
    }

    private string Choice(DrillQuestion.Choice question, int index)
    {
        if (question.About != ChoiceKind.Lines || question.Choices[index].Is(DrillChoice.Nothing))
            return Say(question.Choices[index].Text);
        var wording = new EventWording(material, question.Norm.Pack.Calendar.Zone);
        var happened = question.Events.Where(e => !DrillMaterial.IsFacts(e)).ToList();
        return Say(wording.Of(happened[int.Parse(question.Choices[index].Subject, System.Globalization.CultureInfo.InvariantCulture) - 1]));
    }

    private void Why(Page page, DrillQuestion question)
    {
        foreach (var line in question.Why)
            page.Paragraph(Say(line), indent: 2, hang: 2);
        page.Pair(Say(Texts.Drill.Norm), $"{Say(question.Norm.Title)}  {question.Norm.Id}", LabelWidth());
        foreach (var clause in Clauses(question.Norm))
            page.Pair(Say(Texts.Drill.Clause), $"{clause.Id}  {Say(clause.Text)}", LabelWidth());
    }

    private void Differences(Page page, PhraseMatch match)
    {
        foreach (var difference in match.Differences)
        {
            var text = difference.Kind switch
            {
                DifferenceKind.Missing => Texts.Drill.NotSaid.With(difference.Expected),
                DifferenceKind.Extra => Texts.Drill.SaidBesides.With(difference.Said),
                _ => Texts.Drill.SaidInstead.With(difference.Said, difference.Expected),
            };
            var marked = difference.IsForbidden ? $"! {Say(Texts.Drill.NoTolerance.With(text))}" : $"- {Say(text)}";
            page.Paragraph(marked, indent: 2, paint: difference.IsForbidden ? page.Ink.Bad : page.Ink.Doubtful, hang: 2);
        }
    }

    private int LabelWidth() => Math.Max(TextWrapper.Width(Say(Texts.Drill.Norm)), TextWrapper.Width(Say(Texts.Drill.Clause)));

    private string Say(LocalizedText text) => invocation.In(text);
}
