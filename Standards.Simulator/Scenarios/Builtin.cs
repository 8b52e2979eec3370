namespace Standards.Simulator.Scenarios;

/// <summary>The variables that every scenario has, by index.</summary>
internal static class Builtin
{
    /// <summary>Time since the beginning.</summary>
    public const int Elapsed = 0;

    /// <summary>Time since the beat began.</summary>
    public const int Here = 1;

    /// <summary>The words last typed.</summary>
    public const int Said = 2;

    /// <summary>Whether those were the words of the action's model, but for a few.</summary>
    public const int WellSaid = 3;

    /// <summary>Ids of the actions done, in order.</summary>
    public const int Did = 4;

    /// <summary>Ids of the norms broken so far.</summary>
    public const int Broken = 5;

    /// <summary>Ids of the norms kept so far.</summary>
    public const int Kept = 6;

    /// <summary>The instant on the clock.</summary>
    public const int Now = 7;

    public const int Count = 8;

    /// <summary>How conditions write them.</summary>
    public static readonly string[] Names = ["elapsed", "here", "said", "well_said", "did", "broken", "kept", "now"];
}
