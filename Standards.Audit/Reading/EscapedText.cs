using System.Numerics;

namespace Standards.Audit.Reading;

/// <summary>
/// Texts with escapes on the fast path: many programs write every character beyond ASCII as one. Not thread-safe.
/// </summary>
internal sealed unsafe class EscapedText
{
    private byte[] _plain = new byte[256];
    private int _length;

    /// <summary>The text last read, without escapes; until the next one.</summary>
    public ReadOnlySpan<byte> Plain => _plain.AsSpan(0, _length);

    /// <summary>Reads up to the closing quote; false where the text is not well-formed, holds half a surrogate pair, or does not end.</summary>
    public bool TryRead(byte* text, out int length)
    {
        length = LengthOf(text);
        if (length < 0)
            return false;
        if (_plain.Length < length)
            _plain = new byte[length * 2];
        return JsonText.TryUnescape(new ReadOnlySpan<byte>(text, length), _plain, out _length);
    }

    private static int LengthOf(byte* text)
    {
        for (var at = text; ;)
        {
            var stops = TextScan.Stops(at);
            if (stops == 0)
            {
                at += TextScan.Width;
                continue;
            }

            at += BitOperations.TrailingZeroCount(stops);
            if (*at == '"')
                return (int)(at - text);
            var escape = *at == '\\' ? EscapeLength(at) : 0;
            if (escape == 0)
                return -1;
            at += escape;
        }
    }

    private static int EscapeLength(byte* escape) => escape[1] switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => 2,
        (byte)'u' when char.IsAsciiHexDigit((char)escape[2]) && char.IsAsciiHexDigit((char)escape[3])
            && char.IsAsciiHexDigit((char)escape[4]) && char.IsAsciiHexDigit((char)escape[5]) => 6,
        _ => 0,
    };
}
