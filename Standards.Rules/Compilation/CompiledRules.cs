using System.Collections.Concurrent;
using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>An act that brings a process in.</summary>
internal readonly record struct EntryTest(int Process, Condition? Test);

/// <summary>
/// A rule book as the evaluator runs it. Immutable but for a cache of programs; thread-safe.
/// </summary>
internal sealed class CompiledRules
{
    private readonly ConcurrentDictionary<(ProcessSet, int), Program> _programs = new();
    private readonly ProgramBuilder _builder;
    private readonly EntryTest[][] _entries;
    private readonly ImmutableArray<DecisionPlan> _decisions;
    private readonly ImmutableArray<long> _epochs;

    public CompiledRules(
        BoundRules bound,
        EventSchema schema,
        ImmutableArray<NormPlan> plans,
        ImmutableArray<DecisionPlan> decisions,
        ProgramBuilder builder,
        EntryTest[][] entries,
        ImmutableArray<long> epochs,
        TimeZoneInfo zone)
    {
        Bound = bound;
        Schema = schema;
        Plans = plans;
        Zone = zone;
        _decisions = decisions;
        _builder = builder;
        _entries = entries;
        _epochs = epochs;
        HasEntries = entries.Any(e => e.Length > 0);
        Encoder = new EventEncoder(schema);
        Defaults = [.. bound.Vocabulary.Attributes.Select(a => a.Default)];
    }

    public BoundRules Bound { get; }

    public EventSchema Schema { get; }

    /// <summary>Takes events from applications.</summary>
    public EventEncoder Encoder { get; }

    /// <summary>What the absence of each attribute means.</summary>
    public ImmutableArray<Value> Defaults { get; }

    public ImmutableArray<NormPlan> Plans { get; }

    /// <summary>The zone of <c>same day</c>, of hours in conditions and of shown times.</summary>
    public TimeZoneInfo Zone { get; }

    public bool HasEntries { get; }

    public ReadOnlySpan<EntryTest> Entries(int act) => act < 0 ? default : _entries[act];

    /// <summary>The norms for interactions of these processes that begin in this epoch; built once, then cached.</summary>
    public Program ProgramOf(ProcessSet processes, int epoch) =>
        _programs.TryGetValue((processes, epoch), out var program) ? program : _programs.GetOrAdd((processes, epoch), key => _builder.Build(key.Item1, key.Item2, EpochStart(key.Item2)));

    /// <summary>The program of an interaction that turns out to belong to one more process.</summary>
    public Program With(Program program, int process)
    {
        ref var near = ref program.Neighbours[process & (program.Neighbours.Length - 1)];
        if (near is { } known && known.Includes(process))
            return known;
        var found = ProgramOf(ProcessSet.Of(program.Processes).With(process), program.Epoch);
        near = found;
        return found;
    }

    /// <summary>The same processes in another epoch.</summary>
    public Program InEpoch(Program program, int epoch) =>
        program.Epoch == epoch ? program : ProgramOf(ProcessSet.Of(program.Processes), epoch);

    /// <summary>
    /// Packs come into force and go out of force where an epoch begins; the number of the epoch that holds <paramref name="at"/>.
    /// Epoch 0 lies before the first such instant.
    /// </summary>
    public int EpochOf(long at)
    {
        if (_epochs.Length == 0)
            return 0;
        var index = _epochs.BinarySearch(at);
        return 1 + (index >= 0 ? index : ~index - 1);
    }

    public Value Derive(int decision, Frame frame) => _decisions[decision].Decide(frame, out _);

    public DecisionPlan Decision(int index) => _decisions[index];

    private long EpochStart(int epoch) => epoch == 0 ? long.MinValue : _epochs[epoch - 1];
}
