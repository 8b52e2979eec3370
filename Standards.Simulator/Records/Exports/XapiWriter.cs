using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records.Exports;

/// <summary>
/// Attempts as statements of the Experience API 1.0.3, in one JSON array: one of each attempt, and one <c>answered</c> of each norm that had
/// a verdict, with the attempt's activity as parent. Not thread-safe.
/// </summary>
internal sealed class XapiWriter
{
    private const string Verbs = "http://adlnet.gov/expapi/verbs/";
    private const string Activities = "http://adlnet.gov/expapi/activities/";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    private readonly Utf8JsonWriter _json;
    private readonly ExportIds _ids;
    private readonly InstantText _instants = new(TimeZoneInfo.Utc);

    private XapiWriter(Utf8JsonWriter json, ExportIds ids)
    {
        _json = json;
        _ids = ids;
    }

    /// <summary>Writes attempts as they are kept.</summary>
    /// <param name="stream">Takes UTF-8; stays open.</param>
    public static void Write(Stream stream, IEnumerable<ScoredAttempt> attempts, ExportIds ids)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        var writer = new XapiWriter(json, ids);
        json.WriteStartArray();
        foreach (var attempt in attempts)
            writer.Attempt(attempt);
        json.WriteEndArray();
    }

    /// <summary>Writes attempts scored by the norms at hand.</summary>
    /// <param name="stream">Takes UTF-8; stays open.</param>
    public static void Write(Stream stream, IEnumerable<AttemptRecord> attempts, Scorer scorer, ExportIds ids) =>
        Write(stream, attempts.Select(a => ScoredAttempt.Of(a, scorer)), ids);

    private void Attempt(ScoredAttempt scored)
    {
        var attempt = scored.Attempt;
        var (card, score) = (scored.Card, scored.Score);
        var isDecided = attempt.IsFinished && card.Share is not null;
        Begin(attempt, "attempt", VerbOf(attempt.IsFinished, isDecided, card.IsPassed));
        Subject(attempt);
        _json.WriteStartObject("result"u8);
        Score(card.Earned, card.Possible);
        if (isDecided)
            _json.WriteBoolean("success"u8, card.IsPassed);
        _json.WriteBoolean("completion"u8, attempt.IsFinished);
        _json.WriteString("duration"u8, Duration(attempt.Duration));
        if (score.IsCorrected)
        {
            _json.WriteStartObject("extensions"u8);
            if (score.MachineShare is { } machine)
                _json.WriteNumber(_ids.Extension("machine-scaled"), machine);
            _json.WriteBoolean(_ids.Extension("machine-success"), score.IsMachinePassed);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        Context(attempt, parent: false, instructor: null);
        End(attempt);
        foreach (var norm in card.Norms)
            Norm(attempt, norm);
    }

    private void Norm(AttemptRecord attempt, NormScore norm)
    {
        var pack = norm.Findings[0].Finding.Pack;
        Begin(attempt, $"{pack}\n{norm.Norm}", ("answered", Texts.Records.Answered));
        var response = ResponseOf(attempt, norm);
        _json.WriteStartObject("object"u8);
        _json.WriteString("objectType"u8, "Activity");
        _json.WriteString("id"u8, _ids.Norm(norm.Norm));
        _json.WriteStartObject("definition"u8);
        _json.WriteString("type"u8, Activities + "cmi.interaction");
        Languages("name", norm.Title);
        _json.WriteString("interactionType"u8, norm.Skill == Skill.Wording ? "long-fill-in" : "other");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartObject("result"u8);
        Score(norm.Earned, norm.Possible);
        if (norm.Kept + norm.Broken > 0)
            _json.WriteBoolean("success"u8, norm.Broken == 0);
        if (response.Length > 0)
            _json.WriteString("response"u8, response);
        if (DurationOf(norm) is { } duration)
            _json.WriteString("duration"u8, Duration(duration));
        Verdicts(norm);
        _json.WriteEndObject();
        Context(attempt, parent: true, attempt.Corrections.LastOrDefault(c => norm.Findings.Any(f => c.Concerns(f.Finding)))?.Trainer);
        End(attempt);
    }

    /// <summary>Every verdict of the norm, and what the evaluator said where that differs.</summary>
    private void Verdicts(NormScore norm)
    {
        _json.WriteStartObject("extensions"u8);
        JsonLines.WriteList(_json, _ids.Extension("verdicts"), norm.Findings.Select(f => VerdictNames.Of(f.Verdict)));
        if (norm.Findings.Any(f => f.IsCorrected))
            JsonLines.WriteList(_json, _ids.Extension("machine-verdicts"), norm.Findings.Select(f => VerdictNames.Of(f.Finding.Verdict)));
        JsonLines.WriteList(_json, _ids.Extension("clauses"), norm.Clauses);
        _json.WriteEndObject();
    }

    private void Begin(AttemptRecord attempt, string about, (string Id, LocalizedText Display) verb)
    {
        _json.WriteStartObject();
        _json.WriteString("id"u8, _ids.Statement(attempt, about));
        Agent("actor", attempt.Trainee);
        _json.WriteStartObject("verb"u8);
        _json.WriteString("id"u8, Verbs + verb.Id);
        Languages("display", verb.Display);
        _json.WriteEndObject();
    }

    private void End(AttemptRecord attempt)
    {
        _json.WriteString("timestamp"u8, _instants.Full(attempt.EndedAt));
        _json.WriteString("version"u8, "1.0.3");
        _json.WriteEndObject();
    }

    private void Subject(AttemptRecord attempt)
    {
        _json.WriteStartObject("object"u8);
        _json.WriteString("objectType"u8, "Activity");
        _json.WriteString("id"u8, _ids.Subject(attempt.Subject));
        _json.WriteStartObject("definition"u8);
        _json.WriteString("type"u8, Activities + (attempt.Kind == AttemptKind.Scenario ? "simulation" : "performance"));
        Languages("name", attempt.Title.In(Language.En).Length > 0 ? attempt.Title : new LocalizedText(attempt.Subject, attempt.Subject));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Context(AttemptRecord attempt, bool parent, string? instructor)
    {
        _json.WriteStartObject("context"u8);
        _json.WriteString("registration"u8, _ids.Registration(attempt));
        if (instructor is not null)
            Agent("instructor", instructor);
        if (parent)
        {
            _json.WriteStartObject("contextActivities"u8);
            _json.WriteStartArray("parent"u8);
            _json.WriteStartObject();
            _json.WriteString("objectType"u8, "Activity");
            _json.WriteString("id"u8, _ids.Subject(attempt.Subject));
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteString("revision"u8, string.Join(' ', attempt.Packs));
        _json.WriteString("platform"u8, "Standards");
        _json.WriteString("language"u8, TagOf(attempt.Language));
        if (parent)
        {
            _json.WriteStartObject("statement"u8);
            _json.WriteString("objectType"u8, "StatementRef");
            _json.WriteString("id"u8, _ids.Statement(attempt, "attempt"));
            _json.WriteEndObject();
        }

        _json.WriteStartObject("extensions"u8);
        _json.WriteString(_ids.Extension("attempt"), attempt.Id);
        _json.WriteString(_ids.Extension("mode"), RecordWords.Modes.Of(attempt.Mode));

        // A number of 64 bits does not survive a reader that takes all numbers for doubles.
        _json.WriteString(_ids.Extension("seed"), attempt.Seed.ToString(CultureInfo.InvariantCulture));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Agent(string property, string name)
    {
        _json.WriteStartObject(property);
        _json.WriteString("objectType"u8, "Agent");
        _json.WriteString("name"u8, name);
        _json.WriteStartObject("account"u8);
        _json.WriteString("homePage"u8, _ids.Base);
        _json.WriteString("name"u8, name);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Score(double earned, double possible)
    {
        if (possible <= 0)
            return;

        // Points are sums of shares: the last bit may exceed the whole.
        var raw = Math.Min(earned, possible);
        _json.WriteStartObject("score"u8);
        _json.WriteNumber("scaled"u8, raw / possible);
        _json.WriteNumber("raw"u8, raw);
        _json.WriteNumber("min"u8, 0);
        _json.WriteNumber("max"u8, possible);
        _json.WriteEndObject();
    }

    private void Languages(string property, LocalizedText text)
    {
        _json.WriteStartObject(property);
        foreach (var language in new[] { Language.Zh, Language.En })
            _json.WriteString(TagOf(language), text.In(language));
        _json.WriteEndObject();
    }

    private static (string, LocalizedText) VerbOf(bool isFinished, bool isDecided, bool isPassed) => (isFinished, isDecided, isPassed) switch
    {
        (false, _, _) => ("suspended", Texts.Records.Suspended),
        (_, false, _) => ("completed", Texts.Records.Completed),
        (_, _, true) => ("passed", Texts.Records.Passed),
        _ => ("failed", Texts.Records.Failed),
    };

    /// <summary>The words, or else the acts, that decided the norm's last verdict.</summary>
    private static string ResponseOf(AttemptRecord attempt, NormScore norm)
    {
        var evidence = norm.Findings[^1].Finding.Evidence;
        if (norm.Skill != Skill.Wording)
            return string.Join(' ', evidence.Select(e => e.Act));
        var lines = evidence.Select(e => e.Line).ToHashSet();
        return string.Join('\n', attempt.Events.Where(e => lines.Contains(e.Line)).Select(e => e.Say).OfType<string>());
    }

    /// <summary>From the first event of the evidence to the verdict, where the norm was decided once.</summary>
    private static TimeSpan? DurationOf(NormScore norm) =>
        norm.Findings is [{ Finding: { Verdict: Verdict.Satisfied or Verdict.Violated, Evidence: [var first, ..] } finding }] && finding.At >= first.At ? finding.At - first.At : null;

    /// <summary>ISO 8601, to hundredths of a second: what the specification compares.</summary>
    private static string Duration(TimeSpan duration) => XmlConvert.ToString(new TimeSpan(duration.Ticks - (duration.Ticks % (TimeSpan.TicksPerMillisecond * 10))));

    private static string TagOf(Language language) => language == Language.Zh ? "zh-CN" : "en";
}
