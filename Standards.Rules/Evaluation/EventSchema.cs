using System.Collections.Immutable;
using Standards.Core.Values;

namespace Standards.Rules.Evaluation;

/// <summary>An attribute of the vocabulary.</summary>
/// <param name="Name">The full dotted name, as in the vocabulary and in the <c>data</c> of an event.</param>
/// <param name="IsRead">Whether some norm reads it; else a reader may skip it.</param>
/// <param name="Kind">The declared type; a reader converts to it, and reports a value that does not convert.</param>
internal sealed record SchemaAttribute(string Name, ValueKind Kind, bool IsRead = true);

/// <summary>
/// The names that a compiled rule book listens to, with their indices: what a reader needs to turn text into
/// <see cref="EventRecord"/>s. Immutable and thread-safe.
/// </summary>
internal sealed class EventSchema
{
    /// <summary>The index of <c>case.facts</c> in <see cref="Acts"/>: always 0.</summary>
    public const int CaseFactsAct = 0;

    public EventSchema(ImmutableArray<string> acts, ImmutableArray<string> processes, ImmutableArray<SchemaAttribute> attributes, bool needsSay, bool needsActor)
    {
        Acts = acts;
        Processes = processes;
        Attributes = attributes;
        NeedsSay = needsSay;
        NeedsActor = needsActor;
    }

    /// <summary>All acts of the vocabulary; <c>case.facts</c> first.</summary>
    public ImmutableArray<string> Acts { get; }

    public ImmutableArray<string> Processes { get; }

    /// <summary>All attributes of the vocabulary, by index; those that no norm reads, and names not listed, need only be well-formed.</summary>
    public ImmutableArray<SchemaAttribute> Attributes { get; }

    /// <summary>Whether any norm reads the words spoken; else a reader may skip them.</summary>
    public bool NeedsSay { get; }

    /// <summary>Whether any norm reads the actor; else a reader may skip it. The role is always read.</summary>
    public bool NeedsActor { get; }
}
