using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Standards.Audit.Diagnostics;
using Standards.Audit.Reading;
using Standards.Core.Diagnostics;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed partial class PageTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
        [.. typeof(LogDiagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (DiagnosticDescriptor)f.GetValue(null)!)];

    public static TheoryData<string> Codes => [.. Descriptors.Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_of_a_code_fails_with_it_and_shows_the_way_out(string code)
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "diagnostics", code + ".md"));
        var descriptor = Descriptors.Single(d => d.Code == code);
        Assert.StartsWith($"# {code}: {descriptor.Name}\n", page, StringComparison.Ordinal);
        var blocks = Fence().Matches(page[page.IndexOf("## Example", StringComparison.Ordinal)..]);
        Assert.Equal(2, blocks.Count);
        if (blocks[0].Groups["language"].Value is "jsonl" or "csv")
            Assert.Equal([code], Read(blocks[0], page));
        if (blocks[1].Groups["language"].Value is "jsonl" or "csv")
            Assert.Empty(Read(blocks[1], page));
    }

    private static IEnumerable<string> Read(Match block, string page)
    {
        var mapping = block.Groups["language"].Value == "jsonl" ? null : new LogMapping
        {
            Case = new MappedCell.Column("id"),
            Zone = page.Contains("zone: Europe/Amsterdam", StringComparison.Ordinal) ? TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam") : null,
            Facts = page.Contains("visitor: who", StringComparison.Ordinal) ? [new("visitor", new MappedCell.Column("who"))] : [],
            Events = [new MappedEvent(new MappedCell.Column("time"), new MappedCell.Column("what"))],
        };
        return ReadLog.Inputs([ReadLog.Input(Encoding.UTF8.GetBytes(block.Groups["text"].Value), "log", mapping)]).Bag.Items.Select(d => d.Code);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Standards.sln")))
            directory = directory.Parent!;
        return directory.FullName;
    }

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
