using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Rules.Binding;

namespace Standards.Simulator.Drills;

/// <summary>A question with its right answer and why it is right, in both languages. Immutable.</summary>
internal abstract record DrillQuestion
{
    private DrillQuestion()
    {
    }

    public required DrillKind Kind { get; init; }

    /// <summary>What it practises.</summary>
    public required BoundNorm Norm { get; init; }

    /// <summary>Where it plays: the pack, and the process where there is one.</summary>
    public required LocalizedText Setting { get; init; }

    /// <summary>What happened, facts first, then by time; empty where nothing did.</summary>
    public ImmutableArray<InteractionEvent> Events { get; init; } = [];

    /// <summary>The processes of the interaction.</summary>
    public ImmutableArray<string> Processes { get; init; } = [];

    public required LocalizedText Prompt { get; init; }

    /// <summary>How the answer comes about, line by line, besides the norm and its clauses.</summary>
    public ImmutableArray<LocalizedText> Why { get; init; } = [];

    public DrillItem Item => new(Kind, Norm.Id);

    /// <summary>One of several answers.</summary>
    /// <param name="About">What the choices are.</param>
    /// <param name="Choices">In the order in which they are shown; no two read alike.</param>
    /// <param name="Right">The index of the right one.</param>
    public sealed record Choice(ChoiceKind About, ImmutableArray<DrillChoice> Choices, int Right) : DrillQuestion;

    /// <summary>The time that is left.</summary>
    /// <param name="Began">When the obligation began.</param>
    /// <param name="Now">The instant of the question.</param>
    /// <param name="Due">The last instant that counts.</param>
    /// <param name="Key">What the obligation is about; null for nothing in particular.</param>
    public sealed record Remaining(Instant Began, Instant Now, Instant Due, string? Key) : DrillQuestion
    {
        public bool IsLate => Now > Due;

        public TimeSpan Left => Due - Now;
    }

    /// <summary>Words to say.</summary>
    /// <param name="Phrases">Any of them is right.</param>
    public sealed record Wording(ImmutableArray<BoundPhrase> Phrases) : DrillQuestion;
}

/// <summary>What the choices of a question are.</summary>
internal enum ChoiceKind
{
    /// <summary>Norms by id, and <see cref="DrillChoice.Nothing"/>.</summary>
    Norms = 0,

    /// <summary>Lines by number, and <see cref="DrillChoice.Nothing"/> for what is missing.</summary>
    Lines,

    /// <summary>Acts by name.</summary>
    Acts,

    /// <summary>Events with their data, by act.</summary>
    Events,

    /// <summary><c>yes</c> and <c>no</c>.</summary>
    Permission,
}

/// <summary>One of several answers. Immutable.</summary>
/// <param name="Subject">The id of a norm, the number of a line, the name of an act, <c>yes</c>, <c>no</c> or <see cref="Nothing"/>.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Event">What would happen; null for what is no event.</param>
internal sealed record DrillChoice(string Subject, LocalizedText Text, InteractionEvent? Event = null)
{
    public const string Nothing = "nothing";
    public const string Yes = "yes";
    public const string No = "no";

    public bool Is(string subject) => string.Equals(Subject, subject, StringComparison.Ordinal);

    /// <summary>Whether a person could take one for the other.</summary>
    public bool ReadsAs(DrillChoice other) =>
        string.Equals(Text.Zh, other.Text.Zh, StringComparison.Ordinal) || string.Equals(Text.En, other.Text.En, StringComparison.OrdinalIgnoreCase);
}
