using System.Runtime.CompilerServices;
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

/// <summary>The state of one interaction. Pooled; not thread-safe.</summary>
internal sealed class CaseState
{
    private const int SmallestTable = 16;

    /// <summary>Open addressing by norm number. INVARIANT: a program of no more norms than places never collides.</summary>
    public NormState[] Table = new NormState[SmallestTable];
    public int Used;

    public Program Program = null!;

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
    public bool Ended;
    public bool SpeechLogged;
    public long EndAt;

    public AttributeValue[] Facts = [];
    public int FactCount;

    /// <summary>The state of <paramref name="local"/>, made where there is none yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref NormState State(int local)
    {
        var table = Table;
        ref var state = ref table[local & (table.Length - 1)];
        if (state.Tag == local + 1)
            return ref state;
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

        if (++Used * 2 > table.Length && Program.Plans.Length > table.Length)
        {
            Grow();
            return ref FindOrAddGrown(local);
        }

        table[i].Tag = local + 1;
        return ref table[i];
    }

    private ref NormState FindOrAddGrown(int local)
    {
        var i = local & (Table.Length - 1);
        while (Table[i].Tag != 0)
            i = (i + 1) & (Table.Length - 1);
        Table[i].Tag = local + 1;
        return ref Table[i];
    }

    private void Grow()
    {
        var old = Table;
        Table = new NormState[old.Length * 2];
        foreach (ref var state in old.AsSpan())
        {
            if (state.Tag != 0)
                FindOrAddGrown(state.Tag - 1) = state;
        }
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
        if (Table.Length > 4 * SmallestTable)
            Table = new NormState[SmallestTable];
        else
            Array.Clear(Table);
        Array.Clear(Facts, 0, FactCount);
        FactCount = 0;
        Used = 0;
        LastProcess = -1;
        LastAt = 0;
        Moment = 0;
        NextDue = long.MaxValue;
        FirstAt = 0;
        First = default;
        Started = false;
        Ended = false;
        SpeechLogged = false;
        EndAt = 0;
        Program = null!;
    }
}
