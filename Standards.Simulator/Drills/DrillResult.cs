using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>What a drill came to: how much was right, by skill, what was missed, and what comes back when. Not thread-safe.</summary>
internal sealed class DrillResult(Invocation invocation, IReadOnlyList<DrillAnswer> answers)
{
    private const int MostTitles = 12;

    /// <param name="end">How it ended.</param>
    /// <param name="seed">Repeats it.</param>
    /// <param name="states">What is known of the items; null where nothing is kept.</param>
    /// <param name="today">The day.</param>
    public string Text(DrillEnd end, ulong seed, ImmutableDictionary<DrillItem, ReviewState>? states, DateOnly today)
    {
        var page = invocation.NewPage();
        page.Line();
        var first = answers.Where(a => !a.IsRepeat).ToList();
        if (end != DrillEnd.Finished)
            page.Paragraph(Say(Texts.Drill.Left));
        if (first.Count == 0)
            return page.Paragraph(Say(Texts.Drill.NothingAnswered)).ToString();
        page.Paragraph(Say(Texts.Drill.Result.With(Noun.Number(first.Count(a => a.IsRight)), Noun.Number(first.Count))), paint: page.Ink.Bold);
        Skills(page, first);
        Missed(page, first);
        if (states is not null)
            ComingBack(page, first, states, today);
        page.Gap().Paragraph(Say(Texts.Drill.SeedAgain.With(seed.ToString(CultureInfo.InvariantCulture))), paint: page.Ink.Dim);
        return page.ToString();
    }

    private void Skills(Page page, List<DrillAnswer> first)
    {
        var table = invocation.NewTable().Column(Say(Texts.Debrief.Skill)).Column(Say(Texts.Drill.RightOf), isNumber: true);
        foreach (var skill in first.GroupBy(a => Scorer.SkillOf(a.Question.Norm)).OrderBy(g => g.Key))
            table.Row(Say(Texts.Of(skill.Key)), Say(Texts.Drill.Of.With(Noun.Number(skill.Count(a => a.IsRight)), Noun.Number(skill.Count()))));
        page.Line().Block(table.Render());
    }

    private void Missed(Page page, List<DrillAnswer> first)
    {
        var missed = first.Where(a => !a.IsRight).Select(a => a.Question).ToList();
        if (missed.Count == 0)
            return;
        page.Heading(Say(Texts.Drill.Missed));
        foreach (var question in missed.Take(MostTitles))
            page.Paragraph($"{Say(question.Norm.Title)}  {question.Norm.Id}", indent: 2, hang: 2);
        if (missed.Count > MostTitles)
            page.Paragraph("…", indent: 2);
    }

    private void ComingBack(Page page, List<DrillAnswer> first, ImmutableDictionary<DrillItem, ReviewState> states, DateOnly today)
    {
        page.Heading(Say(Texts.Drill.ComesBack));
        var days = first.Select(a => a.Question.Item).Distinct().Where(states.ContainsKey).GroupBy(i => states[i].DueOn).OrderBy(g => g.Key).ToList();
        foreach (var day in days)
        {
            var label = day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var ahead = day.Key.DayNumber - today.DayNumber;
            var when = ahead == 1 ? Texts.Drill.Tomorrow : Texts.Drill.InDays.With(Noun.Number(ahead));
            page.Pair(label, $"{Say(Texts.Drill.Questions.Times(day.Count()))} ({Say(when)})", label.Length);
        }
    }

    private string Say(LocalizedText text) => invocation.In(text);
}
