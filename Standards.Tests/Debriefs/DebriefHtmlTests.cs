using System.Xml;
using System.Xml.Linq;
using Standards.Core;
using Standards.Simulator.Debriefs;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Debriefs;

public sealed class DebriefHtmlTests
{
    public static TheoryData<string, string> Samples => DebriefTextTests.Samples;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_page_is_what_it_was(string name, string language) =>
        GoldenFile.AssertEqual($"Debriefs/Golden/{name}.{language}.html", Page(SampleAttempts.Debrief(name), language));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_page_is_whole_and_needs_nothing_else(string name, string language)
    {
        var page = Parse(Page(SampleAttempts.Debrief(name), language));
        Assert.Equal(language == "zh" ? "zh-CN" : "en", page.Root!.Attribute("lang")!.Value);
        Assert.Single(page.Descendants("h1"));
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href");
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.All(page.Descendants("dl"), dl => Assert.Equal(dl.Elements("dt").Count(), dl.Elements("dd").Count()));
    }

    [Fact]
    public void What_people_typed_is_text_and_nothing_else()
    {
        const string Evil = "<script>alert('1')</script>&amp;\" \u001b[31m\u202e";
        var attempt = SampleAttempts.Corrected with
        {
            Trainee = Evil,
            Title = new LocalizedText(Evil, Evil),
            Notes = [new Standards.Simulator.Records.AttemptNote(SampleAttempts.Corrected.Clock, Evil, Evil)],
            Corrections = [.. SampleAttempts.Corrected.Corrections.Select(c => c with { Reason = Evil, Trainer = Evil })],
            Events = [.. SampleAttempts.Corrected.Events.Select(e => e.Say is null ? e : e with { Say = Evil + e.Say, Actor = Evil })],
        };
        var page = Parse(Page(SampleAttempts.Of(attempt, []), "en"));
        Assert.Empty(page.Descendants("script"));
        Assert.Contains(page.Descendants("dd"), d => d.Value.Contains("<script>alert('1')</script>&amp;\"", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', page.Root!.Value);
        Assert.DoesNotContain('\u202e', page.Root.Value);
    }

    private static string Page(Debrief debrief, string language) => new DebriefHtml(language == "zh" ? Language.Zh : Language.En).Of(debrief);

    private static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
