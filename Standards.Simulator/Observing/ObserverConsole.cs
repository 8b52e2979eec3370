using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>What came of a question with numbered answers.</summary>
internal abstract record Choice
{
    private Choice()
    {
    }

    public sealed record Chosen(int Index) : Choice;

    /// <summary>Enter: nobody knows, or it does not matter.</summary>
    public sealed record Skipped : Choice;

    /// <summary>Escape, or the input has ended.</summary>
    public sealed record Cancelled : Choice;
}

/// <summary>What came of asking for an attribute.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    public sealed record Given(Value Value) : Answer;

    public sealed record Skipped : Answer;

    public sealed record Cancelled : Answer;
}

/// <summary>The terminal of an observer: draws the screen, lets the clock run while a key is awaited, and asks. Not thread-safe.</summary>
/// <param name="canRedraw">Whether the cursor can be moved; else the screen is printed anew where something happened.</param>
internal sealed class ObserverConsole(
    ObserverControl control, ObserverScreen screen, ObserverWords words, ILineReader reader, TimeProvider time, Func<WindowSize> size, Ink ink, bool canRedraw)
{
    private const int MostChoices = 9;

    /// <summary>The last row stays free: there the prompt ends its line without moving the rest up.</summary>
    private const int PromptRows = 2;

    private const string Home = "\u001b[H";
    private const string EraseLine = "\u001b[K";
    private const string EraseBelow = "\u001b[J";
    private const string Escape = "\u001b";

    private readonly List<LogLine> _log = [];
    private readonly HashSet<(string, string?, Instant)> _warned = [];
    private bool _isStale = true;
    private bool _isEnded;

    /// <summary>Since the beginning, by the wall clock, in whole milliseconds; never less than the clock of the observation.</summary>
    public TimeSpan Now
    {
        get
        {
            var ticks = (Instant.From(time.GetUtcNow()) - control.Observation.StartedAt).Ticks;
            return TimeSpan.FromTicks(Math.Max(ticks - (ticks % TimeSpan.TicksPerMillisecond), control.Elapsed.Ticks));
        }
    }

    /// <summary>Lets the time pass up to now, and shows what it decided; returns now.</summary>
    public TimeSpan Advance()
    {
        var now = Now;
        Log(control.AdvanceTo(now));
        var clock = control.Observation.Clock;
        foreach (var open in control.Observation.OpenObligations.Where(o => ObserverWords.IsUrgent(o, clock) && _warned.Add((o.Norm, o.Key, o.Due))))
            Log("! " + words.Warning(open, clock), Verdict.Unknown);
        return now;
    }

    public void Log(string text, Verdict? tone = null)
    {
        _log.Add(new LogLine(text, tone));
        _isStale = true;
    }

    public void Log(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Where(words.IsWorthShowing))
            Log(words.Of(finding), finding.Verdict);
    }

    public void Complain(CommandFailure failure) =>
        Log(words.Say(failure.Reason) + (failure.Help is { } help ? $" ({words.Say(help)})" : ""), Verdict.Violated);

    /// <summary>Waits for a key, the screen kept up to date; null where the input has ended or Ctrl-C was pressed.</summary>
    /// <param name="panel">Lines shown in the place of what happened last; null for none.</param>
    public ConsoleKeyInfo? Key(int page, string prompt, IReadOnlyList<LogLine>? panel = null)
    {
        while (!_isEnded)
        {
            Advance();
            Draw(page, panel);
            var (second, isWoken) = (Second(), false);
            var key = reader.ReadKey(prompt, () =>
            {
                Advance();
                isWoken = canRedraw ? Second() != second : _isStale;
                return new Tick(Stop: isWoken);
            });
            if (key is not null)
                return key;
            _isEnded = !isWoken;
        }

        return null;
    }

    /// <summary>Waits for a line; null for an empty one that was given up, or where the input has ended.</summary>
    public string? Line(string question)
    {
        var shown = _log.Count;
        var result = reader.Read(question + words.Say(Texts.Colon), () =>
        {
            Advance();
            var news = string.Concat(_log.Skip(shown).Select(l => (l.Tone is { } tone ? ink.Of(tone, l.Text) : l.Text) + "\n"));
            shown = _log.Count;
            return new Tick(Show: news.Length > 0 ? news : null);
        });
        _isStale = true;
        _isEnded |= result is LineResult.Interrupted;
        return result is LineResult.Line line ? line.Text.Trim() : null;
    }

    /// <summary>Asks for one of at most nine answers by its digit.</summary>
    public Choice Choose(int page, string question, IReadOnlyList<string> answers)
    {
        var numbered = Numbered(answers);
        var panel = Panel(question, numbered, words.Say(Texts.Observe.EnterSkips));
        while (Key(page, "? ", panel) is { } key)
        {
            if (key.KeyChar is >= '1' and <= '9' && key.KeyChar - '1' is var index && index < answers.Count)
                return new Choice.Chosen(index);
            if (key.Key == ConsoleKey.Escape)
                return new Choice.Cancelled();
            if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
                return new Choice.Skipped();
        }

        return new Choice.Cancelled();
    }

    /// <summary>Asks a question of the checklist; null where it was given up.</summary>
    public Seen? Seen(int page, string question)
    {
        var panel = Panel(question, words.Say(Texts.Observe.SeenKeys));
        while (Key(page, "y/n/x? ", panel) is { } key)
        {
            switch (char.ToLowerInvariant(key.KeyChar))
            {
                case 'y':
                    return Observing.Seen.Yes;
                case 'n':
                    return Observing.Seen.No;
                case 'x':
                    return Observing.Seen.NotSeen;
            }

            if (key.Key is ConsoleKey.Escape or ConsoleKey.Enter)
                return null;
        }

        return null;
    }

    /// <summary>Asks for the value of an attribute: by a digit where few are possible, else by a line.</summary>
    /// <param name="earlier">Values entered before, the latest first.</param>
    public Answer Ask(int page, string about, ActQuestion question, ObserverScript script, ImmutableArray<string> earlier)
    {
        var title = $"{about} · {words.Attribute(question.Name)} ({question.Name})";
        var allowed = question.Attribute.Type.AllowedValues;
        if (question.Attribute.Type.Kind == ValueKind.Bool)
            return Chosen(Choose(page, title, [words.Say(Texts.Observe.Yes), words.Say(Texts.Observe.No)]), [Value.True, Value.False]);
        if (allowed.Length is > 0 and <= MostChoices)
            return Chosen(Choose(page, title, allowed), [.. allowed.Select(Value.Of)]);
        ImmutableArray<string> offered = [.. earlier.Concat(question.Mentioned).Where(v => allowed.IsEmpty || allowed.Contains(v, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Take(MostChoices)];
        return Typed(page, title, question, script, offered);
    }

    /// <summary>Prints text, as much as the terminal holds at a time; a key leads on.</summary>
    /// <param name="isAsked">Whether the end waits for a key too; else a question follows.</param>
    public void ShowPage(Action<Page> write, bool isAsked = true)
    {
        var window = size();
        var page = new Page(window.Columns, ink);
        write(page);
        string[][] parts = [.. page.ToString().TrimEnd('\n').Split('\n').Chunk(Math.Max(4, window.Rows - PromptRows))];
        _isStale = true;
        for (var i = 0; i < parts.Length && !_isEnded; i++)
        {
            reader.Write((canRedraw ? Home + EraseBelow : "") + string.Join('\n', parts[i]) + "\n");
            var isLast = i == parts.Length - 1;
            if (!isLast || isAsked)
                _isEnded = reader.ReadKey(words.Say(isLast ? Texts.Observe.AnyKey : Texts.Observe.MoreKey), Pass) is null;
        }
    }

    /// <summary>The clock runs while something is read.</summary>
    private Tick Pass()
    {
        Advance();
        return default;
    }

    private static string Numbered(IEnumerable<string> answers) =>
        string.Join(" · ", answers.Take(MostChoices).Select((a, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {a}")));

    private Answer Typed(int page, string title, ActQuestion question, ObserverScript script, ImmutableArray<string> offered)
    {
        Draw(page, Panel(title, Numbered(offered), words.Say(Texts.Observe.TypeOrNumber)));
        while (!_isEnded)
        {
            switch (Line(words.Attribute(question.Name)))
            {
                case null:
                    return new Answer.Cancelled();
                case "":
                    return new Answer.Skipped();
                case var text:
                    try
                    {
                        var chosen = text.Length == 1 && text[0] is >= '1' and <= '9' && text[0] - '1' is var index && index < offered.Length ? offered[index] : text.Trim('"');
                        return new Answer.Given(script.ReadValue(question.Attribute, chosen));
                    }
                    catch (CommandFailure failure)
                    {
                        reader.Write(words.Say(failure.Reason) + (failure.Help is { } help ? $" ({words.Say(help)})" : "") + "\n");
                    }

                    break;
            }
        }

        return new Answer.Cancelled();
    }

    private static Answer Chosen(Choice choice, ImmutableArray<Value> values) => choice switch
    {
        Choice.Chosen chosen => new Answer.Given(values[chosen.Index]),
        Choice.Skipped => new Answer.Skipped(),
        _ => new Answer.Cancelled(),
    };

    private List<LogLine> Panel(params ReadOnlySpan<string> parts)
    {
        var width = size().Columns;
        List<LogLine> lines = [];
        foreach (var part in parts)
            lines.AddRange(part.Length == 0 ? [] : TextWrapper.Lines(part, width).Select(l => new LogLine(l)));
        return lines;
    }

    private void Draw(int page, IReadOnlyList<LogLine>? panel)
    {
        if (!canRedraw && !_isStale && panel is null)
            return;
        _isStale = false;
        var window = size();
        var text = new StringBuilder(canRedraw ? Home : "");
        foreach (var line in screen.Lines(page, panel ?? _log, window.Columns, Math.Max(4, window.Rows - PromptRows)))
            text.Append(line).Append(canRedraw ? EraseLine : "").Append('\n');
        reader.Write(text.Append(canRedraw ? EraseBelow : "").ToString());
    }

    private long Second() => Now.Ticks / TimeSpan.TicksPerSecond;
}
