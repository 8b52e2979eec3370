using System.Text.Json;

namespace Standards.Bench.Scanning;

/// <summary>Numbers case ids in the order of first sight. Not thread-safe.</summary>
internal sealed class CaseIndex
{
    private const int LongestOnStack = 256;

    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _ids = [];

    public CaseIndex() => _lookup = _indices.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _ids.Count;

    /// <summary>The ids in the order of their index.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The index of the string that the reader stands on.</summary>
    public int Of(in Utf8JsonReader reader)
    {
        var longest = reader.ValueSpan.Length;
        var buffer = longest <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[longest];
        ReadOnlySpan<char> id = buffer[..reader.CopyString(buffer)];
        if (_lookup.TryGetValue(id, out var index))
            return index;
        index = _ids.Count;
        var kept = id.ToString();
        _ids.Add(kept);
        _indices.Add(kept, index);
        return index;
    }
}
