namespace Standards.Rules.Syntax.Deadlines;

internal enum TimeTokenKind
{
    End,

    /// <summary>Digits, perhaps with a decimal point.</summary>
    Number,

    /// <summary>A name, a unit or a keyword.</summary>
    Word,

    /// <summary><c>17:00</c>.</summary>
    Clock,

    /// <summary><c>05-01</c>.</summary>
    MonthDay,

    /// <summary><c>2026-05-01</c>.</summary>
    Date,

    /// <summary><c>..</c>.</summary>
    To,
    Plus,
    Minus,
    Comma,
    Semicolon,
    Other,
}

/// <summary>A piece of the text of a deadline or schedule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">UTF-16 units before it.</param>
/// <param name="Text">As written.</param>
internal readonly record struct TimeToken(TimeTokenKind Kind, int Start, string Text)
{
    public int End => Start + Text.Length;

    public bool IsWord(string word) => Kind == TimeTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
