using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Standards.Core.Values;
using Standards.Rules.Compilation;

namespace Standards.Rules.Evaluation;

/// <summary>The state of one norm in one case.</summary>
internal struct NormState
{
    /// <summary>The norm's number in the program plus one; 0 for an empty place.</summary>
    public int Tag;

    /// <summary>The first of its obligations in the pool; 0 for none.</summary>
    public int Head;

    public int Bits;

    /// <summary>How often it was kept.</summary>
    public int Satisfied;

    /// <summary>The one obligation of a standing norm is decided, or does not apply.</summary>
    public const int Decided = 1 << 31;

    /// <summary>The one obligation of a standing norm has been opened.</summary>
    public const int Opened = 1 << 30;

    /// <summary>An exception holds for every key.</summary>
    public const int Excepted = 1 << 29;

    /// <summary>An exception may hold.</summary>
    public const int MaybeExcepted = 1 << 28;

    /// <summary>A machine that can no longer tell its state.</summary>
    public const int Lost = 1 << 27;

    /// <summary>Lower bits: the state of a machine, or prerequisites that may have been seen for an unknown key.</summary>
    public const int LowMask = (1 << 24) - 1;
}

/// <summary>Places for the norms of a small program.</summary>
[InlineArray(Length)]
internal struct SmallTable
{
    public const int Length = 16;
    private NormState _first;
}

/// <summary>The state of one interaction. Pooled; not thread-safe.</summary>
internal sealed class CaseState
{
    /// <summary>A larger table is not kept for the next case.</summary>
    private const int LargestKept = 64;

    public Program Program = null!;

    /// <summary>How many open obligations and timers have a clock of time.</summary>
    public int Clocks;

    /// <summary>How many places of the pool the case holds.</summary>
    public int Nodes;
    public int Used;

    /// <summary>The caller's index of the case.</summary>
    public int Id;

    /// <summary>The last process index seen to be in the program: a shortcut.</summary>
    public int LastProcess = -1;

    public long LastAt;

    /// <summary>How many events there were, those of timers included: tells earlier from later within one instant.</summary>
    public int Moment;

    /// <summary>No open obligation is due before this.</summary>
    public long NextDue = long.MaxValue;

    public long FirstAt;
    public EventReference First;
    public bool Started;
    public bool SpeechLogged;

    /// <summary>Whether facts of the case tell that words are logged.</summary>
    public bool SpeechIsFact;

    /// <summary>The last event of the log, facts aside: they are of no time.</summary>
    public long LastEventAt;

    /// <summary>For which packs of the program the interaction has ended, a bit each.</summary>
    public ulong EndedPacks;

    /// <summary>For the first pack: when the interaction ended; until then, when a timer of its machines last went off.</summary>
    private long _firstMark;

    /// <summary>The same for the other packs.</summary>
    private long[]? _laterMarks;

    public bool HasEnded(int pack) => (EndedPacks & (1UL << pack)) != 0;

    /// <summary>When the interaction ended for the pack; until then the last event that the pack knows of.</summary>
    public long EndOf(int pack) => HasEnded(pack) ? Mark(pack) : Math.Max(LastEventAt, Mark(pack));

    public long Mark(int pack) => pack == 0 ? _firstMark : _laterMarks is { } marks && pack <= marks.Length ? marks[pack - 1] : 0;

    public void SetMark(int pack, long at)
    {
        if (pack == 0)
        {
            _firstMark = at;
            return;
        }

        if (_laterMarks is null || _laterMarks.Length < pack)
            Array.Resize(ref _laterMarks, Program.EndingMachines.Length - 1);
        _laterMarks[pack - 1] = at;
    }

    public AttributeValue[] Facts = [];
    public int FactCount;

    /// <summary>The table of a case that is touched by few norms, inside the object: one place of memory to fetch.</summary>
    private SmallTable _small;

    /// <summary>The table of a case that is touched by many.</summary>
    private NormState[]? _large;

    /// <summary>Open addressing by norm number. INVARIANT: a program of no more norms than places never collides.</summary>
    public Span<NormState> Table => _large is null ? SmallSpan : _large;

