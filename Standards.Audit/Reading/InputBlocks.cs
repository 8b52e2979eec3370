using System.Collections.Immutable;

namespace Standards.Audit.Reading;

/// <summary>The blocks of all inputs, one input after the other. Not thread-safe.</summary>
internal sealed class InputBlocks(ImmutableArray<LogInput> inputs, EventNames names, LogReaderOptions options) : IBlockSource
{
    private int _next;
    private OpenLog? _log;
    private IBlockSource? _blocks;
    private long _finished;

    /// <inheritdoc/>
    public bool TryFill(LogBlock block)
    {
        while (true)
        {
            if (_blocks is null && !Open(block))
                return block.Diagnostics.Count > 0;
            block.File = _next - 1;
            block.FileName = inputs[_next - 1].Name;
            if (_blocks!.TryFill(block))
            {
                block.BytesDone = _finished + _log!.Consumed;
                return true;
            }

            Close();
        }
    }

    public void Dispose() => Close();

    private bool Open(LogBlock block)
    {
        while (_next < inputs.Length)
        {
            var input = inputs[_next++];
            block.File = _next - 1;
            block.FileName = input.Name;
            _log = OpenLog.TryOpen(input, block.Diagnostics.Add);
            if (_log is null)
                continue;
            _blocks = input.Mapping is { } mapping ? new CsvBlocks(_log, mapping, names, options) : new LineBlocks(_log, options);
            return true;
        }

        block.BytesDone = _finished;
        return false;
    }

    private void Close()
    {
        _finished += _log?.Consumed ?? 0;
        _blocks?.Dispose();
        _blocks = null;
        _log = null;
    }
}
