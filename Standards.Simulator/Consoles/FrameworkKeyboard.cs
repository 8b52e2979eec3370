namespace Standards.Simulator.Consoles;

/// <summary>The keys as the framework gives them: for Windows, whose console needs no raw mode.</summary>
internal sealed class FrameworkKeyboard : IKeyboard
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(15);

    private bool _before;

    public void Seize()
    {
        _before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
    }

    public void Release() => Console.TreatControlCAsInput = _before;

    public bool Take(TimeSpan wait, Queue<Key> keys)
    {
        var left = wait;
        while (!Console.KeyAvailable)
        {
            if (left <= TimeSpan.Zero)
                return true;
            Thread.Sleep(Step);
            left -= Step;
        }

        char? high = null;
        while (Console.KeyAvailable)
        {
            var info = Console.ReadKey(intercept: true);
            if (char.IsHighSurrogate(info.KeyChar))
            {
                high = info.KeyChar;
                continue;
            }

            keys.Enqueue(KeyOf(info, high));
            high = null;
        }

        return true;
    }

    private static Key KeyOf(ConsoleKeyInfo info, char? high)
    {
        // AltGr, which Windows shows as Ctrl and Alt, types characters.
        var types = !char.IsControl(info.KeyChar) && info.Modifiers is not ConsoleModifiers.Alt;
        if (!types)
            return new Key.Stroke(info.Key, info.Modifiers);
        return new Key.Typed(high is { } first && char.IsLowSurrogate(info.KeyChar) ? new string([first, info.KeyChar]) : info.KeyChar.ToString());
    }
}
