using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Sessions;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>
/// A scenario that is being played: its clock, its people, and the live session that judges it. What happens depends on the scenario,
/// the packs, the seed and what is done, and on nothing else. Not thread-safe.
/// </summary>
internal sealed class Play : IDisposable
{
    /// <summary>More steps than that after one input are an endless loop of the scenario.</summary>
    private const int MostSteps = 2000;

    /// <summary>Tells that what is said is logged: who stays silent is silent, and not unrecorded.</summary>
    private const string NothingSaid = "";

    private readonly PlaySetup _setup;
    private readonly Session _session;
    private readonly PlayVariables _variables;
    private readonly Schedule _schedule;
    private readonly List<string> _did = [];
    private readonly SortedSet<string> _broken = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _kept = new(StringComparer.Ordinal);
    private readonly List<PlayLine> _lines = [];
    private Instant _beatBegan;
    private int _steps;

    public Play(PlaySetup setup)
    {
        _setup = setup;
        _session = setup.Judge.Open(setup.Case, [.. setup.Scenario.Processes]);
        _variables = new PlayVariables(setup.Scenario, setup.Seed, StateOf);
        _schedule = new Schedule(_variables);
        Clock = Scenario.Start;
        Beat = Scenario.Beats[0];
        _schedule.Add(Scenario.Happenings, isOfBeat: false);
    }

    public Scenario Scenario => _setup.Scenario;

    public Instant Clock { get; private set; }

    public Beat Beat { get; private set; }

    public bool IsEnded { get; private set; }

    public IReadOnlyList<InteractionEvent> Events => _session.Events;

    /// <summary>Ids of the actions done, in order.</summary>
    public IReadOnlyList<string> Did => _did;

    /// <summary>What can be done now.</summary>
    public ImmutableArray<SceneAction> Available => IsEnded
        ? []
        : [.. Beat.Actions.Concat(Scenario.Actions).Where(a => (!a.Once || !_did.Contains(a.Id, StringComparer.Ordinal)) && _variables.Holds(a.When))];

    /// <summary>The verdicts as they stand.</summary>
    public ImmutableArray<Finding> Verdicts() => _session.Verdicts();

    /// <summary>The ids of the norms broken so far.</summary>
    public IReadOnlySet<string> Broken => _broken;

    public ImmutableArray<OpenObligation> OpenObligations() => _session.OpenObligations();

    /// <summary>The states of the processes, by process id.</summary>
    public ImmutableSortedDictionary<string, string> States() => _session.States();

    /// <summary>The titles of a process and of one of its states.</summary>
    public LocalizedText[] TitlesOf(string process, string state)
    {
        var machine = _setup.Judge.Bound.Processes.First(p => string.Equals(p.Id, process, StringComparison.Ordinal));
        return [machine.Title, machine.States.First(s => string.Equals(s.Id, state, StringComparison.Ordinal)).Title];
    }

    /// <summary>When something happens by itself; null for never.</summary>
    public Instant? NextHappening => _schedule.Next;

    /// <summary>The people with their moods.</summary>
    public IEnumerable<(LocalizedText Name, int Mood)> Moods() => Scenario.People.Select(p => (NameOf(p), (int)_variables[p.Mood].AsInt));

    /// <summary>A text of the scenario with its variables filled in.</summary>
    public LocalizedText Fill(LocalizedText text) => _variables.Fill(text);

    /// <summary>Begins. Call first, once.</summary>
    public ImmutableArray<PlayLine> Begin()
    {
        var facts = DataOf(Scenario.Facts);
        Observe(new InteractionEvent(_setup.Case, Clock, InteractionEvent.CaseFacts) { Process = Scenario.Processes[0], Say = NothingSaid, Data = facts });

        // A log names each process once: so does this one, before anything happens.
        foreach (var process in Scenario.Processes.Skip(1))
            Observe(new InteractionEvent(_setup.Case, Clock, InteractionEvent.CaseFacts) { Process = process });
        Tell(new PlayLine.Scene(Clock, Fill(Scenario.Scene)));
        Enter(Beat);
        return Taken();
    }

