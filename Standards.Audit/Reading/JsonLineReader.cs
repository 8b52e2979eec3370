using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Standards.Audit.Diagnostics;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>
/// One line of JSON, by the book: what this class says is what a line means, and <see cref="JsonLinesParser"/> is its faster twin. Not
/// thread-safe.
/// </summary>
internal sealed class JsonLineReader
{
    private readonly EventNames _names;
    private readonly Utf8StringPool _pool;
    private readonly JsonTokens _tokens;
    private readonly JsonComposer _composer;
    private readonly HashSet<int> _attributesSeen = [];
    private readonly List<ValueSlot> _values = [];
    private readonly JsonPath _path = new();
    private JsonEventFields _fields;

    public JsonLineReader(EventNames names, Utf8StringPool pool)
    {
        _names = names;
        _pool = pool;
        _tokens = new JsonTokens(pool);
        _composer = new JsonComposer(_tokens, pool);
    }

    /// <summary>The values of the line last read, where its shape can be learned.</summary>
    public ReadOnlySpan<ValueSlot> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Whether the line last read has a shape that can be learned: it holds no array, and no object that is an attribute.</summary>
    public bool HasShape { get; private set; }

    /// <summary>The act of the line last read, as bytes that live until the next line.</summary>
    public ReadOnlySpan<byte> ActName => _fields.ActName;

    public ReadOnlySpan<byte> ProcessName => _fields.ProcessName;

    /// <summary>
    /// Reads the line that is <paramref name="length"/> bytes from <paramref name="start"/>, and appends its event. A case id that holds escapes
    /// is replaced in <paramref name="buffer"/>, valid UTF-8 in that range, by its plain text. Null where the event was appended.
    /// </summary>
    public LineFault? Read(byte[] buffer, int start, int length, EventBatch batch)
    {
        Reset();
        var line = buffer.AsSpan(start, length);
        var dataStart = batch.DataCount;
        var closed = false;
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            closed = ReadObject(ref reader, line, batch);
            if (closed)
                reader.Read();
        }
        catch (JsonException exception)
        {
            var offset = (int)(exception.BytePositionInLine ?? 0);
            _tokens.Fail(new LineFault(closed ? LogDiagnostics.TrailingText : LogDiagnostics.MalformedLine, offset, [], LogHelp.OneObjectPerLine));
        }

        if (!closed && _tokens.Fault is null)
            _tokens.Fail(new LineFault(LogDiagnostics.TruncatedLine, length, []));
        var fault = _tokens.Fault ?? _fields.FirstMissing();
        if (fault is not null)
        {
            batch.DataCount = dataStart;
            return fault;
        }

