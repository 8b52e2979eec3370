using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>
/// Takes what the trainee types, line by line, and answers with what happens. The same lines with the same setup give the same answers:
/// so a script, a resumed attempt and a person at a terminal are one. Not thread-safe.
/// </summary>
internal sealed class PlayController : IDisposable
{
    private readonly PlaySetup _setup;
    private readonly PlayMode _mode;
    private readonly List<string> _inputs = [];
    private readonly List<int> _moves = [];
    private readonly Warner _warner = new();
    private Play _play;
    private SceneAction? _action;
    private string? _words;
    private readonly List<string> _values = [];
    private TimeSpan _ticked;

    public PlayController(PlaySetup setup, PlayMode mode)
    {
        _setup = setup;
        _mode = mode;
        _play = new Play(setup);
    }

    public Play Play => _play;

    public PlaySetup Setup => _setup;

    public PlayMode Mode => _mode;

    /// <summary>Whether the trainee asked to leave.</summary>
    public bool IsQuit { get; private set; }

    /// <summary>How many hints were given, those of an attempt that is resumed included.</summary>
    public int Hints { get; private set; }

    /// <summary>The lines so far, with the time that passed between them.</summary>
    public ImmutableArray<string> Inputs => _ticked > TimeSpan.Zero ? [.. _inputs, TickLine(_ticked)] : [.. _inputs];

    public PlayPrompt Prompt
    {
        get
        {
            if (IsQuit || _play.IsEnded)
                return new PlayPrompt.Over();
            if (_action is null)
                return new PlayPrompt.Choose(_play.Available);
            return _action.Speech is not null && _words is null
                ? new PlayPrompt.Speak(_action)
                : new PlayPrompt.Fill(_action, _action.Asks[_values.Count]);
        }
    }

    /// <summary>Begins. Call first, once.</summary>
    public ImmutableArray<PlayLine> Begin() => WithWarnings(_play.Begin());

    /// <summary>Goes on where an attempt was left: plays what was typed, and tells nothing of it.</summary>
    public void Resume(IEnumerable<string> inputs, int hints)
    {
        Begin();
        foreach (var line in inputs)
            Accept(line);
        Hints = hints;
    }

    /// <summary>Lets the time of the wall clock pass.</summary>
    public ImmutableArray<PlayLine> Tick(TimeSpan span)
    {
        if (span <= TimeSpan.Zero || Prompt is PlayPrompt.Over)
            return [];
        _ticked += span;
        return WithWarnings(_play.Wait(span, untilSomethingHappens: false));
    }

    /// <summary>Takes a line. Nothing that can be typed is an error of the program.</summary>
    public ImmutableArray<PlayLine> Accept(string line)
    {
        if (Prompt is PlayPrompt.Over)
            return [];
        var text = line.Trim();
        if (_ticked > TimeSpan.Zero)
        {
            _inputs.Add(TickLine(_ticked));
            _ticked = TimeSpan.Zero;
        }

        return text.StartsWith(':') || text.StartsWith('：') ? Command(text[1..].Trim()) : Prompt switch
        {
            PlayPrompt.Choose choose => Chosen(text, choose.Actions),
            PlayPrompt.Speak => Spoken(text),
            PlayPrompt.Fill fill => Filled(text, fill.Question),
            _ => [],
        };
    }

    public void Dispose() => _play.Dispose();

    private ImmutableArray<PlayLine> Chosen(string text, ImmutableArray<SceneAction> actions)
    {
        if (text.Length == 0)
            return [];
        var (action, words) = ActionChooser.Choose(text, actions, _play);
        if (action is null)
            return [Refused(Texts.Train.NoSuchAction.With(text), Texts.Train.ChooseHelp)];
        _moves.Add(_inputs.Count);
        _inputs.Add(text);
        _action = action;
        _words = words is null && action.Speech is not null ? null : words ?? "";
        return Proceed();
    }

    private ImmutableArray<PlayLine> Spoken(string text)
    {
        _inputs.Add(text);
        _words = text;
        return Proceed();
    }

