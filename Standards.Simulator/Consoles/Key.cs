namespace Standards.Simulator.Consoles;

/// <summary>What a person did at the keyboard.</summary>
internal abstract record Key
{
    private Key()
    {
    }

    /// <param name="Characters">One character, which may be two UTF-16 units.</param>
    public sealed record Typed(string Characters) : Key;

    /// <param name="Text">What was pasted, its line breaks included.</param>
    public sealed record Pasted(string Text) : Key;

    /// <summary>A key that types nothing.</summary>
    /// <param name="Name">Its name; with Ctrl or Alt, the letter.</param>
    public sealed record Stroke(ConsoleKey Name, ConsoleModifiers Modifiers = ConsoleModifiers.None) : Key;

    /// <summary>The keys as the framework names them: one for each UTF-16 unit.</summary>
    public static IEnumerable<ConsoleKeyInfo> Infos(Key key) => key switch
    {
        Typed typed => typed.Characters.Select(Info),
        Pasted pasted => pasted.Text.Select(Info),
        Stroke stroke => [Info(stroke)],
        _ => [],
    };

    /// <summary>The key that types a character.</summary>
    public static ConsoleKeyInfo Info(char character)
    {
        var name = character switch
        {
            '\r' or '\n' => ConsoleKey.Enter,
            '\t' => ConsoleKey.Tab,
            ' ' => ConsoleKey.Spacebar,
            >= '0' and <= '9' => ConsoleKey.D0 + (character - '0'),
            >= 'a' and <= 'z' => ConsoleKey.A + (character - 'a'),
            >= 'A' and <= 'Z' => ConsoleKey.A + (character - 'A'),
            _ => ConsoleKey.None,
        };
        return new ConsoleKeyInfo(character, name, shift: character is >= 'A' and <= 'Z', alt: false, control: false);
    }

    private static ConsoleKeyInfo Info(Stroke stroke)
    {
        const char Escape = '\u001b';
        var character = stroke switch
        {
            { Name: ConsoleKey.Enter } => '\r',
            { Name: ConsoleKey.Tab } => '\t',
            { Name: ConsoleKey.Backspace } => '\b',
            { Name: ConsoleKey.Escape } => Escape,
            { Name: >= ConsoleKey.A and <= ConsoleKey.Z, Modifiers: ConsoleModifiers.Control } => (char)(stroke.Name - ConsoleKey.A + 1),
            _ => '\0',
        };
        return new ConsoleKeyInfo(
            character,
            stroke.Name,
            stroke.Modifiers.HasFlag(ConsoleModifiers.Shift),
            stroke.Modifiers.HasFlag(ConsoleModifiers.Alt),
            stroke.Modifiers.HasFlag(ConsoleModifiers.Control));
    }
}
