using System.Text;
using Standards.Core.Interactions;
using Standards.Core.Values;

namespace Standards.Rules.Evaluation;

/// <summary>Turns events as applications state them into events as the evaluator takes them. Immutable; thread-safe.</summary>
internal sealed class EventEncoder
{
    private readonly Dictionary<string, int> _acts;
    private readonly Dictionary<string, int> _processes;
    private readonly Dictionary<string, int> _attributes;
    private readonly EventSchema _schema;

    public EventEncoder(EventSchema schema)
    {
        _schema = schema;
        _acts = Index(schema.Acts);
        _processes = Index(schema.Processes);
        _attributes = Index(schema.Attributes.Select(a => a.Name));
    }

    public int Process(string name) => _processes.GetValueOrDefault(name, -2);

    /// <summary>Adds the event to the batch. A value of another type than the attribute's counts as missing.</summary>
    public ref EventRecord Encode(EventBatch batch, InteractionEvent source)
    {
        foreach (var (name, value) in source.Data)
        {
            if (_attributes.TryGetValue(name, out var index) && Convert(value, _schema.Attributes[index].Kind) is { IsMissing: false } converted)
                batch.AddData(new AttributeValue(index, converted));
        }

        var end = batch.DataCount;
        ref var record = ref batch.AddEvent();
        record.DataStart = batch.Count > 1 ? batch.Events[batch.Count - 2].DataStart + batch.Events[batch.Count - 2].DataCount : 0;
        record.DataCount = end - record.DataStart;
        record.At = source.At.Ticks;
        record.Line = source.Line;
        record.Act = _acts.GetValueOrDefault(source.Act, -1);
        record.Process = source.Process is null ? -1 : Process(source.Process);
        record.Actor = source.Actor;
        record.Role = source.Role;
        record.Say = source.Say;
        return ref record;
    }

    private static Value Convert(Value value, ValueKind kind) => (value.Kind, kind) switch
    {
        (ValueKind.Null, _) => Value.Missing,
        (ValueKind.Int, ValueKind.Double) => Value.Of((double)value.AsInt),
        var (actual, wanted) when actual == wanted => value,
        _ => Value.Missing,
    };

    private static Dictionary<string, int> Index(IEnumerable<string> names)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, name) in names.Index())
            index.TryAdd(name, i);
        return index;
    }
}
