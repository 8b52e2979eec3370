using Standards.Bench.Scanning;

namespace Standards.Bench.Peers;

/// <summary>Every line into an event struct in a list: the yardstick for a whole audit.</summary>
internal sealed class ScanStructs : IPeer
{
    public string Name => "scan-structs";

    public Scope Scope => Scope.File;

    public Func<Counts> Prepare(string file) => () =>
    {
        var log = LoadedLog.Read(file);
        return new Counts(log.Events.Count, [new("cases", log.CaseIds.Count)]);
    };
}
