using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Standards.Audit.Reading;

/// <summary>Finds the end of JSON strings in a buffer that is followed by at least <see cref="LogBlock.Padding"/> zero bytes.</summary>
internal static unsafe class TextScan
{
    /// <summary>Bytes looked at together.</summary>
    public const int Width = 32;

    /// <summary>Bytes up to the closing quote; -1 where an escape or a control character comes before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(byte* p)
    {
        var stops = Stops(p);
        if (stops == 0)
            return LongLength(p);
        var length = BitOperations.TrailingZeroCount(stops);
        return p[length] == '"' ? length : -1;
    }

    /// <summary>A bit for each of the next bytes that is a quote, a backslash or a control character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Stops(byte* p)
    {
        var bytes = Vector256.Load(p);
        return (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes)).ExtractMostSignificantBits();
    }

    private static int LongLength(byte* p)
    {
        // INVARIANT: the zero bytes behind the text are control characters, so the scan ends there at the latest.
        for (var from = p + Width; ; from += Width)
        {
            var stops = Stops(from);
            if (stops == 0)
                continue;
            from += BitOperations.TrailingZeroCount(stops);
            return *from == '"' ? (int)(from - p) : -1;
        }
    }
}
