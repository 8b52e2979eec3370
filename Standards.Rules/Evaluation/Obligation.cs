using Standards.Core.Values;

namespace Standards.Rules.Evaluation;

/// <summary>An open obligation, the memory of a check, or a mark that a key is decided or excepted.</summary>
internal struct Obligation
{
    public long At;

    /// <summary>Inclusive; <see cref="long.MaxValue"/> for no clock.</summary>
    public long Due;

    /// <summary>Inclusive: events before it do not count.</summary>
    public long From;
    public EventReference Activation;
    public Value Key;

    /// <summary>Rarely needed parts; null until one is.</summary>
    public ObligationExtra? Extra;
    public int Next;

    /// <summary>Events counted, units passed, steps taken, or prerequisites seen (a bit each).</summary>
    public int Count;

    /// <summary>Events that may count, or prerequisites that may have been seen (a bit each).</summary>
    public int MaybeCount;
    public ObligationFlags Flags;
}

[Flags]
internal enum ObligationFlags : byte
{
    None = 0,

    /// <summary>An event may have decided it.</summary>
    Candidate = 1,

    /// <summary>An exception may hold: what would be violated is unknown.</summary>
    MaybeExcepted = 2,

    /// <summary>Not open: its key is decided.</summary>
    Decided = 4,

    /// <summary>Not open: its key is excepted.</summary>
    Excepted = 8,

    /// <summary>Not an obligation but the timer of a state.</summary>
    Timer = 16,

    /// <summary>Not an obligation but the memory of a check.</summary>
    Memory = 32,

    /// <summary>An event may have broken what a later one keeps.</summary>
    MaybeBroken = 64,

    NotOpen = Decided | Excepted | Timer | Memory,
}

/// <summary>Rarely needed parts of an obligation.</summary>
internal sealed class ObligationExtra
{
    /// <summary>Attributes of the activating event, by capture index.</summary>
    public Value[]? Captured;

    public HashSet<Value>? Distinct;

    /// <summary>Values that may count under <c>distinct</c>.</summary>
    public HashSet<Value>? MaybeDistinct;

    public object? NearMiss;

    public Fault? Fault;

    public long[]? LastSeen;

    public long[]? LastMaybe;

    /// <summary>For events without the key: the moment of the last that may have been each prerequisite.</summary>
    public int[]? Moments;
}

/// <summary>Obligations of all cases of an evaluator, in one array with a free list: opening one allocates nothing in steady state.</summary>
internal sealed class ObligationPool
{
    private Obligation[] _items = new Obligation[16];
    private int _count = 1;
    private int _free;

    public ref Obligation this[int index] => ref _items[index];

    /// <summary>
    /// The index of an obligation whose key, extra, flags and counts are cleared; the caller sets the rest. Invalidates references into the pool.
    /// </summary>
    public int Rent()
    {
        if (_free != 0)
        {
            var index = _free;
            _free = _items[index].Next;
            _items[index].Next = 0;
            return index;
        }

        if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        return _count++;
    }

    public void Return(int index)
    {
        ref var item = ref _items[index];

        // Most carry neither key nor extra; what they do carry is set anew when they are rented.
        if (item.Extra is not null || !item.Key.IsMissing || ((int)item.Flags | item.Count | item.MaybeCount) != 0)
            item = default;
        item.Next = _free;
        _free = index;
    }
}
