using Standards.Simulator.Records;

namespace Standards.Simulator.Playing;

/// <summary>How a scenario is played. Immutable; change by <c>with</c>.</summary>
internal sealed record TrainOptions
{
    public required PlayMode Mode { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>How many times as fast as the wall clock the scenario's clock runs; null where time passes by actions alone.</summary>
    public required double? Speed { get; init; }

    public required string Trainee { get; init; }

    /// <summary>The file of answers; null where somebody types.</summary>
    public required string? Script { get; init; }

    /// <summary>Whether the attempt is kept.</summary>
    public required bool IsKept { get; init; }

    /// <summary>The file that takes the debrief as HTML; null for none.</summary>
    public required string? Html { get; init; }

    /// <summary>The file that takes the result as xAPI statements; null for none.</summary>
    public required string? Xapi { get; init; }
}