    private ImmutableArray<PlayLine> Filled(string text, Question question)
    {
        var type = _setup.Judge.Bound.Vocabulary.Attributes[question.Attribute].Type;
        if (!TypedValue.IsFine(text, type))
        {
            var possible = type.AllowedValues;
            return [Refused(Texts.Train.BadValue.With(text), possible.IsEmpty ? Texts.Train.Expected(type.ToString()!) : Texts.Usage.Possible.With(string.Join(", ", possible)))];
        }

        _inputs.Add(text);
        _values.Add(text);
        return Proceed();
    }

    /// <summary>Does the action as soon as nothing more is to be typed.</summary>
    private ImmutableArray<PlayLine> Proceed()
    {
        if (_action is not { } action || _words is null || _values.Count < action.Asks.Length)
            return [];
        var answers = new Answers(_words, [.. _values]);
        Forget();
        return WithWarnings(_play.Do(action, answers));
    }

    private void Forget()
    {
        _action = null;
        _words = null;
        _values.Clear();
    }

    private ImmutableArray<PlayLine> Command(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
        return name.ToLowerInvariant() switch
        {
            "wait" or "w" or "等" => Wait(rest),
            "tick" => TickBy(rest),
            "hint" => Hint(),
            "status" or "s" => [Answer(PlayStatus.Of(this))],
            "back" or "b" => Back(),
            "help" or "h" or "?" => [Answer(Texts.Train.Help)],
            "quit" or "q" => Quit(),
            _ => [Refused(Texts.Train.UnknownCommand.With(":" + name), Texts.Train.Commands)],
        };
    }

    private ImmutableArray<PlayLine> Wait(string text)
    {
        var span = text.Length == 0 ? PlayTime.UsualWait : PlayTime.Parse(text);
        if (span is not { } wait)
            return [Refused(Texts.Train.BadTime.With(text), Texts.Train.TimeHelp)];
        _moves.Add(_inputs.Count);
        _inputs.Add(text.Length == 0 ? ":wait" : ":wait " + text);
        return WithWarnings(_play.Wait(wait, untilSomethingHappens: true));
    }

    private ImmutableArray<PlayLine> TickBy(string text)
    {
        if (PlayTime.Parse(text) is not { } span)
            return [Refused(Texts.Train.BadTime.With(text), Texts.Train.TimeHelp)];
        var lines = Tick(span);
        _inputs.Add(TickLine(_ticked));
        _ticked = TimeSpan.Zero;
        return lines;
    }

    private ImmutableArray<PlayLine> Hint()
    {
        if (_mode == PlayMode.Exam)
            return [Refused(Texts.Train.NotInExam, null)];
        Hints++;
        return [Answer(HintFinder.Next(this))];
    }

    private ImmutableArray<PlayLine> Back()
    {
        if (_mode == PlayMode.Exam)
            return [Refused(Texts.Train.NotInExam, null)];
        if (_action is not null)
        {
            _inputs.RemoveRange(_moves[^1], _inputs.Count - _moves[^1]);
            _moves.RemoveAt(_moves.Count - 1);
            Forget();
            return [Answer(Texts.Train.TakenBack)];
        }

        if (_moves.Count == 0)
            return [Refused(Texts.Train.NothingToTakeBack, null)];
        var keep = _inputs.Take(_moves[^1]).ToList();
        Restart();
        foreach (var line in keep)
            Accept(line);
        return [Answer(Texts.Train.TakenBack)];
    }

    private void Restart()
    {
        _play.Dispose();
        _play = new Play(_setup);
        _inputs.Clear();
        _moves.Clear();
        _warner.Forget();
        Forget();
        _play.Begin();
    }

    private ImmutableArray<PlayLine> Quit()
    {
        Forget();
        IsQuit = true;
        return [];
    }

    private ImmutableArray<PlayLine> WithWarnings(ImmutableArray<PlayLine> lines) =>
        _mode == PlayMode.Exam || _play.IsEnded ? lines : [.. lines, .. _warner.Warn(_play)];

    private PlayLine.Answer Answer(LocalizedText text) => new(_play.Clock, text);

    private PlayLine.Refused Refused(LocalizedText text, LocalizedText? help) => new(_play.Clock, text, help);

    private static string TickLine(TimeSpan span) => ":tick " + (span.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.0######", CultureInfo.InvariantCulture) + " s";
}
