namespace Standards.Simulator.Consoles;

/// <summary>
/// A stream whose reads can be left: a pipe or a terminal may never give anything. Whatever comes after that is kept for the next
/// read. Not thread-safe.
/// </summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken cancellation) : Stream
{
    private readonly byte[] _buffer = new byte[4096];
    private Task<int>? _reading;
    private int _start;
    private int _end;
    private bool _isEnded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Waits until a read would not wait, at most so long.</summary>
    /// <exception cref="OperationCanceledException">Waiting was cancelled.</exception>
    public bool Wait(TimeSpan most)
    {
        if (_start < _end || _isEnded)
            return true;
        cancellation.ThrowIfCancellationRequested();
        _reading ??= Task.Run(() => inner.Read(_buffer), CancellationToken.None);
        try
        {
            return _reading.Wait((int)most.TotalMilliseconds, cancellation);
        }
        catch (AggregateException)
        {
            // The read shows it.
            return true;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end && !_isEnded)
        {
            _ = Wait(Timeout.InfiniteTimeSpan);
            (_start, _end) = (0, _reading!.GetAwaiter().GetResult());
            _reading = null;
            _isEnded = _end == 0;
        }

        var length = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
