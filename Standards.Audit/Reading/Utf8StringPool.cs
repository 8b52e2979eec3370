using System.Text;

namespace Standards.Audit.Reading;

/// <summary>
/// Strings by their UTF-8 bytes, so that a text that a log repeats is allocated once. Not thread-safe. Once full it allocates each new text;
/// texts longer than <see cref="LongestPooled"/> bytes are never kept.
/// </summary>
internal sealed unsafe class Utf8StringPool(int capacity)
{
    public const int LongestPooled = 128;

    private readonly Utf8Table _table = new();
    private string[] _strings = new string[64];

    public int Count => _table.Count;

    /// <summary>The string of valid UTF-8; sixteen bytes from its start must be readable, whatever <paramref name="length"/> is.</summary>
    public string Get(byte* text, int length)
    {
        if (length <= LongestPooled)
        {
            var number = _table.Find(text, length);
            if (number >= 0)
                return _strings[number];
        }

        return Add(new ReadOnlySpan<byte>(text, length));
    }

    /// <summary>The string of valid UTF-8.</summary>
    public string Get(ReadOnlySpan<byte> text)
    {
        if (text.Length <= LongestPooled)
        {
            var number = _table.Find(text);
            if (number >= 0)
                return _strings[number];
        }

        return Add(text);
    }

    private string Add(ReadOnlySpan<byte> text)
    {
        var made = Encoding.UTF8.GetString(text);
        if (text.Length > LongestPooled || _table.Count >= capacity || !_table.TryAdd(text))
            return made;
        if (_table.Count > _strings.Length)
            Array.Resize(ref _strings, _strings.Length * 2);
        _strings[_table.Count - 1] = made;
        return made;
    }
}
