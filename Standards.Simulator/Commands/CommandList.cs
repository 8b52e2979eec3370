using System.Collections.Immutable;

namespace Standards.Simulator.Commands;

/// <summary>The commands of the program.</summary>
internal static class CommandList
{
    /// <summary>In the order in which help shows them.</summary>
    public static readonly ImmutableArray<CommandDefinition> All =
    [
        new AuditCommand(), new CheckCommand(), new TestCommand(), new ExplainCommand(), new ListCommand(), new CoverageCommand(), new GraphCommand(),
        new TrainCommand(), new ObserveCommand(), new DrillCommand(), new ScenarioCommand(),
        new AttemptsCommand(), new ProgressCommand(), new CohortCommand(), new CorrectCommand(), new ExportCommand(),
    ];
}
