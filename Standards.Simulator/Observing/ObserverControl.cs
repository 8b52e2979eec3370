using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>Does to an observation what its observer says, and keeps what was said so that it can be played again. Not thread-safe.</summary>
internal sealed class ObserverControl(ObservableProcess process, Observation observation, string trainer)
{
    private readonly List<string> _inputs = [];

    public ObservableProcess Process => process;

    public Observation Observation => observation;

    public string Trainer => trainer;

    /// <summary>Everything that was done, as a script plays it.</summary>
    public IReadOnlyList<string> Inputs => _inputs;

    /// <summary>How long the observation has lasted.</summary>
    public TimeSpan Elapsed => observation.Clock - observation.StartedAt;

    /// <summary>The state of the process, its initial one before anything has happened; null where it has no machine or lost its way.</summary>
    public string? CurrentState => observation.CurrentState ?? (observation.Acts.All(a => a.IsStruck || a.IsFacts || a.Item is not null) ? process.InitialState : null);

    /// <summary>Lets time pass, and returns what that decided.</summary>
    /// <param name="offset">Since the beginning.</param>
    public ImmutableArray<Finding> AdvanceTo(TimeSpan offset) => observation.AdvanceTo(observation.StartedAt + offset);

    /// <summary>Does what a line says, at its time.</summary>
    /// <returns>The verdicts that this changed, those that only time decided left out.</returns>
    /// <exception cref="CommandFailure">It cannot be done; nothing has changed but the clock.</exception>
    public ImmutableArray<Finding> Apply(ObserverLine line)
    {
        AdvanceTo(line.At);
        var changed = Apply(line.Command);
        if (line.Command is not (ObserverCommand.Show or ObserverCommand.Help))
            _inputs.Add(ObserverScript.Write(line));
        return changed;
    }

    /// <summary>The open questions of the checklist: asked for by what happened, and not answered.</summary>
    public ImmutableArray<Rules.Binding.BoundNorm> Unanswered =>
        [.. process.Checklist.Where(c => observation.Verdicts.Any(f => string.Equals(f.Norm, c.Id, StringComparison.Ordinal) && f.Verdict is Verdict.Pending or Verdict.Unknown) && LastAnswer(c.Id) is not Seen.NotSeen)];

    /// <summary>The last answer to a checklist item; null for none.</summary>
    public Seen? LastAnswer(string item)
    {
        var answer = observation.Acts.LastOrDefault(a => !a.IsStruck && string.Equals(a.Item, item, StringComparison.Ordinal));
        return answer?.Data.GetValueOrDefault(ObservedAct.SeenAttribute).ToString() switch
        {
            null => null,
            "yes" => Seen.Yes,
            "no" => Seen.No,
            _ => Seen.NotSeen,
        };
    }

    private ImmutableArray<Finding> Apply(ObserverCommand command)
    {
        switch (command)
        {
            case ObserverCommand.Enter enter:
                return observation.Enter(new ObservedAct(0, observation.Clock + -enter.Ago, enter.Act) { Role = enter.Role, Say = enter.Say, Data = enter.Data });
            case ObserverCommand.Check check:
                var item = process.Checklist.First(c => string.Equals(c.Id, check.Item, StringComparison.Ordinal));
                return observation.Enter(new ObservedAct(0, observation.Clock + -check.Ago, ObservedAct.ChecklistTicked) { Data = ObservedAct.Answer(item, check.Seen) });
            case ObserverCommand.Remark remark:
                observation.Remark(trainer, remark.Text);
                return [];
            case ObserverCommand.Correct correct:
                return observation.Correct(correct.Changes.Aggregate(Existing(correct.Number), Changed));
            case ObserverCommand.Undo:
                return observation.CanUndo ? observation.Undo() : throw new CommandFailure(Texts.Observe.NothingToUndo);
            case ObserverCommand.Close close:
                return End(close.At);
            default:
                return [];
        }
    }

    private ImmutableArray<Finding> End(TimeSpan? at)
    {
        if (at > Elapsed)
            throw new CommandFailure(Texts.Observe.InFuture.With(OffsetText.Full(at.Value), OffsetText.Full(Elapsed)));
        observation.Close(at is { } offset ? observation.StartedAt + offset : null);
        return [];
    }

    private ObservedAct Existing(int number)
    {
        var act = number > 0 ? observation.Find(number) : observation.Acts.LastOrDefault(a => !a.IsStruck);
        if (act is not null)
            return act;
        throw observation.Acts.IsEmpty
            ? new CommandFailure(Texts.Observe.NothingEntered)
            : new CommandFailure(Texts.Observe.NoSuchAct.With(number), Texts.Observe.NumberRange.With(observation.Acts.Length));
    }

    private ObservedAct Changed(ObservedAct act, ActChange change)
    {
        switch (change)
        {
            case ActChange.Time time when time.Offset > Elapsed:
                throw new CommandFailure(Texts.Observe.InFuture.With(OffsetText.Full(time.Offset), OffsetText.Full(Elapsed)));
            case ActChange.Time time:
                return act with { At = observation.StartedAt + time.Offset };
            case ActChange.Act renamed:
                return act with { Act = renamed.Name };
            case ActChange.Role role:
                return act with { Role = role.Name };
            case ActChange.Words words:
                return act with { Say = words.Text };
            case ActChange.Attribute attribute:
                return act with { Data = attribute.Value.IsMissing ? act.Data.Remove(attribute.Name) : act.Data.SetItem(attribute.Name, attribute.Value) };
            case ActChange.Strike strike:
                return act with { IsStruck = strike.IsStruck };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
