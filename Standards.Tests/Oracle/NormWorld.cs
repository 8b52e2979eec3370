using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>What the events of an interaction mean to one norm.</summary>
internal sealed class NormWorld(
    BoundRules rules, BoundNorm norm, NaiveExpression expressions, NaivePattern patterns, Timeline timeline, Func<string, Func<OracleEvent, bool?>> activationsOf)
{
    public IReadOnlyList<OracleEvent> Events => timeline.Events;

    public Value KeyOf(OracleEvent e) => norm.Per < 0 ? Value.Missing : expressions.Attribute(norm.Per, e);

    /// <summary>Whether the event belongs to the key.</summary>
    public bool? SameKey(OracleEvent e, Value key)
    {
        if (norm.Per < 0)
            return true;
        var own = KeyOf(e);
        return own.IsMissing || key.IsMissing ? null : own == key;
    }

    /// <summary>Whether the event excepts obligations of the key. Without a value of its own it excepts all.</summary>
    public bool? Excepts(OracleEvent e, Value key)
    {
        var holds = NaivePattern.AnyOf(norm.Unless.Select(u => u switch
        {
            BoundException.Event one => patterns.Matches(one.Pattern, new View(e, [], null)),
            BoundException.Norm other => activationsOf(other.Id)(e),
            _ => false,
        }));
        return norm.Per < 0 || KeyOf(e).IsMissing || KeyOf(e) == key ? holds : false;
    }

    public bool? Matches(BoundPattern? pattern, OracleEvent e, OracleObligation obligation) =>
        pattern is null ? false : NaivePattern.AllOf(patterns.Matches(pattern, new View(e, obligation.Captured, obligation.At)), SameKey(e, obligation.Key));

    /// <summary>Whether the event is what the form is about: a fulfilment, a breach, a hit, a step; keys aside.</summary>
    public bool? Concerns(OracleEvent e, OracleObligation obligation)
    {
        var view = new View(e, obligation.Captured, obligation.At);
        return norm.Form switch
        {
            NormForm.Require f => patterns.Matches(f.Pattern, view),
            NormForm.Say f => patterns.Matches(f.Pattern, view),
            NormForm.Forbid f => patterns.Matches(f.Pattern, view),
            NormForm.NeverSay f => patterns.Matches(f.Pattern, view),
            NormForm.Count f => patterns.Matches(f.Pattern, view),
            NormForm.Order f => NaivePattern.AnyOf(f.Steps.Select(s => patterns.Matches(s, view))),
            NormForm.Record f => Fills(f, e),
            NormForm.Observe f => Ticks(e, f.ExpectSeen ? "yes" : "no"),
            _ => false,
        };
    }

    /// <summary>Whether the event breaks an observation.</summary>
    public bool? Opposes(OracleEvent e) => norm.Form is NormForm.Observe f ? Ticks(e, f.ExpectSeen ? "no" : "yes") : false;

    private bool? Fills(NormForm.Record form, OracleEvent e)
    {
        if (e.Act != form.Form.Act)
            return false;
        var named = expressions.Attribute(form.FormAttribute, e);
        if (named.IsMissing)
            return null;
        return named == Value.Of(form.Form.Id) && form.Fields.All(f => expressions.Attribute(f, e) is { IsMissing: false } value && value != Value.Of(""));
    }

    private bool? Ticks(OracleEvent e, string answer) =>
        e.Act == BoundVocabulary.ChecklistTicked
        && expressions.Attribute(BoundVocabulary.Item, e) == Value.Of(norm.Id)
        && expressions.Attribute(BoundVocabulary.Seen, e) == Value.Of(answer);

    /// <summary>The value that <c>distinct</c> counts.</summary>
    public Value Attribute(int index, OracleEvent e) => expressions.Attribute(index, e);

    /// <summary>The number that the event itself carries, facts of the case aside.</summary>
    public static Value Own(int index, OracleEvent e) => index >= 0 && e.Data.TryGetValue(index, out var value) ? value : Value.Missing;

    public OracleVerdict State(OracleObligation obligation, Verdict verdict, long at) =>
        new(norm.Id, verdict, at, obligation.Due, obligation.Key.IsMissing ? "" : obligation.Key.ToString(), obligation.Line);

    public BoundRules Rules => rules;
}
