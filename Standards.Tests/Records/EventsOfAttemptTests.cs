using System.Text.Json;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Records;
using Standards.Tests.Diagnostics;
using Standards.Tests.Simulator;
using Xunit;

namespace Standards.Tests.Records;

/// <summary>The proof that training judges as the audit does: the log of an attempt, audited, gives its verdicts.</summary>
public sealed class EventsOfAttemptTests : IDisposable
{
    private readonly TemporaryStore _file = new();

    public void Dispose() => _file.Dispose();

    public static TheoryData<string> Cases => [.. SampleAttempts.Book.Cases.Where(c => c.Events.Length > 0).GroupBy(c => c.Id.Split('.')[1].TrimEnd('1', '2', '3', '-')).Select(g => g.First().Id)
        .Union([SampleAttempts.Clean, SampleAttempts.Breaches])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_audit_of_its_log_finds_what_the_attempt_found(string packCase)
    {
        var attempt = SampleAttempts.Of(packCase, "A");
        using (var store = AttemptStore.Open(_file.Path))
            store.Save(attempt, SampleAttempts.Scorer);
        var log = _file.Other("attempt.jsonl");
        var written = TestConsole.Run(["attempts", "--events", "A", "--store", _file.Path, "--output", log]);
        Assert.Equal((0, ""), (written.Status, written.Error));
        var audit = TestConsole.Run(
        [
            "audit", log, "--rules", GoldenFile.RepositoryPath("rules"), "--pack", "lf", "--as-of", attempt.Clock.ToString(), "--complete", "--all", "--fail-on", "never",
            "--format", "jsonl",
        ]);
        Assert.Equal((0, ""), (audit.Status, audit.Error));
        Assert.NotEmpty(attempt.Findings);
        Assert.Equal(Described(attempt.Findings), Described(audit.Output));
    }

    private static IEnumerable<string> Described(IEnumerable<Finding> findings) => findings
        .Select(f => $"{f.Norm} {f.Key} {f.Pack} {RecordWords.Verdicts.Of(f.Verdict)} {f.At} {f.Due} {f.Message.En} {string.Join(' ', f.Evidence.Select(e => $"{e.Act}:{e.Line}"))}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Described(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var evidence = root.GetProperty("evidence").EnumerateArray().Select(e => $"{e.GetProperty("act").GetString()}:{e.GetProperty("line").GetInt64()}");
        return $"{Text("norm")} {Text("key")} {Text("pack")} {Text("verdict")} {At("at")} {At("due")} {Text("message")} {string.Join(' ', evidence)}";

        string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

        Instant? At(string name) => root.TryGetProperty(name, out var value) ? Instant.From(value.GetDateTimeOffset()) : null;
    }).Order(StringComparer.Ordinal);
}
