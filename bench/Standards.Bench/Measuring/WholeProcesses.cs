using Standards.Bench.Peers;

namespace Standards.Bench.Measuring;

/// <summary>Measures commands as whole processes, turn by turn, so that a slow minute of the machine falls on all of them.</summary>
/// <param name="Runs">How many rounds count; one more goes before, to fill the file cache.</param>
internal sealed record WholeProcesses(int Runs)
{
    public IReadOnlyList<Measurement> Measure(IReadOnlyList<ProcessCommand> commands, long events)
    {
        foreach (var command in commands)
            command.Run();
        var seconds = commands.Select(_ => new double[Runs]).ToArray();
        for (var round = 0; round < Runs; round++)
        {
            for (var i = 0; i < commands.Count; i++)
                seconds[i][round] = commands[i].Run();
        }

        return [.. commands.Select((command, i) =>
            new Measurement(command.Name, new Counts(events, []), [.. seconds[i].Order()], Warm: false, null))];
    }
}
