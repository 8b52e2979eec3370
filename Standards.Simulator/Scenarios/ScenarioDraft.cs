using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;

namespace Standards.Simulator.Scenarios;

/// <summary>
/// The beginning of a scenario: one of the pack's own cases as a play. What staff did are actions, what others did happens. It can be
/// proved as it is written, and is for the author to fill with people, temptations and choices.
/// </summary>
internal sealed class ScenarioDraft
{
    private const string StaffRole = "staff";
    private const string Ticked = "checklist.ticked";

    private readonly RuleBook _book;
    private readonly PackCase _case;
    private readonly string _id;
    private readonly NormDescriber _describer;
    private readonly ImmutableArray<string> _processes;
    private readonly ImmutableArray<string> _staff;
    private readonly StringBuilder _text = new();

    private ScenarioDraft(RuleBook book, PackCase source, string process, string id)
    {
        (_book, _case, _id) = (book, source, id);
        _describer = new NormDescriber(book.Bound);
        _processes = source.Processes.IsEmpty ? [process] : [.. source.Processes];
        _staff = book.Bound.Vocabulary.Roles.FirstOrDefault(r => string.Equals(r.Name, StaffRole, StringComparison.Ordinal))?.Cases ?? [StaffRole];
    }

    /// <summary>The case of a process that keeps the most norms and breaks none; null where there is none.</summary>
    public static PackCase? SourceOf(RuleBook book, string process) => book.Cases
        .Where(c => c.Processes.Contains(process, StringComparer.Ordinal) && c.AsOf is null && !c.Expected.Any(e => e.Verdict == Verdict.Violated))
        .Where(c => Verdicts(book, c).All(f => f.Verdict != Verdict.Violated))
        .OrderByDescending(c => c.Expected.Count(e => e.Verdict == Verdict.Satisfied)).ThenByDescending(c => c.Events.Length).ThenBy(c => c.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The scenario as YAML.</summary>
    /// <param name="book">The pack.</param>
    /// <param name="source">The case that it is made from.</param>
    /// <param name="process">The process of a case that names none.</param>
    /// <param name="id">The id of the scenario.</param>
    public static string Of(RuleBook book, PackCase source, string process, string id) => new ScenarioDraft(book, source, process, id).Write();

    private string Write()
    {
        var events = _case.Events.Where(e => !string.Equals(e.Act, InteractionEvent.CaseFacts, StringComparison.Ordinal)).ToList();
        var first = events[0].At;
        var kept = Verdicts(_book, _case).Where(f => f.Verdict == Verdict.Satisfied).Select(f => f.Norm).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Line($"# Begun from the case {_case.Id}.");
        Line("# Give it people, temptations (`breaks`) and things that happen by themselves: docs/scenarios.md.");
        Line($"id: {_id}");
        Line($"title: {Both(_case.Title == LocalizedText.Empty ? new LocalizedText(_case.Id, _case.Id) : _case.Title)}");
        Line($"process: {(_processes.Length == 1 ? _processes[0] : $"[{string.Join(", ", _processes)}]")}");
        Line("difficulty: 1");
        Line("minutes: 5");
        Line($"role: {events.Select(e => e.Role).FirstOrDefault(IsStaff) ?? StaffRole}");
        Line($"start: {Instant(first)}");
        Line($"limit: {Seconds(events[^1].At - first + TimeSpan.FromHours(1))}");
        if (kept.Count > 0)
            Line($"trains:\n{string.Join('\n', kept.Select(n => "- " + n))}");
        var facts = _case.Events.Where(e => string.Equals(e.Act, InteractionEvent.CaseFacts, StringComparison.Ordinal)).SelectMany(e => e.Data).ToList();
        if (facts.Count > 0)
            Line($"facts: {Data(facts)}");
        Line($"scene: {Both(new LocalizedText("（在此写明场面。）", "(Say here what the trainee finds.)"))}");
        Line("beats:");
        Beats(events, first);
        return _text.ToString();
    }

    /// <summary>A beat for each act of staff, and what others do after it as its steps.</summary>
    private void Beats(List<InteractionEvent> events, Instant first)
    {
        var clock = first;
        var number = 1;
        Line($"- id: beat-{number}");
        var index = 0;
        var lead = events.TakeWhile(e => !IsAction(e)).ToList();
        if (lead.Count > 0)
        {
            Line("  enter:");
            Steps(lead, ref clock, "  ");
            index = lead.Count;
        }

        while (index < events.Count)
        {
            var action = events[index++];
            var after = events.Skip(index).TakeWhile(e => !IsAction(e)).ToList();
            index += after.Count;
            Line("  actions:");
            Line($"  - id: act-{number}");
            Line($"    title: {Both(_describer.ActTitle(action.Act))}");
            Line($"    act: {action.Act}");
            if (action.Role is not null)
                Line($"    role: {action.Role}");
            if (action.Data.Count > 0)
                Line($"    data: {Data(action.Data)}");
            Line($"    takes: {Seconds(action.At - clock)}");
            clock = action.At;
            if (action.Say is { } words)
                Line($"    say: {{model: {Both(new LocalizedText(words, "(what these words mean)"))}, poor: 嗯}}");
            Line("    then:");
            Steps(after, ref clock, "    ");
            number++;
            Line($"    - go: {(index < events.Count ? $"beat-{number}" : "end")}");
            if (index < events.Count)
                Line($"- id: beat-{number}");
        }

        Line("- id: end");
        Line($"  ending: {Both(new LocalizedText("（在此写明结局。）", "(Say here how it ends.)"))}");
    }

    private void Steps(List<InteractionEvent> events, ref Instant clock, string indent)
    {
        foreach (var item in events)
        {
            List<string> parts = [];
            if (item.At > clock)
                parts.Add($"after: {Seconds(item.At - clock)}");
            clock = item.At > clock ? item.At : clock;
            parts.Add($"act: {item.Act}");
            if (item.Role is not null)
                parts.Add($"role: {item.Role}");
            if (item.Data.Count > 0)
                parts.Add($"data: {Data(item.Data)}");
            if (item.Say is { } words)
                parts.Add($"say: {Both(new LocalizedText(words, "(what these words mean)"))}");
            if (!string.Equals(item.Act, Ticked, StringComparison.Ordinal))
                parts.Add($"tell: {Both(_describer.ActTitle(item.Act))}");
            Line($"{indent}- {{{string.Join(", ", parts)}}}");
        }
    }

    private bool IsAction(InteractionEvent item) => IsStaff(item.Role) && !string.Equals(item.Act, Ticked, StringComparison.Ordinal);

    private bool IsStaff(string? role) => role is not null && _staff.Contains(role, StringComparer.Ordinal);

    private static ImmutableArray<Finding> Verdicts(RuleBook book, PackCase source)
    {
        using var session = book.Open(source.Id, [.. source.Processes]);
        foreach (var item in source.Events)
            session.Observe(item);
        session.Close();
        return session.Verdicts();
    }

    private static string Data(IEnumerable<KeyValuePair<string, Value>> data) =>
        "{" + string.Join(", ", data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}: {Plain(d.Value)}")) + "}";

    private static string Plain(Value value) => value.Kind switch
    {
        ValueKind.String => Quoted(value.AsString),
        ValueKind.List => "[" + string.Join(", ", value.AsList.Select(Plain)) + "]",
        ValueKind.Timestamp => Instant(value.AsTimestamp),
        ValueKind.Duration => Seconds(value.AsDuration),
        _ => value.ToString(),
    };

    private static string Both(LocalizedText text) => $"{{zh: {Quoted(text.Zh.Length > 0 ? text.Zh : text.En)}, en: {Quoted(text.En.Length > 0 ? text.En : text.Zh)}}}";

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ") + "'";

    private static string Instant(Instant instant) => instant.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span) => span > TimeSpan.FromDays(3) && span.Ticks % TimeSpan.TicksPerMinute == 0
        ? ((long)span.TotalMinutes).ToString(CultureInfo.InvariantCulture) + " min"
        : (span.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private void Line(string line) => _text.Append(line).Append('\n');
}