    private Span<NormState> SmallSpan => MemoryMarshal.CreateSpan(ref Unsafe.As<SmallTable, NormState>(ref _small), SmallTable.Length);

    /// <summary>The state of <paramref name="local"/>, made where there is none yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref NormState State(int local)
    {
        if (_large is null)
        {
            ref var state = ref Unsafe.Add(ref Unsafe.As<SmallTable, NormState>(ref _small), local & (SmallTable.Length - 1));
            if (state.Tag == local + 1)
                return ref state;
            if (state.Tag == 0 && Program.Plans.Length <= SmallTable.Length)
            {
                state.Tag = local + 1;
                return ref state;
            }
        }

        return ref FindOrAdd(local);
    }

    /// <summary>The state of <paramref name="local"/>, or a null reference.</summary>
    public ref NormState TryState(int local)
    {
        var table = Table;
        for (var i = local & (table.Length - 1); table[i].Tag != 0; i = (i + 1) & (table.Length - 1))
        {
            if (table[i].Tag == local + 1)
                return ref table[i];
        }

        return ref Unsafe.NullRef<NormState>();
    }

    private ref NormState FindOrAdd(int local)
    {
        var table = Table;
        var i = local & (table.Length - 1);
        while (table[i].Tag != 0)
        {
            if (table[i].Tag == local + 1)
                return ref table[i];
            i = (i + 1) & (table.Length - 1);
        }

        if (++Used * 4 > table.Length * 3 && Program.Plans.Length > table.Length)
        {
            Grow();
            return ref FindOrAddGrown(local);
        }

        table[i].Tag = local + 1;
        return ref table[i];
    }

    private ref NormState FindOrAddGrown(int local)
    {
        var table = Table;
        var i = local & (table.Length - 1);
        while (table[i].Tag != 0)
            i = (i + 1) & (table.Length - 1);
        table[i].Tag = local + 1;
        return ref table[i];
    }

    private void Grow()
    {
        var old = Table;
        _large = new NormState[old.Length * 2];
        foreach (ref var state in old)
        {
            if (state.Tag != 0)
                FindOrAddGrown(state.Tag - 1) = state;
        }
    }

    /// <summary>Fetches the memory of the case ahead of its use.</summary>
    public static unsafe void Prefetch(CaseState? state)
    {
        const int Line = 64;
        const int Lines = 4;
        if (!System.Runtime.Intrinsics.X86.Sse.IsSupported || state is null)
            return;

        // The object may move meanwhile: then the wrong memory is fetched, which harms nothing.
        var address = *(byte**)Unsafe.AsPointer(ref state);
        for (var i = 0; i < Lines; i++)
            System.Runtime.Intrinsics.X86.Sse.Prefetch0(address + (i * Line));
    }

    public Value Fact(int attribute)
    {
        for (var i = 0; i < FactCount; i++)
        {
            if (Facts[i].Attribute == attribute)
                return Facts[i].Value;
        }

        return Value.Missing;
    }

    public void AddFact(AttributeValue fact)
    {
        if (FactCount == Facts.Length)
            Array.Resize(ref Facts, Math.Max(4, FactCount * 2));
        Facts[FactCount++] = fact;
    }

    public void Reset()
    {
        SmallSpan.Clear();
        if (_large?.Length > LargestKept)
            _large = null;
        else
            _large?.AsSpan().Clear();
        if (FactCount > 0)
            Array.Clear(Facts, 0, FactCount);
        Clocks = 0;
        Nodes = 0;
        FactCount = 0;
        Used = 0;
        LastProcess = -1;
        LastAt = 0;
        Moment = 0;
        NextDue = long.MaxValue;
        FirstAt = 0;
        First = default;
        Started = false;
        SpeechLogged = false;
        SpeechIsFact = false;
        LastEventAt = 0;
        EndedPacks = 0;
        _firstMark = 0;
        _laterMarks?.AsSpan().Clear();
        Program = null!;
    }
}
