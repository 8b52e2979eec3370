using System.Collections.Immutable;
using Standards.Core.Values;

namespace Standards.Simulator.Observing;

/// <summary>What an observer does at one moment. Immutable.</summary>
internal abstract record ObserverCommand
{
    private ObserverCommand()
    {
    }

    /// <summary>Ticks an act that happened so long ago.</summary>
    public sealed record Enter(string Act, TimeSpan Ago) : ObserverCommand
    {
        public string? Role { get; init; }

        public string? Say { get; init; }

        public ImmutableSortedDictionary<string, Value> Data { get; init; } = ObservedAct.NoData;
    }

    /// <summary>Answers a checklist item, by the id of its norm.</summary>
    public sealed record Check(string Item, Seen Seen, TimeSpan Ago) : ObserverCommand;

    public sealed record Remark(string Text) : ObserverCommand;

    /// <summary>Changes an act that was entered.</summary>
    /// <param name="Number">Its number; 0 for the last one entered.</param>
    /// <param name="Changes">At least one.</param>
    public sealed record Correct(int Number, ImmutableArray<ActChange> Changes) : ObserverCommand;

    public sealed record Undo : ObserverCommand;

    /// <summary>Ends the observation, so long after its beginning; null for now.</summary>
    public sealed record Close(TimeSpan? At) : ObserverCommand;

    /// <summary>Only lets time pass.</summary>
    public sealed record Wait : ObserverCommand;

    /// <summary>Shows the console again.</summary>
    public sealed record Show : ObserverCommand;

    /// <summary>Explains the console.</summary>
    public sealed record Help : ObserverCommand;
}

/// <summary>One thing that is changed about an act. Immutable.</summary>
internal abstract record ActChange
{
    private ActChange()
    {
    }

    /// <summary>It happened so long after the beginning.</summary>
    public sealed record Time(TimeSpan Offset) : ActChange;

    public sealed record Act(string Name) : ActChange;

    /// <param name="Name">Null: nobody said.</param>
    public sealed record Role(string? Name) : ActChange;

    /// <param name="Text">Null: nothing was said.</param>
    public sealed record Words(string? Text) : ActChange;

    /// <param name="Value">Missing: the attribute is taken away.</param>
    public sealed record Attribute(string Name, Value Value) : ActChange;

    /// <param name="IsStruck">False brings it back.</param>
    public sealed record Strike(bool IsStruck) : ActChange;
}
