using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>The forms that are decided at the activation.</summary>
internal sealed class NaiveCheck(BoundRules rules, BoundNorm norm, NaiveExpression expressions, NormWorld world, IReadOnlyList<OracleEvent> events)
{
    public sealed record Outcome(bool? Kept);

    /// <summary>Null for a form that is decided later.</summary>
    public Outcome? Kept(OracleEvent activation, Value key)
    {
        var view = new View(activation, [], null);
        return norm.Form switch
        {
            NormForm.Before f => new Outcome(NaivePattern.AllOf(f.Prerequisites.Select(p => p switch
            {
                BoundPrerequisite.That that => expressions.Holds(that.Condition, view),
                BoundPrerequisite.Earlier earlier => Occurred(earlier.Pattern, f, activation, key),
                _ => throw new NotSupportedException(),
            }))),
            NormForm.By f => new Outcome(activation.Role is null ? null : f.Roles.Contains(activation.Role, StringComparer.Ordinal)),
            NormForm.Ensure f => new Outcome(expressions.Holds(f.Condition, view)),
            NormForm.During f => new Outcome(Lies(f, new Instant(activation.At))),
            NormForm.Decide f => new Outcome(Same(new NaiveDecision(expressions).Decide(rules.Decisions[f.Decision.Index], view), expressions.Attribute(f.Recorded, activation))),
            NormForm.Tariff f => new Outcome(Close(expressions.Evaluate(f.Derived, view), expressions.Attribute(f.Charged, activation))),
            _ => null,
        };
    }

    /// <summary>Some earlier event of the key matches, not too long ago, and no later one that starts afresh.</summary>
    private bool? Occurred(BoundPattern pattern, NormForm.Before form, OracleEvent activation, Value key)
    {
        var here = new OracleObligation(activation.Position, activation.At, activation.Line, key);
        var earlier = events.Where(e => e.Position < activation.Position).ToList();
        return NaivePattern.AnyOf(earlier
            .Where(e => form.Within is null || activation.At - e.At <= form.Within.Value.Ticks)
            .Select(e => NaivePattern.AllOf(
            [
                world.Matches(pattern, e, here),
                .. earlier.Where(s => s.Position >= e.Position).Select(s => !world.Matches(form.Since, s, here)),
            ])));
    }

    private bool? Lies(NormForm.During form, Instant at)
    {
        var calendar = norm.Pack.Calendar;
        var open = form.Schedule.Schedule is { } schedule ? schedule.Contains(at, calendar.Clock, calendar) : calendar.IsOpen(at);
        return open.HasValue ? open.Value : null;
    }

    private static bool? Same(Value derived, Value recorded) => derived.IsMissing || recorded.IsMissing ? null : derived == recorded;

    private static bool? Close(Value derived, Value charged) =>
        derived.IsMissing || charged.IsMissing ? null : Math.Abs(Number(derived) - Number(charged)) < 0.005;

    private static double Number(Value value) => value.Kind == ValueKind.Int ? value.AsInt : value.AsDouble;
}
