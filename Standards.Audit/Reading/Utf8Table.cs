using System.Runtime.InteropServices;
using System.Text;

namespace Standards.Audit.Reading;

/// <summary>
/// A hash table from UTF-8 names to the numbers 0, 1, 2..., in the order in which they are added. Not thread-safe. Names of up to sixteen
/// bytes are compared in two words.
/// </summary>
internal sealed unsafe class Utf8Table
{
    private const int LongestProbe = 32;

    private Entry[] _entries = new Entry[64];
    private byte[] _longNames = [];
    private int _longNamesUsed;

    public int Count { get; private set; }

    public static Utf8Table Of(IEnumerable<string> names)
    {
        var table = new Utf8Table();
        foreach (var name in names)
            table.Add(Encoding.UTF8.GetBytes(name));
        return table;
    }

    /// <summary>The number of a name, or -1; sixteen bytes from its start must be readable, whatever <paramref name="length"/> is.</summary>
    public int Find(byte* name, int length)
    {
        if (length > 16)
            return Find(Key.OfLong(new ReadOnlySpan<byte>(name, length)), new ReadOnlySpan<byte>(name, length));
        return Find(Key.OfPadded(name, length), default);
    }

    /// <summary>The number of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name) => name.Length > 16 ? Find(Key.OfLong(name), name) : Find(Key.OfShort(name), default);

    /// <summary>Adds a name that is not in the table.</summary>
    public void Add(ReadOnlySpan<byte> name)
    {
        while (!TryAdd(name))
            Grow();
    }

    /// <summary>Adds a name that is not in the table. False where too many names share a hash: nothing is added then.</summary>
    public bool TryAdd(ReadOnlySpan<byte> name)
    {
        if ((Count + 1) * 3 > _entries.Length)
            Grow();
        var key = name.Length > 16 ? Key.OfLong(name) : Key.OfShort(name);
        var slot = FreeSlot(_entries, key);
        if (slot < 0)
            return false;
        ref var entry = ref _entries[slot];
        entry.Key = key;
        if (name.Length > 16)
            entry.LongStart = KeepLong(name);
        entry.Number = ++Count;
        return true;
    }

    private int Find(in Key key, ReadOnlySpan<byte> longName)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        for (var slot = key.Hash & mask; ; slot = (slot + 1) & mask)
        {
            ref readonly var entry = ref entries[slot];
            if (entry.Number == 0)
                return -1;
            if (entry.Key.Low == key.Low && entry.Key.High == key.High && entry.Key.Length == key.Length
                && (key.Length <= 16 || longName.SequenceEqual(_longNames.AsSpan(entry.LongStart, key.Length))))
                return entry.Number - 1;
        }
    }

    private static int FreeSlot(Entry[] entries, in Key key)
    {
        var mask = entries.Length - 1;
        var slot = key.Hash & mask;
        for (var probe = 0; probe < LongestProbe; probe++, slot = (slot + 1) & mask)
        {
            if (entries[slot].Number == 0)
                return slot;
        }

        return -1;
    }

    private void Grow()
    {
        var size = _entries.Length * 2;
        while (true)
        {
            var grown = new Entry[size];
            if (Refill(grown))
            {
                _entries = grown;
                return;
            }

            size *= 2;
        }
    }

    private bool Refill(Entry[] grown)
    {
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (entry.Number == 0)
                continue;
            var slot = FreeSlot(grown, entry.Key);
            if (slot < 0)
                return false;
            grown[slot] = entry;
        }

        return true;
    }

    private int KeepLong(ReadOnlySpan<byte> name)
    {
        if (_longNamesUsed + name.Length > _longNames.Length)
            Array.Resize(ref _longNames, Math.Max(1024, Math.Max(_longNames.Length * 2, _longNamesUsed + name.Length)));
        name.CopyTo(_longNames.AsSpan(_longNamesUsed));
        _longNamesUsed += name.Length;
        return _longNamesUsed - name.Length;
    }

    private struct Entry
    {
        public Key Key;
        public int Number;
        public int LongStart;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Key(ulong low, ulong high, int length)
    {
        private static readonly ulong[] LowMasks = Masks(0);
        private static readonly ulong[] HighMasks = Masks(8);

        public readonly ulong Low = low;
        public readonly ulong High = high;
        public readonly int Length = length;

        public int Hash
        {
            get
            {
                var mixed = (Low * 0x9E3779B97F4A7C15UL) ^ (High * 0xC2B2AE3D27D4EB4FUL) ^ ((ulong)Length << 32);
                return (int)((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL >> 33);
            }
        }

        public static Key OfPadded(byte* name, int length) =>
            new(*(ulong*)name & LowMasks[length], *(ulong*)(name + 8) & HighMasks[length], length);

        public static Key OfShort(ReadOnlySpan<byte> name)
        {
            var padded = stackalloc byte[16];
            name.CopyTo(new Span<byte>(padded, 16));
            return OfPadded(padded, name.Length);
        }

        public static Key OfLong(ReadOnlySpan<byte> name)
        {
            var low = 0x9E3779B97F4A7C15UL;
            var high = (ulong)name.Length;
            var rest = name;
            for (; rest.Length >= 8; rest = rest[8..])
            {
                var word = BitConverter.ToUInt64(rest);
                low = Math.BigMul(low ^ word, 0xA0761D6478BD642FUL, out var carry) ^ carry;
                high = (high + word) * 0xE7037ED1A0B428DBUL;
            }

            foreach (var tail in rest)
                low = ((low ^ tail) * 0x100000001B3UL) ^ (low >> 31);
            return new Key(low, high, name.Length);
        }

        private static ulong[] Masks(int from)
        {
            var masks = new ulong[17];
            for (var length = 0; length <= 16; length++)
            {
                var bytes = Math.Clamp(length - from, 0, 8);
                masks[length] = bytes == 8 ? ulong.MaxValue : (1UL << (bytes * 8)) - 1;
            }

            return masks;
        }
    }
}
