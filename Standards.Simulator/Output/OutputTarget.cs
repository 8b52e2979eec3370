using System.Text;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Output;

/// <summary>
/// Where the result of a command goes: the standard output, or a file that appears only when it is whole. Use one of
/// <see cref="Text"/> and <see cref="Bytes"/>. Not thread-safe.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TextWriter _standard;
    private readonly string? _path;
    private readonly string? _partial;
    private readonly Stream? _file;
    private StreamWriter? _fileText;
    private Stream? _bytes;
    private bool _committed;

    /// <param name="standard">The standard output.</param>
    /// <param name="path">The file; null for the standard output.</param>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public OutputTarget(TextWriter standard, string? path)
    {
        _standard = standard;
        if (path is null)
            return;
        _path = path;

        // A device or a pipe cannot be replaced by a whole file.
        _partial = File.Exists(path) && !IsOrdinary(path) ? null : path + ".partial";
        try
        {
            if (_partial is not null)
                TemporaryFiles.Add(_partial);
            _file = new FileStream(_partial ?? path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CannotWrite(path, exception);
        }
    }

    /// <summary>The standard output, wherever the result goes.</summary>
    public TextWriter Standard => _standard;

    /// <summary>Whether the user named a file for it.</summary>
    public bool IsFile => _path is not null;

    /// <summary>Takes text, its lines ended by line feeds.</summary>
    public TextWriter Text => _file is null ? _standard : _fileText ??= new StreamWriter(_file, Utf8, 1 << 14, leaveOpen: true);

    /// <summary>Takes UTF-8.</summary>
    public Stream Bytes => _bytes ??= _file ?? Under(_standard);

    /// <summary>All has been written: the file takes its name.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public void Commit()
    {
        _committed = true;
        if (_file is null)
        {
            if (_bytes is not null and not Utf8Text)
                _bytes.Flush();
            _standard.Flush();
            return;
        }

        try
        {
            _fileText?.Dispose();
            _file.Dispose();
            if (_partial is not null)
            {
                File.Move(_partial, _path!, overwrite: true);
                TemporaryFiles.Release(_partial, keep: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(_path!, exception);
        }
    }

    /// <summary>Without <see cref="Commit"/> nothing of the file stays behind.</summary>
    public void Dispose()
    {
        if (_committed || _file is null)
            return;
        _file.Dispose();
        if (_partial is not null)
            TemporaryFiles.Release(_partial);
    }

    private static bool IsOrdinary(string path) =>
        (File.GetAttributes(path) & FileAttributes.Device) == 0 && !Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    private static CommandFailure CannotWrite(string path, Exception exception) => new(Texts.Usage.CannotWrite.With(path.Replace('\\', '/'), FirstLine(exception.Message)));

    private static string FirstLine(string message) => message.AsSpan().TrimEnd('.').ToString().ReplaceLineEndings(" ");

    /// <summary>The bytes below a writer of UTF-8; else a stream that decodes.</summary>
    private static Stream Under(TextWriter writer)
    {
        if (writer is not StreamWriter { Encoding: UTF8Encoding } utf8)
            return new Utf8Text(writer);
        utf8.Flush();
        return utf8.BaseStream;
    }

    /// <summary>UTF-8 bytes for a writer that takes characters.</summary>
    private sealed class Utf8Text(TextWriter writer) : Stream
    {
        private readonly Decoder _decoder = Utf8.GetDecoder();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => writer.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var characters = new char[_decoder.GetCharCount(buffer, flush: false)];
            writer.Write(characters, 0, _decoder.GetChars(buffer, characters, flush: false));
        }
    }
}
