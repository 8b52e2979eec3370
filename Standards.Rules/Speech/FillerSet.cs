using System.Collections.Frozen;
using System.Numerics;

namespace Standards.Rules.Speech;

/// <summary>Sounds and words that say nothing and may stand anywhere inside a phrase. Immutable.</summary>
internal sealed class FillerSet
{
    /// <summary>The longest filler, in tokens: the lengths that end at one place are the bits of a byte.</summary>
    public const int MaxTokens = 8;

    private static readonly string[] EverydayWords =
    [
        "嗯", "呃", "啊", "哦", "噢", "唔", "哎", "诶", "欸", "那个", "这个", "就是", "就是说",
        "um", "umm", "uh", "uhh", "er", "erm", "eh", "ah", "oh", "hm", "hmm", "mm", "mmm", "you know", "i mean",
    ];

    private readonly FrozenDictionary<ulong, ulong[][]> _byFirst;

    public FillerSet(IEnumerable<string> fillers)
    {
        var sequences = fillers.Select(f => TokenText.Of(f).Keys.ToArray()).ToList();
        if (sequences.Exists(s => s.Length is 0 or > MaxTokens))
            throw new ArgumentException($"A filler has 1 to {MaxTokens} words.", nameof(fillers));
        _byFirst = sequences
            .GroupBy(s => s[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(s => s.Length).ToArray());
        LongestTokens = sequences.Max(s => s.Length);
    }

    public static FillerSet Everyday { get; } = new(EverydayWords);

    /// <summary>Tokens of the longest filler.</summary>
    public int LongestTokens { get; }

    /// <summary>The everyday fillers and <paramref name="more"/>.</summary>
    public static FillerSet With(IEnumerable<string> more) => new(EverydayWords.Concat(more));

    /// <summary>
    /// For each place 0..n, as bits: bit k-1 says that a filler of k tokens ends there. Empty where the text has no filler.
    /// </summary>
    public byte[] EndsIn(ReadOnlySpan<ulong> keys)
    {
        byte[] ends = [];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!_byFirst.TryGetValue(keys[i], out var sequences))
                continue;
            foreach (var sequence in sequences)
            {
                if (!keys[i..].StartsWith(sequence))
                    continue;
                if (ends.Length == 0)
                    ends = new byte[keys.Length + 1];
                ends[i + sequence.Length] |= (byte)(1 << (sequence.Length - 1));
            }
        }

        return ends;
    }

    /// <summary>Takes the shortest length out of the bits of a place.</summary>
    public static int NextLength(ref int lengths)
    {
        var length = BitOperations.TrailingZeroCount(lengths) + 1;
        lengths &= lengths - 1;
        return length;
    }
}
