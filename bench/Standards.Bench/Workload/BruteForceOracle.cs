namespace Standards.Bench.Workload;

/// <summary>
/// What the ten norms mean, by quantifiers over the whole case and with no state: the truth that every evaluator is
/// held to. Quadratic, and unrelated in form to what it checks.
/// </summary>
internal static class BruteForceOracle
{
    /// <summary>The norms that a case violates; the events may stand in any order.</summary>
    public static NormSet Violated(IReadOnlyCollection<LogEvent> events)
    {
        bool Has(Act act) => events.Any(e => e.Act == act);
        bool HasBefore(Act act, long at) => events.Any(e => e.Act == act && e.At < at);
        bool HasWithin(Func<Act, bool> answers, long at, long bound) => events.Any(e => answers(e.Act) && e.At > at && e.At <= at + bound);
        IEnumerable<LogEvent> All(Act act) => events.Where(e => e.Act == act);

        var violated = NormSet.None;
        void Keep(NormSet norm, bool kept) => violated |= kept ? NormSet.None : norm;

        Keep(NormSet.N1, All(Act.Arrive).All(e => HasWithin(a => a == Act.Greet, e.At, Bounds.Greet)));
        Keep(NormSet.N2, All(Act.Grade).All(e => HasBefore(Act.Record, e.At)));
        Keep(NormSet.N3, All(Act.Grade).Count() == 1);
        Keep(
            NormSet.N4,
            All(Act.Grade).Where(e => e.Severity == Severity.Major).All(e => HasWithin(a => a == Act.ReportToSuperior, e.At, Bounds.Report)));
        Keep(NormSet.N5, All(Act.Accept).All(e => HasWithin(a => a == Act.Reply, e.At, Bounds.Reply)));
        Keep(NormSet.N6, All(Act.Resolve).All(e => HasWithin(a => a == Act.FollowUp, e.At, Bounds.FollowUp)));
        Keep(NormSet.N7, All(Act.Close).All(e => HasBefore(Act.Resolve, e.At)));
        Keep(NormSet.N8, !Has(Act.Argue));
        Keep(NormSet.N9, All(Act.QueueStart).All(e => HasWithin(a => a is Act.Handoff or Act.Served, e.At, Bounds.Queue)));
        Keep(NormSet.N10, Has(Act.Accept));
        return violated;
    }
}
