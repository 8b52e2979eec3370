using Standards.Core;
using Standards.Simulator.Records;

namespace Standards.Simulator.Playing;

/// <summary>Makes the record of an attempt of what was played.</summary>
internal static class AttemptBuilder
{
    public static AttemptRecord Of(PlayController controller, string trainee, string? profile, Language language, Instant startedAt, Instant endedAt)
    {
        var (play, setup) = (controller.Play, controller.Setup);
        return new AttemptRecord
        {
            Id = setup.Case,
            Kind = AttemptKind.Scenario,
            Subject = setup.Scenario.Id,
            Title = setup.Scenario.Title,
            Processes = setup.Scenario.Processes,
            Trainee = trainee,
            Packs = [.. setup.Judge.Bound.Packs.Select(p => p.Label)],
            Profile = profile,
            Seed = setup.Seed,
            Mode = controller.Mode,
            Language = language,
            StartedAt = startedAt,
            EndedAt = endedAt,
            Duration = play.Clock - setup.Scenario.Start,
            IsFinished = play.IsEnded,
            Hints = controller.Hints,
            Inputs = controller.Inputs,
            Clock = play.Clock,
            Events = [.. play.Events],
            Findings = play.Verdicts(),
            Scoring = setup.Scenario.Scoring,
        };
    }
}
