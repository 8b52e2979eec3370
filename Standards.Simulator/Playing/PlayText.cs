using System.Text;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>Puts into text what happens while a scenario is played. Immutable.</summary>
internal sealed class PlayText(Language language, int width, Ink ink, TimeZoneInfo zone, PlayMode mode)
{
    private const int ClockWidth = 9;

    public string Of(IEnumerable<PlayLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(Of(line));
        return text.ToString();
    }

    /// <summary>Where an attempt stands that is resumed.</summary>
    public string Resumed(PlayController controller, AttemptRecord attempt)
    {
        controller.Resume(attempt.Inputs, attempt.Hints);
        var play = controller.Play;
        var page = NewPage().Gap().Paragraph(In(Texts.Train.Resumed.With(attempt.Id)), paint: ink.Bold).Paragraph(In(play.Fill(play.Scenario.Scene)));
        return page.ToString() + Of(new PlayLine.Answer(play.Clock, PlayStatus.Of(controller)));
    }

    /// <summary>What can be done, numbered.</summary>
    public string Choices(PlayPrompt.Choose choose, Play play)
    {
        var page = NewPage();
        page.Gap();
        if (choose.Actions.IsEmpty)
            return page.Paragraph(In(Texts.Train.NothingToDo), paint: ink.Dim).ToString();
        page.Line(ink.Dim(In(Texts.Train.YouCan)));
        for (var i = 0; i < choose.Actions.Length; i++)
        {
            var action = choose.Actions[i];
            var label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1}. ");
            var title = In(play.Fill(action.Title)) + (action.Speech is null ? "" : ink.Dim(In(Texts.Train.SaysThing)));
            page.Paragraph(label + title + " " + ink.Dim("[" + action.Id + "]"), indent: 2, hang: label.Length);
        }

        return page.ToString();
    }

    /// <summary>What stands before the line that is typed.</summary>
    public string Prompt(PlayPrompt prompt, Play play) => Clock(play.Clock) + " " + prompt switch
    {
        PlayPrompt.Speak speak => (speak.Action.Speech!.Prompt is { } own ? In(play.Fill(own)) : In(Texts.Train.SpeakPrompt)) + "> ",
        PlayPrompt.Fill fill => In(play.Fill(fill.Question.Prompt)) + "> ",
        _ => "> ",
    };

    private string Of(PlayLine line) => line switch
    {
        PlayLine.Scene scene => NewPage().Gap().Paragraph(In(scene.Text), paint: ink.Bold).ToString(),
        PlayLine.Says says => Line(says.At, In(Texts.Train.Speaks.With(says.Who, says.Words))),
        PlayLine.Tells tells => Line(tells.At, In(tells.Text)),
        PlayLine.Did did => Line(did.At, In(Texts.Train.You) + In(Texts.Colon) + Doing(did), ink.Dim),
        PlayLine.MoodChanged mood => mode == PlayMode.Exam || MoodWords.Of(mood.From) == MoodWords.Of(mood.To) ? "" : Line(mood.At, In((mood.To > mood.From ? Texts.Train.MoodBetter : Texts.Train.MoodWorse).With(mood.Who, MoodWords.Of(mood.To))), ink.Dim),
        PlayLine.Judged judged => mode == PlayMode.Exam ? "" : Judged(judged),
        PlayLine.Warned warned => Line(warned.At, In(Texts.Train.Warn.With(warned.Obligation.Title, PlayTime.Words(warned.Obligation.Due - warned.At), string.Join(", ", warned.Obligation.Clauses))), ink.Doubtful),
        PlayLine.Answer answer => string.Concat(In(answer.Text).Split('\n').Select(AsWritten)),
        PlayLine.Refused refused => NewPage().Paragraph(In(refused.Text), indent: 2, paint: ink.Doubtful).ToString()
            + (refused.Help is { } help ? NewPage().Paragraph(In(help), indent: 2, paint: ink.Dim).ToString() : ""),
        PlayLine.Ended ended => NewPage().Gap().Paragraph(Clock(ended.At) + " " + In(ended.Text), paint: ink.Bold).Line().ToString(),
        _ => throw new InvalidOperationException($"unknown line {line.GetType().Name}"),
    };

    /// <summary>A line that fits keeps its columns.</summary>
    private string AsWritten(string line) =>
        TextWrapper.Width(line) + 2 <= width ? NewPage().Line("  " + line).ToString() : NewPage().Paragraph(line, indent: 2, hang: 2).ToString();

    private string Doing(PlayLine.Did did) => In(did.Words switch
    {
        null => did.Title,
        "" => Texts.Train.Silent.With(did.Title),
        var words => Texts.Train.DidSaying.With(did.Title, words),
    });

    private string Judged(PlayLine.Judged judged)
    {
        var clauses = string.Join(", ", judged.Finding.Clauses);
        return judged.Finding.Verdict == Verdict.Violated
            ? Line(judged.At, In(Texts.Train.Broken.With(judged.Title, clauses)), ink.Bad)
            : Line(judged.At, In(Texts.Train.Kept.With(judged.Title, clauses)), ink.Good);
    }

    private string Line(Instant at, string text, Func<string, string>? paint = null)
    {
        var page = NewPage();
        var clock = Clock(at) + " ";
        var first = true;
        foreach (var line in TextWrapper.Lines(text, width - ClockWidth))
        {
            page.Line((first ? ink.Dim(clock) : new string(' ', ClockWidth)) + (paint is null ? line : paint(line)));
            first = false;
        }

        return page.ToString();
    }

    private string Clock(Instant at)
    {
        var local = TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), zone);
        return local.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
    }

    private Page NewPage() => new(width, ink);

    private string In(LocalizedText text) => text.In(language);
}
