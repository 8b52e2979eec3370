using System.Buffers;
using System.Globalization;
using System.Text;

namespace Standards.Simulator.Consoles;

/// <summary>
/// Turns the bytes that a terminal sends into keys: UTF-8 whose bytes may come apart, the escape sequences of ECMA-48 and xterm, and
/// bracketed paste. Not thread-safe.
/// </summary>
internal sealed class KeyDecoder
{
    private const byte EscapeByte = 0x1B;
    private const byte DeleteByte = 0x7F;

    private readonly List<byte> _pending = [];
    private bool _isPasting;
    private int _searched;

    private static ReadOnlySpan<byte> PasteEnd => "\u001b[201~"u8;

    /// <summary>Whether bytes have come that are no whole key yet.</summary>
    public bool IsWaiting => _pending.Count > 0;

    /// <summary>Takes bytes and gives the keys that they complete.</summary>
    public void Feed(ReadOnlySpan<byte> bytes, Queue<Key> keys)
    {
        _pending.AddRange(bytes);
        var all = _pending.ToArray().AsSpan();
        var used = 0;
        while (used < all.Length)
        {
            var length = _isPasting ? TakePaste(all[used..], keys) : TakeKey(all[used..], keys);
            if (length == 0)
                break;
            used += length;
        }

        _pending.RemoveRange(0, used);
    }

    /// <summary>Nothing more has come for a while: an escape that begins no sequence was the key Esc.</summary>
    public void Pause(Queue<Key> keys)
    {
        if (_isPasting || _pending.Count == 0 || _pending[0] != EscapeByte)
            return;
        if (_pending.Count == 1)
            keys.Enqueue(new Key.Stroke(ConsoleKey.Escape));
        _pending.Clear();
    }

    /// <summary>Takes one key from the front; 0 bytes where it is not whole.</summary>
    private int TakeKey(ReadOnlySpan<byte> bytes, Queue<Key> keys)
    {
        var first = bytes[0];
        if (first == EscapeByte)
            return TakeEscape(bytes, keys);
        if (first is < 0x20 or DeleteByte)
        {
            if (Control(first) is { } stroke)
                keys.Enqueue(stroke);
            return 1;
        }

        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
        if (status == OperationStatus.NeedMoreData)
            return 0;
        if (!Rune.IsControl(rune))
            keys.Enqueue(new Key.Typed(rune.ToString()));
        return length;
    }

    private int TakeEscape(ReadOnlySpan<byte> bytes, Queue<Key> keys)
    {
        if (bytes.Length == 1)
            return 0;
        switch (bytes[1])
        {
            case (byte)'[':
                return TakeSequence(bytes, keys);
            case (byte)'O':
                if (bytes.Length < 3)
                    return 0;
                Enqueue(Final((char)bytes[2]), ConsoleModifiers.None, keys);
                return 3;
            case EscapeByte:
                keys.Enqueue(new Key.Stroke(ConsoleKey.Escape));
                return 1;
            case >= 0x80:
                // Esc and then a character of its own.
                keys.Enqueue(new Key.Stroke(ConsoleKey.Escape));
                return 1;
            default:
                Enqueue(Letter(bytes[1]), ConsoleModifiers.Alt, keys);
                return 2;
        }
    }

    /// <summary>A control sequence: parameters, then a letter that names it.</summary>
    private int TakeSequence(ReadOnlySpan<byte> bytes, Queue<Key> keys)
    {
        const int Start = 2;
        var end = Start;
        while (end < bytes.Length && bytes[end] is >= 0x20 and <= 0x3F)
            end++;
        if (end == bytes.Length)
            return 0;
        var final = (char)bytes[end];
        if (final == '[')
        {
            // The Linux console names its function keys so; none of them edits a line.
            return end + 1 < bytes.Length ? end + 2 : 0;
        }

        // Not a sequence after all: what follows stands for itself.
        if (bytes[end] is < 0x40 or > 0x7E)
            return end;
        var isPrivate = bytes[Start] is >= (byte)'<' and <= (byte)'?';
        var parameters = Encoding.ASCII.GetString(bytes[Start..end]).Split(';');
        var number = Number(parameters, 0);
        if (final == '~' && number == 200)
        {
            _isPasting = true;
            _searched = 0;
        }
        else if (!isPrivate)
        {
            Enqueue(final == '~' ? Numbered(number) : Final(final), Modifiers(Number(parameters, 1)), keys);
        }

        return end + 1;
    }

    /// <summary>What was pasted, up to its end; 0 bytes until that has come.</summary>
    private int TakePaste(ReadOnlySpan<byte> bytes, Queue<Key> keys)
    {
        var end = bytes[_searched..].IndexOf(PasteEnd);
        if (end < 0)
        {
            _searched = Math.Max(0, bytes.Length - PasteEnd.Length);
            return 0;
        }

        end += _searched;
        keys.Enqueue(new Key.Pasted(Encoding.UTF8.GetString(bytes[..end])));
        _isPasting = false;
        return end + PasteEnd.Length;
    }

    private static void Enqueue(ConsoleKey name, ConsoleModifiers modifiers, Queue<Key> keys)
    {
        if (name != ConsoleKey.None)
            keys.Enqueue(new Key.Stroke(name, modifiers));
    }

    private static Key.Stroke? Control(byte code) => code switch
    {
        0 or > 26 and < DeleteByte => null,
        0x08 or DeleteByte => new Key.Stroke(ConsoleKey.Backspace),
        0x09 => new Key.Stroke(ConsoleKey.Tab),
        0x0A or 0x0D => new Key.Stroke(ConsoleKey.Enter),
        _ => new Key.Stroke(ConsoleKey.A + (code - 1), ConsoleModifiers.Control),
    };

    private static ConsoleKey Letter(byte code) => (char)code switch
    {
        >= 'a' and <= 'z' => ConsoleKey.A + (code - 'a'),
        >= 'A' and <= 'Z' => ConsoleKey.A + (code - 'A'),
        '\b' or (char)DeleteByte => ConsoleKey.Backspace,
        _ => ConsoleKey.None,
    };

    private static ConsoleKey Final(char letter) => letter switch
    {
        'A' => ConsoleKey.UpArrow,
        'B' => ConsoleKey.DownArrow,
        'C' => ConsoleKey.RightArrow,
        'D' => ConsoleKey.LeftArrow,
        'F' => ConsoleKey.End,
        'H' => ConsoleKey.Home,
        'M' => ConsoleKey.Enter,
        _ => ConsoleKey.None,
    };

    private static ConsoleKey Numbered(int number) => number switch
    {
        1 or 7 => ConsoleKey.Home,
        3 => ConsoleKey.Delete,
        4 or 8 => ConsoleKey.End,
        _ => ConsoleKey.None,
    };

    /// <summary>xterm adds one to a set of bits.</summary>
    private static ConsoleModifiers Modifiers(int number)
    {
        var bits = Math.Max(0, number - 1);
        return ((bits & 1) != 0 ? ConsoleModifiers.Shift : 0) | ((bits & 2) != 0 ? ConsoleModifiers.Alt : 0) | ((bits & 4) != 0 ? ConsoleModifiers.Control : 0);
    }

    private static int Number(string[] parameters, int index) =>
        index < parameters.Length && int.TryParse(parameters[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
