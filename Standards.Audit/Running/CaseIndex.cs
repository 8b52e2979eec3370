using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Standards.Audit.Running;

/// <summary>
/// Numbers the cases of a run by their ids: an open-addressing table over one arena of UTF-8 bytes, about thirty bytes a
/// case. Not thread-safe.
/// </summary>
internal sealed class CaseIndex
{
    private Slot[] _slots = new Slot[1 << 12];
    private int[] _starts = new int[1 << 10];
    private byte[] _ids = new byte[1 << 14];
    private int _used;
    private int _last = -1;

    private struct Slot
    {
        public uint Hash;

        /// <summary>The number of the case plus one; 0 for an empty place.</summary>
        public int Number;
    }

    public int Count { get; private set; }

    /// <summary>The number of a case; <paramref name="isNew"/> where it has just been given.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> id, out bool isNew)
    {
        // Neighbouring lines often belong to one case.
        if (_last >= 0 && Id(_last).SequenceEqual(id))
        {
            isNew = false;
            return _last;
        }

        var hash = Hash(id);
        var mask = (uint)_slots.Length - 1;
        for (var i = hash & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref _slots[i];
            if (slot.Number == 0)
            {
                isNew = true;
                slot = new Slot { Hash = hash, Number = Count + 1 };
                _last = Add(id);
                return _last;
            }

            if (slot.Hash == hash && Id(slot.Number - 1).SequenceEqual(id))
            {
                isNew = false;
                _last = slot.Number - 1;
                return _last;
            }
        }
    }

    public ReadOnlySpan<byte> Id(int number)
    {
        var start = _starts[number];
        return _ids.AsSpan(start, (number + 1 < Count ? _starts[number + 1] : _used) - start);
    }

    public string Name(int number) => Encoding.UTF8.GetString(Id(number));

    /// <summary>The numbers in the order of the ids' bytes, which is that of their code points.</summary>
    public void Sort(Span<int> numbers)
    {
        var prefixes = new ulong[numbers.Length];
        for (var i = 0; i < prefixes.Length; i++)
            prefixes[i] = Prefix(Id(numbers[i]));
        prefixes.AsSpan().Sort(numbers);

        // Ids of one prefix stand together; only they need their whole bytes compared.
        for (var start = 0; start < numbers.Length;)
        {
            var end = start + 1;
            while (end < numbers.Length && prefixes[end] == prefixes[start])
                end++;
            if (end - start > 1)
                numbers[start..end].Sort((a, b) => Id(a).SequenceCompareTo(Id(b)));
            start = end;
        }
    }

    private static ulong Prefix(ReadOnlySpan<byte> id)
    {
        if (id.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(id);
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        id.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private int Add(ReadOnlySpan<byte> id)
    {
        if (Count == _starts.Length)
            Array.Resize(ref _starts, Count * 2);
        while (_used + id.Length > _ids.Length)
            Array.Resize(ref _ids, checked(_ids.Length * 2));
        id.CopyTo(_ids.AsSpan(_used));
        _starts[Count] = _used;
        _used += id.Length;
        var number = Count++;
        if (Count * 2 > _slots.Length)
            Grow();
        return number;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        var mask = (uint)_slots.Length - 1;
        foreach (ref readonly var slot in old.AsSpan())
        {
            if (slot.Number == 0)
                continue;
            var i = slot.Hash & mask;
            while (_slots[i].Number != 0)
                i = (i + 1) & mask;
            _slots[i] = slot;
        }
    }

    /// <summary>Seeded by the run time's own randomness, so that nobody can craft ids that collide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> id)
    {
        ulong hash = Seed ^ (ulong)id.Length;
        while (id.Length >= sizeof(ulong))
        {
            hash = Math.BigMul(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id), 0xA0761D6478BD642FUL, out var low) ^ low;
            id = id[sizeof(ulong)..];
        }

        ulong tail = 0;
        for (var i = 0; i < id.Length; i++)
            tail |= (ulong)id[i] << (8 * i);
        hash = Math.BigMul(hash ^ tail, 0xE7037ED1A0B428DBUL, out var rest) ^ rest;
        return (uint)(hash ^ (hash >> 32));
    }

    private static readonly ulong Seed = (ulong)HashCode.Combine(0x5D, 0xA3) << 32 | (uint)HashCode.Combine(0x71);
}
