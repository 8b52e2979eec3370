using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Standards.Bench.Workload;

namespace Standards.Bench.Hand;

/// <summary>
/// The ten norms by hand and without a branch that depends on the act: every act is a row of a table that says which
/// clock it starts, which it stops, and which marks it needs and sets. Shows what the mispredicted jumps of
/// <see cref="OnlineTenNorms"/> cost. Not thread-safe.
/// </summary>
internal sealed class TabledTenNorms
{
    private const int Clocks = 6;
    private const int NoClock = 5;

    private static readonly NormSet[] NormOfClock = [NormSet.N1, NormSet.N9, NormSet.N5, NormSet.N4, NormSet.N6, NormSet.None];

    private static readonly Row[] Rows = MakeRows();

    private readonly CaseState[] _cases;

    public TabledTenNorms(int cases) => _cases = new CaseState[Math.Max(cases, 1)];

    /// <summary>Forgets everything, and keeps the memory.</summary>
    public void Clear() => Array.Clear(_cases);

    /// <summary>Takes events that are not earlier than those before.</summary>
    public void Take(ReadOnlySpan<LogEvent> events)
    {
        var cases = _cases;
        ref var rows = ref MemoryMarshal.GetArrayDataReference(Rows);
        foreach (ref readonly var e in events)
        {
            ref var state = ref cases[e.Case];
            ref readonly var row = ref Unsafe.Add(ref rows, RowOf(e.Act, e.Severity));

            // Kept is the distance of the deadline from the end of time: zero means no deadline, and the earliest is the greatest.
            ref var stopped = ref Unsafe.Add(ref state.First, row.Stops);
            var late = e.At > long.MaxValue - stopped ? row.LateIs : 0;
            stopped = 0;
            ref var started = ref Unsafe.Add(ref state.First, row.Starts);
            started = Math.Max(started, row.DistanceOfBound - e.At);

            state.Violated |= (NormSet)(late | (row.Needs & ~state.Marks) | (row.Once & state.Marks));
            state.Marks |= row.Sets;
        }
    }

    /// <summary>The verdicts when time has run out for every open obligation.</summary>
    public Tally Finish()
    {
        var tally = new Tally();
        foreach (ref var state in _cases.AsSpan())
        {
            var violated = state.Violated | (NormSet)((ushort)(NormSet.N3 | NormSet.N10) & ~state.Marks);
            for (var clock = 0; clock < NoClock; clock++)
                violated |= Unsafe.Add(ref state.First, clock) != 0 ? NormOfClock[clock] : NormSet.None;
            tally.Add(violated);
        }

        return tally;
    }

    private static int RowOf(Act act, Severity severity) => ((int)act << 2) | (int)severity;

    private static Row[] MakeRows()
    {
        var rows = new Row[64];
        foreach (var severity in Enum.GetValues<Severity>())
        {
            foreach (var act in Enum.GetValues<Act>())
                rows[RowOf(act, severity)] = MakeRow(act, severity);
        }

        return rows;
    }

    private static Row MakeRow(Act act, Severity severity) => act switch
    {
        Act.Arrive => Starting(0, Bounds.Greet),
        Act.Greet => Stopping(0),
        Act.QueueStart => Starting(1, Bounds.Queue),
        Act.Served or Act.Handoff => Stopping(1),
        Act.Accept => Starting(2, Bounds.Reply) with { Sets = (int)NormSet.N10 },
        Act.Reply => Stopping(2),
        Act.Record => Plain with { Sets = (int)NormSet.N2 },
        Act.Grade => (severity == Severity.Major ? Starting(3, Bounds.Report) : Plain) with
        {
            Needs = (int)NormSet.N2,
            Once = (int)NormSet.N3,
            Sets = (int)NormSet.N3,
        },
        Act.ReportToSuperior => Stopping(3),
        Act.Resolve => Starting(4, Bounds.FollowUp) with { Sets = (int)NormSet.N7 },
        Act.FollowUp => Stopping(4),
        Act.Close => Plain with { Needs = (int)NormSet.N7 },
        Act.Argue => Plain with { Needs = (int)NormSet.N8 },
        _ => Plain,
    };

    private static Row Plain => new() { Starts = NoClock, Stops = NoClock };

    private static Row Starting(int clock, long bound) => Plain with { Starts = clock, DistanceOfBound = long.MaxValue - bound };

    private static Row Stopping(int clock) => Plain with { Stops = clock, LateIs = (int)NormOfClock[clock] };

    /// <summary>What an act does. Marks and norms share their bits: the mark that a norm needs has the norm's bit.</summary>
    private readonly record struct Row
    {
        public long DistanceOfBound { get; init; }

        public int Starts { get; init; }

        public int Stops { get; init; }

        public int LateIs { get; init; }

        public int Needs { get; init; }

        public int Once { get; init; }

        public int Sets { get; init; }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct CaseState
    {
        public long First;

        [InlineArray(Clocks - 1)]
        public struct Rest
        {
            public long Clock;
        }

        public Rest Others;
        public NormSet Violated;
        public int Marks;
    }
}
