using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Standards.Tests.Time;

/// <summary>The pages of the ST04xx diagnostics, run by the parsers of this folder alone.</summary>
public sealed partial class TimeDiagnosticPageTests
{
    public static TheoryData<string> Codes() => [.. Descriptors().Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_an_example_that_fails_with_its_code_and_one_that_does_not(string code)
    {
        var page = File.ReadAllText(Path.Combine(Folder(), code + ".md"));
        var descriptor = Descriptors().Single(d => d.Code == code);
        Assert.StartsWith($"# {code}: {descriptor.Name}\n", page, StringComparison.Ordinal);
        var blocks = Block().Matches(page).Select(match => match.Groups["yaml"].Value).ToArray();
        Assert.Equal(2, blocks.Length);
        Assert.Equal([code], Run(blocks[0]));
        Assert.Empty(Run(blocks[1]));
    }

    [Fact]
    public void There_is_no_page_without_its_diagnostic() => Assert.Equal(
        Descriptors().Select(d => d.Code).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder(), "ST04*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_message_begins_small_and_ends_without_a_period() => Assert.All(Descriptors(), descriptor =>
    {
        Assert.False(char.IsUpper(descriptor.Message.En[0]));
        Assert.DoesNotContain(descriptor.Message.En[^1], ".!");
        Assert.DoesNotContain(descriptor.Message.Zh[^1], "。！");
    });

    private static IEnumerable<string> Run(string yaml)
    {
        var bag = new DiagnosticBag();
        var root = CalendarYaml.Parse(yaml);
        foreach (var norm in CalendarYaml.Items(root, "norms"))
            ParseNorm(norm, bag);
        if (!CalendarYaml.Has(root, "norms") && CalendarYaml.Read(root, bag) is { } definition)
        {
            WorkingCalendar.TryCreate(definition, out _, out var problems);
            foreach (var problem in problems)
                bag.Report(problem);
        }

        return bag.ToSorted().Select(d => d.Code);
    }

    private static void ParseNorm(YamlMappingNode norm, DiagnosticBag bag)
    {
        if (CalendarYaml.Has(norm, "within"))
            DeadlineParser.Parse(CalendarYaml.Scalar(norm, "within"), TimeFixtures.SpanAt, bag);
        if (CalendarYaml.Has(norm, "during"))
            ScheduleParser.Parse(CalendarYaml.Scalar(norm, "during"), TimeFixtures.SpanAt, bag);
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() =>
        typeof(TimeDiagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "diagnostics");

    [GeneratedRegex("```yaml\n(?<yaml>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
