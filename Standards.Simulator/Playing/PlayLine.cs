using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Sessions;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>Something that the trainee is told while a scenario is played. Immutable.</summary>
/// <param name="At">When, on the scenario's clock.</param>
internal abstract record PlayLine(Instant At)
{
    /// <summary>What is to be seen.</summary>
    public sealed record Scene(Instant At, LocalizedText Text) : PlayLine(At);

    /// <summary>Somebody says something.</summary>
    public sealed record Says(Instant At, LocalizedText Who, LocalizedText Words) : PlayLine(At);

    /// <summary>Something is seen or heard.</summary>
    public sealed record Tells(Instant At, LocalizedText Text) : PlayLine(At);

    /// <summary>What the trainee did, and the words said with it: none where nothing was to be said, empty where nothing was said.</summary>
    public sealed record Did(Instant At, LocalizedText Title, string? Words) : PlayLine(At);

    /// <summary>Somebody's mood changed.</summary>
    public sealed record MoodChanged(Instant At, LocalizedText Who, int From, int To) : PlayLine(At);

    /// <summary>A verdict was decided. Shown by a coach only.</summary>
    public sealed record Judged(Instant At, Finding Finding, LocalizedText Title) : PlayLine(At);

    /// <summary>A deadline draws near. Shown by a coach only.</summary>
    public sealed record Warned(Instant At, OpenObligation Obligation) : PlayLine(At);

    /// <summary>The answer to a command of the trainee.</summary>
    public sealed record Answer(Instant At, LocalizedText Text) : PlayLine(At);

    /// <summary>A command that could not be carried out.</summary>
    public sealed record Refused(Instant At, LocalizedText Text, LocalizedText? Help) : PlayLine(At);

    /// <summary>The scenario has ended.</summary>
    public sealed record Ended(Instant At, LocalizedText Text) : PlayLine(At);
}
