namespace Standards.Simulator.Consoles;

/// <summary>What the text before the cursor may become; none where nothing is known of it.</summary>
internal delegate IReadOnlyList<string> Completion(string beforeCursor);

/// <summary>What each key does to the line. Knows no terminal. Not thread-safe.</summary>
internal sealed class LineEditor(LineHistory history, Completion? completion)
{
    public LineBuffer Line { get; private set; } = LineBuffer.Empty;

    /// <summary>Applies a key; gives the result where the key ends the line.</summary>
    /// <param name="effect">What the screen has to do besides showing the line.</param>
    public LineResult? Apply(Key key, out Effect effect)
    {
        effect = Effect.None;
        switch (key)
        {
            case Key.Typed typed:
                Line = Line.Insert(typed.Characters);
                return null;
            case Key.Pasted pasted:
                return Paste(pasted.Text);
            case Key.Stroke { Name: ConsoleKey.Enter }:
                return Enter();
            case Key.Stroke { Name: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                return new LineResult.Interrupted();
            case Key.Stroke { Name: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when Line.Text.Length == 0:
                return new LineResult.EndOfInput();
            case Key.Stroke { Name: ConsoleKey.L, Modifiers: ConsoleModifiers.Control }:
                effect = new Effect.ClearScreen();
                return null;
            case Key.Stroke { Name: ConsoleKey.Tab }:
                effect = Complete();
                return null;
            case Key.Stroke stroke:
                Line = Edited(stroke);
                return null;
            default:
                return null;
        }
    }

    private LineBuffer Edited(Key.Stroke stroke) => (stroke.Name, stroke.Modifiers) switch
    {
        (ConsoleKey.LeftArrow, ConsoleModifiers.None) or (ConsoleKey.B, ConsoleModifiers.Control) => Line.Left(),
        (ConsoleKey.RightArrow, ConsoleModifiers.None) or (ConsoleKey.F, ConsoleModifiers.Control) => Line.Right(),
        (ConsoleKey.LeftArrow, _) or (ConsoleKey.B, ConsoleModifiers.Alt) => Line.WordLeft(),
        (ConsoleKey.RightArrow, _) or (ConsoleKey.F, ConsoleModifiers.Alt) => Line.WordRight(),
        (ConsoleKey.Home, _) or (ConsoleKey.A, ConsoleModifiers.Control) => Line.Home(),
        (ConsoleKey.End, _) or (ConsoleKey.E, ConsoleModifiers.Control) => Line.End(),
        (ConsoleKey.Backspace, ConsoleModifiers.None) => Line.Backspace(),
        (ConsoleKey.Delete, _) or (ConsoleKey.D, ConsoleModifiers.Control) => Line.Delete(),
        (ConsoleKey.K, ConsoleModifiers.Control) => Line.DeleteToEnd(),
        (ConsoleKey.U, ConsoleModifiers.Control) => Line.DeleteToStart(),
        (ConsoleKey.W, ConsoleModifiers.Control) or (ConsoleKey.Backspace, _) => Line.DeleteWordLeft(),
        (ConsoleKey.D, ConsoleModifiers.Alt) => Line.DeleteWordRight(),
        (ConsoleKey.UpArrow, _) or (ConsoleKey.P, ConsoleModifiers.Control) => history.Earlier(Line.Text) is { } earlier ? LineBuffer.Of(earlier) : Line,
        (ConsoleKey.DownArrow, _) or (ConsoleKey.N, ConsoleModifiers.Control) => history.Later() is { } later ? LineBuffer.Of(later) : Line,
        _ => Line,
    };

    private LineResult.Line Enter()
    {
        history.Add(Line.Text);
        return new LineResult.Line(Line.Text);
    }

    /// <summary>Line breaks inside are blanks; those at the end are Enter.</summary>
    private LineResult.Line? Paste(string text)
    {
        var body = text.TrimEnd('\r', '\n');
        Line = Line.Insert(body);
        return body.Length < text.Length ? Enter() : null;
    }

    /// <summary>Writes as much as all candidates have in common; where that is nothing new, they are shown.</summary>
    private Effect Complete()
    {
        var before = Line.Text[..Line.Cursor];
        var candidates = completion?.Invoke(before) ?? [];
        if (candidates.Count == 0)
            return Effect.None;
        var common = LineBuffer.Of(candidates.Aggregate(Common)).Text;
        if (common.Length > before.Length || candidates.Count == 1)
        {
            Line = Line.DeleteToStart().Insert(common);
            return Effect.None;
        }

        return new Effect.ShowCandidates(candidates);
    }

    private static string Common(string one, string other)
    {
        var length = one.AsSpan().CommonPrefixLength(other);
        return length > 0 && char.IsHighSurrogate(one[length - 1]) ? one[..(length - 1)] : one[..length];
    }

    /// <summary>What a key does to the screen besides the line.</summary>
    internal abstract record Effect
    {
        public static readonly Effect None = new Nothing();

        private Effect()
        {
        }

        public sealed record Nothing : Effect;

        public sealed record ClearScreen : Effect;

        public sealed record ShowCandidates(IReadOnlyList<string> Candidates) : Effect;
    }
}
