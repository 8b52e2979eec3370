namespace Standards.Simulator.Consoles;

/// <summary>The lines that were entered, and the one that is being typed while they are looked through. Not thread-safe.</summary>
internal sealed class LineHistory
{
    private const int Most = 200;

    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _place;

    /// <summary>Keeps a line that was entered; a blank one and a repetition of the last are not kept.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (_lines.Count == 0 || !string.Equals(_lines[^1], line, StringComparison.Ordinal)))
            _lines.Add(line);
        if (_lines.Count > Most)
            _lines.RemoveAt(0);
        Leave();
    }

    /// <summary>Goes back to the line that is being typed, which is a new one.</summary>
    public void Leave()
    {
        _place = _lines.Count;
        _draft = "";
    }

    /// <summary>The line before the one shown; null where there is none.</summary>
    public string? Earlier(string shown)
    {
        if (_place == 0)
            return null;
        if (_place == _lines.Count)
            _draft = shown;
        return _lines[--_place];
    }

    /// <summary>The line behind the one shown, at last what was being typed; null where there is none.</summary>
    public string? Later()
    {
        if (_place == _lines.Count)
            return null;
        _place++;
        return _place == _lines.Count ? _draft : _lines[_place];
    }
}
