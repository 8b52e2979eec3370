using System.Collections;
using System.Globalization;
using System.Text;
using Standards.Core.Values;

namespace Standards.Tests.Records;

/// <summary>Everything that a record holds, as text: equal texts are equal records, down to the types of values and the bits of numbers.</summary>
internal static class Description
{
    public static string Of(object? item)
    {
        var text = new StringBuilder();
        Write(text, item);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? item)
    {
        switch (item)
        {
            case null:
                text.Append("null");
                break;
            case string words:
                text.Append('"').Append(words).Append('"');
                break;
            case double number:
                text.Append(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToInt64Bits(number):X}");
                break;
            case Value value:
                text.Append(value.Kind).Append(':');
                Write(text, value.Kind switch
                {
                    ValueKind.Double => value.AsDouble,
                    ValueKind.List => value.AsList,
                    ValueKind.Map => value.AsMap,
                    _ => value.ToString(),
                });
                break;
            case IDictionary pairs:
                foreach (var line in pairs.Keys.Cast<object>().Select(k => $"{Of(k)}={Of(pairs[k])}").Order(StringComparer.Ordinal))
                    text.Append(line).Append(';');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var one in items)
                {
                    Write(text, one);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case IFormattable plain when item.GetType().IsPrimitive || item is Enum or TimeSpan:
                text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool flag:
                text.Append(flag);
                break;
            default:
                text.Append(item.GetType().Name).Append('{');
                foreach (var property in item.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
                {
                    text.Append(property.Name).Append(": ");
                    Write(text, property.GetValue(item));
                    text.Append('\n');
                }

                text.Append('}');
                break;
        }
    }
}
