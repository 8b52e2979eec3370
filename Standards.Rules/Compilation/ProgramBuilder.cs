using System.Collections.Immutable;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Compilation;

/// <summary>A norm's interest in an act, before norms are numbered. Act -1: every act.</summary>
internal readonly record struct Interest(int Act, ListenerRole Role, Condition? Test, int Index = 0)
{
    /// <summary>The interest holds in interactions of these processes alone; default or empty for all.</summary>
    public ImmutableArray<int> Processes { get; init; }
}

/// <summary>A norm with its interests, the processes that it is for, and when its pack is in force.</summary>
internal sealed record ArrangedNorm(NormPlan Plan, ImmutableArray<Interest> Interests, ImmutableArray<int> Processes, long InForceFrom, long InForceUntil);

/// <summary>Arranges norms by act for the interactions of one set of processes. Immutable; thread-safe.</summary>
internal sealed class ProgramBuilder(ImmutableArray<ArrangedNorm> norms, int actCount)
{
    public Program Build(ProcessSet processes, int epoch, long at)
    {
        var chosen = norms.Where(n => n.Plan.Kind != PlanKind.Quota && Applies(n, processes, at)).ToArray();
        var rows = Enumerable.Range(0, actCount + 1).Select(_ => new List<Listener>()).ToArray();
        for (var local = 0; local < chosen.Length; local++)
            Arrange(rows, chosen[local], local, processes);

        var listeners = rows.Select(Ordered).ToArray();
        var plans = chosen.Select(n => n.Plan).ToArray();
        var packs = plans.Select(p => p.Norm.Pack.Id).Distinct(StringComparer.Ordinal).ToList();
        if (packs.Count > Program.MostPacks)
            throw new NotSupportedException($"an interaction cannot be judged by more than {Program.MostPacks} packs at once");
        byte[] packOf = [.. plans.Select(p => (byte)packs.IndexOf(p.Norm.Pack.Id))];
        int[] machines = [.. Enumerable.Range(0, plans.Length).Where(i => plans[i].Kind == PlanKind.Machine)];
        var standing = Enumerable.Range(0, plans.Length).Where(i => plans[i].IsStanding && plans[i].Kind != PlanKind.Machine).ToArray();
        return new Program
        {
            Processes = processes.Items,
            Plans = plans,
            Indices = [.. plans.Select(p => p.Index)],
            Listeners = listeners,
            LooksAtEvent = [.. listeners.Select(row => Array.Exists(row, LooksAtEvent))],
            HasTimers = Array.Exists(plans, p => p.Machine?.States.Any(s => s.Timer is not null) == true),
            StandingIsBlind = Array.TrueForAll(standing, i => plans[i].IsBlind && !plans[i].NeedsSpeech),
            Epoch = epoch,
            Standing = [.. standing.Where(i => plans[i].Key < 0 && plans[i].Kind != PlanKind.Order && !IsEager(plans[i]))],
            StandingFromStart = [.. standing.Where(i => plans[i].Key < 0 && plans[i].Kind != PlanKind.Order && IsEager(plans[i]))],
            Machines = machines,
            PackOf = packOf,
            EndingMachines = [.. packs.Select((_, pack) => machines.Where(m => packOf[m] == pack && plans[m].Machine!.HasTerminalState).ToArray())],
        };
    }

    /// <summary>Time, exceptions and units may decide it before an event touches it.</summary>
    private static bool IsEager(NormPlan plan) => plan.Clock is not null || plan.HasExceptionEvents || plan.UnitLimit >= 0;

    /// <summary>A plain listener needs the act and the time alone.</summary>
    private static bool LooksAtEvent(Listener listener) =>
        listener.Test is not null || listener.Steps.Length > 0 || !listener.Plan.IsBlind || listener.Role == ListenerRole.Machine;

    private static bool Applies(ArrangedNorm norm, ProcessSet processes, long at)
    {
        if (at < norm.InForceFrom || at > norm.InForceUntil)
            return false;
        return Concerns(norm.Processes, processes);
    }

    private static bool Concerns(ImmutableArray<int> wanted, ProcessSet processes) =>
        wanted.IsDefaultOrEmpty || wanted.Any(p => processes.Items.Contains(p));

    private static void Arrange(List<Listener>[] rows, ArrangedNorm norm, int local, ProcessSet processes)
    {
        foreach (var group in norm.Interests.Where(i => Concerns(i.Processes, processes)).GroupBy(i => (i.Act, i.Role, Split: i.Role == ListenerRole.Step ? -1 : i.Index)))
        {
            var listener = new Listener
            {
                Plan = norm.Plan,
                Local = local,
                Role = group.Key.Role,
                Index = (byte)Math.Max(0, group.Key.Split),
                Steps = [],
            };
            if (group.Key.Role == ListenerRole.Step)
                listener.Steps = Steps(group.Select(i => new StepTest(i.Index, i.Test)));
            else
                listener.Test = PatternCompiler.Any(group.Select(i => i.Test));

            if (group.Key.Act >= 0)
            {
                rows[group.Key.Act + 1].Add(listener);
                continue;
            }

            // Every act but case.facts, which is no act of anybody.
            for (var row = 0; row < rows.Length; row++)
            {
                if (row != Evaluation.EventSchema.CaseFactsAct + 1)
                    rows[row].Add(listener);
            }
        }
    }

    /// <summary>One test a step: the alternatives of a step are tested together, so that one that holds settles it.</summary>
    private static ImmutableArray<StepTest> Steps(IEnumerable<StepTest> tests) =>
        [.. tests.GroupBy(t => t.Step).Select(g => new StepTest(g.Key, PatternCompiler.Any(g.Select(t => t.Test))))];

    /// <summary>
    /// INVARIANT: exceptions of all norms come first, so that a norm's activation that excepts another does so within the event.
    /// Several rows of one norm in one role (a named act, and any act) are merged, so that an event counts once.
    /// </summary>
    private static Listener[] Ordered(List<Listener> row) =>
    [
        .. row.GroupBy(l => (l.Local, l.Role, l.Index)).Select(Merge)
            .OrderBy(l => l.Role == ListenerRole.Except ? 0 : 1).ThenBy(l => l.Local).ThenBy(l => l.Role).ThenBy(l => l.Index),
    ];

    private static Listener Merge(IGrouping<(int, ListenerRole, byte), Listener> group)
    {
        var merged = group.First();
        if (group.Skip(1).Any())
        {
            merged.Steps = Steps(group.SelectMany(l => l.Steps));
            merged.Test = PatternCompiler.Any(group.Select(l => l.Test));
        }

        return merged;
    }
}
