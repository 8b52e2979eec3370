using System.Runtime.Intrinsics;

namespace Standards.Audit.Reading;

/// <summary>Reads the common form of a timestamp at once, remembering the dates of a log. Not thread-safe.</summary>
internal sealed unsafe class TimestampCache
{
    /// <summary>Bytes of <c>2026-03-02T09:00:12.250Z</c>.</summary>
    public const int CommonLength = 24;

    private const int Slots = 256;

    // Lowest byte, and how far above it a byte may be, from the T on; the closing quote is part of the form.
    private static readonly Vector128<byte> Lowest = Vector128.Create("T00:00:00.000Z\"\0"u8);
    private static readonly Vector128<byte> Range = Vector128.Create((byte)0, 2, 9, 0, 5, 9, 0, 5, 9, 0, 9, 9, 9, 0, 0, 255);

    private readonly Date[] _dates = new Date[Slots];

    /// <summary>
    /// Reads <c>yyyy-MM-ddTHH:mm:ss.fffZ"</c>. False where the text has any other form, which says nothing about its being right.
    /// 26 bytes from <paramref name="text"/> on must be readable.
    /// </summary>
    public bool TryReadCommon(byte* text, out long ticks)
    {
        var time = Vector128.Load(text + 10) - Lowest;
        ref var date = ref _dates[Slot(*(ulong*)text, *(ushort*)(text + 8))];
        if (!Vector128.LessThanOrEqualAll(time, Range) || !(date.Matches(text) || TryKeep(text, ref date)))
        {
            ticks = 0;
            return false;
        }

        var low = time.AsUInt64().GetElement(0);
        var high = time.AsUInt64().GetElement(1);
        var hour = (((low >> 8) & 15) * 10) + ((low >> 16) & 15);
        var minute = (((low >> 32) & 15) * 10) + ((low >> 40) & 15);
        var second = ((low >> 56) * 10) + (high & 15);
        var milli = (((high >> 16) & 15) * 100) + (((high >> 24) & 15) * 10) + ((high >> 32) & 15);
        ticks = date.Ticks + ((long)((((((hour * 60) + minute) * 60) + second) * 1000) + milli) * TimeSpan.TicksPerMillisecond);
        return hour < 24;
    }

    private static int Slot(ulong start, ushort end) =>
        (int)(((start * 0x9E3779B97F4A7C15UL) ^ (end * 0xC2B2AE3D27D4EB4FUL)) >> 56) & (Slots - 1);

    private static bool TryKeep(byte* text, ref Date date)
    {
        if (Rfc3339.TryReadDate(new ReadOnlySpan<byte>(text, 10), out var ticks) != TimeFault.None)
            return false;
        date = new Date { Start = *(ulong*)text, End = *(ushort*)(text + 8), Ticks = ticks };
        return true;
    }

    private struct Date
    {
        public ulong Start;
        public ushort End;
        public long Ticks;

        public readonly bool Matches(byte* text) => Start == *(ulong*)text && End == *(ushort*)(text + 8);
    }
}
