using System.Collections.Immutable;
using System.Diagnostics;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds calendar files. A calendar may stand <c>over</c> another that was bound before it or after it.</summary>
internal sealed class CalendarBinder(DiagnosticBag diagnostics)
{
    private static readonly LocalizedText What = new("日历", "calendar");
    private readonly Dictionary<string, (WorkingCalendarDefinition Definition, YamlScalar? Over)> _definitions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mistaken = new(StringComparer.Ordinal);

    public void Read(YamlNode root)
    {
        if (MappingReader.For(root, diagnostics, What) is not { } reader)
            return;
        var id = reader.RequiredString("id");
        var over = reader.Scalar("extends");
        var title = reader.Localized("title", required: true) ?? LocalizedText.Empty;
        var zone = reader.OptionalString("zone") ?? "";
        var from = Date(reader, "from", required: over is null);
        var until = Date(reader, "until", required: over is null);
        var definition = new WorkingCalendarDefinition
        {
            Id = id,
            Title = title,
            Zone = zone,
            From = from ?? DateOnly.MinValue,
            Until = until ?? DateOnly.MinValue,
            Hours = Hours(reader),
            Holidays = Holidays(reader),
            WorkingDays = WorkingDays(reader),
            Span = reader.SpanOf("id"),
        };
        reader.Localized("note");
        reader.Sequence("sources");
        reader.Finish();
        if (reader.HasErrors)
            _mistaken.Add(id);
        else if (!_definitions.TryAdd(id, (definition, over)))
            diagnostics.Report(BindingDiagnostics.DuplicateId, reader.SpanOf("id"), id, _definitions[id].Definition.Span.ToString());
    }

    public Names<WorkingCalendar> Finish()
    {
        var calendars = new Names<WorkingCalendar>(diagnostics, BindingDiagnostics.UnknownCalendar);
        foreach (var id in _mistaken)
            calendars.DeclareMistaken(id);
        foreach (var (id, (definition, over)) in _definitions)
        {
            var whole = definition;
            if (over is not null)
            {
                if (!_definitions.TryGetValue(over.Value, out var parent) || parent.Over is not null)
                {
                    calendars.DeclareMistaken(id);
                    if (_mistaken.Contains(over.Value))
                        continue;
                    diagnostics.ReportWithHelp(BindingDiagnostics.UnknownCalendar, over.Span, Suggestion.DidYouMean(over.Value, _definitions.Keys), over.Value);
                    continue;
                }

                whole = definition.Over(parent.Definition) with { Zone = definition.Zone.Length > 0 ? definition.Zone : parent.Definition.Zone };
            }

            if (WorkingCalendar.TryCreate(whole, out var calendar, out var problems))
                calendars.Declare(id, calendar, definition.Span);
            else
                calendars.DeclareMistaken(id);
            foreach (var problem in problems)
                diagnostics.Report(problem);
        }

        return calendars;
    }

    /// <summary>Takes the place of a calendar that was mistaken, so that the rest of its pack is looked at. Nothing is judged by it.</summary>
    public static WorkingCalendar Stopgap { get; } = WorkingCalendar.TryCreate(
        new WorkingCalendarDefinition
        {
            Id = "",
            Title = LocalizedText.Empty,
            Zone = "UTC",
            From = new DateOnly(2000, 1, 1),
            Until = new DateOnly(2000, 12, 31),
            Hours = [new WeekdayHours(DayOfWeek.Monday, [new DailyInterval(TimeSpan.Zero, TimeSpan.FromDays(1))])],
        },
        out var calendar,
        out _) ? calendar : throw new UnreachableException();

    private DateOnly? Date(MappingReader reader, string key, bool required) =>
        reader.Scalar(key, required) is { } scalar ? CalendarText.ParseDate(scalar.Value, scalar.SpanAt, diagnostics) : null;

    private ImmutableArray<WeekdayHours> Hours(MappingReader reader)
    {
        var hours = ImmutableArray.CreateBuilder<WeekdayHours>();
        foreach (var entry in reader.Mapping("hours")?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar text
                || CalendarText.ParseWeekdays(entry.Key.Value, entry.Key.SpanAt, diagnostics) is not { } days
                || CalendarText.ParseHours(text.Value, text.SpanAt, diagnostics) is not { } intervals)
                continue;
            hours.AddRange(days.Select(d => new WeekdayHours(d, intervals) { Span = entry.Key.Span }));
        }

        return hours.ToImmutable();
    }

    private ImmutableArray<HolidayRange> Holidays(MappingReader reader)
    {
        var holidays = ImmutableArray.CreateBuilder<HolidayRange>();
        foreach (var (dates, item) in Dated(reader, "holidays", "dates"))
        {
            if (CalendarText.ParseDates(dates.Value, dates.SpanAt, diagnostics) is { } range)
                holidays.Add(new HolidayRange(range.First, range.Last, item.Localized("name") ?? LocalizedText.Empty) { Span = dates.Span });
            item.Finish();
        }

        return holidays.ToImmutable();
    }

    private ImmutableArray<SpecialWorkingDay> WorkingDays(MappingReader reader)
    {
        var days = ImmutableArray.CreateBuilder<SpecialWorkingDay>();
        foreach (var (date, item) in Dated(reader, "working-days", "date"))
        {
            var hours = item.Scalar("hours", required: true);
            if (hours is not null
                && CalendarText.ParseDate(date.Value, date.SpanAt, diagnostics) is { } day
                && CalendarText.ParseSpecialHours(hours.Value, hours.SpanAt, diagnostics) is { } special)
                days.Add(new SpecialWorkingDay(day, special, item.Localized("name") ?? LocalizedText.Empty) { Span = date.Span });
            item.Finish();
        }

        return days.ToImmutable();
    }

    private IEnumerable<(YamlScalar Date, MappingReader Item)> Dated(MappingReader reader, string key, string dateKey)
    {
        foreach (var node in reader.Sequence(key)?.Items ?? [])
        {
            if (MappingReader.For(node, diagnostics, What) is { } item && item.Scalar(dateKey, required: true) is { } date)
                yield return (date, item);
        }
    }
}
