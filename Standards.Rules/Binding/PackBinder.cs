using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds <c>pack.yaml</c> and <c>clauses.yaml</c>.</summary>
internal sealed class PackBinder(DiagnosticBag diagnostics, Names<WorkingCalendar> calendars)
{
    private static readonly LocalizedText What = new("规范包", "pack");

    private static readonly string[] Kinds =
    [
        "script", "deadline", "sequence", "prerequisite", "prohibition", "obligation", "record", "grading", "authority", "quota", "schedule",
        "tariff", "manner",
    ];

    /// <summary>Clauses that settings cite, to be looked up when the catalogue is known.</summary>
    public List<YamlScalar> Cited { get; } = [];

    /// <param name="root">The file.</param>
    /// <param name="calendar">The profile's calendar, which takes the place of the pack's; null for none.</param>
    /// <param name="overrides">The profile's values of settings, by <c>pack.name</c>.</param>
    public BoundPack? Bind(YamlNode root, WorkingCalendar? calendar, IReadOnlyDictionary<string, YamlScalar> overrides)
    {
        if (MappingReader.For(root, diagnostics, What) is not { } reader)
            return null;
        var id = reader.RequiredString("id");
        var version = reader.Scalar("version", required: true);
        if (version is not null && !(Version.TryParse(version.Value, out var parts) && parts is { Build: >= 0, Revision: < 0 }))
            diagnostics.Report(PackDiagnostics.BadVersion, version.Span, version.Value);
        var title = reader.Localized("title", required: true) ?? LocalizedText.Empty;
        var source = reader.Localized("source") ?? LocalizedText.Empty;
        var named = reader.Scalar("calendar", required: calendar is null);
        var own = named is null ? null : calendars.Resolve(named);
        var (from, until) = Effective(reader);
        var settings = Settings(reader, id, overrides);
        reader.Finish();
        if (id.Length == 0)
            return null;
        return new BoundPack
        {
            Id = id,
            Version = version?.Value ?? "0.0.0",
            Title = title,
            Source = source,
            From = from,
            Until = until,
            Calendar = calendar ?? own ?? CalendarBinder.Stopgap,
            Settings = settings,
            Span = reader.SpanOf("id"),
        };
    }

    private (DateOnly? From, DateOnly? Until) Effective(MappingReader reader)
    {
        if (reader.Within("effective", new LocalizedText("生效日期", "effective dates")) is not { } dates)
            return (null, null);
        var from = Date(dates, "from");
        var until = Date(dates, "until");
        dates.Finish();
        if (until < from)
            diagnostics.Report(PackDiagnostics.UnorderedDates, dates.SpanOf("until"));
        return (from, until);
    }

    private DateOnly? Date(MappingReader reader, string key) =>
        reader.Scalar(key) is { } scalar ? CalendarText.ParseDate(scalar.Value, scalar.SpanAt, diagnostics) : null;

    private ImmutableArray<BoundSetting> Settings(MappingReader reader, string pack, IReadOnlyDictionary<string, YamlScalar> overrides)
    {
        var settings = ImmutableArray.CreateBuilder<BoundSetting>();
        foreach (var entry in reader.Mapping("settings")?.Entries ?? [])
        {
            if (MappingReader.For(entry.Value, diagnostics, new LocalizedText("本单位设定", "house setting")) is { } setting)
                settings.Add(Setting(entry.Key.Value, setting, overrides.GetValueOrDefault($"{pack}.{entry.Key.Value}")));
        }

        return settings.ToImmutable();
    }

    private BoundSetting Setting(string name, MappingReader reader, YamlScalar? house)
    {
        var preset = reader.Scalar("value", required: true);
        var range = reader.StringOrList("range");
        var title = new LocalizedText(reader.OptionalString("zh") ?? "", reader.OptionalString("en") ?? "");
        var note = reader.Localized("note") ?? LocalizedText.Empty;
        var cited = reader.StringOrList("clause");
        Cited.AddRange(cited);
        reader.OptionalString("quote");
        reader.Finish();
        var value = house ?? preset;
        if (value is not null && range.Length == 2)
            CheckRange(name, value, range);
        return new BoundSetting(name, value?.Value ?? "", preset?.Value ?? "", title, note, [.. cited.Select(c => c.Value)], value?.Span ?? reader.Source.Span);
    }

    private void CheckRange(string name, YamlScalar value, ImmutableArray<YamlScalar> range)
    {
        var (low, actual, high) = (Measure(range[0]), Measure(value), Measure(range[1]));
        if (low is not null && high is not null && actual is not null && !(low <= actual && actual <= high))
            diagnostics.Report(PackDiagnostics.OutOfRange, value.Span, name, value.Value, range[0].Value, range[1].Value);
    }

    /// <summary>A number, or an elapsed time in seconds; null for what has no size on its own, like working time.</summary>
    private static double? Measure(YamlScalar scalar) =>
        scalar.TryGetDouble(out var number) ? number : Literals.ElapsedTime(scalar.Value)?.TotalSeconds;

    public ImmutableArray<BoundClause> Clauses(YamlNode root)
    {
        if (MappingReader.For(root, diagnostics, new LocalizedText("条款目录", "clause catalogue")) is not { } reader)
            return [];
        reader.OptionalString("standard");
        reader.Localized("title");
        reader.OptionalString("source");
        reader.OptionalString("note");
        var clauses = ImmutableArray.CreateBuilder<BoundClause>();
        foreach (var item in reader.Sequence("clauses", required: true)?.Items ?? [])
        {
            if (MappingReader.For(item, diagnostics, new LocalizedText("条款", "clause")) is { } clause)
                clauses.Add(Clause(clause));
        }

        reader.Finish();
        return clauses.ToImmutable();
    }

    private static BoundClause Clause(MappingReader reader)
    {
        var id = reader.RequiredString("id");
        var process = reader.OptionalString("process");
        var kind = reader.OneOf("kind", Kinds, required: true) ?? "obligation";
        var check = reader.OneOf("check", ["log", "observer", "population", "reference"], required: true) ?? "log";
        var text = new LocalizedText(reader.OptionalString("zh") ?? "", reader.OptionalString("en") ?? "");
        var phrase = reader.OptionalString("phrase");
        var waiver = reader.Localized("waiver");
        reader.Node("params");
        reader.Node("facts");
        reader.Node("note");
        reader.Finish();
        return new BoundClause(id, process, kind, check, text, phrase, waiver, reader.SpanOf("id"));
    }
}
