using System.Collections.Immutable;
using System.Text.Json;
using Standards.Audit.Diagnostics;
using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>The texts and keys of one line: escapes resolved, no key twice in an object, the first fault kept. Not thread-safe.</summary>
internal sealed class JsonTokens(Utf8StringPool pool)
{
    private readonly HashSet<(int Object, string Key)> _keys = [];
    private byte[] _plain = new byte[256];
    private int _objects;

    /// <summary>What is wrong with the line; null where nothing is so far.</summary>
    public LineFault? Fault { get; private set; }

    public void Reset()
    {
        if (_keys.Count > 0)
        {
            _keys.Clear();
            if (_keys.Capacity > 256)
                _keys.TrimExcess(64);
        }

        _objects = 0;
        Fault = null;
    }

    /// <summary>The number of an object that begins, for <see cref="TryKey"/>.</summary>
    public int NextObject() => _objects++;

    /// <summary>The key at the reader, which must be new in its object.</summary>
    public bool TryKey(ref Utf8JsonReader reader, int scope, out string key)
    {
        key = pool.Get(Plain(ref reader));
        return Fault is null && (_keys.Add((scope, key)) || Fail(LogDiagnostics.DuplicateKey, ref reader, [key]));
    }

    /// <summary>The text of the string at the reader; valid until the next call.</summary>
    public ReadOnlySpan<byte> Plain(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
            return text;
        if (_plain.Length < text.Length)
            _plain = new byte[text.Length * 2];
        if (!JsonText.TryUnescape(text, _plain, out var written))
            Fail(LogDiagnostics.LoneSurrogate, ref reader, [], LogHelp.SurrogatePairs);
        return _plain.AsSpan(0, written);
    }

    /// <summary>Keeps a fault at the token of the reader; always false.</summary>
    public bool Fail(DiagnosticDescriptor descriptor, ref Utf8JsonReader reader, ImmutableArray<string> arguments, LocalizedText? help = null) =>
        Fail(new LineFault(descriptor, (int)reader.TokenStartIndex, arguments, help));

    /// <summary>Keeps a fault; always false.</summary>
    public bool Fail(LineFault fault)
    {
        Fault = fault;
        return false;
    }
}