    /// <summary>Does something: its time passes, then it is done, unless the scenario has ended in between.</summary>
    public ImmutableArray<PlayLine> Do(SceneAction action, Answers answers)
    {
        _steps = 0;
        PassTo(Clock + action.Takes);
        if (IsEnded)
            return Taken();
        var words = string.IsNullOrWhiteSpace(answers.Words) ? null : answers.Words.Trim();
        _did.Add(action.Id);
        _variables.SetList(Builtin.Did, _did);
        if (action.Speech is { } speech)
        {
            _variables.Set(Builtin.Said, Value.Of(words ?? ""));
            _variables.Set(Builtin.WellSaid, Value.Of(words is not null && SpeechModel.IsMet(Fill(speech.Model).Zh, words)));
        }

        Tell(new PlayLine.Did(Clock, Fill(action.Title), words ?? (action.Speech is null ? null : NothingSaid)));
        var data = DataOf(action, answers);
        if (action.Act is { } act && !(action.Speech is not null && words is null && SpeechModel.IsSpeechAlone(act)))
        {
            var role = action.Role ?? Scenario.Role;
            Observe(new InteractionEvent(_setup.Case, Clock, act) { Role = role, Actor = role, Say = words, Data = data });
        }

        Run(action.Steps);
        _schedule.Review(Clock);
        return Taken();
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="span">How long; never negative.</param>
    /// <param name="untilSomethingHappens">Whether the waiting ends as soon as something happens by itself.</param>
    public ImmutableArray<PlayLine> Wait(TimeSpan span, bool untilSomethingHappens)
    {
        _steps = 0;
        var until = Clock + span;
        if (untilSomethingHappens && _schedule.Next is { } next && next < until)
            until = next;
        PassTo(until);
        return Taken();
    }

    public void Dispose() => _session.Dispose();

    private string? StateOf(int process, string pack) => _session.States().GetValueOrDefault(_setup.Judge.Bound.ProcessIds[process]);

    /// <summary>Moves the clock on; what is due on the way happens at its time.</summary>
    private void PassTo(Instant until)
    {
        var end = Scenario.Start + Scenario.Limit;
        while (!IsEnded)
        {
            var next = _schedule.Next is { } due && due < end ? due : end;
            if (next > until)
            {
                MoveTo(until);
                return;
            }

            MoveTo(next);
            if (next >= end)
            {
                End(Texts.Train.LimitReached);
                return;
            }

            Run(_schedule.Take().Steps);
            _schedule.Review(Clock);
        }
    }

    /// <summary>What happened on the way may have taken longer: the clock never goes back.</summary>
    private void MoveTo(Instant instant)
    {
        if (instant > Clock)
            Clock = instant;
        Judge(_session.AdvanceTo(Clock));
        SetTimes();
    }

    private void SetTimes()
    {
        _variables.Set(Builtin.Elapsed, Value.Of(Clock - Scenario.Start));
        _variables.Set(Builtin.Here, Value.Of(Clock - _beatBegan));
        _variables.Set(Builtin.Now, Value.Of(Clock));
    }

    private void Enter(Beat beat)
    {
        Beat = beat;
        _beatBegan = Clock;
        SetTimes();
        _schedule.DropBeat();
        _schedule.Add(beat.Happenings, isOfBeat: true);
        if (beat.Scene is { } scene)
            Tell(new PlayLine.Scene(Clock, Fill(scene)));
        Run(beat.Enter);
        if (ReferenceEquals(beat, Beat) && !IsEnded && beat.Ending is { } ending)
            End(ending);
        _schedule.Review(Clock);
    }

    private void End(LocalizedText text)
    {
        IsEnded = true;
        Judge(_session.Close());
        Tell(new PlayLine.Ended(Clock, Fill(text)));
    }

    private void Run(ImmutableArray<Step> steps)
    {
        foreach (var step in steps)
        {
            if (IsEnded)
                return;
            if (++_steps > MostSteps)
            {
                End(Texts.Train.Endless);
                return;
            }

            if (!_variables.Holds(step.When))
                continue;
            var beat = Beat;
            if (step.After > TimeSpan.Zero)
                PassTo(Clock + step.After);
            if (IsEnded || !ReferenceEquals(beat, Beat))
                return;
            Take(step);
            if (step.Go is { } go)
            {
                Enter(Scenario.Beat(go));
                return;
            }
        }
    }

    private void Take(Step step)
    {
        if (step.Tell is { } tell)
            Tell(new PlayLine.Tells(Clock, Fill(tell)));
        var words = step.Say is { } say ? Fill(say) : null;
        if (words is not null)
            Tell(new PlayLine.Says(Clock, SpeakerOf(step), words));
        if (step.Act is not null || words is not null)
        {
            var role = step.Role ?? step.By?.Role;
            Observe(new InteractionEvent(_setup.Case, Clock, step.Act ?? SpeechModel.SpokenAct)
            {
                Role = role,
                Actor = step.By is { } actor ? $"{actor.Role}:{actor.Id}" : role,
                Say = words?.Zh,
                Data = DataOf(step.Data),
            });
        }

        foreach (var item in step.Observes)
            Observe(Answered(item));
        foreach (var assignment in step.Set)
            Assign(assignment);
        _schedule.Review(Clock);
    }

    /// <summary>The answer that an observer would give.</summary>
    private InteractionEvent Answered(Observed item) => new(_setup.Case, Clock, "checklist.ticked")
    {
        Data = new Dictionary<string, Value>(StringComparer.Ordinal) { ["item"] = Value.Of(item.Norm), ["seen"] = Value.Of(item.Seen ? "yes" : "no") }.ToFrozenDictionary(StringComparer.Ordinal),
    };

    private void Assign(Assignment assignment)
    {
        var value = _variables.Evaluate(assignment.Value);
        if (value.IsMissing)
            return;
        var person = Scenario.People.FirstOrDefault(p => p.Mood == assignment.Variable);
        var before = _variables[assignment.Variable];
        _variables.Set(assignment.Variable, value);
        if (person is not null && _variables[assignment.Variable] is var after && after != before)
            Tell(new PlayLine.MoodChanged(Clock, NameOf(person), (int)before.AsInt, (int)after.AsInt));
    }

    private FrozenDictionary<string, Value> DataOf(ImmutableArray<Datum> data) =>
        data.Select(d => (d.Name, Value: ValueOf(d))).Where(d => !d.Value.IsMissing).ToFrozenDictionary(d => d.Name, d => d.Value, StringComparer.Ordinal);

    /// <summary>A text that the seed drew, or that was filled in, may be written for a time or a number.</summary>
    private Value ValueOf(Datum datum)
    {
        var value = _variables.ValueOf(datum);
        var type = _setup.Judge.Bound.Vocabulary.Attributes[datum.Attribute].Type;
        return datum.Template is not null && value.Kind == ValueKind.String && type.Kind is not (ValueKind.String or ValueKind.Missing) ? TypedValue.Of(value.AsString, type) : value;
    }

    private FrozenDictionary<string, Value> DataOf(SceneAction action, Answers answers)
    {
        var data = DataOf(action.Data).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < action.Asks.Length && i < answers.Values.Length; i++)
        {
            var question = action.Asks[i];
            var value = TypedValue.Of(answers.Values[i], _setup.Judge.Bound.Vocabulary.Attributes[question.Attribute].Type);
            if (value.IsMissing)
                continue;
            data[question.Name] = value;
            if (question.Into >= 0)
                _variables.Set(question.Into, value);
        }

        return data.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Who speaks: a person, or whoever has the role.</summary>
    private LocalizedText SpeakerOf(Step step) => step switch
    {
        { By: { } person } => NameOf(person),
        { Role: { } role } => _setup.RoleTitle(role),
        _ => Texts.Train.Somebody,
    };

    private LocalizedText NameOf(Person person) => Fill(new LocalizedText($"{{{person.Id}.name}}", $"{{{person.Id}.name}}"));

    private void Observe(InteractionEvent item) => Judge(_session.Observe(item));

    private void Judge(ImmutableArray<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Verdict == Verdict.Violated)
                _broken.Add(finding.Norm);
            else if (finding.Verdict == Verdict.Satisfied)
                _kept.Add(finding.Norm);
            if (finding.Verdict == Verdict.Violated || (finding.Verdict == Verdict.Satisfied && !_setup.IsProcessNorm(finding.Norm)))
                Tell(new PlayLine.Judged(finding.At, finding, _setup.TitleOf(finding.Norm)));
        }

        if (findings.IsEmpty)
            return;
        _variables.SetList(Builtin.Broken, _broken);
        _variables.SetList(Builtin.Kept, _kept);
        _schedule.Review(Clock);
    }

    private void Tell(PlayLine line) => _lines.Add(line);

    private ImmutableArray<PlayLine> Taken()
    {
        ImmutableArray<PlayLine> lines = [.. _lines];
        _lines.Clear();
        return lines;
    }
}
