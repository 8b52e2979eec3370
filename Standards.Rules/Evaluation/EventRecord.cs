using Standards.Core.Values;

namespace Standards.Rules.Evaluation;

/// <summary>An attribute of an event: its index in the <see cref="EventSchema"/> and its value.</summary>
internal readonly record struct AttributeValue(int Attribute, Value Value);

/// <summary>
/// One event as the evaluator takes it: names resolved to indices of the <see cref="EventSchema"/>, attributes in
/// <see cref="EventBatch.Data"/>. Sixteen-byte strings of a log never reach it unless a norm asks for them.
/// </summary>
internal struct EventRecord
{
    /// <summary>UTC ticks of 100 ns.</summary>
    public long At;

    /// <summary>The line in its file, from 1.</summary>
    public long Line;

    /// <summary>Index of the act in the schema; -1 for an act that no pack knows; <see cref="EventSchema.CaseFactsAct"/> for <c>case.facts</c>.</summary>
    public int Act;

    /// <summary>Index of the process in the schema; -1 where the event names none, -2 where it names one that no pack knows.</summary>
    public int Process;

    /// <summary>Where the UTF-8 bytes of the case id stand in <see cref="EventBatch.CaseIds"/>.</summary>
    public int CaseStart;

    public int CaseLength;

    /// <summary>The first of this event's attributes in <see cref="EventBatch.Data"/>.</summary>
    public int DataStart;

    public int DataCount;

    /// <summary>Index of the file among the inputs of the run.</summary>
    public int File;

    public string? Actor;

    public string? Role;

    public string? Say;
}
