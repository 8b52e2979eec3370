using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>One line of a script: when, and what.</summary>
/// <param name="At">Since the beginning.</param>
/// <param name="Command">What is done.</param>
internal sealed record ObserverLine(TimeSpan At, ObserverCommand Command);

/// <summary>
/// Lines of text for everything that an observer can do. What was typed at a console is kept in this form too, so that an observation can be
/// played again. Immutable.
/// </summary>
internal sealed class ObserverScript(ObservableProcess process, ObserverKeys keys, Instant startedAt)
{
    private const string Nobody = "-";
    private const string LastAct = "last";

    private static readonly string[] Verbs = ["say", "check", "note", "fix", "strike", "restore", "undo", "facts", "close", "show", "help"];

    private readonly ValueReading _values = new(startedAt, process.Zone);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The text.</param>
    /// <param name="previous">When the line before it was; the time of a line that names none.</param>
    /// <returns>Null for a blank line or a comment.</returns>
    /// <exception cref="CommandFailure">It cannot be read, or names what there is not.</exception>
    public ObserverLine? Read(string line, TimeSpan previous)
    {
        if (line.AsSpan().Trim() is [] or ['#', ..])
            return null;
        var words = new ScriptWords(line);
        var at = previous;
        if (words.Peek() is not ['-', ..] && OffsetText.TryRead(words.Peek(), out var offset))
        {
            at = offset;
            words.Next();
        }
        else if (words.Peek() is [>= '0' and <= '9', ..] bad)
        {
            throw new CommandFailure(Texts.Observe.BadTime.With(SourceExcerpt.Printable(bad)), Texts.Observe.TimeForm);
        }

        if (at < previous)
            throw new CommandFailure(Texts.Observe.TimeGoesBack.With(OffsetText.Full(at), OffsetText.Full(previous)), Texts.Observe.UseAgo);
        return new ObserverLine(at, ReadCommand(words));
    }

    /// <summary>The line that <see cref="Read"/> reads as the same.</summary>
    public static string Write(ObserverLine line) => (OffsetText.Full(line.At) + " " + Write(line.Command)).TrimEnd();

    private ObserverCommand ReadCommand(ScriptWords words)
    {
        var ago = ReadAgo(words);
        if (words.IsAtEnd)
            return new ObserverCommand.Wait();
        var verb = words.Next();
        ObserverCommand command = verb switch
        {
            "say" => ReadSay(words, ago),
            "check" => ReadCheck(words, ago),
            "note" => new ObserverCommand.Remark(words.IsAtEnd ? throw new CommandFailure(Texts.Observe.EmptyNote) : words.Rest()),
            "fix" => new ObserverCommand.Correct(ReadNumber(words), ReadChanges(words)),
            "strike" => new ObserverCommand.Correct(ReadNumber(words), [new ActChange.Strike(true)]),
            "restore" => new ObserverCommand.Correct(ReadNumber(words), [new ActChange.Strike(false)]),
            "undo" => new ObserverCommand.Undo(),
            "facts" => new ObserverCommand.Enter(Core.Interactions.InteractionEvent.CaseFacts, ago) { Data = ReadData(words) },
            "close" => new ObserverCommand.Close(words.IsAtEnd ? null : ReadOffset(words.Next())),
            "show" => new ObserverCommand.Show(),
            "help" => new ObserverCommand.Help(),
            _ => ReadAct(verb, words, ago),
        };
        if (!words.IsAtEnd)
            throw new CommandFailure(Texts.Observe.Surplus.With(SourceExcerpt.Printable(words.Rest()), verb), Texts.Observe.HelpWord);
        return command;
    }

    private static TimeSpan ReadAgo(ScriptWords words)
    {
        if (words.Peek() is not ['-', _, ..] word)
            return TimeSpan.Zero;
        words.Next();
        return OffsetText.TryReadSpan(word[1..], out var ago) ? ago : throw new CommandFailure(Texts.Observe.BadSpan.With(SourceExcerpt.Printable(word)), Texts.Observe.SpanForm);
    }

    private ObserverCommand.Enter ReadSay(ScriptWords words, TimeSpan ago)
    {
        if (process.Words is null)
            throw new CommandFailure(Texts.Observe.NoWords);
        var role = RoleOf(words.Next());
        return words.IsAtEnd
            ? throw new CommandFailure(Texts.Observe.NothingSaid, Texts.Observe.SayForm)
            : new ObserverCommand.Enter(ObservableProcess.WordsSpoken, ago) { Role = role, Say = words.Rest() };
    }

