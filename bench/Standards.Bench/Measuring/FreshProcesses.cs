using System.Collections.Immutable;
using Standards.Bench.Peers;
using Standards.Bench.Reports;

namespace Standards.Bench.Measuring;

/// <summary>
/// Measures peers warm, each in processes of its own, turn by turn. What the runtime's profile makes of hot code differs from
/// process to process by up to a factor of two: the figures of one process alone, however steady, can be those of a bad draw.
/// </summary>
/// <param name="Launches">In how many processes each peer is measured.</param>
/// <param name="Runs">How many runs count in each of them.</param>
internal sealed record FreshProcesses(int Launches, int Runs)
{
    /// <exception cref="InvalidOperationException">A peer failed, or counted something else than the truth.</exception>
    public IReadOnlyList<Measurement> Measure(ImmutableArray<IPeer> peers, string file)
    {
        var commands = peers.Select(peer => ProcessCommand.Self(peer.Name, peer.Name, file, "--runs", $"{Runs}")).ToArray();
        var launched = commands.Select(_ => new List<Measurement>()).ToArray();
        for (var launch = 0; launch < Launches; launch++)
        {
            for (var i = 0; i < commands.Length; i++)
                launched[i].Add(MeasurementLine.Read(commands[i].Capture()));
        }

        return [.. launched.Select(Pooled)];
    }

    private static Measurement Pooled(List<Measurement> launches) => launches[0] with
    {
        Seconds = [.. launches.SelectMany(launch => launch.Seconds).Order()],
        AllocatedBytes = launches.Min(launch => launch.AllocatedBytes),
    };
}
