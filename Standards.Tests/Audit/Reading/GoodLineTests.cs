using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class GoodLineTests
{
    private const string Head = """{"case":"C1","at":"2026-03-02T09:00:12.250+08:00","act":"visitor.arrived" """;

    public static TheoryData<string, string> Lines => new()
    {
        { Head + "}", "" },
        { Head + ""","process":"busy-desk"}""", " process=0" },
        { Head + ""","process":"other"}""", " process=-2" },
        { Head + ""","process":null,"actor":null,"data":null}""", "" },
        { Head + ""","actor":"visitor:B","role":"visitor","say":"你好 \u4f60 \ud83d\ude00 \"\\\/\b"}""", " actor=visitor:B role=visitor say=你好 你 😀 \"\\/\b" },
        { Head + ""","unknown":{"deep":[1,{"x":null}],"y":-1.5e-7},"data":{}}""", "" },
        { Head + ""","data":{"desk":{"occupied":true,"owner":{"name":"B"}}}}""", " desk.occupied=Bool:true desk.owner.name=String:B" },
        { Head + ""","data":{"desk.occupied":false}}""", " desk.occupied=Bool:false" },
        { Head + ""","data":{"urgent":null,"visitor":"B"}}""", " visitor=String:B" },
        { Head + ""","data":{"amount":54.20}}""", " amount=Double:54.2" },
        { Head + ""","data":{"amount":-0.5e3}}""", " amount=Double:-500" },
        { Head + ""","data":{"amount":7}}""", " amount=Double:7" },
        { Head + ""","data":{"amount":0.30000000000000004}}""", " amount=Double:0.30000000000000004" },
        { Head + ""","data":{"rings":-9223372036854775808}}""", " rings=Int:-9223372036854775808" },
        { Head + ""","data":{"due":"2026-03-02T09:00:00Z","waited":"1h30m"}}""", " due=Timestamp:2026-03-02T09:00:00.000Z waited=Duration:01:30:00" },
        { Head + ""","data":{"tags":["a",1,2.5,true,null,["b"]]}}""", " tags=List:[a, 1, 2.5, true, null, [b]]" },
        { Head + ""","data":{"form":{"id":3,"open":true}}}""", " form=Map:{id: 3, open: true} form.id=Int:3" },
        { Head.Replace("C1", "C\\u0031", StringComparison.Ordinal) + "}", "" },
        { """ { "act" : "visitor.arrived" , "at" : "2026-03-02T01:00:12.2500000Z" , "case" : "C1" } """, "" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_means_the_same_alone_and_after_its_shape_was_learned(string line, string rest)
    {
        var expected = "C1 2026-03-02T01:00:12.250Z act=1" + rest;
        var outcome = ReadLog.Text($"{line}\n{line}\n{line}\n");
        Assert.DoesNotContain(outcome.Diagnostics, d => !d.Contains("ST0914", StringComparison.Ordinal));
        Assert.Equal([$"0:1 {expected}", $"0:2 {expected}", $"0:3 {expected}"], outcome.Events);
    }

    [Fact]
    public void An_unknown_act_is_told_once_with_the_name_that_was_meant()
    {
        const string line = """{"case":"C1","at":"2026-03-02T01:00:12Z","act":"visitor.arived"}""";
        var outcome = ReadLog.Text($"{line}\n{line}\n{line}\n");
        Assert.Equal(["log.jsonl:1 ST0913 no pack knows the act `visitor.arived` | did you mean `visitor.arrived` or `visitor.served`?"], outcome.Diagnostics);
        Assert.Equal(3, outcome.Events.Length);
        Assert.All(outcome.Events, e => Assert.Contains("act=-1", e, StringComparison.Ordinal));
        Assert.False(outcome.Bag.HasErrors);
    }

    [Fact]
    public void What_no_norm_reads_is_checked_and_skipped()
    {
        var schema = new Standards.Rules.Evaluation.EventSchema(["case.facts", "visitor.arrived"], [], [new("amount", Standards.Core.Values.ValueKind.Bool, IsRead: false), new("visitor", Standards.Core.Values.ValueKind.String)], needsSay: false, needsActor: false);
        var line = Head + ""","actor":"a","role":"r","say":"hi","data":{"visitor":"B","amount":1}}""";
        var outcome = ReadLog.Bytes(System.Text.Encoding.UTF8.GetBytes($"{line}\n{line}\n{line.Replace("\"a\"", "5", StringComparison.Ordinal)}\n"), schema: schema);
        Assert.Equal(["0:1 C1 2026-03-02T01:00:12.250Z act=1 role=r visitor=String:B", "0:2 C1 2026-03-02T01:00:12.250Z act=1 role=r visitor=String:B"], outcome.Events);
        Assert.Equal(["log.jsonl:3:84 ST0905 `actor` must be of type string, and is of type number"], outcome.Diagnostics);
    }
}
