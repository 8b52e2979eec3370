using System.Buffers;
using System.Text;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Consoles;

/// <summary>Lines of UTF-8, which may begin with a byte order mark; gives each as soon as it has come. Not thread-safe.</summary>
/// <param name="name">How messages name the input.</param>
internal sealed class StrictUtf8Reader(Stream stream, string name) : TextReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer = new byte[4096];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start;
    private int _end;
    private int _number;
    private string? _rest;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <returns>The line without its line feed and one carriage return; null at the end.</returns>
    /// <exception cref="CommandFailure">It is not UTF-8, or cannot be read.</exception>
    public override string? ReadLine()
    {
        if (_rest is { } rest)
        {
            _rest = null;
            return rest.TrimEnd('\n');
        }

        if (!TakeLine(out var isEnded))
            return null;
        _number++;
        var bytes = _line.WrittenSpan;
        if (_number == 1 && bytes.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        if (isEnded && bytes.EndsWith("\r"u8))
            bytes = bytes[..^1];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailure(Texts.Consoles.NotUtf8.With(name, _number), Texts.Consoles.SaveAsUtf8);
        }
    }

    public override int Peek()
    {
        if (string.IsNullOrEmpty(_rest))
            _rest = ReadLine() is { } line ? line + "\n" : null;
        return _rest is null ? -1 : _rest[0];
    }

    public override int Read()
    {
        var next = Peek();
        if (next >= 0)
            _rest = _rest!.Length == 1 ? null : _rest[1..];
        return next;
    }

    /// <summary>Collects the bytes up to a line feed or the end.</summary>
    private bool TakeLine(out bool isEnded)
    {
        _line.ResetWrittenCount();
        isEnded = false;
        while (!isEnded)
        {
            if (_start == _end && !Fill())
                return _line.WrittenCount > 0;
            var bytes = _buffer.AsSpan(_start.._end);
            var length = bytes.IndexOf((byte)'\n');
            isEnded = length >= 0;
            _line.Write(isEnded ? bytes[..length] : bytes);
            _start += isEnded ? length + 1 : bytes.Length;
        }

        return true;
    }

    private bool Fill()
    {
        try
        {
            (_start, _end) = (0, stream.Read(_buffer));
            return _end > 0;
        }
        catch (IOException exception)
        {
            throw new CommandFailure(Texts.Consoles.CannotRead.With(name, exception.Message.ReplaceLineEndings(" ").TrimEnd('.')));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
