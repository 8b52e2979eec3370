using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator;
using Standards.Simulator.Records;
using Standards.Simulator.Records.Exports;
using Xunit;

namespace Standards.Tests.Records;

/// <summary>The rules of the Experience API 1.0.3 that a record store checks before it takes a statement.</summary>
public sealed partial class XapiTests
{
    private static readonly string[] StatementMembers = ["id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"];
    private static readonly string[] ResultMembers = ["score", "success", "completion", "response", "duration", "extensions"];

    private static readonly string[] ContextMembers =
        ["registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement", "extensions"];

    private static readonly string[] DefinitionMembers =
    [
        "name", "description", "type", "moreInfo", "extensions", "interactionType", "correctResponsesPattern", "choices", "scale", "source", "target", "steps",
    ];

    private static readonly string[] InteractionTypes =
        ["true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"];

    public static TheoryData<string> Cases => [.. SampleAttempts.Book.Cases.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_record_store_takes_the_statements_of_an_attempt(string packCase)
    {
        var statements = StatementsOf(SampleAttempts.Of(packCase, "A"));
        Assert.All(statements, AssertIsStatement);
        Assert.Equal(statements.Count, statements.Select(s => s.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [Fact]
    public void A_record_store_takes_the_statements_of_any_attempt()
    {
        var random = new RandomAttempts(3);
        foreach (var id in Enumerable.Range(0, 100))
            Assert.All(StatementsOf(random.Next(string.Create(CultureInfo.InvariantCulture, $"A{id}"))), AssertIsStatement);
    }

    [Fact]
    public void There_is_one_statement_of_the_attempt_and_one_of_each_norm()
    {
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        var card = ScoredAttempt.Of(attempt, SampleAttempts.Scorer).Card;
        var statements = StatementsOf(attempt);
        Assert.Equal("failed", VerbOf(statements[0]));
        Assert.All(statements.Skip(1), s => Assert.Equal("answered", VerbOf(s)));
        Assert.Equal(card.Norms.Select(n => "tag:standards.example,2026:norm/" + n.Norm), statements.Skip(1).Select(s => s.GetProperty("object").GetProperty("id").GetString()));
        Assert.Equal(card.Share!.Value, statements[0].GetProperty("result").GetProperty("score").GetProperty("scaled").GetDouble(), 12);
        var activity = statements[0].GetProperty("object").GetProperty("id").GetString();
        Assert.All(statements.Skip(1), s =>
        {
            var context = s.GetProperty("context");
            Assert.Equal(activity, Assert.Single(context.GetProperty("contextActivities").GetProperty("parent").EnumerateArray()).GetProperty("id").GetString());
            Assert.Equal(statements[0].GetProperty("id").GetGuid(), context.GetProperty("statement").GetProperty("id").GetGuid());
            Assert.Equal(statements[0].GetProperty("context").GetProperty("registration").GetGuid(), context.GetProperty("registration").GetGuid());
        });
        foreach (var (norm, statement) in card.Norms.Zip(statements.Skip(1)))
        {
            var result = statement.GetProperty("result");
            bool? success = result.TryGetProperty("success", out var value) ? value.GetBoolean() : null;
            Assert.Equal(norm.Broken > 0 ? false : norm.Kept > 0 ? true : null, success);
        }

        Assert.Contains(card.Norms, n => n.Kept + n.Broken == 0);
    }

    public static TheoryData<string, string, bool?, bool> Ends => new()
    {
        { "clean", "passed", true, true },
        { "broken", "failed", false, true },
        { "unfinished", "suspended", null, false },
        { "undecided", "completed", null, true },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void The_verb_says_how_the_attempt_ended(string kind, string verb, bool? success, bool completion)
    {
        var clean = SampleAttempts.Of(SampleAttempts.Clean, "A");
        var attempt = kind switch
        {
            "broken" => SampleAttempts.Of(SampleAttempts.Breaches, "A"),
            "unfinished" => clean with { IsFinished = false },
            "undecided" => clean with { Findings = [.. clean.Findings.Where(f => f.Verdict == Verdict.Unknown)] },
            _ => clean,
        };
        var statement = StatementsOf(attempt)[0];
        var result = statement.GetProperty("result");
        Assert.Equal(verb, VerbOf(statement));
        Assert.Equal(success, result.TryGetProperty("success", out var value) ? value.GetBoolean() : null);
        Assert.Equal(completion, result.GetProperty("completion").GetBoolean());
        Assert.Equal(kind != "undecided", result.TryGetProperty("score", out _));
    }

    [Fact]
    public void The_same_attempt_gives_the_same_bytes() => Assert.Equal(Bytes(SampleAttempts.Of(SampleAttempts.Breaches, "A")), Bytes(SampleAttempts.Of(SampleAttempts.Breaches, "A")));

    /// <summary>A record store refuses another statement under an id that it knows.</summary>
    [Fact]
    public void What_changed_since_has_other_statements_and_the_same_registration()
    {
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        var broken = attempt.Findings.First(f => f.Verdict == Verdict.Violated);
        var corrected = attempt with
        {
            Corrections = [new Correction(broken.Norm, broken.Key, broken.At, CorrectionKind.Adjusted, Verdict.Satisfied, "看见了", "王老师", attempt.EndedAt)],
        };
        var (before, after) = (StatementsOf(attempt), StatementsOf(corrected));
        Assert.Empty(before.Select(Id).Intersect(after.Select(Id)));
        Assert.Equal(Registration(before[0]), Registration(after[0]));
        var result = after[0].GetProperty("result");
        Assert.Equal(
            before[0].GetProperty("result").GetProperty("score").GetProperty("scaled").GetDouble(),
            result.GetProperty("extensions").GetProperty("tag:standards.example,2026:extension/machine-scaled").GetDouble(),
            12);
        Assert.Equal("王老师", Assert.Single(after, s => s.GetProperty("context").TryGetProperty("instructor", out _)).GetProperty("context").GetProperty("instructor").GetProperty("name").GetString());

        static Guid Id(JsonElement s) => s.GetProperty("id").GetGuid();
        static Guid Registration(JsonElement s) => s.GetProperty("context").GetProperty("registration").GetGuid();
    }

    [Fact]
    public void Attempts_of_one_id_in_two_stores_are_told_apart() => Assert.NotEqual(
        StatementsOf(SampleAttempts.Of(SampleAttempts.Clean, "A", "李雷"))[0].GetProperty("id").GetGuid(),
        StatementsOf(SampleAttempts.Of(SampleAttempts.Clean, "A", "韩梅梅"))[0].GetProperty("id").GetGuid());

    /// <summary>The example of RFC 9562, appendix A.4.</summary>
    [Fact]
    public void A_name_gives_its_uuid() => Assert.Equal(
        new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), ExportIds.NameBased(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Theory]
    [InlineData("https://lms.example/standards", "https://lms.example/standards/")]
    [InlineData("https://lms.example/s#", "https://lms.example/s#")]
    [InlineData("urn:house:", "urn:house:")]
    public void A_base_begins_all_ids(string start, string expected) => Assert.Equal(expected, new ExportIds(start).Base);

    [Theory]
    [InlineData("")]
    [InlineData("lms.example/standards")]
    [InlineData("/standards")]
    [InlineData("https:")]
    [InlineData("https://lms example/")]
    [InlineData("https://lms.example/<id>")]
    public void What_is_no_absolute_iri_is_no_base(string start) => Assert.NotNull(Assert.Throws<CommandFailure>(() => new ExportIds(start)).Help);

    private static byte[] Bytes(AttemptRecord attempt)
    {
        using var stream = new MemoryStream();
        XapiWriter.Write(stream, [attempt], SampleAttempts.Scorer, new ExportIds());
        return stream.ToArray();
    }

    private static ImmutableList<JsonElement> StatementsOf(AttemptRecord attempt)
    {
        using var document = JsonDocument.Parse(Bytes(attempt));
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static string VerbOf(JsonElement statement) => statement.GetProperty("verb").GetProperty("id").GetString()!["http://adlnet.gov/expapi/verbs/".Length..];

    private static void AssertIsStatement(JsonElement statement)
    {
        AssertMembers(statement, StatementMembers);
        AssertUuid(statement.GetProperty("id"));
        AssertAgent(statement.GetProperty("actor"));
        var verb = statement.GetProperty("verb");
        AssertMembers(verb, ["id", "display"]);
        AssertIri(verb.GetProperty("id"));
        AssertLanguages(verb.GetProperty("display"));
        AssertActivity(statement.GetProperty("object"));
        AssertResult(statement.GetProperty("result"));
        AssertContext(statement.GetProperty("context"));
        Assert.Matches(Timestamp(), statement.GetProperty("timestamp").GetString());
        Assert.Equal("1.0.3", statement.GetProperty("version").GetString());
    }

    private static void AssertAgent(JsonElement agent)
    {
        AssertMembers(agent, ["objectType", "name", "account"]);
        Assert.Equal("Agent", agent.GetProperty("objectType").GetString());
        AssertIri(agent.GetProperty("account").GetProperty("homePage"));
        Assert.NotEqual("", agent.GetProperty("account").GetProperty("name").GetString());
    }

    private static void AssertActivity(JsonElement activity)
    {
        AssertMembers(activity, ["objectType", "id", "definition"]);
        Assert.Equal("Activity", activity.GetProperty("objectType").GetString());
        AssertIri(activity.GetProperty("id"));
        if (!activity.TryGetProperty("definition", out var definition))
            return;
        AssertMembers(definition, DefinitionMembers);
        AssertIri(definition.GetProperty("type"));
        AssertLanguages(definition.GetProperty("name"));
        var isInteraction = definition.GetProperty("type").GetString() == "http://adlnet.gov/expapi/activities/cmi.interaction";
        Assert.Equal(isInteraction, definition.TryGetProperty("interactionType", out var type));
        if (isInteraction)
            Assert.Contains(type.GetString(), InteractionTypes);
    }

    private static void AssertResult(JsonElement result)
    {
        AssertMembers(result, ResultMembers);
        if (result.TryGetProperty("score", out var score))
        {
            AssertMembers(score, ["scaled", "raw", "min", "max"]);
            var (scaled, raw, min, max) = (Number("scaled"), Number("raw"), Number("min"), Number("max"));
            Assert.True(min < max && min <= raw && raw <= max, score.ToString());
            Assert.InRange(scaled, -1, 1);
            Assert.Equal(raw / max, scaled, 12);

            double Number(string name) => score.GetProperty(name).GetDouble();
        }

        if (result.TryGetProperty("duration", out var duration))
            Assert.True(XmlConvert.ToTimeSpan(duration.GetString()!) >= TimeSpan.Zero);
        if (result.TryGetProperty("extensions", out var extensions))
            Assert.All(extensions.EnumerateObject(), e => AssertIri(e.Name));
    }

    private static void AssertContext(JsonElement context)
    {
        AssertMembers(context, ContextMembers);
        AssertUuid(context.GetProperty("registration"));
        Assert.Contains(context.GetProperty("language").GetString(), new[] { "zh-CN", "en" });
        Assert.All(context.GetProperty("extensions").EnumerateObject(), e => AssertIri(e.Name));
        if (context.TryGetProperty("instructor", out var instructor))
            AssertAgent(instructor);
        if (context.TryGetProperty("statement", out var reference))
        {
            Assert.Equal("StatementRef", reference.GetProperty("objectType").GetString());
            AssertUuid(reference.GetProperty("id"));
        }

        if (context.TryGetProperty("contextActivities", out var activities))
        {
            AssertMembers(activities, ["parent", "grouping", "category", "other"]);
            Assert.All(activities.EnumerateObject().SelectMany(a => a.Value.EnumerateArray()), AssertActivity);
        }
    }

    /// <summary>Nothing is said twice, nothing unknown is said, and nothing is null.</summary>
    private static void AssertMembers(JsonElement element, string[] known)
    {
        var names = element.EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Subset(known.ToHashSet(StringComparer.Ordinal), names.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(element.EnumerateObject(), p => p.Value.ValueKind == JsonValueKind.Null);
    }

    private static void AssertUuid(JsonElement id) => Assert.Matches(Uuid(), id.GetString());

    private static void AssertIri(JsonElement iri) => AssertIri(iri.GetString()!);

    private static void AssertIri(string iri) => Assert.Matches(Iri(), iri);

    private static void AssertLanguages(JsonElement map) =>
        Assert.Equal(["en", "zh-CN"], map.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => p.Name).Order(StringComparer.Ordinal));

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[a-z][a-z0-9+.\-]*:[^\s<>""{}|\\^`]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Iri();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();
}
