using System.Text;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>The names of an <see cref="EventSchema"/>, to be found by their UTF-8 bytes. Immutable and thread-safe once made.</summary>
internal sealed class EventNames
{
    private readonly Utf8Table _attributes;
    private readonly int[] _readAttributes;

    public EventNames(EventSchema schema)
    {
        Schema = schema;
        Acts = Utf8Table.Of(schema.Acts);
        Processes = Utf8Table.Of(schema.Processes);
        _readAttributes = [.. Enumerable.Range(0, schema.Attributes.Length).Where(i => schema.Attributes[i].IsRead)];
        _attributes = Utf8Table.Of(_readAttributes.Select(i => schema.Attributes[i].Name));
    }

    public EventSchema Schema { get; }

    public Utf8Table Acts { get; }

    public Utf8Table Processes { get; }

    /// <summary>The index in the schema of an attribute that some norm reads; else -1.</summary>
    public int ReadAttribute(ReadOnlySpan<byte> name) => _attributes.Find(name) is >= 0 and var number ? _readAttributes[number] : -1;

    /// <inheritdoc cref="ReadAttribute(ReadOnlySpan{byte})"/>
    public int ReadAttribute(string name) => ReadAttribute(Encoding.UTF8.GetBytes(name));
}
