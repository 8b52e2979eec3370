using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Observing;

/// <summary>An observation as an attempt, and an attempt as an observation again.</summary>
internal static class ObservationRecord
{
    /// <summary>The observation as it stands, closed or not.</summary>
    public static AttemptRecord Of(ObserverControl control, string trainee, string? profile, Language language)
    {
        var observation = control.Observation;
        return new AttemptRecord
        {
            Id = observation.Id,
            Kind = AttemptKind.Observation,
            Subject = control.Process.Id,
            Title = control.Process.Title,
            Processes = [control.Process.Id],
            Trainee = trainee,
            Packs = control.Process.PackLabels,
            Profile = profile,
            Seed = 0,
            Mode = PlayMode.Exam,
            Language = language,
            StartedAt = observation.StartedAt,
            EndedAt = observation.Clock,
            Duration = observation.Clock - observation.StartedAt,
            IsFinished = observation.IsClosed,
            Inputs = [TrainerLine(control.Trainer), .. control.Inputs],
            Clock = observation.Clock,
            Events = [.. observation.Events],
            Findings = observation.Verdicts,
            Notes = observation.Notes,
            Scoring = ScoringOptions.Default,
        };
    }

    /// <summary>Plays an observation again up to where it was left.</summary>
    /// <exception cref="CommandFailure">Its lines do not fit the packs any more.</exception>
    public static ObserverControl Resume(AttemptRecord record, ObservableProcess process)
    {
        var observation = new Observation(process.Book, record.Id, process.Id, record.StartedAt);
        var control = new ObserverControl(process, observation, TrainerOf(record));
        var script = new ObserverScript(process, new ObserverKeys(process), record.StartedAt);
        var previous = TimeSpan.Zero;
        foreach (var input in record.Inputs)
        {
            if (script.Read(input, previous) is not { } line)
                continue;
            control.Apply(line);
            previous = line.At;
        }

        control.AdvanceTo(record.Duration);
        return control;
    }

    private const string TrainerPrefix = "# trainer: ";

    /// <summary>A comment of the script: who watches is no part of what happened.</summary>
    private static string TrainerLine(string trainer) => TrainerPrefix + trainer.ReplaceLineEndings(" ");

    private static string TrainerOf(AttemptRecord record) =>
        record.Inputs is [var first, ..] && first.StartsWith(TrainerPrefix, StringComparison.Ordinal) ? first[TrainerPrefix.Length..] : record.Notes.Select(n => n.Author).FirstOrDefault() ?? "";
}
