using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Scenarios;

/// <summary>A training scenario, names resolved. docs/scenarios.md gives the meaning of each part. Immutable.</summary>
internal sealed record Scenario
{
    /// <summary>Begins with the id of its pack.</summary>
    public required string Id { get; init; }

    public required string Pack { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The processes of the interaction, the first of which its log names.</summary>
    public required ImmutableArray<string> Processes { get; init; }

    /// <summary>From 1, for beginners, to 5.</summary>
    public required int Difficulty { get; init; }

    /// <summary>How long it takes to play, about.</summary>
    public required int Minutes { get; init; }

    /// <summary>The trainee's role; null where the vocabulary's norms ask for none.</summary>
    public required string Role { get; init; }

    /// <summary>When it begins, on its own clock.</summary>
    public required Instant Start { get; init; }

    /// <summary>When it ends by itself, from its beginning.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Facts of the case.</summary>
    public ImmutableArray<Datum> Facts { get; init; } = [];

    /// <summary>Ids of the norms that it claims to train.</summary>
    public ImmutableArray<string> Trains { get; init; } = [];

    /// <summary>Read when it begins.</summary>
    public required LocalizedText Scene { get; init; }

    /// <summary>All variables by index: built-in ones first, then those of people, then the scenario's own.</summary>
    public required ImmutableArray<Variable> Variables { get; init; }

    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>The first is where it begins.</summary>
    public required ImmutableArray<Beat> Beats { get; init; }

    /// <summary>Actions that every beat offers after its own.</summary>
    public ImmutableArray<SceneAction> Actions { get; init; } = [];

    /// <summary>Happenings in whatever beat.</summary>
    public ImmutableArray<Happening> Happenings { get; init; } = [];

    /// <summary>Action ids and waits (<c>wait 40 s</c>) that the author says are without fault; empty to have one searched.</summary>
    public ImmutableArray<string> Solution { get; init; } = [];

    public ScoringOptions Scoring { get; init; } = ScoringOptions.Default;

    public required SourceSpan Span { get; init; }

    public Beat Beat(string id) => Beats.First(b => string.Equals(b.Id, id, StringComparison.Ordinal));

    /// <summary>Every action, those of beats first.</summary>
    public IEnumerable<SceneAction> AllActions => Beats.SelectMany(b => b.Actions).Concat(Actions);
}

/// <summary>Something that a scenario remembers. Immutable.</summary>
/// <param name="Name">As conditions write it.</param>
/// <param name="Initial">What it holds at the beginning; missing where <paramref name="Choices"/> are drawn from.</param>
/// <param name="Choices">What the seed draws from; empty for none.</param>
internal sealed record Variable(string Name, Value Initial, ImmutableArray<VariableChoice> Choices)
{
    /// <summary>How <see cref="Initial"/> reads; null where the value says it.</summary>
    public LocalizedText? Text { get; init; }
}

/// <summary>One of the values that the seed may draw. Immutable.</summary>
/// <param name="Value">The value; of a text in two languages the Chinese one, which is what a log holds.</param>
/// <param name="Text">How it reads.</param>
internal sealed record VariableChoice(Value Value, LocalizedText Text);

/// <summary>Somebody the trainee meets. Mood, patience and goal are variables. Immutable.</summary>
/// <param name="Id">As the scenario names the person; the actor of the person's events is <c>role:id</c>.</param>
/// <param name="Name">Index of the variable that holds the name.</param>
/// <param name="Mood">Index of the variable that holds the mood, 0 to 10.</param>
internal sealed record Person(string Id, string Role, int Name, int Mood);

/// <summary>A part of the scene: what can be done and what can happen while it lasts. Immutable.</summary>
/// <param name="Enter">What happens when it begins.</param>
/// <param name="Ending">How the scenario ends here; null where it goes on.</param>
internal sealed record Beat(
    string Id,
    LocalizedText? Scene,
    ImmutableArray<Step> Enter,
    ImmutableArray<SceneAction> Actions,
    ImmutableArray<Happening> Happenings,
    LocalizedText? Ending,
    SourceSpan Span);

/// <summary>Something that the trainee can do. Immutable.</summary>
internal sealed record SceneAction
{
    public required string Id { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The act of its event; null for none.</summary>
    public string? Act { get; init; }

    /// <summary>The role in which it is done; null for the trainee's own.</summary>
    public string? Role { get; init; }

    public ImmutableArray<Datum> Data { get; init; } = [];

    /// <summary>The words to be typed; null where nothing is said.</summary>
    public Speech? Speech { get; init; }

    /// <summary>Values to be typed.</summary>
    public ImmutableArray<Question> Asks { get; init; } = [];

    /// <summary>How long it takes; its event is at the end of that.</summary>
    public required TimeSpan Takes { get; init; }

    public Condition? When { get; init; }

    /// <summary>Whether it can be done once only.</summary>
    public bool Once { get; init; }

    /// <summary>Ids of the norms that it is meant to break.</summary>
    public ImmutableArray<string> Breaks { get; init; } = [];

    public LocalizedText? Hint { get; init; }

    public ImmutableArray<Step> Steps { get; init; } = [];

    public required SourceSpan Span { get; init; }
}

/// <summary>Words that the trainee types. Immutable.</summary>
/// <param name="Model">Words that are right; in English what they mean.</param>
/// <param name="Poor">Words that are not.</param>
internal sealed record Speech(LocalizedText? Prompt, LocalizedText Model, string Poor);

/// <summary>A value that the trainee types. Immutable.</summary>
/// <param name="Attribute">Index of the attribute of the event.</param>
/// <param name="Into">Index of the variable that keeps it too; -1 for none.</param>
internal sealed record Question(string Name, int Attribute, int Into, LocalizedText Prompt, string Model, string Poor);

/// <summary>Something that happens by itself. Immutable.</summary>
internal sealed record Happening
{
    public required string Id { get; init; }

