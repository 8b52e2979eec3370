using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Explanation.Traces;

namespace Standards.Rules.Coverage;

/// <summary>What a norm can hold a clause to: which of its parts look at time, words, roles or order.</summary>
internal static class NormTraits
{
    /// <summary>Every pattern that the norm consists of, its exceptions left out.</summary>
    public static IEnumerable<BoundPattern> Patterns(BoundNorm norm)
    {
        BoundPattern?[] own = norm.Form switch
        {
            NormForm.Require f => [f.Pattern, f.Until],
            NormForm.Forbid f => [f.Pattern, f.Until],
            NormForm.Before f => [.. f.Prerequisites.OfType<BoundPrerequisite.Earlier>().Select(e => e.Pattern), f.Since],
            NormForm.Order f => [.. f.Steps],
            NormForm.Count f => [f.Pattern],
            NormForm.Say f => [f.Pattern, f.Until],
            NormForm.NeverSay f => [f.Pattern, f.Until],
            NormForm.Quota { Measure: QuotaMeasure.Events events } f => [events.Pattern, f.Of],
            NormForm.OutOfOrder f => [.. f.Process.States.SelectMany(s => s.Transitions).Concat(f.Process.Anywhere).Select(t => t.On)],
            _ => [],
        };
        return own.Prepend(norm.On).OfType<BoundPattern>();
    }

    /// <summary>Some clock runs: a deadline, a look back, a period, a timer of a state; or times are compared.</summary>
    public static bool HasClock(BoundNorm norm) => norm.Form switch
    {
        NormForm.Require { Within: not null } or NormForm.Forbid { Within: not null } or NormForm.Count { Within: not null } => true,
        NormForm.Say { Within: not null } or NormForm.NeverSay { Within: not null } or NormForm.Record { Within: not null } => true,
        NormForm.Before { Within: not null } => true,
        NormForm.Quota { Every: not QuotaPeriod.All } => true,
        NormForm.OutOfOrder f => f.Process.States.Any(s => s.Timer is not null),
        _ => Parts(norm).Any(p => p is BoundExpression.Comparison { Left.Type.Kind: ValueKind.Timestamp or ValueKind.Duration }),
    };

    /// <summary>The words spoken decide.</summary>
    public static bool LooksAtWords(BoundNorm norm) =>
        norm.Form is NormForm.Say or NormForm.NeverSay || Patterns(norm).Any(p => p.Alternatives.Any(a => a.Saying is not null));

    /// <summary>Who acts decides.</summary>
    public static bool LooksAtRoles(BoundNorm norm) =>
        norm.Form is NormForm.By
        || Patterns(norm).Any(p => p.Alternatives.Any(a => !a.Roles.IsDefault))
        || Parts(norm).Any(p => p is BoundExpression.Builtin { Binding.Name: BuiltinName.Role or BuiltinName.Actor });

    /// <summary>What came first decides, in itself or by the state that it brought about.</summary>
    public static bool LooksAtOrder(BoundNorm norm) =>
        norm.Form is NormForm.Before or NormForm.Order or NormForm.OutOfOrder || Parts(norm).Any(p => p is BoundExpression.State);

    /// <summary>Something breaks the norm by happening.</summary>
    public static bool Prohibits(BoundNorm norm) => norm.Form
        is NormForm.Forbid or NormForm.NeverSay or NormForm.Ensure or NormForm.Observe { ExpectSeen: false } or NormForm.Count { AtMost: not null };

    /// <summary>The parts of every condition that decides whether the norm is kept.</summary>
    private static IEnumerable<BoundExpression> Parts(BoundNorm norm)
    {
        IEnumerable<BoundExpression> own = norm.Form switch
        {
            NormForm.Ensure f => [f.Condition],
            NormForm.Before f => f.Prerequisites.OfType<BoundPrerequisite.That>().Select(t => t.Condition),
            _ => [],
        };
        return Patterns(norm).SelectMany(p => p.Alternatives).Select(a => a.Where).OfType<BoundExpression>().Concat(own).SelectMany(ExpressionParts.All);
    }
}
