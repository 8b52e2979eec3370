using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Speech;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>
/// What an expression is evaluated against: the event at hand, the facts of its case, and what the obligation captured.
/// Mutable and reused from event to event; not thread-safe.
/// </summary>
internal sealed class Frame
{
    private static readonly AttributeValue[] Absent = [new(-1, Value.Missing)];

    private readonly TokenText _words = new();
    private string? _wordsRead;
    private Value[] _locals = new Value[ExpressionLimits.MacroDepth];
    private int _localBase;

    /// <summary>The attributes of the event stand in <c>Data[DataStart .. DataStart + DataCount]</c>.</summary>
    public AttributeValue[] Data = [];
    public int DataStart;
    public int DataCount;

    /// <summary>The facts of the case; an attribute of the event wins over a fact.</summary>
    public AttributeValue[] Facts = [];
    public int FactCount;

    /// <summary>What absence means, by attribute; missing where it means nothing.</summary>
    public ImmutableArray<Value> Defaults = [];

    /// <summary>What the obligation captured when it was activated; null where nothing was.</summary>
    public Value[]? Activation;
    public Instant ActivationAt;
    public Instant At;
    public string? Act;
    public string? Role;
    public string? Actor;
    public string? Say;

    /// <summary>The zone of hours and dates where an expression names none.</summary>
    public TimeZoneInfo Zone = TimeZoneInfo.Utc;

    /// <summary>Computes the result of a decision table.</summary>
    public Func<int, Frame, Value>? DerivedSource;

    /// <summary>Tells the present state of a process; null where there is none.</summary>
    public Func<int, string, string?>? StateSource;

    /// <summary>Shows an event of a case, with the facts as they stand; no obligation is at hand.</summary>
    public void See(EventSchema schema, CaseState state, EventBatch batch, in EventRecord record)
    {
        Data = batch.Data;
        DataStart = record.DataStart;
        DataCount = record.DataCount;
        Facts = state.Facts;
        FactCount = state.FactCount;
        At = new Instant(record.At);
        Act = record.Act >= 0 ? schema.Acts[record.Act] : null;
        Role = record.Role;
        Actor = record.Actor;
        Say = record.Say;
        Activation = null;
    }

    /// <summary>The attribute with that index of the event schema: the event's, else the fact's, else <see cref="Value.Missing"/>.</summary>
    public Value Attribute(int index) => Find(index).Value;

    /// <summary>As <see cref="Attribute"/>, without a copy; the entry of an absent attribute holds <see cref="Value.Missing"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly AttributeValue Find(int index)
    {
        var data = Data.AsSpan(DataStart, DataCount);
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i].Attribute == index)
                return ref data[i];
        }

        return ref FindFact(index);
    }

    /// <summary>As <see cref="Attribute"/>; what the vocabulary gives as its default stands in for an absent one.</summary>
    public Value AttributeOrDefault(int index)
    {
        var stated = Attribute(index);
        return stated.IsMissing && index < Defaults.Length ? Defaults[index] : stated;
    }

    /// <summary>The attribute as the event itself states it, facts aside; else <see cref="Value.Missing"/>.</summary>
    public Value EventAttribute(int index)
    {
        foreach (ref readonly var stated in Data.AsSpan(DataStart, DataCount))
        {
            if (stated.Attribute == index)
                return stated.Value;
        }

        return Value.Missing;
    }

    /// <summary><see cref="Actor"/> as a value.</summary>
    public Value ActorValue => Actor is null ? Value.Missing : Value.Of(Actor);

    /// <summary>The words spoken, in tokens; null where the event carries none. Read once an event, however many norms ask.</summary>
    public TokenText? Words
    {
        get
        {
            if (Say is null)
                return null;
            if (!ReferenceEquals(Say, _wordsRead))
            {
                _words.Refill(Say);
                _wordsRead = Say;
            }

            return _words;
        }
    }

    /// <summary>The captured attribute; <see cref="Value.Missing"/> where nothing was captured.</summary>
    public Value ActivationAttribute(int index) => Activation is { } captured && index < captured.Length ? captured[index] : Value.Missing;

    /// <summary>The result of a decision table. The table is evaluated on this very frame, with macro variables of its own.</summary>
    public Value Derived(int index)
    {
        if (DerivedSource is null)
            return Value.Missing;
        _localBase += ExpressionLimits.MacroDepth;
        try
        {
            return DerivedSource(index, this);
        }
        finally
        {
            _localBase -= ExpressionLimits.MacroDepth;
        }
    }

    /// <summary>The present state of a process; null where there is none.</summary>
    public string? State(int process, string pack) => StateSource?.Invoke(process, pack);

    /// <summary>The variable of a macro.</summary>
    public Value Local(int slot) => _locals[_localBase + slot];

    /// <summary>Sets the variable of a macro.</summary>
    public void SetLocal(int slot, Value value)
    {
        if (_localBase + slot >= _locals.Length)
            Array.Resize(ref _locals, _localBase + ExpressionLimits.MacroDepth);
        _locals[_localBase + slot] = value;
    }

    private ref readonly AttributeValue FindFact(int index)
    {
        var facts = Facts.AsSpan(0, FactCount);
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Attribute == index)
                return ref facts[i];
        }

        return ref Absent[0];
    }
}
