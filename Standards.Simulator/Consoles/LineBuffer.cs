using System.Globalization;
using System.Text;

namespace Standards.Simulator.Consoles;

/// <summary>
/// A line that is being typed. Every step is a whole character as a reader sees it: a letter with its accents, an emoji of several
/// code points. Immutable.
/// </summary>
internal sealed record LineBuffer
{
    public static readonly LineBuffer Empty = new("", 0);

    private LineBuffer(string text, int cursor)
    {
        Text = text;
        Cursor = Boundary(text, cursor);
    }

    /// <summary>Holds no control characters.</summary>
    public string Text { get; }

    /// <summary>UTF-16 units before the cursor.</summary>
    // INVARIANT: never inside a character; an edit that makes one of two puts the cursor behind it.
    public int Cursor { get; }

    /// <summary>A line with its cursor at the end.</summary>
    public static LineBuffer Of(string text) => Empty.Insert(text);

    /// <summary>Puts text where the cursor is: tabs and line breaks as blanks, other control characters not at all.</summary>
    public LineBuffer Insert(string text)
    {
        var clean = Clean(text);
        return clean.Length == 0 ? this : new LineBuffer(Text.Insert(Cursor, clean), Cursor + clean.Length);
    }

    public LineBuffer Left() => To(Before(Cursor));

    public LineBuffer Right() => To(After(Cursor));

    public LineBuffer Home() => To(0);

    public LineBuffer End() => To(Text.Length);

    /// <summary>To the start of the run of letters and digits before the cursor.</summary>
    public LineBuffer WordLeft() => To(WordBefore());

    /// <summary>To the end of the run of letters and digits behind the cursor.</summary>
    public LineBuffer WordRight() => To(WordAfter());

    public LineBuffer Backspace() => Without(Before(Cursor), Cursor);

    public LineBuffer Delete() => Without(Cursor, After(Cursor));

    public LineBuffer DeleteToStart() => Without(0, Cursor);

    public LineBuffer DeleteToEnd() => Without(Cursor, Text.Length);

    public LineBuffer DeleteWordLeft() => Without(WordBefore(), Cursor);

    public LineBuffer DeleteWordRight() => Without(Cursor, WordAfter());

    private LineBuffer To(int cursor) => cursor == Cursor ? this : new LineBuffer(Text, cursor);

    private LineBuffer Without(int start, int end) => start == end ? this : new LineBuffer(Text.Remove(start, end - start), start);

    private int WordBefore()
    {
        var at = Cursor;
        while (at > 0 && !IsWord(Before(at)))
            at = Before(at);
        while (at > 0 && IsWord(Before(at)))
            at = Before(at);
        return at;
    }

    private int WordAfter()
    {
        var at = Cursor;
        while (at < Text.Length && !IsWord(at))
            at = After(at);
        while (at < Text.Length && IsWord(at))
            at = After(at);
        return at;
    }

    private bool IsWord(int at) => Rune.TryGetRuneAt(Text, at, out var rune) && Rune.IsLetterOrDigit(rune);

    /// <summary>Where the character begins that ends at or holds a place.</summary>
    private int Before(int place)
    {
        var at = 0;
        for (var next = After(0); next < place; next = After(next))
            at = next;
        return at;
    }

    private int After(int place) => place >= Text.Length ? Text.Length : place + StringInfo.GetNextTextElementLength(Text.AsSpan(place));

    /// <summary>The place itself, or the end of the character that it lies in.</summary>
    private static int Boundary(string text, int place)
    {
        var at = 0;
        while (at < place)
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
        return at;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\r' or '\u0085' or '\u2028' or '\u2029' || (rune.Value is '\n' && previous.Value is not '\r'))
                clean.Append(' ');
            else if (!Rune.IsControl(rune))
                clean.Append(rune.ToString());
            previous = rune;
        }

        return clean.ToString();
    }
}
