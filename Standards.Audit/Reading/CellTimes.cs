using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Audit.Diagnostics;
using Standards.Core;

namespace Standards.Audit.Reading;

/// <summary>The times of a table, as its mapping writes them. Not thread-safe.</summary>
internal sealed class CellTimes
{
    private static readonly LocalizedText NameTheZone = new(
        "在映射中写明时区，例如 `zone: Asia/Shanghai`", "name the zone in the mapping, for instance `zone: Asia/Shanghai`");

    private static readonly LocalizedText SayTheOffset = new("在时间后写明偏移", "write the offset behind the time");

    private readonly LogMapping _mapping;
    private readonly ImmutableArray<(string Format, bool SaysZone)> _formats;

    public CellTimes(LogMapping mapping)
    {
        _mapping = mapping;
        _formats = [.. mapping.TimeFormats.Select(format => (format, SaysZone(format)))];
    }

    /// <summary>Reads a time; the fault names it where it cannot be read.</summary>
    public LineFault? TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        if (!_formats.IsEmpty)
            return TryReadFormatted(text, out ticks);
        var fault = Rfc3339.TryRead(text, out ticks);
        if (fault == TimeFault.None)
            return null;
        if (fault == TimeFault.NoZone && Rfc3339.TryReadWithoutZone(text, out var local) == TimeFault.None)
            return Place(local, text, out ticks);
        return new LineFault(LogDiagnostics.BadTime, -1, [ValueConversion.Excerpt(text)], LogHelp.ForTime(fault));
    }

    private LineFault? TryReadFormatted(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var chars = Encoding.UTF8.GetString(text);
        foreach (var (format, saysZone) in _formats)
        {
            if (saysZone)
            {
                if (DateTimeOffset.TryParseExact(chars, format, _mapping.Culture, DateTimeStyles.None, out var zoned))
                {
                    ticks = zoned.UtcTicks;
                    return null;
                }
            }
            else if (DateTime.TryParseExact(chars, format, _mapping.Culture, DateTimeStyles.None, out var local))
            {
                return Place(local.Ticks, text, out ticks);
            }
        }

        var formats = string.Join("`, `", _mapping.TimeFormats);
        return new LineFault(
            LogDiagnostics.BadTime,
            -1,
            [ValueConversion.Excerpt(text)],
            new LocalizedText($"映射中的时间格式：`{formats}`", $"the mapping writes times as `{formats}`"));
    }

    private LineFault? Place(long localTicks, ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (_mapping.Zone is not { } zone)
            return new LineFault(LogDiagnostics.TimeWithoutZone, -1, [ValueConversion.Excerpt(text)], NameTheZone);
        var local = new DateTime(localTicks, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            return new LineFault(LogDiagnostics.LocalTimeSkipped, -1, [ValueConversion.Excerpt(text), zone.Id], SayTheOffset);
        if (zone.IsAmbiguousTime(local))
            return new LineFault(LogDiagnostics.LocalTimeAmbiguous, -1, [ValueConversion.Excerpt(text), zone.Id], SayTheOffset);
        ticks = localTicks - zone.GetUtcOffset(local).Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? new LineFault(LogDiagnostics.BadTime, -1, [ValueConversion.Excerpt(text)], LogHelp.ForTime(TimeFault.OutOfRange))
            : null;
    }

    /// <exception cref="ArgumentException">The format holds <c>K</c>, which reads texts with and without zone alike.</exception>
    private static bool SaysZone(string format)
    {
        var letters = TimeFormat.WithoutLiterals(format);
        if (letters.Contains('K', StringComparison.Ordinal))
            throw new ArgumentException($"a time format must say `zzz` or no zone, not `K`: `{format}`", nameof(format));
        return letters.Contains('z', StringComparison.Ordinal);
    }
}
