using System.Text;

namespace Standards.Simulator.Debriefs;

/// <summary>Writes HTML that is XML as well: every text is escaped, every element closed. Not thread-safe.</summary>
internal sealed class HtmlBuilder
{
    private readonly StringBuilder _text = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; what is written until <see cref="Close"/> stands in it.</summary>
    /// <param name="attributes">Name and value by turns; an attribute whose value is null is left out.</param>
    public HtmlBuilder Open(string tag, params ReadOnlySpan<string?> attributes)
    {
        Start(tag, attributes);
        _text.Append('>');
        _open.Push(tag);
        return this;
    }

    public HtmlBuilder Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>Ends a line of the source, for people who read it.</summary>
    public HtmlBuilder Break()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>An element that has no content.</summary>
    public HtmlBuilder Empty(string tag, params ReadOnlySpan<string?> attributes)
    {
        Start(tag, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element that holds a text.</summary>
    public HtmlBuilder Element(string tag, string text, params ReadOnlySpan<string?> attributes) => Open(tag, attributes).Text(text).Close();

    /// <summary>A text; characters that neither HTML allows nor a reader sees are made visible.</summary>
    public HtmlBuilder Text(string text)
    {
        Escape(DebriefWords.Printable(text));
        return this;
    }

    /// <summary>The style sheet, as it is: it must hold neither <c>&lt;</c> nor <c>&amp;</c>.</summary>
    public HtmlBuilder Style(string css)
    {
        _text.Append("<style>\n").Append(css).Append("</style>\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Start(string tag, ReadOnlySpan<string?> attributes)
    {
        _text.Append('<').Append(tag);
        for (var i = 0; i < attributes.Length; i += 2)
        {
            if (attributes[i + 1] is not { } value)
                continue;
            _text.Append(' ').Append(attributes[i]).Append("=\"");
            Escape(DebriefWords.Printable(value));
            _text.Append('"');
        }
    }

    private void Escape(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(c),
            };
        }
    }
}
