using System.Collections.Immutable;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>What the trainee is asked for. Immutable.</summary>
internal abstract record PlayPrompt
{
    private PlayPrompt()
    {
    }

    /// <summary>An action, or words.</summary>
    public sealed record Choose(ImmutableArray<SceneAction> Actions) : PlayPrompt;

    /// <summary>The words of an action.</summary>
    public sealed record Speak(SceneAction Action) : PlayPrompt;

    /// <summary>A value of an action.</summary>
    public sealed record Fill(SceneAction Action, Question Question) : PlayPrompt;

    /// <summary>Nothing more: the scenario has ended, or was left.</summary>
    public sealed record Over : PlayPrompt;
}
