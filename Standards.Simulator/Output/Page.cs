using System.Text;

namespace Standards.Simulator.Output;

/// <summary>Text for people: headings, paragraphs and pairs, broken to the width of the page. Not thread-safe.</summary>
internal sealed class Page(int width, Ink ink)
{
    private readonly StringBuilder _text = new();

    public Ink Ink => ink;

    public int Width => width;

    /// <summary>A line as it is.</summary>
    public Page Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>A blank line, unless the page begins here or has just had one.</summary>
    public Page Gap()
    {
        if (_text.Length > 1 && !(_text[^1] == '\n' && _text[^2] == '\n'))
            _text.Append('\n');
        return this;
    }

    /// <summary>A heading, with a blank line before it.</summary>
    public Page Heading(string text) => Gap().Line(ink.Bold(text));

    /// <summary>A paragraph; its lines after the first stand <paramref name="hang"/> columns further in.</summary>
    public Page Paragraph(string text, int indent = 0, Func<string, string>? paint = null, int hang = 0)
    {
        var first = true;
        foreach (var line in TextWrapper.Lines(text, width - indent - hang))
        {
            _text.Append(' ', first ? indent : indent + hang).Append(paint is null ? line : paint(line)).Append('\n');
            first = false;
        }

        return this;
    }

    /// <summary>A label and what it stands for, side by side.</summary>
    public Page Pair(string label, string text, int labelWidth, int indent = 2, Func<string, string>? paint = null)
    {
        var column = indent + labelWidth + 2;
        var first = true;
        foreach (var line in TextWrapper.Lines(text, width - column))
        {
            _text.Append(' ', indent)
                .Append(first ? ink.Dim(TextWrapper.Pad(label, labelWidth)) : new string(' ', labelWidth))
                .Append("  ").Append(paint is null ? line : paint(line)).Append('\n');
            first = false;
        }

        return this;
    }

    /// <summary>Text that is laid out already.</summary>
    public Page Block(string block)
    {
        _text.Append(block);
        return this;
    }

    public override string ToString() => _text.ToString();
}
