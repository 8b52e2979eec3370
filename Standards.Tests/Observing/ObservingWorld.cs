using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Standards.Audit;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Simulator.Observing;
using Standards.Simulator.Output;
using Standards.Tests.Diagnostics;

namespace Standards.Tests.Observing;

/// <summary>The real packs, and observations of their processes.</summary>
internal static class ObservingWorld
{
    public static readonly string Rules = GoldenFile.RepositoryPath("rules");

    /// <summary>Nine in the morning of a working day, in China.</summary>
    public static readonly Instant Start = Instant.From(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    private static readonly Lazy<RuleBook> Loaded = new(() => RuleBook.Load(Rules).RuleBook!);

    public static RuleBook Book => Loaded.Value;

    public static ObservableProcess Process(string pack, string id) => ObservableProcess.Of(Book.Alone(pack), id);

    public static ObserverControl Control(ObservableProcess process) => new(process, new Observation(process.Book, "C", process.Id, Start), "T");

    public static ObserverScript Script(ObservableProcess process) => new(process, new ObserverKeys(process), Start);

    /// <summary>The verdicts of a session that sees the events for the first time.</summary>
    public static IEnumerable<Finding> JudgedAfresh(RuleBook book, Observation observation)
    {
        using var session = book.Open("C", observation.Process);
        session.AdvanceTo(Start);
        foreach (var item in observation.Acts.Where(a => !a.IsStruck))
            session.Observe(item.ToEvent("C"));
        session.AdvanceTo(observation.Clock);
        return observation.IsClosed ? Closed(session) : session.Verdicts();
    }

    /// <summary>The verdicts of an audit of the events as a log.</summary>
    public static IEnumerable<Finding> Audited(RuleBook book, string process, IReadOnlyList<InteractionEvent> events, Instant asOf)
    {
        var log = Log(process, events);
        var result = new Auditor(book, AuditOptions.Default with { AsOf = asOf, Complete = true, All = true }).Run([new LogInput.Opened("log", () => new MemoryStream(log))]);
        Xunit.Assert.False(result.IsIncomplete);
        return result.Findings;
    }

    /// <summary>What can be told apart about verdicts, in one order.</summary>
    public static List<string> Described(IEnumerable<Finding> findings) =>
        [.. findings.Select(f => $"{f.Norm} [{f.Key}] {f.Verdict} {f.At} {f.Due} {f.Message.En}").Order(StringComparer.Ordinal)];

    private static System.Collections.Immutable.ImmutableArray<Finding> Closed(Standards.Rules.Sessions.Session session)
    {
        session.Close();
        return session.Verdicts();
    }

    private static byte[] Log(string process, IReadOnlyList<InteractionEvent> events)
    {
        var instants = new InstantText(TimeZoneInfo.Utc);
        using var stream = new MemoryStream();
        foreach (var item in events)
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                json.WriteString("case", item.Case);
                json.WriteString("process", process);
                json.WriteString("at", instants.Full(item.At));
                json.WriteString("act", item.Act);
                json.WriteString("role", item.Role);
                json.WriteString("say", item.Say);
                json.WriteStartObject("data");
                foreach (var (name, value) in item.Data)
                {
                    json.WritePropertyName(name);
                    ValueText.WriteJson(json, value, instants);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            stream.Write("\n"u8);
        }

        return stream.ToArray();
    }
}
