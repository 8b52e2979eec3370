using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Standards.Audit.Diagnostics;
using Standards.Core.Values;

namespace Standards.Audit.Reading;

/// <summary>Lists and maps of a line, with whatever they hold. Not thread-safe.</summary>
internal sealed class JsonComposer(JsonTokens tokens, Utf8StringPool pool)
{
    /// <summary>Builds the list, map or single value at the reader. False where the line ends too early or a fault was found.</summary>
    public bool TryCompose(ref Utf8JsonReader reader, out Value value)
    {
        value = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                value = Value.Null;
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                value = Value.Of(reader.TokenType == JsonTokenType.True);
                return true;
            case JsonTokenType.String:
                value = Value.Of(pool.Get(tokens.Plain(ref reader)));
                return tokens.Fault is null;
            case JsonTokenType.Number:
                return ValueConversion.TryNumber(reader.ValueSpan, out value)
                    || tokens.Fail(LogDiagnostics.BadAttributeValue, ref reader, ["data", "double", ValueConversion.Excerpt(reader.ValueSpan)]);
            case JsonTokenType.StartArray:
                return ComposeList(ref reader, out value);
            default:
                return ComposeMap(ref reader, out value);
        }
    }

    private bool ComposeList(ref Utf8JsonReader reader, out Value value)
    {
        value = default;
        var items = ImmutableArray.CreateBuilder<Value>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                value = Value.Of(items.DrainToImmutable());
                return true;
            }

            if (!TryCompose(ref reader, out var item))
                return false;
            items.Add(item);
        }

        return false;
    }

    private bool ComposeMap(ref Utf8JsonReader reader, out Value value)
    {
        value = default;
        var scope = tokens.NextObject();
        var members = new Dictionary<Value, Value>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                value = Value.Of(members.ToFrozenDictionary());
                return true;
            }

            if (!tokens.TryKey(ref reader, scope, out var key) || !reader.Read() || !TryCompose(ref reader, out var member))
                return false;
            members[Value.Of(key)] = member;
        }

        return false;
    }
}
