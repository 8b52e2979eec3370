using System.Collections.Immutable;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Compilation;

/// <summary>What an event does to a norm. The numeric order is the order within one event.</summary>
internal enum ListenerRole : byte
{
    Except,
    UnitTick,
    Discharge,
    Breach,
    Hit,
    Step,
    Until,
    Machine,
    Activate,
    Prerequisite,
    Since,
}

/// <summary>One norm's interest in one act.</summary>
internal struct Listener
{
    public NormPlan Plan;

    /// <summary>Null: every event of the act.</summary>
    public Condition? Test;

    /// <summary>For <see cref="ListenerRole.Step"/>: the steps that the act may be.</summary>
    public ImmutableArray<StepTest> Steps;

    /// <summary>The norm's number in the program.</summary>
    public int Local;

    public ListenerRole Role;

    /// <summary>The number of the prerequisite.</summary>
    public byte Index;
}

/// <summary>The act is step <paramref name="Step"/> where the test holds.</summary>
internal readonly record struct StepTest(int Step, Condition? Test);

/// <summary>
/// The norms that judge the interactions of one set of processes at one time, arranged by act. Immutable and shared
/// between threads. The cost of an event depends on the norms that listen to its act, not on the norms loaded.
/// </summary>
internal sealed class Program
{
    public required ImmutableArray<int> Processes { get; init; }

    /// <summary>Norms by their number in the program.</summary>
    public required NormPlan[] Plans { get; init; }

    /// <summary>Indices of the plans in the rule book, by their number in the program.</summary>
    public required int[] Indices { get; init; }

    /// <summary>By act index plus one; row 0 is for acts that no pack knows.</summary>
    public required Listener[][] Listeners { get; init; }

    /// <summary>
    /// Standing norms that nothing but their own events can decide before the end: without a trace in the case until an event touches
    /// them. Norms with a key, and orders, are not among them: without an event of theirs there is no obligation.
    /// </summary>
    public required int[] Standing { get; init; }

    /// <summary>Standing norms that must be opened at the first event.</summary>
    public required int[] StandingFromStart { get; init; }

    public required int[] Machines { get; init; }

    /// <summary>
    /// Norms by their number in the program: which of the packs in it they are of. An interaction ends for each pack by that pack's own
    /// processes, so that its verdicts are the same whatever other packs are loaded.
    /// </summary>
    public required byte[] PackOf { get; init; }

    /// <summary>By pack: its machines that have terminal states.</summary>
    public required int[][] EndingMachines { get; init; }

    /// <summary>By row: whether any listener of it looks at the event, and not only at its act and time.</summary>
    public required bool[] LooksAtEvent { get; init; }

    /// <summary>Whether what begins with the first event looks at it.</summary>
    public bool StartLooksAtEvent => HasTimers || StandingFromStart.Length > 0;

    /// <summary>Whether every standing norm decides without looking at the facts.</summary>
    public required bool StandingIsBlind { get; init; }

    /// <summary>Whether any machine has a state that ends by itself.</summary>
    public required bool HasTimers { get; init; }

    /// <summary>The epoch that the program is for.</summary>
    public required int Epoch { get; init; }

    /// <summary>One bit each says for which packs the interaction has ended.</summary>
    public const int MostPacks = 64;

    public bool Includes(int process) => Processes.AsSpan().Contains(process);

    /// <summary>Programs reached from this one by one more process: a cache, filled by whoever asks; a race costs a second look-up.</summary>
    public Program?[] Neighbours { get; } = new Program?[4];
}
