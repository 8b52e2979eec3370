using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using Standards.Audit.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>
/// JSON Lines at speed. A line that follows a shape seen before is taken value by value; every other line, and every line with anything unusual
/// in it, goes to <see cref="JsonLineReader"/>, which decides. Not thread-safe.
/// </summary>
internal sealed unsafe class JsonLinesParser
{
    private readonly EventNames _names;
    private readonly Utf8StringPool _pool;
    private readonly JsonLineReader _reader;
    private readonly UnknownNames _unknown;
    private readonly LineShapes _shapes = new();
    private readonly TimestampCache _times = new();
    private readonly EscapedText _escaped = new();
    private readonly int _longestLine;
    private readonly bool _fast;

    public JsonLinesParser(EventNames names, LogReaderOptions options)
    {
        _names = names;
        _pool = new Utf8StringPool(options.PooledStrings);
        _reader = new JsonLineReader(names, _pool);
        _unknown = new UnknownNames(names);
        _longestLine = options.LongestLine;
        _fast = options.UseFastPath;
    }

    /// <summary>Lines that the fast path could not take; for tests and measurements.</summary>
    public long SlowLines { get; private set; }

    /// <summary>Reads all lines of a block into its batch.</summary>
    public void Parse(LogBlock block)
    {
        block.Batch.CaseIds = block.Buffer;
        var text = new ReadOnlySpan<byte>(block.Buffer, 0, block.Length);

        // A sequence of UTF-8 never spans a line feed, so a valid block has only valid lines.
        var valid = Utf8.IsValid(text);
        fixed (byte* origin = block.Buffer)
        {
            var end = origin + block.Length;
            var cursor = origin;
            for (var line = block.FirstLine; cursor < end; line++)
            {
                if (valid && _fast && TryFast(origin, end, ref cursor, line, block))
                    continue;
                var start = (int)(cursor - origin);
                var feed = text[start..].IndexOf((byte)'\n');
                var length = feed < 0 ? block.Length - start : feed;
                ParseSlowly(block, start, length, feed >= 0, line, valid);
                cursor += feed < 0 ? length : length + 1;
            }
        }
    }

    private void ParseSlowly(LogBlock block, int start, int length, bool closed, long lineNumber, bool valid)
    {
        var line = block.Buffer.AsSpan(start, length);
        if (line.IndexOfAnyExcept(" \t\r"u8) < 0)
            return;
        SlowLines++;
        if (length > _longestLine)
        {
            Reject(block, lineNumber, line, new LineFault(LogDiagnostics.LineTooLong, -1, [LogHelp.Number(_longestLine)]));
            return;
        }

        if (!valid && !Utf8.IsValid(line))
        {
            var at = JsonText.FirstInvalidByte(line);
            block.Rejected++;
            block.Report(LogDiagnostics.InvalidUtf8, lineNumber, at + 1, LogHelp.Utf8, LogHelp.Number(at + 1));
            return;
        }

        var fault = _reader.Read(block.Buffer, start, length, block.Batch);
        if (fault is not null)
        {
            Reject(block, lineNumber, line, fault);
            return;
        }

        ref var record = ref block.Batch.Events[block.Batch.Count - 1];
        record.Line = lineNumber;
        record.File = block.File;
        if (record.Act < 0)
            _unknown.ReportAct(_reader.ActName, block, lineNumber);
        if (record.Process == -2)
            _unknown.ReportProcess(_reader.ProcessName, block, lineNumber);
        if (_reader.HasShape && closed && _fast)
            Learn(block, start, length, record);
    }

    private void Learn(LogBlock block, int start, int length, in EventRecord record)
    {
        // A case id with escapes has been replaced in the buffer: its line is no longer what was read.
        foreach (var value in _reader.Values)
        {
            if (value.Kind == SlotKind.Case && value.Length != record.CaseLength)
                return;
        }

        _shapes.Learn(block.Buffer.AsSpan(start, length + 1), _reader.Values);
    }

    private static void Reject(LogBlock block, long lineNumber, ReadOnlySpan<byte> line, LineFault fault)
    {
        block.Rejected++;
        var column = fault.Offset < 0 ? 0 : Encoding.UTF8.GetCharCount(line[..Math.Min(fault.Offset, line.Length)]) + 1;
        block.Report(fault.Descriptor, lineNumber, column, fault.Help, fault.Arguments.AsSpan());
    }

