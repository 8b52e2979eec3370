using System.Collections.Immutable;
using Standards.Core;
using Standards.Simulator.Consoles;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>An answer that was given. Immutable.</summary>
/// <param name="IsRepeat">Whether the item had been missed in this drill before.</param>
internal sealed record DrillAnswer(DrillQuestion Question, bool IsRight, bool IsRepeat);

/// <summary>How a drill ended.</summary>
internal enum DrillEnd
{
    /// <summary>Every question was answered.</summary>
    Finished = 0,

    /// <summary>The trainee left, or the answers ended.</summary>
    Quit,

    /// <summary>Ctrl-C.</summary>
    Interrupted,
}

/// <summary>Asks, and says what was right. What is missed is asked again, three questions later or at the end. Not thread-safe.</summary>
/// <param name="make">A question about an item, given how many were made before.</param>
/// <param name="keep">Told of each answer as soon as it is given.</param>
internal sealed class DrillDialogue(
    ILineReader reader, DrillText text, Language language, Func<DrillItem, int, DrillQuestion?> make, Action<DrillAnswer> keep)
{
    private const int After = 3;
    private const int MostTimes = 3;

    private readonly List<DrillAnswer> _answers = [];

    public IReadOnlyList<DrillAnswer> Answers => _answers;

    public DrillEnd Run(IReadOnlyCollection<DrillQuestion> questions)
    {
        var waiting = new LinkedList<DrillQuestion>(questions);
        var times = new Dictionary<DrillItem, int>();
        var made = questions.Count;
        while (waiting.First is { } first)
        {
            var question = first.Value;
            waiting.RemoveFirst();
            var (answer, end) = Ask(question, _answers.Count + 1, _answers.Count + 1 + waiting.Count);
            if (answer is null)
                return end;
            var given = new DrillAnswer(question, answer is DrillGrade.Right, _answers.Exists(a => a.Question.Item == question.Item));
            _answers.Add(given);
            keep(given);
            reader.Write(text.Of(question, answer));
            var asked = times[question.Item] = times.GetValueOrDefault(question.Item) + 1;
            if (!given.IsRight && asked < MostTimes && make(question.Item, made++) is { } again)
                ComeBack(waiting, again);
        }

        return DrillEnd.Finished;
    }

    private static void ComeBack(LinkedList<DrillQuestion> waiting, DrillQuestion question)
    {
        var place = waiting.First;
        for (var i = 0; i < After && place is not null; i++)
            place = place.Next;
        if (place is null)
            waiting.AddLast(question);
        else
            waiting.AddBefore(place, question);
    }

    private (DrillGrade? Grade, DrillEnd End) Ask(DrillQuestion question, int number, int count)
    {
        reader.Write(text.Of(question, number, count));
        while (true)
        {
            switch (reader.Read(Texts.Drill.Prompt.In(language), null))
            {
                case LineResult.Line { Text: var line } when line.Trim() is "q" or "Q" or ":q" or "quit":
                    return (null, DrillEnd.Quit);
                case LineResult.Line { Text: var line } when line.Trim() is "?" or "？":
                    return (new DrillGrade.Wrong(), DrillEnd.Finished);
                case LineResult.Line { Text: var line } when DrillGrader.Grade(question, line) is var grade and not DrillGrade.NotUnderstood:
                    return (grade, DrillEnd.Finished);
                case LineResult.Line:
                    reader.Write(text.Help(question));
                    break;
                case LineResult.EndOfInput:
                    return (null, DrillEnd.Quit);
                case LineResult.Interrupted:
                    return (null, DrillEnd.Interrupted);
            }
        }
    }
}
