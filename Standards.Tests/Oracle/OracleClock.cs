using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>Sets the clock of an obligation.</summary>
internal sealed class OracleClock(BoundRules rules, BoundNorm norm, NaiveExpression expressions)
{
    private BoundDeadline? Within => norm.Form switch
    {
        NormForm.Require f => f.Within,
        NormForm.Say f => f.Within,
        NormForm.Forbid f => f.Within,
        NormForm.NeverSay f => f.Within,
        NormForm.Count f => f.Within,
        NormForm.Record f => f.Within,
        _ => null,
    };

    /// <summary>The number of units allowed, with the unit; null for a clock of time or none.</summary>
    public BoundDeadline.Units? Units => Within as BoundDeadline.Units;

    /// <summary>The obligation with its clock; null where the log cannot tell. Without an activating event only the facts are seen.</summary>
    public OracleObligation? Set(OracleObligation obligation, OracleEvent? activation)
    {
        if (Within is not BoundDeadline.Time time)
            return obligation;
        var bounds = time.Deadline.Resolve(new Instant(obligation.At), new OracleDeadlines(rules, expressions, norm.Pack.Calendar, activation));
        if (!bounds.IsKnown)
            return null;
        return obligation with { From = bounds.Earliest.Ticks, Due = bounds.Latest == Instant.MaxValue ? long.MaxValue : bounds.Latest.Ticks };
    }
}
