namespace Standards.Rules.Speech;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">The first UTF-16 unit, from 0.</param>
/// <param name="Length">UTF-16 units; 0 for a place between two words.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The unit after the last.</summary>
    public int End => Start + Length;

    internal static TextRange Between(int start, int end) => new(start, end - start);

    internal string In(string text) => text.Substring(Start, Length);
}
