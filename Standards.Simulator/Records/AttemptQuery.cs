namespace Standards.Simulator.Records;

/// <summary>Which attempts are wanted; what is null asks for nothing. Immutable.</summary>
internal sealed record AttemptQuery
{
    public static readonly AttemptQuery All = new();

    public string? Id { get; init; }

    public string? Trainee { get; init; }

    /// <summary>The id of a scenario, or of the process of an observation.</summary>
    public string? Subject { get; init; }

    public AttemptKind? Kind { get; init; }

    public bool? IsFinished { get; init; }
}
