namespace Standards.Simulator.Consoles;

/// <summary>How large the terminal is now.</summary>
internal readonly record struct WindowSize(int Columns, int Rows);

/// <summary>Lets a person edit a line on a terminal while the clock runs. Not thread-safe.</summary>
/// <param name="output">The terminal.</param>
/// <param name="size">Asked before each drawing.</param>
/// <param name="completion">What Tab completes; null for nothing.</param>
/// <param name="cancellation">Ends waiting as Ctrl-C does.</param>
internal sealed class TerminalLineReader(
    IKeyboard keyboard, TextWriter output, Func<WindowSize> size, TimeProvider time, Completion? completion, CancellationToken cancellation) : ILineReader
{
    private const string PasteInBrackets = "\u001b[?2004h";
    private const string PasteAsTyped = "\u001b[?2004l";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly LineHistory _history = new();
    private readonly LineScreen _screen = new();
    private readonly Queue<Key> _keys = [];
    private readonly Queue<ConsoleKeyInfo> _infos = [];
    private bool _isGone;

    public bool IsInteractive => true;

    public LineResult Read(string prompt, Func<Tick>? tick)
    {
        var editor = new LineEditor(_history, completion);
        _history.Leave();
        return Seized(() => Edit(editor, prompt, tick));
    }

    public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick) => Seized<ConsoleKeyInfo?>(() =>
    {
        var shown = prompt;
        ConsoleKeyInfo? pressed = null;
        _ = Wait(new LineEditor(_history, completion: null), ref shown, tick, () =>
        {
            while (_infos.Count == 0 && _keys.TryDequeue(out var key))
            {
                foreach (var info in Key.Infos(key))
                    _infos.Enqueue(info);
            }

            if (!_infos.TryDequeue(out var next))
                return null;
            if (next is { Key: ConsoleKey.C or ConsoleKey.D, Modifiers: ConsoleModifiers.Control })
                return new LineResult.Interrupted();
            pressed = next;
            return new LineResult.Line("");
        });
        var typed = pressed is { } info && !char.IsControl(info.KeyChar) ? LineBuffer.Of(info.KeyChar.ToString()) : LineBuffer.Empty;
        Finish(shown, typed);
        return pressed;
    });

    public void Write(string text) => Put(text);

    private LineResult Edit(LineEditor editor, string prompt, Func<Tick>? tick)
    {
        var shown = prompt;
        var result = Wait(editor, ref shown, tick, () =>
        {
            while (_keys.TryDequeue(out var key))
            {
                if (editor.Apply(key, out var effect) is { } ended)
                    return ended;
                Show(effect, shown, editor.Line);
            }

            return null;
        });
        Finish(shown, editor.Line);
        return result;
    }

    /// <summary>Waits until the keys give a result, the tick stops it, or it is interrupted; keeps the screen as it should be.</summary>
    private LineResult Wait(LineEditor editor, ref string prompt, Func<Tick>? tick, Func<LineResult?> take)
    {
        var ticked = time.GetTimestamp();
        while (true)
        {
            // Keys that came early are taken before any are awaited.
            if (take() is { } result)
                return result;
            var (columns, rows) = size();
            Put(_screen.Draw(prompt, editor.Line, columns, rows));
            if (_isGone || cancellation.IsCancellationRequested)
                return new LineResult.Interrupted();
            var left = Interval - time.GetElapsedTime(ticked);
            if (left > TimeSpan.Zero && left <= Interval)
            {
                _isGone |= !keyboard.Take(left, _keys);
                continue;
            }

            ticked = time.GetTimestamp();
            var wanted = tick?.Invoke() ?? default;
            prompt = wanted.Prompt ?? prompt;
            if (wanted.Show is { } text)
                Put(_screen.DrawBelow(text, prompt, editor.Line, columns, rows));
            if (wanted.Stop)
                return new LineResult.Woken();
        }
    }

    private void Show(LineEditor.Effect effect, string prompt, LineBuffer line)
    {
        var (columns, rows) = size();
        switch (effect)
        {
            case LineEditor.Effect.ClearScreen:
                Put(_screen.DrawCleared(prompt, line, columns, rows));
                break;
            case LineEditor.Effect.ShowCandidates candidates:
                Put(_screen.DrawBelow(string.Join("  ", candidates.Candidates), prompt, line, columns, rows));
                break;
            default:
                break;
        }
    }

    private void Finish(string prompt, LineBuffer line)
    {
        var (columns, rows) = size();
        Put(_screen.Finish(prompt, line, columns, rows));
    }

    private T Seized<T>(Func<T> action)
    {
        output.Flush();
        keyboard.Seize();
        try
        {
            Put(PasteInBrackets);
            return action();
        }
        finally
        {
            Put(PasteAsTyped);
            keyboard.Release();
        }
    }

    /// <summary>A terminal that was closed takes nothing more: the next wait ends as interrupted.</summary>
    private void Put(string text)
    {
        if (_isGone || text.Length == 0)
            return;
        try
        {
            output.Write(text);
            output.Flush();
        }
        catch (IOException)
        {
            _isGone = true;
        }
    }
}
