using Standards.Audit.Reading;

namespace Standards.Audit.Running;

/// <summary>Standard input can be read once, and a run may need it twice: it is kept in a temporary file meanwhile.</summary>
internal sealed class StandardInputSpool : IDisposable
{
    private readonly List<string> _files = [];

    /// <summary>The input itself, or a copy that can be opened again.</summary>
    public LogInput Reopenable(LogInput input)
    {
        if (input is not LogInput.Standard)
            return input;
        var path = Path.GetTempFileName();
        _files.Add(path);
        using (var source = Console.OpenStandardInput())
        using (var target = File.Create(path))
            source.CopyTo(target);
        return new LogInput.Opened(input.Name, () => File.OpenRead(path)) { Mapping = input.Mapping };
    }

    public void Dispose()
    {
        foreach (var file in _files)
            File.Delete(file);
    }
}
