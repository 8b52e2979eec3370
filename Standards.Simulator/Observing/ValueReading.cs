using System.Globalization;
using System.Text;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;
using BoundAttribute = Standards.Rules.Binding.BoundAttribute;

namespace Standards.Simulator.Observing;

/// <summary>Values of attributes as a person types them. Immutable.</summary>
/// <param name="startedAt">A time of day is one of this day.</param>
/// <param name="zone">Where the people are.</param>
internal sealed class ValueReading(Instant startedAt, TimeZoneInfo zone)
{
    private static readonly string[] Yes = ["yes", "y", "true", "是", "有"];
    private static readonly string[] No = ["no", "n", "false", "否", "没有", "无"];

    /// <summary>Reads a text as the type of an attribute.</summary>
    /// <exception cref="CommandFailure">It is none; says what would be.</exception>
    public Value Read(BoundAttribute attribute, string text)
    {
        var value = attribute.Type.Kind switch
        {
            ValueKind.String or ValueKind.Missing => Word(attribute, text),
            ValueKind.Bool => Flag(text),
            ValueKind.Int => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Value.Of(whole) : null,
            ValueKind.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? Value.Of(real) : null,
            ValueKind.Duration => DurationText.TryRead(Encoding.UTF8.GetBytes(text), out var ticks) ? Value.Of(new TimeSpan(ticks)) : null,
            ValueKind.Timestamp => Time(text),
            ValueKind.List => Value.Of([.. text.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Value.Of)]),
            _ => (Value?)null,
        };
        return value ?? throw new CommandFailure(
            Texts.Observe.BadAttribute.With(attribute.Name, SourceExcerpt.Printable(text)), Texts.Observe.Expected(ValueConversion.NameOf(attribute.Type.Kind)));
    }

    /// <summary>The value as <see cref="Read"/> reads it back.</summary>
    public static string Write(Value value) => value.Kind switch
    {
        ValueKind.Duration => value.AsDuration.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture) + "s",
        ValueKind.List => string.Join(",", value.AsList.Select(Write)),
        _ => value.ToString(),
    };

    private static Value Word(BoundAttribute attribute, string text)
    {
        var allowed = attribute.Type.AllowedValues;
        if (allowed.IsEmpty || allowed.Contains(text, StringComparer.Ordinal))
            return Value.Of(text);
        var possible = string.Join(", ", allowed.Take(12).Select(a => $"`{a}`")) + (allowed.Length > 12 ? ", …" : "");
        throw new CommandFailure(
            Texts.Observe.BadAttribute.With(attribute.Name, SourceExcerpt.Printable(text)), Suggestion.DidYouMean(text, allowed) ?? Texts.Usage.Possible.With(possible));
    }

    private static Value? Flag(string text) =>
        Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? Value.True : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? Value.False : null;

    /// <summary>RFC 3339, or a time of the day of the observation.</summary>
    private Value? Time(string text)
    {
        if (Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out var ticks) == TimeFault.None)
            return Value.Of(new Instant(ticks));
        if (!TimeOnly.TryParseExact(text, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        var day = TimeZoneInfo.ConvertTime(startedAt.ToDateTimeOffset(), zone).Date;
        var local = day + time.ToTimeSpan();
        return Value.Of(new Instant(local.Ticks - zone.GetUtcOffset(local).Ticks));
    }
}
