using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds the packs' cases.</summary>
internal sealed class CaseBinder(BoundRules rules, DiagnosticBag diagnostics)
{
    private static readonly LocalizedText What = new("用例", "case");
    private static readonly Instant DefaultStart = Instant.From(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    private static readonly (string Key, Verdict Verdict)[] Verdicts =
    [
        ("violated", Verdict.Violated), ("unknown", Verdict.Unknown), ("satisfied", Verdict.Satisfied), ("pending", Verdict.Pending),
        ("not-applicable", Verdict.NotApplicable),
    ];

    private readonly VocabularyLookup _lookup = new(rules.Vocabulary, diagnostics);
    private readonly FrozenSet<string> _norms = rules.Norms.Select(n => n.Id).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _leftOut = rules.LeftOut.ToFrozenSet(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _ids = new(StringComparer.Ordinal);

    /// <summary>What a file sets for all cases in it.</summary>
    private sealed record CaseDefaults(ImmutableArray<YamlScalar> Processes, YamlMapping? Facts, Instant Start, bool IgnoreUnanswered);

    public ImmutableArray<PackCase> Bind(ImmutableArray<(string Pack, YamlNode Tree)> files) =>
        [.. files.SelectMany(f => BindFile(f.Pack, f.Tree))];

    private List<PackCase> BindFile(string pack, YamlNode root)
    {
        var cases = new List<PackCase>();
        if (MappingReader.For(root, diagnostics, new LocalizedText("用例文件", "file of cases")) is not { } reader)
            return cases;
        var defaults = new CaseDefaults([], null, DefaultStart, reader.OptionalBool("ignore-unknown") ?? false);
        if (reader.Within("defaults", new LocalizedText("默认值", "defaults")) is { } preset)
        {
            defaults = defaults with
            {
                Processes = preset.StringOrList("process"),
                Facts = preset.Mapping("facts"),
                Start = Start(preset) ?? DefaultStart,
                IgnoreUnanswered = preset.OptionalBool("ignore-unknown") ?? defaults.IgnoreUnanswered,
            };
            preset.Finish();
        }

        foreach (var node in reader.Sequence("cases", required: true)?.Items ?? [])
        {
            if (MappingReader.For(node, diagnostics, What) is { } item && Case(pack, item, defaults) is { } bound)
                cases.Add(bound);
        }

        reader.Finish();
        return cases;
    }

    private PackCase? Case(string pack, MappingReader reader, CaseDefaults defaults)
    {
        var id = reader.RequiredString("id");
        if (!_ids.TryAdd(id, reader.SpanOf("id")))
            diagnostics.Report(BindingDiagnostics.DuplicateId, reader.SpanOf("id"), id, _ids[id].ToString());
        var title = reader.Localized("title") ?? LocalizedText.Empty;
        reader.Localized("note");
        var processes = reader.Has("process") ? reader.StringOrList("process") : defaults.Processes;
        foreach (var process in processes)
            CheckProcess(process);
        var start = Start(reader) ?? defaults.Start;
        var events = Events(id, reader, start);
        var facts = Facts(id, start, events, reader.Mapping("facts"), defaults.Facts);
        var asOf = reader.Scalar("as-of") is { } stop ? Time(stop, start) : null;
        var expected = Verdicts.SelectMany(v => Expected(reader, v.Key, v.Verdict, start)).ToImmutableArray();
        var ignore = reader.OptionalBool("ignore-unknown") ?? defaults.IgnoreUnanswered;
        reader.Finish();
        if (reader.Sequence("events") is { Items.IsEmpty: true })
            diagnostics.Report(PackDiagnostics.NoEvents, reader.SpanOf("events"), id);
        if (events.IsEmpty)
            return null;

        return new PackCase
        {
            Id = id,
            Pack = pack,
            Title = title,
            Processes = [.. processes.Select(p => p.Value)],
            Events = [.. facts, .. events],
            AsOf = asOf,
            Expected = expected,
            IgnoreUnanswered = ignore,
            Span = reader.SpanOf("id"),
        };
    }

    private void CheckProcess(YamlScalar process)
    {
        if (!rules.ProcessIds.Contains(process.Value, StringComparer.Ordinal))
            diagnostics.ReportWithHelp(BindingDiagnostics.UnknownProcess, process.Span, Suggestion.DidYouMean(process.Value, rules.ProcessIds), process.Value);
    }

    private Instant? Start(MappingReader reader)
    {
        if (reader.Scalar("start") is not { } scalar)
            return null;
        if (TimestampText.TryParse(scalar.Value, out var start))
            return start;
        diagnostics.Report(PackDiagnostics.BadTime, scalar.Span, scalar.Value);
        return null;
    }

    private ImmutableArray<InteractionEvent> Facts(string id, Instant start, ImmutableArray<InteractionEvent> events, YamlMapping? own, YamlMapping? preset)
    {
        var data = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var entry in (preset?.Entries ?? []).Concat(own?.Entries ?? []))
            data[entry.Key.Value] = Attribute(entry);
        if (data.Count == 0)
            return [];
        var first = events.IsEmpty ? start : events.Min(e => e.At);
        return [new InteractionEvent(id, first < start ? first : start, InteractionEvent.CaseFacts) { Data = data.ToFrozenDictionary(StringComparer.Ordinal) }];
    }

    private ImmutableArray<InteractionEvent> Events(string id, MappingReader reader, Instant start)
    {
        var events = ImmutableArray.CreateBuilder<InteractionEvent>();
        foreach (var node in reader.Sequence("events", required: true)?.Items ?? [])
        {
            if (MappingReader.For(node, diagnostics, new LocalizedText("事件", "event")) is not { } item)
                continue;
            var at = item.Scalar("at", required: true) is { } time ? Time(time, start) : null;
            var act = item.Scalar("act", required: true);
            if (act is not null)
                _lookup.Act(act);
            var process = item.Scalar("process");
            if (process is not null)
                CheckProcess(process);
            var role = item.Scalar("role");
            if (role is not null)
                _lookup.RoleCases([(role.Value, role.Span)]);
            var data = (item.Mapping("data")?.Entries ?? []).ToFrozenDictionary(e => e.Key.Value, Attribute, StringComparer.Ordinal);
            var bound = new InteractionEvent(id, at ?? start, act?.Value ?? "")
            {
                Process = process?.Value,
                Actor = item.OptionalString("actor"),
                Role = role?.Value,
                Say = item.Scalar("say")?.Value,
                Data = data,
                Line = item.Source.Span.Line,
            };
            item.Finish();
            if (at is not null && act is not null)
                events.Add(bound);
        }

        return events.ToImmutable();
    }

    private Value Attribute(YamlEntry entry)
    {
        var index = _lookup.Attribute(entry.Key);
        return index < 0 ? Value.Missing : Literals.Bind(entry.Value, rules.Vocabulary.Attributes[index].Type, diagnostics);
    }

    private ImmutableArray<ExpectedFinding> Expected(MappingReader reader, string key, Verdict verdict, Instant start)
    {
        var expected = ImmutableArray.CreateBuilder<ExpectedFinding>();
        var nodes = reader.Node(key) switch
        {
            null => [],
            YamlSequence sequence => sequence.Items,
            var single => [single],
        };
        foreach (var node in nodes)
        {
            var finding = node is YamlScalar scalar
                ? new ExpectedFinding(scalar.Value, verdict, null, null, scalar.Span)
                : ExpectedInFull(node, verdict, start);
            if (finding is null || _leftOut.Contains(finding.Norm))
                continue;
            if (!_norms.Contains(finding.Norm))
                diagnostics.ReportWithHelp(PackDiagnostics.UnknownNormInCase, finding.Span, Suggestion.DidYouMean(finding.Norm, _norms), finding.Norm);
            expected.Add(finding);
        }

        return expected.ToImmutable();
    }

    private ExpectedFinding? ExpectedInFull(YamlNode node, Verdict verdict, Instant start)
    {
        if (MappingReader.For(node, diagnostics, new LocalizedText("结果", "finding")) is not { } reader)
            return null;
        var norm = reader.RequiredString("norm");
        var at = reader.Scalar("at") is { } time ? Time(time, start) : null;
        var key = reader.Scalar("key")?.Value;
        reader.Finish();
        return new ExpectedFinding(norm, verdict, at, key, reader.SpanOf("norm"));
    }

    private static bool InRange(long ticks) => ticks >= Instant.MinValue.Ticks && ticks <= Instant.MaxValue.Ticks;

    /// <summary>An RFC 3339 instant, or an offset from the start: <c>m:ss</c>, <c>h:mm:ss</c>, <c>Nd h:mm:ss</c>, with fractions.</summary>
    private Instant? Time(YamlScalar scalar, Instant start)
    {
        if (TimestampText.TryParse(scalar.Value, out var instant))
            return instant;
        if (CaseOffset.TryParse(scalar.Value, out var offset) && InRange(start.Ticks + offset.Ticks))
            return start + offset;
        diagnostics.ReportWithHelp(
            PackDiagnostics.BadTime,
            scalar.Span,
            new LocalizedText("写作 `m:ss`、`h:mm:ss`、`2d 0:00:00` 或 RFC 3339 时间", "write `m:ss`, `h:mm:ss`, `2d 0:00:00` or an RFC 3339 instant"),
            scalar.Value);
        return null;
    }
}

/// <summary>Offsets of cases and scenarios.</summary>
internal static class CaseOffset
{
    public static bool TryParse(string text, out TimeSpan offset)
    {
        offset = default;
        var rest = text.AsSpan().Trim();
        var negative = rest.StartsWith('-');
        rest = rest.TrimStart("+-");
        long days = 0;
        if (rest.IndexOf('d') is > 0 and var mark)
        {
            if (!long.TryParse(rest[..mark].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > 36500)
                return false;
            rest = rest[(mark + 1)..].Trim();
            if (rest.IsEmpty)
            {
                offset = TimeSpan.FromDays(negative ? -days : days);
                return true;
            }
        }

        decimal seconds = 0;
        var parts = 0;
        foreach (var range in rest.Split(':'))
        {
            if (++parts > 3 || !decimal.TryParse(rest[range], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) || part > 100_000)
                return false;
            seconds = (seconds * 60) + part;
        }

        if (parts < 2)
            return false;
        var ticks = (days * TimeSpan.TicksPerDay) + (long)(seconds * TimeSpan.TicksPerSecond);
        offset = new TimeSpan(negative ? -ticks : ticks);
        return true;
    }
}
