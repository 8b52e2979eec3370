using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Diagnostics;
using Standards.Rules.Explanation;
using Standards.Rules.Sessions;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>Acts, verdicts and clocks of an observation in words, one line each. Immutable.</summary>
internal sealed class ObserverWords(ObservableProcess process, Instant startedAt, Language language)
{
    private static readonly TimeSpan LongestWarning = TimeSpan.FromSeconds(60);

    private readonly NormDescriber _describer = new(process.Book.Bound);
    private readonly InstantText _instants = new(process.Zone);

    public string Say(LocalizedText text) => text.In(language);

    public string Offset(Instant instant) => OffsetText.Short(instant - startedAt);

    public string Title(ObservableAct act) => Say(act.Act.Title);

    public string Role(string role) => Say(_describer.RoleTitle(role));

    public string Attribute(string name) => Say(_describer.AttributeTitle(name));

    /// <summary>The number, the time and what was ticked.</summary>
    public string Of(ObservedAct act)
    {
        var text = $"#{act.Number} {Offset(act.At)} {What(act)}";
        return act.IsStruck ? Say(Texts.Observe.Struck.With(text)) : text;
    }

    /// <summary>What was ticked, without number and time.</summary>
    public string What(ObservedAct act)
    {
        if (act.Item is { } item)
        {
            var norm = process.Checklist.FirstOrDefault(c => string.Equals(c.Id, item, StringComparison.Ordinal));
            return $"{(norm is null ? item : Say(norm.Title))}{Say(Texts.Colon)}{Answer(act.Data.GetValueOrDefault(ObservedAct.SeenAttribute).ToString())}";
        }

        List<string> parts = [act.IsFacts ? Say(Texts.Observe.FactsWord) : process.Find(act.Act) is { } known ? Title(known) : act.Act];
        if (act.Role is not null)
            parts[0] += Say(Texts.Observe.InBrackets.With(Role(act.Role)));
        parts.AddRange(act.Data.Select(d => $"{Attribute(d.Key)} = {ValueOf(d.Value)}"));
        if (act.Say is not null)
            parts.Add(Say(Texts.Observe.Quoted.With(SourceExcerpt.Printable(act.Say))));
        return string.Join(Say(Texts.Comma), parts);
    }

    /// <summary>The time, a mark, and the title of the norm; the message where it says more.</summary>
    public string Of(Finding finding, bool withMessage = false)
    {
        var norm = process.Book.Bound.Norms.LastOrDefault(n => string.Equals(n.Id, finding.Norm, StringComparison.Ordinal));
        var title = (norm is null ? finding.Norm : Say(norm.Title)) + Key(finding.Key);
        var text = $"{Mark(finding.Verdict)} {Offset(finding.At)} {Say(Texts.Of(finding.Verdict))}{Say(Texts.Colon)}{title}";
        return withMessage && finding.Verdict == Verdict.Violated ? $"{text} [{string.Join(", ", finding.Clauses)}]" : text;
    }

    /// <summary>What a clock is for, and for whom.</summary>
    public string Title(OpenObligation open) => Say(open.Title) + Key(open.Key);

    /// <summary>What is left of a clock that is about to run out, and what it is for.</summary>
    public string Warning(OpenObligation open, Instant now) => Say(Texts.Observe.Left.With(OffsetText.Span(open.Due - now), Title(open)));

    /// <summary>What was kept or broken; that an act came in its order is no news.</summary>
    public bool IsWorthShowing(Finding finding) => finding.Verdict switch
    {
        Verdict.Violated => true,
        Verdict.Satisfied => !process.Book.Bound.Norms.Any(n => n.Form is NormForm.OutOfOrder && string.Equals(n.Id, finding.Norm, StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>A mark that reads without colours.</summary>
    public static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Satisfied => "✓",
        Verdict.Violated => "✗",
        Verdict.Unknown => "?",
        _ => "·",
    };

    /// <summary>A clock is about to run out: less than a minute, and less than the last third of it, is left. Where time keeps the norm nothing is.</summary>
    public static bool IsUrgent(OpenObligation open, Instant now)
    {
        if (open.IsProhibition)
            return false;
        var left = open.Due - now;
        return left <= LongestWarning && left * 3 <= open.Due - open.ActivatedAt;
    }

    public string Answer(Seen seen) => Answer(ObservedAct.Name(seen));

    private string Answer(string seen) => Say(seen switch
    {
        "yes" => Texts.Observe.Yes,
        "no" => Texts.Observe.No,
        _ => Texts.Observe.NotSeen,
    });

    private string ValueOf(Value value) => value.Kind == ValueKind.Bool ? Say(value.AsBool ? Texts.Observe.Yes : Texts.Observe.No) : SourceExcerpt.Printable(ValueText.Of(value, _instants));

    private static string Key(string? key) => key is null ? "" : $" [{SourceExcerpt.Printable(key)}]";
}
