using System.Runtime.ExceptionServices;

namespace Standards.Audit.Reading;

/// <summary>
/// Blocks parsed by workers and handed to one consumer in the order in which they were filled. The queue is bounded: workers wait for the
/// consumer.
/// </summary>
internal sealed class BlockPipeline(IBlockSource source, Func<JsonLinesParser> makeParser, Func<LogBlock> makeBlock, int workers)
{
    private readonly Lock _filling = new();
    private readonly object _queue = new();
    private readonly Dictionary<long, LogBlock> _ready = [];
    private readonly Stack<LogBlock> _free = new();
    private long _filled;
    private long? _last;
    private bool _stopped;
    private Exception? _failure;

    /// <summary>Runs to the end, calling <paramref name="consume"/> on the caller's thread; a block is valid during the call.</summary>
    /// <exception cref="Exception">What <paramref name="consume"/> throws; the workers have stopped then.</exception>
    public void Run(Action<LogBlock> consume)
    {
        if (workers <= 0)
        {
            RunInline(consume);
            return;
        }

        for (var i = 0; i < workers + 2; i++)
            _free.Push(makeBlock());
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(Work) { IsBackground = true, Name = "log reader" }).ToArray();
        foreach (var thread in threads)
            thread.Start();
        try
        {
            for (var number = 0L; Take(number) is { } block; number++)
            {
                consume(block);
                Return(block);
            }
        }
        finally
        {
            Stop(null);
            foreach (var thread in threads)
                thread.Join();
        }
    }

    private void RunInline(Action<LogBlock> consume)
    {
        var parser = makeParser();
        var block = makeBlock();
        while (source.TryFill(block))
        {
            if (!block.IsParsed)
                parser.Parse(block);
            consume(block);
            block.Reset();
        }
    }

    private void Work()
    {
        try
        {
            var parser = makeParser();
            while (TryFillNext(out var block, out var number))
            {
                if (!block.IsParsed)
                    parser.Parse(block);
                lock (_queue)
                {
                    _ready.Add(number, block);
                    Monitor.PulseAll(_queue);
                }
            }
        }
#pragma warning disable CA1031 // Whatever a worker meets is rethrown on the caller's thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Stop(exception);
        }
    }

    private bool TryFillNext(out LogBlock block, out long number)
    {
        // The free block is taken under the filling lock: the worker that fills next has one, so the consumer never waits in vain.
        lock (_filling)
        {
            number = _filled;
            if (!TryRent(out block))
                return false;
            if (source.TryFill(block))
            {
                _filled++;
                return true;
            }

            lock (_queue)
            {
                _last ??= _filled;
                _free.Push(block);
                Monitor.PulseAll(_queue);
            }

            return false;
        }
    }

    private bool TryRent(out LogBlock block)
    {
        lock (_queue)
        {
            while (_free.Count == 0 && !_stopped && _last is null)
                Monitor.Wait(_queue);
            block = null!;
            return !_stopped && _last is null && _free.TryPop(out block!);
        }
    }

    /// <summary>The block with a number; null at the end.</summary>
    private LogBlock? Take(long number)
    {
        lock (_queue)
        {
            while (true)
            {
                if (_failure is not null)
                    ExceptionDispatchInfo.Throw(_failure);
                if (_ready.Remove(number, out var block))
                    return block;
                if (_last == number)
                    return null;
                Monitor.Wait(_queue);
            }
        }
    }

    private void Return(LogBlock block)
    {
        block.Reset();
        lock (_queue)
        {
            _free.Push(block);
            Monitor.PulseAll(_queue);
        }
    }

    private void Stop(Exception? failure)
    {
        lock (_queue)
        {
            _stopped = true;
            _failure ??= failure;
            Monitor.PulseAll(_queue);
        }
    }
}
