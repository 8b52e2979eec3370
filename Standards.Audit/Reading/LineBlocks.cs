using Standards.Audit.Diagnostics;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>Cuts an input into blocks of whole lines, counting lines, and passes over lines that are too long. Not thread-safe.</summary>
internal sealed class LineBlocks(OpenLog log, LogReaderOptions options) : IBlockSource
{
    private byte[] _carry = [];
    private int _carried;
    private long _line = 1;
    private bool _ended;
    private bool _started;
    private bool _passingOver;

    /// <inheritdoc/>
    public bool TryFill(LogBlock block)
    {
        if (_ended)
            return false;
        block.FirstLine = _line;
        TakeCarried(block);
        while (true)
        {
            Read(block);
            if (_passingOver)
                PassOver(block);
            if (_ended)
                break;
            var cut = block.Buffer.AsSpan(0, block.Length).LastIndexOf((byte)'\n') + 1;
            if (cut > 0)
            {
                Carry(block, cut);
                break;
            }

            MakeRoom(block);
        }

        block.Seal();
        _line += block.Buffer.AsSpan(0, block.Length).Count((byte)'\n');
        return true;
    }

    public void Dispose() => log.Dispose();

    private void TakeCarried(LogBlock block)
    {
        if (_carried >= block.Capacity)
            block.Grow(Math.Max(_carried * 2, 64));
        _carry.AsSpan(0, _carried).CopyTo(block.Buffer);
        block.Length = _carried;
        _carried = 0;
    }

    private void Read(LogBlock block)
    {
        var wanted = block.Capacity - block.Length;
        var read = log.Fill(block.Buffer.AsSpan(block.Length, wanted), block.Diagnostics.Add);
        block.Length += read;
        _ended = read < wanted;
        if (_started || (block.Length < 3 && !_ended))
            return;
        _started = true;
        if (block.Buffer.AsSpan(0, block.Length).StartsWith("\uFEFF"u8))
            Drop(block, 3);
    }

    /// <summary>Room for more of a line that fills the block; or, where it is too long already, the decision to pass over it.</summary>
    private void MakeRoom(LogBlock block)
    {
        if (_passingOver)
            return;
        if (block.Length > options.LongestLine)
        {
            block.Rejected++;
            block.Report(LogDiagnostics.LineTooLong, block.FirstLine, 0, null, LogHelp.Number(options.LongestLine));
            _passingOver = true;
            block.Length = 0;
        }
        else if (block.Length == block.Capacity)
        {
            block.Grow((int)Math.Min(block.Capacity * 2L, Math.Max(options.LongestLine + 1L, block.Capacity + 1L)));
        }
    }

    private void PassOver(LogBlock block)
    {
        var feed = block.Buffer.AsSpan(0, block.Length).IndexOf((byte)'\n');
        if (feed < 0)
        {
            block.Length = 0;
            return;
        }

        Drop(block, feed + 1);
        block.FirstLine = ++_line;
        _passingOver = false;
    }

    private static void Drop(LogBlock block, int count)
    {
        block.Buffer.AsSpan(count, block.Length - count).CopyTo(block.Buffer);
        block.Length -= count;
    }

    private void Carry(LogBlock block, int from)
    {
        _carried = block.Length - from;
        if (_carry.Length < _carried)
            _carry = new byte[Math.Max(_carried, Math.Min(_carry.Length * 2, Array.MaxLength))];
        block.Buffer.AsSpan(from, _carried).CopyTo(_carry);
        block.Length = from;
    }
}
