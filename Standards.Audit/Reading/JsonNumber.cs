using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Standards.Audit.Reading;

/// <summary>
/// Numbers and words of JSON in a zero-padded buffer. Each method returns how many bytes it took, or 0 where it does not know: the slow path
/// decides then.
/// </summary>
internal static unsafe class JsonNumber
{
    private const ulong Zeros = 0x3030303030303030;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    /// <summary><c>true</c> (4) or <c>false</c> (5).</summary>
    public static int WordLength(byte* p)
    {
        if (*(uint*)p == 0x65757274)
            return 4;
        return *p == 'f' && *(uint*)(p + 1) == 0x65736C61 ? 5 : 0;
    }

    /// <summary>A number in strict JSON grammar.</summary>
    public static int Length(byte* p)
    {
        var from = p;
        if (*p == '-')
            p++;
        if (*p == '0')
            p++;
        else if (!SkipDigits(ref p))
            return 0;
        if (*p == '.')
        {
            p++;
            if (!SkipDigits(ref p))
                return 0;
        }

        if ((*p | 0x20) == 'e')
        {
            p++;
            if (*p is (byte)'+' or (byte)'-')
                p++;
            if (!SkipDigits(ref p))
                return 0;
        }

        return (int)(p - from);
    }

    /// <summary>A whole number without fraction or exponent.</summary>
    public static int ReadInt(byte* p, out long value)
    {
        value = 0;
        var length = Length(p);
        if (length is 0 or > 18)
            return 0;
        var negative = *p == '-';
        for (var at = negative ? 1 : 0; at < length; at++)
        {
            var digit = (uint)(p[at] - '0');
            if (digit > 9)
                return 0;
            value = (value * 10) + digit;
        }

        if (negative)
            value = -value;
        return length;
    }

    /// <summary>A finite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadDouble(byte* p, out double value)
    {
        // Eight digits at most, with or without a point: both digit runs are found and joined without a branch on their lengths, and one
        // division of two exact numbers rounds correctly.
        if (BitConverter.IsLittleEndian)
        {
            var text = *(ulong*)p;
            var whole = DigitRun(text);
            var shifted = *(ulong*)(p + 1);
            var fraction = DigitRun(whole >= 8 ? 0 : shifted >> (whole * 8));
            var digits = whole + fraction;
            if (whole is > 0 and < 8 && p[whole] == '.' && fraction > 0 && digits < 8 && (*p != '0' || whole == 1) && (p[digits + 1] | 0x20) != 'e')
            {
                var keep = (1UL << (whole * 8)) - 1;
                var joined = ((text & keep) | (shifted & ~keep)) << (64 - (digits * 8));
                value = EightDigits(joined | (Zeros >> (digits * 8))) / Powers[fraction];
                return digits + 1;
            }
        }

        return ReadAnyDouble(p, out value);
    }

    private static int ReadAnyDouble(byte* p, out double value)
    {
        value = 0;
        var length = Length(p);
        return length > 0 && System.Buffers.Text.Utf8Parser.TryParse(new ReadOnlySpan<byte>(p, length), out value, out var used)
            && used == length && double.IsFinite(value)
            ? length
            : 0;
    }

    private static bool SkipDigits(ref byte* p)
    {
        var from = p;
        while ((uint)(*p - '0') <= 9)
            p++;
        return p > from;
    }

    /// <summary>How many of the bytes of a word, from the lowest on, are digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DigitRun(ulong text)
    {
        // The high nibble must be 3 before and after 6 is added; a carry can only come from a byte that is no digit, and spoils only later ones.
        var others = ((text & 0xF0F0F0F0F0F0F0F0) ^ Zeros) | (((text + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) ^ Zeros);
        return BitOperations.TrailingZeroCount(others) >> 3;
    }

    /// <summary>The number that eight digits write, the first in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint EightDigits(ulong text)
    {
        var digits = text - Zeros;
        digits = (digits * 10) + (digits >> 8);
        return (uint)((((digits & 0x000000FF000000FF) * 0x000F424000000064) + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32);
    }
}
