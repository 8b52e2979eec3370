using System.Text;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>The names of an <see cref="EventSchema"/>, to be found by their UTF-8 bytes. Immutable and thread-safe once made.</summary>
internal sealed class EventNames
{
    public EventNames(EventSchema schema)
    {
        Schema = schema;
        Acts = Utf8Table.Of(schema.Acts);
        Processes = Utf8Table.Of(schema.Processes);
        // An attribute that no norm reads keeps its number under a name that no log can spell.
        Attributes = Utf8Table.Of(schema.Attributes.Select(a => a.IsRead ? a.Name : "\0" + a.Name));
    }

    public EventSchema Schema { get; }

    public Utf8Table Acts { get; }

    public Utf8Table Processes { get; }

    public Utf8Table Attributes { get; }

    public int Attribute(string name) => Attributes.Find(Encoding.UTF8.GetBytes(name));
}
