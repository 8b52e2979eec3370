using System.Collections.Immutable;
using Standards.Simulator.Playing;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Proving;

/// <summary>One thing that a player may do. Immutable.</summary>
internal abstract record Move
{
    private Move()
    {
    }

    /// <param name="Action">What is done.</param>
    /// <param name="IsPoor">Whether the scenario's poor words and values are typed, not the model ones.</param>
    public sealed record Act(SceneAction Action, bool IsPoor) : Move;

    /// <param name="Span">How long at most; something that happens ends it.</param>
    public sealed record Wait(TimeSpan Span) : Move;

    /// <summary>What a player would type.</summary>
    public ImmutableArray<string> Lines(Play play) => this switch
    {
        Act act => [act.Action.Id, .. Words(act, play), .. act.Action.Asks.Select(q => Filled(act.IsPoor ? q.Poor : q.Model, play))],
        Wait wait => [":wait " + Seconds(wait.Span)],
        _ => throw new InvalidOperationException("unknown move"),
    };

    private static string[] Words(Act act, Play play) =>
        act.Action.Speech is { } speech ? [act.IsPoor ? Filled(speech.Poor, play) : play.Fill(speech.Model).Zh] : [];

    private static string Filled(string text, Play play) => play.Fill(new Core.LocalizedText(text, text)).Zh;

    private static string Seconds(TimeSpan span) =>
        (span.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", System.Globalization.CultureInfo.InvariantCulture) + " s";
}