        Append(buffer, start, batch, dataStart);
        return null;
    }

    private void Reset()
    {
        _tokens.Reset();
        _attributesSeen.Clear();
        _values.Clear();
        _path.Clear();
        _fields = default;
        HasShape = true;
    }

    private void Append(byte[] buffer, int start, EventBatch batch, int dataStart)
    {
        var caseStart = start + _fields.CaseStart;
        if (_fields.CasePlain is { } plain)
            plain.CopyTo(buffer.AsSpan(caseStart));
        var data = batch.DataCount;
        ref var record = ref batch.AddEvent();
        record.At = _fields.At;
        record.Act = _names.Acts.Find(_fields.ActName);
        record.Process = _fields.ProcessName is null ? -1 : _names.Processes.Find(_fields.ProcessName) is >= 0 and var known ? known : -2;
        record.CaseStart = caseStart;
        record.CaseLength = _fields.CasePlain?.Length ?? _fields.CaseLength;
        record.DataStart = dataStart;
        record.DataCount = data - dataStart;
        record.Actor = _fields.Actor;
        record.Role = _fields.Role;
        record.Say = _fields.Say;
    }

    /// <summary>False where the line ends too early or a fault was found.</summary>
    private bool ReadObject(ref Utf8JsonReader reader, Span<byte> line, EventBatch batch)
    {
        if (!reader.Read())
            return false;
        if (reader.TokenType != JsonTokenType.StartObject)
            return _tokens.Fail(LogDiagnostics.MalformedLine, ref reader, [], LogHelp.OneObjectPerLine);
        var scope = _tokens.NextObject();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;
            if (!_tokens.TryKey(ref reader, scope, out var key))
                return false;
            if (!reader.Read() || !ReadField(ref reader, key, line, batch))
                return false;
        }

        return false;
    }

    private bool ReadField(ref Utf8JsonReader reader, string key, Span<byte> line, EventBatch batch)
    {
        var kind = key switch
        {
            "case" => SlotKind.Case,
            "process" => SlotKind.Process,
            "at" => SlotKind.At,
            "act" => SlotKind.Act,
            "actor" => SlotKind.Actor,
            "role" => SlotKind.Role,
            "say" => SlotKind.Say,
            _ => SlotKind.End,
        };
        if (kind != SlotKind.End)
            return ReadText(ref reader, key, kind);
        if (!string.Equals(key, "data", StringComparison.Ordinal))
            return Skip(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.Null => true,
            JsonTokenType.StartObject => ReadData(ref reader, line, batch),
            _ => FailType(ref reader, "data", "object"),
        };
    }

    private bool ReadText(ref Utf8JsonReader reader, string key, SlotKind kind)
    {
        if (reader.TokenType == JsonTokenType.Null && kind is not (SlotKind.Case or SlotKind.At or SlotKind.Act))
            return true;
        if (reader.TokenType != JsonTokenType.String)
            return FailType(ref reader, key, "string");
        var text = _tokens.Plain(ref reader);
        if (_tokens.Fault is not null)
            return false;
        var skipped = (kind == SlotKind.Say && !_names.Schema.NeedsSay) || (kind == SlotKind.Actor && !_names.Schema.NeedsActor);
        Note(ref reader, skipped ? SlotKind.SkippedText : kind, -1);
        if (skipped)
            return true;
        switch (kind)
        {
            case SlotKind.Case:
                _fields.CaseStart = (int)reader.TokenStartIndex + 1;
                _fields.CaseLength = text.Length;
                _fields.CasePlain = reader.ValueIsEscaped ? text.ToArray() : null;
                break;
            case SlotKind.At:
                return ReadTime((int)reader.TokenStartIndex, text);
            case SlotKind.Act:
                _fields.ActName = text.ToArray();
                break;
            case SlotKind.Process:
                _fields.ProcessName = text.ToArray();
                break;
            case SlotKind.Actor:
                _fields.Actor = _pool.Get(text);
                break;
            case SlotKind.Role:
                _fields.Role = _pool.Get(text);
                break;
            default:
                _fields.Say = _pool.Get(text);
                break;
        }

        return true;
    }

    private bool ReadTime(int offset, ReadOnlySpan<byte> text)
    {
        var fault = Rfc3339.TryRead(text, out var ticks);
        _fields.At = ticks;
        _fields.HasAt = fault == TimeFault.None;
        if (fault == TimeFault.None)
            return true;
        var descriptor = fault == TimeFault.NoZone ? LogDiagnostics.TimeWithoutZone : LogDiagnostics.BadTime;
        return _tokens.Fail(new LineFault(descriptor, offset, [ValueConversion.Excerpt(text)], LogHelp.ForTime(fault)));
    }

    /// <summary>Reads an object of attributes; its members' names are joined to the path.</summary>
    private bool ReadData(ref Utf8JsonReader reader, Span<byte> line, EventBatch batch)
    {
        var scope = _tokens.NextObject();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;
            if (!_tokens.TryKey(ref reader, scope, out var key))
                return false;
            var before = _path.Push(key);
            if (!reader.Read() || !ReadAttribute(ref reader, line, batch))
                return false;
            _path.Pop(before);
        }

        return false;
    }

    private bool ReadAttribute(ref Utf8JsonReader reader, Span<byte> line, EventBatch batch)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return true;
        var attribute = _names.ReadAttribute(_path.Name);
        if (attribute < 0)
            return reader.TokenType == JsonTokenType.StartObject ? ReadData(ref reader, line, batch) : Skip(ref reader);
        if (!_attributesSeen.Add(attribute))
            return _tokens.Fail(LogDiagnostics.DuplicateKey, ref reader, [_names.Schema.Attributes[attribute].Name]);
        var kind = _names.Schema.Attributes[attribute].Kind;
        if (reader.TokenType == JsonTokenType.StartObject)
            return ReadMapAttribute(ref reader, line, batch, attribute, kind);
        Value value;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            HasShape = false;
            var start = (int)reader.TokenStartIndex;
            if (!_composer.TryCompose(ref reader, out value))
                return false;
            if (kind is not (ValueKind.List or ValueKind.Missing))
                return FailValue(start, attribute, line[start..(int)reader.BytesConsumed]);
        }
        else if (!TryScalar(ref reader, kind, attribute, out value))
        {
            return _tokens.Fault is null && FailValue((int)reader.TokenStartIndex, attribute, line[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
        }

        batch.AddData(new AttributeValue(attribute, value));
        return true;
    }

    /// <summary>An object under a declared name: a map where that is its type; its members are attributes of their own in any case.</summary>
    private bool ReadMapAttribute(ref Utf8JsonReader reader, Span<byte> line, EventBatch batch, int attribute, ValueKind kind)
    {
        HasShape = false;
        if (kind is not (ValueKind.Map or ValueKind.Missing))
            return FailValue((int)reader.TokenStartIndex, attribute, "{...}"u8);
        var again = reader;
        if (!_composer.TryCompose(ref again, out var value))
            return false;
        batch.AddData(new AttributeValue(attribute, value));
        return ReadData(ref reader, line, batch);
    }

    private bool TryScalar(ref Utf8JsonReader reader, ValueKind kind, int attribute, out Value value)
    {
        value = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                var text = _tokens.Plain(ref reader);
                Note(ref reader, kind switch { ValueKind.Timestamp => SlotKind.Timestamp, ValueKind.Duration => SlotKind.Duration, _ => SlotKind.Text }, attribute);
                return _tokens.Fault is null && ValueConversion.TryText(text, kind == ValueKind.Missing ? ValueKind.String : kind, _pool, out value);
            case JsonTokenType.True or JsonTokenType.False:
                Note(ref reader, SlotKind.Bool, attribute);
                value = Value.Of(reader.TokenType == JsonTokenType.True);
                return kind is ValueKind.Bool or ValueKind.Missing;
            default:
                Note(ref reader, kind == ValueKind.Int ? SlotKind.Int : SlotKind.Double, attribute);
                HasShape &= kind != ValueKind.Missing;
                return kind switch
                {
                    ValueKind.Int => ValueConversion.TryInt(reader.ValueSpan, out value),
                    ValueKind.Double => ValueConversion.TryDouble(reader.ValueSpan, out value),
                    ValueKind.Missing => ValueConversion.TryNumber(reader.ValueSpan, out value),
                    _ => false,
                };
        }
    }

    /// <summary>Passes a value that nobody asks for, checking that it is well-formed and has no key twice.</summary>
    private bool Skip(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.String:
                Note(ref reader, SlotKind.SkippedText, -1);
                _tokens.Plain(ref reader);
                return _tokens.Fault is null;
            case JsonTokenType.StartArray:
                HasShape = false;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (!Skip(ref reader))
                        return false;
                }

                return reader.TokenType == JsonTokenType.EndArray;
            case JsonTokenType.StartObject:
                return SkipObject(ref reader);
            default:
                Note(ref reader, SlotKind.SkippedToken, -1);
                return true;
        }
    }

    private bool SkipObject(ref Utf8JsonReader reader)
    {
        var scope = _tokens.NextObject();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;
            if (!_tokens.TryKey(ref reader, scope, out _) || !reader.Read() || !Skip(ref reader))
                return false;
        }

        return false;
    }

    private void Note(ref Utf8JsonReader reader, SlotKind kind, int attribute)
    {
        var quote = reader.TokenType == JsonTokenType.String ? 1 : 0;
        _values.Add(new ValueSlot((int)reader.TokenStartIndex + quote, reader.ValueSpan.Length, kind, attribute));
    }

    private bool FailType(ref Utf8JsonReader reader, string field, string expected)
    {
        return _tokens.Fail(LogHelp.WrongType((int)reader.TokenStartIndex, field, expected, reader.TokenType));
    }

    private bool FailValue(int offset, int attribute, ReadOnlySpan<byte> found)
    {
        var (name, kind, _) = _names.Schema.Attributes[attribute];
        return _tokens.Fail(new LineFault(LogDiagnostics.BadAttributeValue, offset, [name, ValueConversion.NameOf(kind), ValueConversion.Excerpt(found)], LogHelp.ForKind(kind)));
    }
}