    /// <summary>How long its condition must have held, from the beginning of its beat, or of the scenario, at the earliest. A duration.</summary>
    public required Evaluable After { get; init; }

    /// <summary>The time between repetitions; null where it happens once.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>How often at most.</summary>
    public int Times { get; init; } = 1;

    public Condition? When { get; init; }

    public ImmutableArray<Step> Steps { get; init; } = [];

    public required SourceSpan Span { get; init; }
}

/// <summary>One thing that follows from an action or a happening. Immutable.</summary>
internal sealed record Step
{
    public Condition? When { get; init; }

    /// <summary>How long it takes to come.</summary>
    public TimeSpan After { get; init; }

    /// <summary>Who does or says it; null for nobody in particular.</summary>
    public Person? By { get; init; }

    public string? Act { get; init; }

    public string? Role { get; init; }

    public ImmutableArray<Datum> Data { get; init; } = [];

    /// <summary>The words said: the log holds the Chinese ones.</summary>
    public LocalizedText? Say { get; init; }

    /// <summary>What the trainee sees or hears.</summary>
    public LocalizedText? Tell { get; init; }

    /// <summary>Checklist items that an observer would answer now.</summary>
    public ImmutableArray<Observed> Observes { get; init; } = [];

    public ImmutableArray<Assignment> Set { get; init; } = [];

    /// <summary>The beat that begins; null to stay.</summary>
    public string? Go { get; init; }

    public required SourceSpan Span { get; init; }
}

/// <summary>What an observer would answer to a checklist item. Immutable.</summary>
/// <param name="Norm">The id of its norm.</param>
/// <param name="Seen">Whether it was seen.</param>
internal sealed record Observed(string Norm, bool Seen);

/// <summary>A variable and its new value. Immutable.</summary>
internal sealed record Assignment(int Variable, Evaluable Value);

/// <summary>An attribute of an event. Immutable.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Name">Its name.</param>
/// <param name="Literal">Its value; missing where <paramref name="Template"/> gives it.</param>
/// <param name="Template">A text with variables in it; a single variable keeps its type. Null where the value is plain.</param>
internal sealed record Datum(int Attribute, string Name, Value Literal, string? Template);