    /// <summary>Takes the line at <paramref name="cursor"/> and moves behind it, or returns false with nothing changed.</summary>
    private bool TryFast(byte* origin, byte* end, ref byte* cursor, long line, LogBlock block)
    {
        var batch = block.Batch;
        var dataStart = batch.DataCount;
        var segment = _shapes.Root;
        var p = cursor;
        byte* caseId = null, actName = null, processName = null;
        int caseLength = 0, actLength = 0, processLength = 0, act = -1, process = -1;
        long at = 0;
        string? actor = null, role = null, say = null;
        while (true)
        {
            while (segment is not null && !Matches(segment, p, end))
                segment = segment.Sibling;
            if (segment is null)
                break;
            p += segment.Length;
            var length = 0;
            switch (segment.Kind)
            {
                case SlotKind.End:
                    if (p - cursor - 1 > _longestLine)
                        goto Failed;
                    ref var record = ref batch.AddEvent();
                    record.At = at;
                    record.Line = line;
                    record.Act = act;
                    record.Process = process;
                    record.CaseStart = (int)(caseId - origin);
                    record.CaseLength = caseLength;
                    record.DataStart = dataStart;
                    record.DataCount = batch.DataCount - dataStart;
                    record.File = block.File;
                    if (actor is not null)
                        record.Actor = actor;
                    if (role is not null)
                        record.Role = role;
                    if (say is not null)
                        record.Say = say;
                    if (act < 0)
                        _unknown.ReportAct(new ReadOnlySpan<byte>(actName, actLength), block, line);
                    if (process == -2)
                        _unknown.ReportProcess(new ReadOnlySpan<byte>(processName, processLength), block, line);
                    cursor = p;
                    return true;
                case SlotKind.Case:
                    caseId = p;
                    caseLength = length = TextScan.Length(p);
                    if (length <= 0)
                        goto Failed;
                    break;
                case SlotKind.At:
                    length = TimestampCache.CommonLength;
                    if (!_times.TryReadCommon(p, out at) && !TryTime(p, out length, out at))
                        goto Failed;
                    break;
                case SlotKind.Act:
                    actName = p;
                    actLength = length = TextScan.Length(p);
                    if (length <= 0)
                        goto Failed;
                    act = _names.Acts.Find(p, length);
                    break;
                case SlotKind.Process:
                    processName = p;
                    processLength = length = TextScan.Length(p);
                    if (length < 0)
                        goto Failed;
                    process = _names.Processes.Find(p, length);
                    if (process < 0)
                        process = -2;
                    break;
                case SlotKind.SkippedText:
                    length = TextScan.Length(p);
                    if (length < 0 && !_escaped.TryRead(p, out length))
                        goto Failed;
                    break;
                case SlotKind.Text:
                    length = TextScan.Length(p);
                    var pooled = length >= 0 ? _pool.Get(p, length) : Unescaped(p, out length);
                    if (pooled is null)
                        goto Failed;
                    batch.AddData(new AttributeValue(segment.Attribute, Value.Of(pooled)));
                    break;
                case SlotKind.Double:
                    length = JsonNumber.ReadDouble(p, out var real);
                    if (length <= 0)
                        goto Failed;
                    batch.AddData(new AttributeValue(segment.Attribute, Value.Of(real)));
                    break;
                case SlotKind.Int:
                    length = JsonNumber.ReadInt(p, out var whole);
                    if (length <= 0)
                        goto Failed;
                    batch.AddData(new AttributeValue(segment.Attribute, Value.Of(whole)));
                    break;
                case SlotKind.Bool:
                    length = JsonNumber.WordLength(p);
                    if (length <= 0)
                        goto Failed;
                    batch.AddData(new AttributeValue(segment.Attribute, Value.Of(length == 4)));
                    break;
                case SlotKind.SkippedToken:
                    length = JsonNumber.WordLength(p);
                    if (length <= 0)
                        length = JsonNumber.Length(p);
                    if (length <= 0)
                        goto Failed;
                    break;
                case SlotKind.Actor or SlotKind.Role or SlotKind.Say:
                    length = TextScan.Length(p);
                    var text = length >= 0 ? _pool.Get(p, length) : Unescaped(p, out length);
                    if (text is null)
                        goto Failed;
                    if (segment.Kind == SlotKind.Actor)
                        actor = text;
                    else if (segment.Kind == SlotKind.Role)
                        role = text;
                    else
                        say = text;
                    break;
                default:
                    length = TextScan.Length(p);
                    if (length < 0 || !TryTimed(p, length, segment, batch))
                        goto Failed;
                    break;
            }

            p += length;
            segment = segment.Child;
        }

    Failed:
        batch.DataCount = dataStart;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Matches(ShapeSegment segment, byte* p, byte* end) =>
        ((Vector256.Load(p) ^ segment.First) & segment.Mask) == Vector256<byte>.Zero && (segment.Length <= 32 || MatchesRest(segment, p, end));

    private static bool MatchesRest(ShapeSegment segment, byte* p, byte* end) =>
        end - p >= segment.Length && new ReadOnlySpan<byte>(p, segment.Length).SequenceEqual(segment.Literal);

    private string? Unescaped(byte* p, out int length) => _escaped.TryRead(p, out length) ? _pool.Get(_escaped.Plain) : null;

    private static bool TryTime(byte* p, out int length, out long ticks)
    {
        ticks = 0;
        length = TextScan.Length(p);
        return length >= 0 && Rfc3339.TryRead(new ReadOnlySpan<byte>(p, length), out ticks) == TimeFault.None;
    }

    private bool TryTimed(byte* p, int length, ShapeSegment segment, EventBatch batch)
    {
        var kind = segment.Kind == SlotKind.Timestamp ? ValueKind.Timestamp : ValueKind.Duration;
        if (!ValueConversion.TryText(new ReadOnlySpan<byte>(p, length), kind, _pool, out var value))
            return false;
        batch.AddData(new AttributeValue(segment.Attribute, value));
        return true;
    }
}