    private ObserverCommand.Check ReadCheck(ScriptWords words, TimeSpan ago)
    {
        var name = words.Next();
        var ids = process.Checklist.Select(c => c.Id);
        var item = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number >= 1 && number <= process.Checklist.Length ? process.Checklist[number - 1] : null
            : process.Checklist.FirstOrDefault(c => string.Equals(c.Id, name, StringComparison.Ordinal));
        if (item is null)
            throw new CommandFailure(Texts.Observe.NoItem.With(SourceExcerpt.Printable(name)), Suggestion.DidYouMean(name, ids) ?? Texts.Observe.ItemRange.With(process.Checklist.Length));
        var answer = words.Next();
        return new ObserverCommand.Check(item.Id, ReadSeen(answer), ago);
    }

    private static Seen ReadSeen(string answer) => answer switch
    {
        "yes" or "y" or "是" => Seen.Yes,
        "no" or "n" or "否" => Seen.No,
        "not-seen" or "x" or "未见" => Seen.NotSeen,
        _ => throw new CommandFailure(Texts.Observe.BadAnswer.With(SourceExcerpt.Printable(answer)), Texts.Usage.Possible.With("`yes`, `no`, `not-seen`")),
    };

    private ObserverCommand.Enter ReadAct(string name, ScriptWords words, TimeSpan ago)
    {
        var act = FindAct(name);
        var command = new ObserverCommand.Enter(act.Name, ago);
        while (!words.IsAtEnd)
        {
            switch (words.Peek())
            {
                case "by":
                    words.Next();
                    command = command with { Role = RoleOf(words.Next()) };
                    break;
                case "say":
                    words.Next();
                    command = command with { Say = words.IsAtEnd ? throw new CommandFailure(Texts.Observe.NothingSaid) : words.Rest() };
                    break;
                default:
                    var (attribute, value) = ReadAttribute(words.Next());
                    command = command with { Data = command.Data.SetItem(attribute, value) };
                    break;
            }
        }

        return command;
    }

    /// <exception cref="CommandFailure">There is none.</exception>
    public ObservableAct FindAct(string name)
    {
        if (keys.Named(name) is { } act || process.Find(name) is { } named && (act = named) is not null)
            return act.Name is ObservedAct.ChecklistTicked ? throw new CommandFailure(Texts.Observe.UseCheck) : act;
        var known = process.AllActs.Select(a => a.Name).Concat(Verbs);
        throw name.Length == 1
            ? new CommandFailure(Texts.Observe.NoKey.With(SourceExcerpt.Printable(name)), Texts.Observe.ShowWord)
            : new CommandFailure(Texts.Observe.NoAct.With(SourceExcerpt.Printable(name)), Suggestion.DidYouMean(name, known) ?? Texts.Observe.HelpWord);
    }

    private ImmutableSortedDictionary<string, Value> ReadData(ScriptWords words)
    {
        var data = ObservedAct.NoData;
        while (!words.IsAtEnd)
        {
            var (name, value) = ReadAttribute(words.Next());
            data = data.SetItem(name, value);
        }

        return data.IsEmpty ? throw new CommandFailure(Texts.Observe.NoFacts, Texts.Observe.FactForm) : data;
    }

    /// <summary>Reads <c>name=value</c>.</summary>
    /// <exception cref="CommandFailure">It is not that, or names no attribute, or the value is of another type.</exception>
    public (string Name, Value Value) ReadAttribute(string word)
    {
        var (name, text) = Divide(word);
        return (name, _values.Read(AttributeOf(name), text.Length == 0 ? throw new CommandFailure(Texts.Observe.NoValue.With(name), Texts.Observe.FactForm) : text));
    }

    /// <summary>Reads the value of an attribute.</summary>
    public Value ReadValue(Rules.Binding.BoundAttribute attribute, string text) => _values.Read(attribute, text);

