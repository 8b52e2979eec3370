using Standards.Rules.Loading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>The parser's events, with memory of what an error message needs. Not thread-safe.</summary>
internal sealed class YamlEvents(SourceFile file)
{
    private readonly Parser _parser = new(new StringReader(file.Text));
    private readonly Stack<int> _openBrackets = new();

    /// <summary>Where the innermost bracket that is still open stands; -1 where none is.</summary>
    public int OpenBracket => _openBrackets.TryPeek(out var at) ? at : -1;

    /// <summary>The last scalar that was read.</summary>
    public Scalar? LastScalar { get; private set; }

    /// <summary>How far the parser came.</summary>
    public int Reached { get; private set; }

    /// <summary>The next event; null at the end.</summary>
    public ParsingEvent? Next()
    {
        if (!_parser.MoveNext())
            return null;
        var current = _parser.Current!;
        Reached = (int)current.End.Index;
        switch (current)
        {
            case Scalar scalar:
                LastScalar = scalar;
                break;
            case SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow }:
                _openBrackets.Push(BracketAfter((int)current.Start.Index));
                break;
            case SequenceEnd or MappingEnd when OpenBracket >= 0 && Closes(OpenBracket, (int)current.Start.Index):
                _openBrackets.Pop();
                break;
        }

        return current;
    }

    /// <summary>An anchor or a tag may stand before the bracket.</summary>
    private int BracketAfter(int start)
    {
        var found = file.Text.AsSpan(start).IndexOfAny('[', '{');
        return found < 0 ? start : start + found;
    }

    private bool Closes(int open, int at) =>
        at < file.Text.Length && file.Text[at] == (file.Text[open] == '[' ? ']' : '}');
}
