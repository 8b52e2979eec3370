using System.Text;

namespace Standards.Simulator.Observing;

/// <summary>A line taken apart word by word. A word may hold quotation marks, between which blanks belong to it. Not thread-safe.</summary>
internal sealed class ScriptWords(string line)
{
    private int _at;

    public bool IsAtEnd
    {
        get
        {
            while (_at < line.Length && char.IsWhiteSpace(line[_at]))
                _at++;
            return _at == line.Length;
        }
    }

    /// <summary>The next word without taking it; empty at the end.</summary>
    public string Peek()
    {
        var at = _at;
        var word = Next();
        _at = at;
        return word;
    }

    /// <summary>Takes the next word, its quotation marks removed; empty at the end.</summary>
    public string Next()
    {
        if (IsAtEnd)
            return "";
        var word = new StringBuilder();
        var isQuoted = false;
        for (; _at < line.Length && (isQuoted || !char.IsWhiteSpace(line[_at])); _at++)
        {
            if (line[_at] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted && line[_at] == '\\' && _at + 1 < line.Length)
                word.Append(line[++_at]);
            else
                word.Append(line[_at]);
        }

        return word.ToString();
    }

    /// <summary>Takes everything that is left, as it is.</summary>
    public string Rest()
    {
        var rest = line[_at..].Trim();
        _at = line.Length;
        return rest;
    }

    /// <summary>A word as <see cref="Next"/> takes it back.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || c is '"')
            ? word
            : "\"" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
