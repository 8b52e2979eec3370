using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>Lays events and verdicts along the clock of the interaction. Immutable.</summary>
internal sealed class Timeline(AttemptRecord attempt, NormCatalog norms)
{
    private readonly EventIndex _events = new(attempt);
    private readonly InstantText _instants = new(norms.ZoneOf(attempt));

    /// <summary>A row for each event, each deadline that passed, and the end, by time: what was due at an instant may still be done at it.</summary>
    public ImmutableArray<TimelineRow> Of(ImmutableArray<VerdictLine> lines)
    {
        var shown = lines.Where(l => l.Finding.Verdict is Verdict.Satisfied or Verdict.Violated || l.IsBroken || l.IsKept).ToList();
        var byEvent = shown.Where(l => l.DecidedBy is not null).ToLookup<VerdictLine, InteractionEvent>(l => l.DecidedBy!, ReferenceEqualityComparer.Instance);
        var passed = shown.Where(l => l is { DecidedBy: null, IsDecidedByEnd: false }).GroupBy(l => l.Finding.At);
        var ended = shown.Where(l => l is { DecidedBy: null, IsDecidedByEnd: true }).GroupBy(l => l.Finding.At);
        return
        [
            .. _events.ByTime.Where(e => !NamesOnlyAProcess(e)).Select(e => (Row: (TimelineRow)ActRow(e, byEvent[e]), Order: 0))
                .Concat(passed.Select(g => (Row: (TimelineRow)new TimelineRow.TimePassed(g.Key, Since(g.Key), Ordered(g)), Order: 1)))
                .Concat(ended.Select(g => (Row: (TimelineRow)new TimelineRow.End(g.Key, Since(g.Key), Ordered(g)), Order: 2)))
                .OrderBy(r => r.Row.At).ThenBy(r => r.Order).Select(r => r.Row),
        ];
    }

    private static bool NamesOnlyAProcess(InteractionEvent item) =>
        string.Equals(item.Act, InteractionEvent.CaseFacts, StringComparison.Ordinal) && item.Data.Count == 0 && item.Process is not null;

    private TimelineRow.Act ActRow(InteractionEvent item, IEnumerable<VerdictLine> lines) =>
        new(item.At, Since(item.At), Ordered(lines), item, norms.ActTitle(item.Act), Who(item), Details(item));

    private TimeSpan Since(Instant at) => _events.ByTime.IsEmpty ? TimeSpan.Zero : at - _events.ByTime[0].At;

    private static ImmutableArray<VerdictLine> Ordered(IEnumerable<VerdictLine> lines) =>
        [.. lines.OrderByDescending(l => l.IsBroken).ThenByDescending(l => l.Finding.Severity).ThenByDescending(l => l.Lost)];

    /// <summary>An actor is written with its kind before a colon, which its role says better.</summary>
    private LocalizedText Who(InteractionEvent item)
    {
        if (item.Role is not { } role)
            return item.Actor is { } alone ? new LocalizedText(alone, alone) : LocalizedText.Empty;
        var title = norms.Describer.RoleTitle(role);
        var name = item.Actor is { } actor ? actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..] : "";
        return name.Length == 0 || string.Equals(name, role, StringComparison.Ordinal) ? title : new LocalizedText($"{title.Zh} {name}", $"{title.En} {name}");
    }

    private LocalizedText Details(InteractionEvent item)
    {
        var details = item.Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => Detail(d.Key, d.Value)).ToList();
        return new LocalizedText(string.Join("，", details.Select(d => d.Zh)), string.Join(", ", details.Select(d => d.En)));
    }

    /// <summary>Of an observer's answer the question is shown, not the id of the norm that asks it.</summary>
    private LocalizedText Detail(string attribute, Value value)
    {
        if (value.Kind == ValueKind.String && string.Equals(attribute, "item", StringComparison.Ordinal) && norms.QuestionOf(value.AsString) is { } question)
            return question;
        var title = WithoutGloss(norms.Describer.AttributeTitle(attribute));
        return Texts.Debrief.Attribute.With(title, Shown(value));
    }

    /// <summary>A title may list the values in brackets behind it.</summary>
    private static LocalizedText WithoutGloss(LocalizedText title) => new(WithoutGloss(title.Zh), WithoutGloss(title.En));

    private static string WithoutGloss(string title) => title.IndexOfAny(['(', '（']) is > 0 and var bracket ? title[..bracket].TrimEnd() : title;

    private LocalizedText Shown(Value value)
    {
        var text = ValueText.Of(value, _instants);
        return text switch
        {
            "true" or "yes" => Texts.Debrief.Yes,
            "false" or "no" => Texts.Debrief.No,
            _ => new LocalizedText(text, text),
        };
    }
}