    private static (string Name, string Text) Divide(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (word[..at], word[(at + 1)..])
            : throw new CommandFailure(Texts.Observe.NotAttribute.With(SourceExcerpt.Printable(word)), Texts.Observe.FactForm);

    private Rules.Binding.BoundAttribute AttributeOf(string name) => process.Attribute(name)
        ?? throw new CommandFailure(
            Texts.Observe.NoAttribute.With(SourceExcerpt.Printable(name)), Suggestion.DidYouMean(name, process.Attributes.Select(a => a.Name)) ?? Texts.Observe.FactForm);

    private string RoleOf(string name) => process.Role(name)?.Name
        ?? process.Roles.Where(r => string.Equals(r.Title.Zh, name, StringComparison.Ordinal)).Select(r => r.Name).FirstOrDefault()
        ?? throw new CommandFailure(
            Texts.Observe.NoRole.With(SourceExcerpt.Printable(name)),
            Suggestion.DidYouMean(name, process.Roles.Select(r => r.Name)) ?? Texts.Usage.Possible.With(string.Join(", ", process.Speakers.Select(r => $"`{r.Name}`"))));

    private static int ReadNumber(ScriptWords words)
    {
        var word = words.Next();
        if (word is LastAct)
            return 0;
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new CommandFailure(Texts.Observe.BadNumber.With(SourceExcerpt.Printable(word)), Texts.Observe.NumberForm);
    }

    private ImmutableArray<ActChange> ReadChanges(ScriptWords words)
    {
        var changes = ImmutableArray.CreateBuilder<ActChange>();
        while (!words.IsAtEnd)
            changes.Add(ReadChange(words));
        return changes.Count > 0 ? changes.ToImmutable() : throw new CommandFailure(Texts.Observe.NoChange, Texts.Observe.FixForm);
    }

    /// <summary>Reads what is to be changed about an act, and the new value.</summary>
    private ActChange ReadChange(ScriptWords words)
    {
        switch (words.Peek())
        {
            case "at":
                words.Next();
                return new ActChange.Time(ReadOffset(words.Next()));
            case "act":
                words.Next();
                return new ActChange.Act(FindAct(words.Next()).Name);
            case "by":
                words.Next();
                return new ActChange.Role(words.Peek() is Nobody ? Skip(words) : RoleOf(words.Next()));
            case "say":
                words.Next();
                return new ActChange.Words(words.Rest() is { Length: > 0 } text && text is not Nobody ? text : null);
            default:
                var (name, written) = Divide(words.Next());
                var attribute = AttributeOf(name);
                return new ActChange.Attribute(name, written.Length == 0 ? Value.Missing : _values.Read(attribute, written));
        }
    }

    private static string? Skip(ScriptWords words)
    {
        words.Next();
        return null;
    }

    private static TimeSpan ReadOffset(string word) => OffsetText.TryRead(word, out var offset)
        ? offset
        : throw new CommandFailure(Texts.Observe.BadTime.With(SourceExcerpt.Printable(word)), Texts.Observe.TimeForm);

    private static string Write(ObserverCommand command) => command switch
    {
        ObserverCommand.Enter { Act: Core.Interactions.InteractionEvent.CaseFacts } enter => Ago(enter.Ago) + "facts" + Data(enter.Data),
        ObserverCommand.Enter enter => Ago(enter.Ago) + enter.Act + (enter.Role is { } role ? " by " + role : "") + Data(enter.Data) + (enter.Say is { } say ? " say " + OneLine(say) : ""),
        ObserverCommand.Check check => $"{Ago(check.Ago)}check {check.Item} {ObservedAct.Name(check.Seen)}",
        ObserverCommand.Remark remark => "note " + OneLine(remark.Text),
        ObserverCommand.Correct { Changes: [ActChange.Strike strike] } correct => (strike.IsStruck ? "strike " : "restore ") + Number(correct.Number),
        ObserverCommand.Correct correct => "fix " + Number(correct.Number) + string.Concat(correct.Changes.Select(Write)),
        ObserverCommand.Undo => "undo",
        ObserverCommand.Close close => "close" + (close.At is { } at ? " " + OffsetText.Full(at) : ""),
        ObserverCommand.Show => "show",
        ObserverCommand.Help => "help",
        _ => "",
    };

    private static string Write(ActChange change) => change switch
    {
        ActChange.Time time => " at " + OffsetText.Full(time.Offset),
        ActChange.Act act => " act " + act.Name,
        ActChange.Role role => " by " + (role.Name ?? Nobody),
        ActChange.Words words => " say " + OneLine(words.Text ?? Nobody),
        ActChange.Attribute attribute => " " + (attribute.Value.IsMissing ? attribute.Name + "=" : Pair(attribute.Name, attribute.Value)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Ago(TimeSpan ago) => ago == TimeSpan.Zero ? "" : "-" + OffsetText.OfSpan(ago) + " ";

    private static string Number(int number) => number == 0 ? LastAct : number.ToString(CultureInfo.InvariantCulture);

    private static string Data(ImmutableSortedDictionary<string, Value> data) => string.Concat(data.Select(d => " " + Pair(d.Key, d.Value)));

    private static string Pair(string name, Value value) => $"{name}={ScriptWords.Quote(ValueReading.Write(value))}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
