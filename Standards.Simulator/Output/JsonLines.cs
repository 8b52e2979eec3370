using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standards.Core;

namespace Standards.Simulator.Output;

/// <summary>Writes one JSON object a line, in large pieces. Not thread-safe.</summary>
internal sealed class JsonLines : IDisposable
{
    private const int PieceSize = 1 << 16;

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new(PieceSize + 4096);
    private readonly Utf8JsonWriter _json;

    public JsonLines(Stream stream)
    {
        _stream = stream;

        // Chinese stays readable; the output is no part of a page.
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>Writes an object with what <paramref name="members"/> adds to it.</summary>
    public void Write<T>(T item, Action<Utf8JsonWriter, T> members)
    {
        _json.WriteStartObject();
        members(_json, item);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
        if (_buffer.WrittenCount >= PieceSize)
            Send();
    }

    public void Dispose()
    {
        Send();
        _json.Dispose();
    }

    /// <summary>Writes a text in both languages.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh"u8, text.Zh);
        json.WriteString("en"u8, text.En);
        json.WriteEndObject();
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private void Send()
    {
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
