using Standards.Audit.Reading;
using Standards.Simulator.Wording;

namespace Standards.Simulator;

/// <summary>
/// The standard input as a log. An audit may read a log twice and this one can be read once, so it is kept in a temporary file.
/// Not thread-safe.
/// </summary>
internal sealed class InputSpool(Stream input, CancellationToken cancellation) : IDisposable
{
    private const string Name = "-";
    private string? _path;

    /// <exception cref="CommandFailure">It was taken before.</exception>
    public LogInput Take()
    {
        if (_path is not null)
            throw new CommandFailure(Texts.Audit.StandardInputTwice);
        var path = Path.GetTempFileName();
        _path = path;
        TemporaryFiles.Add(path);
        using (var file = File.Create(path))
        {
            var buffer = new byte[1 << 16];
            for (var read = input.Read(buffer); read > 0; read = input.Read(buffer))
            {
                cancellation.ThrowIfCancellationRequested();
                file.Write(buffer, 0, read);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return new LogInput.Opened(Name, () => File.OpenRead(path));
    }

    public void Dispose()
    {
        if (_path is not null)
            TemporaryFiles.Release(_path);
    }
}
