using System.Globalization;
using System.Text;

namespace Standards.Tests.Audit.Reading;

/// <summary>Lines that are mostly right, of a few shapes with many kinds of values.</summary>
internal sealed class LineGenerator(Random random)
{
    private static readonly string[] Texts =
    [
        "a", "", "visitor.arrived", "visitor.served", "complaint.graded.by.a.long.name", "complaint.graded.by.a.long.nama", "busy-desk", "ten-norms",
        "你好", "exactly sixteen.", "seventeen letters", "a text that is longer than thirty-two bytes, 😀 and so on", "esc\\n\\u4f60", "\\ud83d\\ude00", "\\udc00", "tab\\t",
    ];

    private static readonly string[] Times =
    [
        "2026-03-02T01:00:12.250Z", "2026-03-02T23:59:59.999Z", "2024-02-29T00:00:00.000Z", "2025-02-29T00:00:00.000Z", "2026-03-02T01:00:12Z",
        "2026-03-02T01:00:12.25+08:00", "2026-03-02T01:00:12.12345678-09:30", "2026-03-02T01:00:12.250", "2026-03-02T24:00:00.000Z",
        "2026-03-02T19:60:00.000Z", "2026-03-02T29:00:00.000Z", "2026-03-02t01:00:12.250z", "0001-01-01T00:00:00.000+14:00", "9999-12-31T23:59:59.999Z", "2026-00-02T01:00:12.250Z",
    ];

    private static readonly string[] Tokens =
    [
        "0", "-0", "1", "12", "-7", "54.20", "0.5", "00.5", "01", "1.", ".5", "1e3", "1E-2", "1.5e400", "12345678", "123456789.123", "9223372036854775807",
        "9223372036854775808", "true", "false", "null", "tru", "nul", "1 ", "\"1\"", "{}", "[]", "[1,\"a\"]", "{\"x\":1}",
    ];

    public byte[] Next()
    {
        var fields = new List<string>
        {
            $"\"case\":{Case()}",
            $"\"at\":\"{Pick(Times, 2)}\"",
            $"\"act\":\"{Texts[2 + random.Next(4)]}\"",
        };
        if (random.Next(2) == 0)
            fields.Add($"\"process\":\"{Texts[6 + random.Next(2)]}\"");
        if (random.Next(4) == 0)
            fields.Add($"\"{Texts[random.Next(8) == 0 ? 8 : 0]}\":{Token()}");
        if (random.Next(4) == 0)
            fields.Add($"\"say\":{Text()},\"role\":{Text()},\"actor\":{Text()}");
        if (random.Next(3) > 0)
            fields.Add($"\"data\":{{{Data()}}}");
        if (random.Next(10) == 0)
            fields.Reverse();
        if (random.Next(30) == 0)
            fields.RemoveAt(random.Next(fields.Count));
        var comma = random.Next(10) == 0 ? " , " : ",";
        return Encoding.UTF8.GetBytes("{" + string.Join(comma, fields) + "}");
    }

    private string Data() => random.Next(8) switch
    {
        0 => $"\"visitor\":{Text()},\"urgent\":{Token()}",
        1 => $"\"desk\":{{\"occupied\":true,\"owner\":{{\"name\":{Text()}}}}}",
        2 => $"\"rings\":{Token()},\"amount\":{Token()}",
        3 => $"\"amount\":{random.Next(200)}.{random.Next(1000)},\"rings\":{random.Next(9)}",
        4 => $"\"due\":\"{Pick(Times, 3)}\",\"waited\":\"{(random.Next(4) == 0 ? "soon" : "1h30m")}\"",
        5 => $"\"form\":{Token()},\"tags\":{Token()}",
        6 => $"\"desk.occupied\":{Token()},\"desk\":{{\"occupied\":{Token()}}}",
        _ => $"\"other\":{Token()},\"visitor\":{Text()}",
    };

    private string Case() => random.Next(10) == 0 ? Text() : string.Create(CultureInfo.InvariantCulture, $"\"C{random.Next(50):0000000}\"");

    private string Text() => random.Next(15) == 0 ? Token() : $"\"{Texts[random.Next(Texts.Length)]}\"";

    private string Token() => Tokens[random.Next(Tokens.Length)];

    private string Pick(string[] from, int oneInRest) => random.Next(oneInRest) == 0 ? from[random.Next(from.Length)] : from[0];
}
