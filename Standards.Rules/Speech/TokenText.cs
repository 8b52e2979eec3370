namespace Standards.Rules.Speech;

/// <summary>What stands between a token and the one before it.</summary>
internal enum Boundary : byte
{
    None,
    Pause,
    Stop,
}

/// <summary>
/// A text as folded tokens, each with its place in the original. Read once, then matched against any number of phrases
/// and lexicons. Thread-safe once made by <see cref="Of"/>.
/// </summary>
public sealed class TokenText
{
    private const int FilterWords = 4;
    private const ulong FilterMultiplier = 0x9E3779B97F4A7C15;

    private readonly ulong[] _filter = new ulong[FilterWords];
    private ulong[] _keys;
    private TextRange[] _ranges;
    private Boundary[] _boundaries;
    private byte[]? _fillers;

    internal TokenText(int capacity = 32)
    {
        _keys = new ulong[capacity];
        _ranges = new TextRange[capacity];
        _boundaries = new Boundary[capacity];
    }

    /// <summary>The original text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many tokens the text has.</summary>
    public int Count { get; private set; }

    internal ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    internal ReadOnlySpan<Boundary> Boundaries => _boundaries.AsSpan(0, Count);

    /// <summary>Reads a text.</summary>
    public static TokenText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new TokenText(Math.Max(4, text.Length));
        tokens.Refill(text);
        return tokens;
    }

    /// <summary>Where the token at <paramref name="index"/> stands in <see cref="Text"/>.</summary>
    public TextRange RangeOf(int index) => _ranges.AsSpan(0, Count)[index];

    /// <summary>Whether both have the same tokens, whatever their punctuation, width, case or script form.</summary>
    public bool SameWords(TokenText other) => Keys.SequenceEqual(other.Keys);

    /// <summary>Whether the tokens of <paramref name="part"/> stand in this text, side by side.</summary>
    public bool ContainsWords(TokenText part) => Keys.IndexOf(part.Keys) >= 0;

    /// <summary>Reads another text into the same buffers: for one owner that reads many, not for shared instances.</summary>
    internal void Refill(string text)
    {
        Text = text;
        Count = 0;
        _fillers = null;
        _filter.AsSpan().Clear();
        Normalizer.Read(text, this);
    }

    internal void Add(ulong key, TextRange range, Boundary boundary)
    {
        if (Count == _keys.Length)
            Grow();
        _keys[Count] = key;
        _ranges[Count] = range;
        _boundaries[Count] = boundary;
        Count++;
        var bit = (key * FilterMultiplier) >> 56;
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    /// <summary>False only where no token has this key.</summary>
    internal bool MayContain(ulong key)
    {
        var bit = (key * FilterMultiplier) >> 56;
        return (_filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>For each place, the lengths of the everyday fillers that end there; empty where there is none.</summary>
    /// <remarks>Two threads may both compute it: they come to the same.</remarks>
    internal ReadOnlySpan<byte> EverydayFillers() => _fillers ??= FillerSet.Everyday.EndsIn(Keys);

    /// <summary>The place in <see cref="Text"/> before the token at <paramref name="index"/>, or after the last one.</summary>
    internal int PlaceBefore(int index) =>
        index < Count ? _ranges[index].Start : Count > 0 ? _ranges[Count - 1].End : 0;

    internal TextRange RangeOf(int first, int end) =>
        first < end ? TextRange.Between(_ranges[first].Start, _ranges[end - 1].End) : new TextRange(PlaceBefore(first), 0);

    private void Grow()
    {
        Array.Resize(ref _keys, Count * 2);
        Array.Resize(ref _ranges, Count * 2);
        Array.Resize(ref _boundaries, Count * 2);
    }
}
