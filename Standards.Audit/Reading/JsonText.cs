using System.Text;

namespace Standards.Audit.Reading;

/// <summary>Escapes of JSON strings.</summary>
internal static class JsonText
{
    /// <summary>
    /// Replaces the escapes of a string by what they stand for. <paramref name="text"/> and <paramref name="plain"/> may begin at the same place.
    /// </summary>
    /// <param name="text">Without quotes; its escapes are well-formed.</param>
    /// <param name="plain">At least as long as <paramref name="text"/>.</param>
    /// <param name="written">Bytes written.</param>
    /// <returns>False where an escape is half of a surrogate pair.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> text, Span<byte> plain, out int written)
    {
        written = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] != '\\')
            {
                plain[written++] = text[at++];
                continue;
            }

            var escape = text[at + 1];
            if (escape != 'u')
            {
                plain[written++] = Simple(escape);
                at += 2;
                continue;
            }

            var rune = Hex(text.Slice(at + 2, 4));
            at += 6;
            if (char.IsHighSurrogate((char)rune))
            {
                if (at + 6 > text.Length || text[at] != '\\' || text[at + 1] != 'u')
                    return false;
                var low = Hex(text.Slice(at + 2, 4));
                if (!char.IsLowSurrogate((char)low))
                    return false;
                rune = char.ConvertToUtf32((char)rune, (char)low);
                at += 6;
            }
            else if (char.IsLowSurrogate((char)rune))
            {
                return false;
            }

            written += new Rune(rune).EncodeToUtf8(plain[written..]);
        }

        return true;
    }

    /// <summary>The offset of the first byte that is not part of valid UTF-8; the length where there is none.</summary>
    public static int FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
            at += used;
        return at;
    }

    private static byte Simple(byte escape) => escape switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => escape,
    };

    private static int Hex(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = (value * 16) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return value;
    }
}
