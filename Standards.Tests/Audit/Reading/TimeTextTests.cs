using System.Globalization;
using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("2026-03-02T09:00:12Z", "2026-03-02T09:00:12.0000000Z")]
    [InlineData("2026-03-02t09:00:12z", "2026-03-02T09:00:12.0000000Z")]
    [InlineData("2026-03-02 09:00:12+08:00", "2026-03-02T01:00:12.0000000Z")]
    [InlineData("2026-03-02T09:00:12.2-00:30", "2026-03-02T09:30:12.2000000Z")]
    [InlineData("2026-03-02T09:00:12.1234567Z", "2026-03-02T09:00:12.1234567Z")]
    [InlineData("2026-03-02T09:00:12.12345678999999999999999999Z", "2026-03-02T09:00:12.1234567Z")]
    [InlineData("2026-03-02T00:00:00+23:59", "2026-03-01T00:01:00.0000000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.0000000Z")]
    public void A_time_is_read_to_the_instant(string text, string expected)
    {
        Assert.Equal(TimeFault.None, Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out var ticks));
        Assert.Equal(expected, new DateTime(ticks, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00Z", nameof(TimeFault.Malformed))]
    [InlineData("2026-3-02T09:00:00Z", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:12.Z", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:12,5Z", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:12+0800", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:12 Z", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:12ZZ", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:1:Z", nameof(TimeFault.Malformed))]
    [InlineData("2026-03-02T09:00:12", nameof(TimeFault.NoZone))]
    [InlineData("2026-03-02T09:00:12.5", nameof(TimeFault.NoZone))]
    [InlineData("2026-06-30T23:59:60Z", nameof(TimeFault.LeapSecond))]
    [InlineData("2026-06-30T23:59:61Z", nameof(TimeFault.OutOfRange))]
    [InlineData("2026-02-29T00:00:00Z", nameof(TimeFault.OutOfRange))]
    [InlineData("2026-02-00T00:00:00Z", nameof(TimeFault.OutOfRange))]
    [InlineData("0000-01-01T00:00:00Z", nameof(TimeFault.OutOfRange))]
    [InlineData("2026-03-02T24:00:00Z", nameof(TimeFault.OutOfRange))]
    [InlineData("2026-03-02T00:00:00+24:00", nameof(TimeFault.OutOfRange))]
    [InlineData("2026-03-02T00:00:00+08:60", nameof(TimeFault.OutOfRange))]
    [InlineData("0001-01-01T00:00:00+00:01", nameof(TimeFault.OutOfRange))]
    [InlineData("9999-12-31T23:59:59-00:01", nameof(TimeFault.OutOfRange))]
    public void A_bad_time_says_why(string text, string fault)
    {
        Assert.Equal(fault, Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out var ticks).ToString());
        Assert.Equal(0, ticks);
    }

    [Fact]
    public unsafe void The_common_form_agrees_with_the_general_one()
    {
        var random = new Random(5);
        var cache = new TimestampCache();
        for (var i = 0; i < 50_000; i++)
        {
            var at = new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc);
            var text = Encoding.ASCII.GetBytes(at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z\"'", CultureInfo.InvariantCulture)).Concat(new byte[64]).ToArray();
            if (i % 3 == 0)
                text[random.Next(25)] = (byte)"0123456789-:.TZ\" a"[random.Next(18)];
            var general = Rfc3339.TryRead(text.AsSpan(0, 24), out var expected);
            fixed (byte* p = text)
            {
                var common = cache.TryReadCommon(p, out var ticks);
                Assert.True(common || i % 3 == 0);
                if (common)
                {
                    Assert.Equal(TimeFault.None, general);
                    Assert.Equal(expected, ticks);
                }
            }
        }
    }

    [Theory]
    [InlineData("90s", 900_000_000)]
    [InlineData("1h30m", 54_000_000_000)]
    [InlineData("1.5s", 15_000_000)]
    [InlineData("-2ms", -20_000)]
    [InlineData("3us", 30)]
    [InlineData("250ns", 2)]
    [InlineData("0s", 0)]
    public void A_duration_is_read(string text, long ticks)
    {
        Assert.True(DurationText.TryRead(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal(ticks, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("90")]
    [InlineData("s")]
    [InlineData("1d")]
    [InlineData("1h 30m")]
    [InlineData("1.h")]
    [InlineData(".5h")]
    [InlineData("1..5h")]
    [InlineData("--1s")]
    [InlineData("99999999999999999999h")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(DurationText.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
