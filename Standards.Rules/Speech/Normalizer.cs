using System.Runtime.CompilerServices;

namespace Standards.Rules.Speech;

/// <summary>
/// Splits a text into folded tokens: one for each Han character or kana, one for each run of letters and digits of any
/// other script. Spaces and punctuation end a run and are dropped; an apostrophe inside a run joins it (<c>don't</c>
/// is one token). Written into the buffers of a <see cref="TokenText"/>.
/// </summary>
/// <remarks>
/// A token is compared by a 64-bit key: the code point of a single character, or a hash of the folded run with the
/// highest bit set. That two different runs share a key is as unlikely as 1 in 2^63.
/// </remarks>
internal ref struct Normalizer(TokenText target)
{
    private const ulong HashSeed = 14695981039346656037;
    private const ulong HashPrime = 1099511628211;
    private const ulong RunBit = 1UL << 63;

    private readonly TokenText _target = target;
    private ulong _hash = HashSeed;
    private int _runStart = -1;
    private int _runEnd;
    private Boundary _boundary = Boundary.None;

    public static void Read(ReadOnlySpan<char> text, TokenText target)
    {
        var normalizer = new Normalizer(target);
        for (var i = 0; i < text.Length; i++)
        {
            var folded = CharacterFolding.Of(text[i]);
            if (folded.Kind == CharacterKind.Surrogate)
                i = normalizer.Surrogate(text, i);
            else if (folded.Kind == CharacterKind.Expansion)
                normalizer.Expansion(CharacterFolding.Expansion(folded), i, i + 1);
            else if (text[i] == '.')
                normalizer.FullStop(text, i);
            else
                normalizer.Add(folded.Target, folded.Kind, i, i + 1);
        }

        normalizer.EndRun();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int folded, CharacterKind kind, int start, int end)
    {
        switch (kind)
        {
            case CharacterKind.Word:
                if (_runStart < 0)
                    _runStart = start;
                _runEnd = end;
                _hash = (_hash ^ (uint)folded) * HashPrime;
                break;
            case CharacterKind.Single:
                EndRun();
                Emit((ulong)folded, start, end);
                break;
            case CharacterKind.Joiner:
                break;
            default:
                EndRun();
                var boundary = kind == CharacterKind.Stop ? Boundary.Stop : kind == CharacterKind.Pause ? Boundary.Pause : Boundary.None;
                if (boundary > _boundary)
                    _boundary = boundary;
                break;
        }
    }

    /// <remarks>A full stop ends a sentence only before a space or the end: <c>3.5</c> and <c>a.b</c> go on.</remarks>
    private void FullStop(ReadOnlySpan<char> text, int index)
    {
        var ends = index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]);
        Add('.', ends ? CharacterKind.Stop : CharacterKind.Space, index, index + 1);
    }

    private int Surrogate(ReadOnlySpan<char> text, int index)
    {
        if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
        {
            Add(' ', CharacterKind.Space, index, index + 1);
            return index;
        }

        var codePoint = char.ConvertToUtf32(text[index], text[index + 1]);
        if (CharacterFolding.TryFold(codePoint, out var folded))
            Expansion(folded, index, index + 2);
        else
            Add(codePoint, CharacterFolding.KindOf(codePoint), index, index + 2);
        return index + 1;
    }

    private void Expansion(ReadOnlySpan<char> folded, int start, int end)
    {
        foreach (var rune in folded.EnumerateRunes())
            Add(rune.Value, CharacterFolding.KindOf(rune.Value), start, end);
    }

    private void EndRun()
    {
        if (_runStart < 0)
            return;
        var hash = _hash ^ (_hash >> 32);
        Emit((hash * 0x9E3779B97F4A7C15) | RunBit, _runStart, _runEnd);
        _runStart = -1;
        _hash = HashSeed;
    }

    private void Emit(ulong key, int start, int end)
    {
        _target.Add(key, TextRange.Between(start, end), _boundary);
        _boundary = Boundary.None;
    }
}
