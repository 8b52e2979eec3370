using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Standards.Audit.Diagnostics;
using Standards.Core;

namespace Standards.Audit.Reading;

/// <summary>The rows of a table as blocks of events. Not thread-safe.</summary>
internal sealed class CsvBlocks : IBlockSource
{
    private const int EventsPerBlock = 2048;

    private static readonly LocalizedText RestNotRead = new(
        "此后的内容没有读取：请检查引号是否配对", "nothing after it was read: look for a quote that is not closed");

    private static readonly LocalizedText DoubleQuotes = new(
        "引号内的引号要写两次；含引号的字段要整个放在引号里", "write a quote inside quotes twice, and put the whole field in quotes");

    private readonly OpenLog _log;
    private readonly LogMapping _mapping;
    private readonly EventNames _names;
    private readonly LogReaderOptions _options;
    private readonly CsvReader _csv;
    private LogBlock? _block;
    private CsvRowReader? _rows;
    private int _columns;
    private bool _ended;

    /// <exception cref="ArgumentException">The delimiter is not an ASCII character, or the encoding is not known.</exception>
    public CsvBlocks(OpenLog log, LogMapping mapping, EventNames names, LogReaderOptions options)
    {
        _log = log;
        _mapping = mapping;
        _names = names;
        _options = options;
        _csv = CsvReader.Create(
            new LogStream(log, diagnostic => _block!.Diagnostics.Add(diagnostic)),
            new CsvReaderOptions
            {
                Separator = mapping.Delimiter,
                Encoding = EncodingOf(mapping.Encoding),
                TrimWhitespace = mapping.Trim,
                MaxRecordSize = options.LongestLine,
                BufferSize = Math.Max(options.BlockSize, 256),
                TrackLineNumbers = true,
                MalformedData = CsvMalformedDataHandling.Skip,
                OnMalformedRecord = record =>
                {
                    _block!.Rejected++;
                    _block.Report(LogDiagnostics.BadQuotes, record.LineNumber, 0, DoubleQuotes);
                },
            });
    }

    /// <inheritdoc/>
    public bool TryFill(LogBlock block)
    {
        if (_ended)
            return false;
        _block = block;
        block.IsParsed = true;
        try
        {
            if (_rows is null && !TryBind(block))
            {
                _ended = true;
                return true;
            }

            while (block.Batch.Count < EventsPerBlock)
            {
                if (!_csv.Read())
                {
                    _ended = true;
                    break;
                }

                ReadRow(block);
            }
        }
        catch (CsvFormatException exception)
        {
            _ended = true;
            block.Rejected++;
            block.Report(LogDiagnostics.LineTooLong, exception.LineNumber, 0, RestNotRead, LogHelp.Number(_options.LongestLine));
        }

        block.Batch.CaseIds = block.Buffer;
        return true;
    }

    public void Dispose()
    {
        _csv.Dispose();
        _log.Dispose();
    }

    private bool TryBind(LogBlock block)
    {
        var header = new CsvHeader([.. _csv.Headers]);
        _columns = header.Count;
        var mapping = new BoundMapping(_mapping, header, _names);
        foreach (var missing in header.Missing)
            block.Report(LogDiagnostics.MissingColumn, 1, 0, header.Suggest(missing), missing, header.Listed);
        _rows = new CsvRowReader(_csv, mapping, new CellValues(_mapping, _names, _options), _names);
        return !header.Missing.Any();
    }

    private void ReadRow(LogBlock block)
    {
        if (_csv.FieldCount != _columns)
        {
            block.Rejected++;
            block.Report(LogDiagnostics.BadRow, _csv.LineNumber, 0, null, LogHelp.Number(_csv.FieldCount), LogHelp.Number(_columns));
            return;
        }

        if (_rows!.Read(block) is { } fault)
        {
            block.Rejected++;
            block.Report(fault.Descriptor, _csv.LineNumber, 0, fault.Help, fault.Arguments.AsSpan());
        }
    }

    private static Encoding EncodingOf(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    /// <summary>The input as a stream, whose failures become diagnostics.</summary>
    private sealed class LogStream(OpenLog log, Action<Core.Diagnostics.Diagnostic> report) : Stream
    {
        private bool _ended;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_ended)
                return 0;
            var read = log.Fill(buffer, report);
            _ended = read < buffer.Length;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
