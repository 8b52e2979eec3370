using Standards.Audit.Diagnostics;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>
/// An input that has been opened: bytes in, and every failure of the file system turned into a diagnostic. Not thread-safe.
/// </summary>
internal sealed class OpenLog : IDisposable
{
    private readonly Stream _source;
    private readonly GzipLogStream? _gzip;
    private long _read;

    private OpenLog(LogInput input, Stream source)
    {
        Input = input;
        _source = source;
        if (input.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            _gzip = new GzipLogStream(source);
    }

    public LogInput Input { get; }

    /// <summary>Bytes consumed, as they stand on disk.</summary>
    public long Consumed => _gzip is not null && _source.CanSeek ? _source.Position : _read;

    /// <summary>The bytes of a file, or null where that cannot be told without opening it.</summary>
    public static long? LengthOf(LogInput input)
    {
        try
        {
            return input is LogInput.File(var path) && new FileInfo(path) is { Exists: true } file ? file.Length : null;
        }
        catch (Exception exception) when (IsOfFileSystem(exception))
        {
            return null;
        }
    }

    /// <summary>Opens an input; null, with a diagnostic, where that fails.</summary>
    public static OpenLog? TryOpen(LogInput input, Action<Diagnostic> report)
    {
        try
        {
            return new OpenLog(input, input switch
            {
                LogInput.File(var path) => new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite }),
                LogInput.Opened(_, var open) => open(),
                _ => Console.OpenStandardInput(),
            });
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            report(new Diagnostic(LogDiagnostics.FileNotFound, new SourceSpan(input.Name, 0, 0, 0), [input.Name]));
        }
        catch (Exception exception) when (IsOfFileSystem(exception))
        {
            report(Unreadable(input, exception));
        }

        return null;
    }

    /// <summary>Fills as much of <paramref name="buffer"/> as there is; fewer bytes mean the end, or a failure that has been reported.</summary>
    public int Fill(Span<byte> buffer, Action<Diagnostic> report)
    {
        var filled = 0;
        try
        {
            var stream = _gzip ?? _source;
            while (filled < buffer.Length)
            {
                var read = stream.Read(buffer[filled..]);
                if (read == 0)
                {
                    if (_gzip is { } gzip && !gzip.EndedWhole())
                        report(new Diagnostic(LogDiagnostics.TruncatedGzip, new SourceSpan(Input.Name, 0, 0, 0), []));
                    break;
                }

                filled += read;
            }
        }
        catch (InvalidDataException)
        {
            report(new Diagnostic(LogDiagnostics.CorruptGzip, new SourceSpan(Input.Name, 0, 0, 0), []));
        }
        catch (Exception exception) when (IsOfFileSystem(exception))
        {
            report(Unreadable(Input, exception));
        }

        _read += filled;
        return filled;
    }

    public void Dispose()
    {
        _gzip?.Dispose();
        _source.Dispose();
    }

    private static bool IsOfFileSystem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException;

    private static Diagnostic Unreadable(LogInput input, Exception exception) =>
        new(LogDiagnostics.FileUnreadable, new SourceSpan(input.Name, 0, 0, 0), [input.Name, Reason(input, exception)]);

    private static string Reason(LogInput input, Exception exception) => exception switch
    {
        _ when input is LogInput.File(var path) && Directory.Exists(path) => "it is a directory",
        UnauthorizedAccessException => "permission denied",
        _ => exception.Message,
    };
}
