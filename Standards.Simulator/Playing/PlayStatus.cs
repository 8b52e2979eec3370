using Standards.Core;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>How things stand, in words.</summary>
internal static class PlayStatus
{
    private const int MostObligations = 8;

    public static LocalizedText Of(PlayController controller)
    {
        var play = controller.Play;
        var lines = new List<LocalizedText> { Texts.Train.Passed.With(PlayTime.Words(play.Clock - play.Scenario.Start)) };
        foreach (var (process, state) in play.States())
            lines.Add(Texts.Train.StateOf.With(play.TitlesOf(process, state)));
        foreach (var (name, mood) in play.Moods())
            lines.Add(Texts.Train.MoodOf.With(name, MoodWords.Of(mood)));
        if (controller.Mode == PlayMode.Coach)
        {
            foreach (var open in play.OpenObligations().Where(o => !o.IsProhibition).Take(MostObligations))
                lines.Add(Texts.Train.Open.With(open.Title, PlayTime.Words(open.Due - play.Clock), string.Join(", ", open.Clauses)));
            lines.Add(Texts.Train.BrokenSoFar.With(Noun.Number(play.Broken.Count)));
        }

        return new LocalizedText(string.Join('\n', lines.Select(l => l.Zh)), string.Join('\n', lines.Select(l => l.En)));
    }
}

/// <summary>Moods in words.</summary>
internal static class MoodWords
{
    public static LocalizedText Of(int mood) => mood switch
    {
        <= 1 => Texts.Train.Furious,
        <= 3 => Texts.Train.Angry,
        <= 5 => Texts.Train.Impatient,
        <= 7 => Texts.Train.Calm,
        _ => Texts.Train.Pleased,
    };
}
