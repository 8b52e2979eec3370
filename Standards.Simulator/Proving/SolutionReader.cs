using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Simulator.Playing;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Proving;

/// <summary>Plays the way that the author gives: action ids, <c>?id</c> for what is done only where it can be, and <c>wait 40 s</c>.</summary>
internal sealed class SolutionReader(PlaySetup setup)
{
    private const string Wait = "wait";

    /// <summary>Plays the way; tells what is wrong with it, or null.</summary>
    /// <param name="player">Stands at the beginning.</param>
    public Diagnostic? Play(Player player)
    {
        var solution = setup.Scenario.Solution;
        for (var i = 0; i < solution.Length && !player.Play.IsEnded; i++)
        {
            if (MoveOf(solution[i], player.Play) is { } move)
                player.Take(move);
            else if (!solution[i].StartsWith('?'))
                return new Diagnostic(ScenarioDiagnostics.BadSolution, setup.Scenario.Span, [(i + 1).ToString(CultureInfo.InvariantCulture), solution[i]]);
        }

        return null;
    }

    private Move? MoveOf(string step, Play play)
    {
        if (string.Equals(step, Wait, StringComparison.Ordinal))
            return new Move.Wait(setup.Scenario.Limit);
        if (step.StartsWith(Wait + " ", StringComparison.Ordinal))
            return ElapsedText.Parse(step[(Wait.Length + 1)..]) is { } span ? new Move.Wait(span) : null;
        var id = step.TrimStart('?');
        return play.Available.FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal)) is { } action ? new Move.Act(action, IsPoor: false) : null;
    }
}
