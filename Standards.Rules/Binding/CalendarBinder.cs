using System.Collections.Immutable;
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

    public void Read(YamlNode root)
    {
        if (MappingReader.For(root, diagnostics, What) is not { } reader)
            return;
        var id = reader.RequiredString("calendar");
        var over = reader.Scalar("over");
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
            Span = reader.SpanOf("calendar"),
        };
        reader.Localized("note");
        reader.Sequence("sources");
        reader.Finish();
        if (!reader.HasErrors && !_definitions.TryAdd(id, (definition, over)))
            diagnostics.Report(BindingDiagnostics.DuplicateId, reader.SpanOf("calendar"), id, _definitions[id].Definition.Span.ToString());
    }

    public Names<WorkingCalendar> Finish()
    {
        var calendars = new Names<WorkingCalendar>(diagnostics, BindingDiagnostics.UnknownCalendar);
        foreach (var (id, (definition, over)) in _definitions)
        {
            var whole = definition;
            if (over is not null)
            {
                if (!_definitions.TryGetValue(over.Value, out var parent) || parent.Over is not null)
                {
                    diagnostics.ReportWithHelp(BindingDiagnostics.UnknownCalendar, over.Span, Suggestion.DidYouMean(over.Value, _definitions.Keys), over.Value);
                    continue;
                }

                whole = definition.Over(parent.Definition) with { Zone = definition.Zone.Length > 0 ? definition.Zone : parent.Definition.Zone };
            }

            if (WorkingCalendar.TryCreate(whole, out var calendar, out var problems))
                calendars.Declare(id, calendar, definition.Span);
            foreach (var problem in problems)
                diagnostics.Report(PackDiagnostics.WrongCalendar, problem.Span, problem.Kind.ToString(), problem.Subject);
        }

        return calendars;
    }

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
