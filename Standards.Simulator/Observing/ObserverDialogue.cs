using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>
/// The dialogue of an observation by single keys, at a terminal, while the role-play goes on. What is asked for takes effect at the instant at
/// which its key was pressed, however long the questions take. Not thread-safe.
/// </summary>
/// <param name="keep">Called after everything that was entered: what was seen survives a loss of power.</param>
internal sealed class ObserverDialogue(
    ObserverControl control, ObserverScript script, ObserverKeys keys, ObserverConsole console, ObserverGuide guide, ObserverWords words,
    Action keep, CancellationToken cancellation)
{
    private static readonly TimeSpan Instantly = TimeSpan.FromMilliseconds(50);

    private int _page;
    private TimeSpan _back;

    public ObserverEnd Run()
    {
        while (!control.Observation.IsClosed)
        {
            if (cancellation.IsCancellationRequested || console.Key(_page, Prompt()) is not { } key)
                return ObserverEnd.Interrupted;
            try
            {
                Take(key);
            }
            catch (CommandFailure failure)
            {
                console.Complain(failure);
            }
        }

        return ObserverEnd.Closed;
    }

    private string Prompt() => _back > TimeSpan.Zero ? $"-{OffsetText.OfSpan(_back)}> " : "> ";

    private void Take(ConsoleKeyInfo key)
    {
        var letter = key.KeyChar;
        if (keys.Act(letter, _page) is { } act)
        {
            Tick(act);
            return;
        }

        if (keys.Item(letter, _page) is { } item)
        {
            Check(item);
            return;
        }

        switch (letter)
        {
            case ObserverKeys.Words when control.Process.Words is { } spoken:
                Speak(spoken);
                break;
            case ObserverKeys.Checklist:
                foreach (var question in control.Process.Checklist.Where(c => control.Unanswered.Contains(c)))
                {
                    if (!Check(question))
                        break;
                }

                break;
            case ObserverKeys.Note when Line(Texts.Observe.AskNote) is { } note:
                Do(new ObserverCommand.Remark(note));
                break;
            case ObserverKeys.Back when Line(Texts.Observe.AskBack) is { } span:
                _back = OffsetText.TryReadSpan(span, out var ago) ? ago : throw new CommandFailure(Texts.Observe.BadSpan.With(SourceExcerpt.Printable(span)), Texts.Observe.SpanForm);
                break;
            case ObserverKeys.Correct:
                Correct();
                break;
            case ObserverKeys.Undo:
                Do(new ObserverCommand.Undo());
                console.Log(words.Say(Texts.Observe.TakenBack.With(control.Observation.Acts.Length)));
                break;
            case ObserverKeys.Other when Line(Texts.Observe.AskOther) is { } line:
                Do(script.Read(line, console.Now)?.Command ?? new ObserverCommand.Wait());
                break;
            case ObserverKeys.Facts:
                StateFacts();
                break;
            case ObserverKeys.NextPage:
                _page = (_page + 1) % keys.Pages;
                break;
            case ObserverKeys.PreviousPage:
                _page = (_page + keys.Pages - 1) % keys.Pages;
                break;
            case ObserverKeys.Help:
                console.ShowPage(page =>
                {
                    guide.WriteCommands(page);
                    guide.WriteKeys(page);
                });
                break;
            case ObserverKeys.Close:
                Close();
                break;
            default:
                // A stray key must not cost the observer's attention.
                _back = key.Key == ConsoleKey.Escape ? TimeSpan.Zero : _back;
                break;
        }
    }

    private void Tick(ObservableAct act)
    {
        var pressed = console.Now - TakeBack();
        var tick = new ObservedAct(0, default, act.Name);
        if (!act.Roles.IsEmpty)
        {
            var role = console.Choose(_page, words.Title(act) + " · " + words.Say(Texts.Observe.AskRole), [.. act.Roles.Select(r => words.Say(r.Title))]);
            if (role is Choice.Cancelled)
                return;
            tick = role is Choice.Chosen chosen ? tick with { Role = act.Roles[chosen.Index].Name } : tick;
        }

        foreach (var question in act.Questions)
        {
            if (!question.Forms.IsEmpty && !IsFilled(act, tick, question))
                continue;
            switch (console.Ask(_page, words.Title(act), question, script, Earlier(question.Name)))
            {
                case Answer.Cancelled:
                    return;
                case Answer.Given given:
                    tick = tick with { Data = tick.Data.SetItem(question.Name, given.Value) };
                    break;
                default:
                    break;
            }
        }

        Enter(tick, pressed);
    }

    /// <summary>A field is asked for where the form that has it was named, or none was.</summary>
    private static bool IsFilled(ObservableAct act, ObservedAct tick, ActQuestion field) =>
        act.Questions.Where(q => q.Forms.IsEmpty && q.Mentioned.Intersect(field.Forms, StringComparer.Ordinal).Any())
            .All(form => !tick.Data.TryGetValue(form.Name, out var named) || field.Forms.Contains(named.ToString(), StringComparer.Ordinal));

    private void Speak(ObservableAct spoken)
    {
        var pressed = console.Now - TakeBack();
        var roles = control.Process.Speakers;
        var speaker = console.Choose(_page, words.Say(Texts.Observe.AskSpeaker), [.. roles.Select(r => words.Say(r.Title))]);
        if (speaker is Choice.Cancelled || Line(Texts.Observe.AskWords) is not { } said)
            return;
        Enter(new ObservedAct(0, default, spoken.Name) { Role = speaker is Choice.Chosen chosen ? roles[chosen.Index].Name : null, Say = said }, pressed);
    }

    /// <returns>False where the observer wants no more questions.</returns>
    private bool Check(BoundNorm item)
    {
        var pressed = console.Now - TakeBack();
        if (console.Seen(_page, words.Say(((NormForm.Observe)item.Form).Question)) is not { } seen)
            return false;
        Do(now => new ObserverCommand.Check(item.Id, seen, Since(pressed, now)));
        return true;
    }

    private void StateFacts()
    {
        var data = ObservedAct.NoData;
        foreach (var fact in control.Process.Facts)
        {
            switch (console.Ask(_page, words.Say(Texts.Observe.FactsWord), fact, script, []))
            {
                case Answer.Cancelled:
                    return;
                case Answer.Given given:
                    data = data.SetItem(fact.Name, given.Value);
                    break;
                default:
                    break;
            }
        }

        if (!data.IsEmpty)
            Do(new ObserverCommand.Enter(Core.Interactions.InteractionEvent.CaseFacts, TimeSpan.Zero) { Data = data });
    }

    private void Correct()
    {
        if (control.Observation.Acts.IsEmpty)
            throw new CommandFailure(Texts.Observe.NothingEntered);
        console.ShowPage(
            page =>
            {
                page.Heading(words.Say(Texts.Observe.EnteredTitle));
                foreach (var act in control.Observation.Acts)
                    page.Paragraph(words.Of(act), indent: 2, hang: 4);
            },
            isAsked: false);
        if (Line(Texts.Observe.AskNumber, isEmptyFine: true) is not { } number)
            return;
        var chosen = number.Length == 0 ? "last" : number;
        var kind = console.Choose(
            _page,
            words.Say(Texts.Observe.AskWhat),
            [.. Texts.Observe.Corrections.Select(words.Say)]);
        if (kind is not Choice.Chosen { Index: var index })
            return;
        if (Texts.Observe.CorrectionWords[index] is { } verb)
        {
            Do(script.Read($"{verb} {chosen}", console.Now)!.Command);
            return;
        }

        if (Line(Texts.Observe.CorrectionQuestions[index]) is { } value)
            Do(script.Read($"fix {chosen} {Texts.Observe.CorrectionPrefixes[index]}{value}", console.Now)!.Command);
    }

    private void Close()
    {
        var open = control.Unanswered.Length;
        var choice = console.Choose(
            _page, words.Say(Texts.Observe.AskClose.With(open)), [.. Texts.Observe.Closings.Select(words.Say)]);
        switch (choice)
        {
            case Choice.Chosen { Index: 0 }:
                Do(new ObserverCommand.Close(null));
                break;
            case Choice.Chosen { Index: 1 }:
                foreach (var item in control.Unanswered)
                {
                    if (!Check(item))
                        return;
                }

                Close();
                break;
            case Choice.Chosen { Index: 2 } when Line(Texts.Observe.AskEnd) is { } time:
                Do(script.Read("close " + time, console.Now)!.Command);
                break;
            default:
                break;
        }
    }

    private void Enter(ObservedAct tick, TimeSpan at) =>
        Do(now => new ObserverCommand.Enter(tick.Act, Since(at, now)) { Role = tick.Role, Say = tick.Say, Data = tick.Data });

    /// <summary>A key that needed no question counts when it is taken: the difference is no observation.</summary>
    private static TimeSpan Since(TimeSpan at, TimeSpan now) => now - at < Instantly ? TimeSpan.Zero : now - at;

    private void Do(ObserverCommand command) => Do(_ => command);

    /// <param name="make">Makes the command, given the present time.</param>
    private void Do(Func<TimeSpan, ObserverCommand> make)
    {
        var before = control.Observation.Acts;
        var now = console.Advance();
        var command = make(now);
        var changed = control.Apply(new ObserverLine(now, command));
        foreach (var act in control.Observation.Acts.Where((a, i) => i >= before.Length || !ReferenceEquals(a, before[i])))
            console.Log(words.Of(act));
        if (command is ObserverCommand.Remark remark)
            console.Log(words.Say(Texts.Observe.Noted.With(SourceExcerpt.Printable(remark.Text))));
        console.Log(changed);
        keep();
    }

    private TimeSpan TakeBack()
    {
        var back = _back;
        _back = TimeSpan.Zero;
        return back;
    }

    /// <summary>Values that were entered for the attribute before, the latest first.</summary>
    private ImmutableArray<string> Earlier(string attribute) =>
    [
        .. control.Observation.Acts.Reverse().Where(a => !a.IsStruck && a.Data.ContainsKey(attribute))
            .Select(a => ValueReading.Write(a.Data[attribute])).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A line typed; null where it was given up.</summary>
    private string? Line(LocalizedText question, bool isEmptyFine = false) => console.Line(words.Say(question)) is { } line && (isEmptyFine || line.Length > 0) ? line : null;
}
