using Standards.Simulator.Consoles;

namespace Standards.Tests.Consoles;

/// <summary>Names of keys in tables of cases; any other word is typed.</summary>
internal static class Keys
{
    public static Key Named(string name) => name switch
    {
        "left" => new Key.Stroke(ConsoleKey.LeftArrow),
        "right" => new Key.Stroke(ConsoleKey.RightArrow),
        "up" => new Key.Stroke(ConsoleKey.UpArrow),
        "down" => new Key.Stroke(ConsoleKey.DownArrow),
        "home" => new Key.Stroke(ConsoleKey.Home),
        "end" => new Key.Stroke(ConsoleKey.End),
        "backspace" => new Key.Stroke(ConsoleKey.Backspace),
        "delete" => new Key.Stroke(ConsoleKey.Delete),
        "enter" => new Key.Stroke(ConsoleKey.Enter),
        "tab" => new Key.Stroke(ConsoleKey.Tab),
        "esc" => new Key.Stroke(ConsoleKey.Escape),
        "ctrl-left" => new Key.Stroke(ConsoleKey.LeftArrow, ConsoleModifiers.Control),
        "ctrl-right" => new Key.Stroke(ConsoleKey.RightArrow, ConsoleModifiers.Control),
        ['c', 't', 'r', 'l', '-', var letter] => new Key.Stroke(ConsoleKey.A + (letter - 'a'), ConsoleModifiers.Control),
        ['a', 'l', 't', '-', var letter] => new Key.Stroke(ConsoleKey.A + (letter - 'a'), ConsoleModifiers.Alt),
        _ => new Key.Typed(name),
    };

    /// <summary>The other way round.</summary>
    public static string Name(Key key) => key switch
    {
        Key.Typed typed => typed.Characters,
        Key.Pasted pasted => $"paste({pasted.Text})",
        Key.Stroke stroke => (stroke.Modifiers == ConsoleModifiers.None ? "" : stroke.Modifiers + "-") + stroke.Name,
        _ => "",
    };
}
