using System.Reflection;
using System.Text.RegularExpressions;
using Standards.Audit.Diagnostics;
using Standards.Audit.Mapping;
using Standards.Audit.Reading;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Loading;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Audit.Mapping;

public sealed partial class LogMappingReaderTests
{
    private static readonly RuleBook Book = RuleBook.Load(GoldenFile.RepositoryPath("Standards.Tests/Simulator/Fixtures/rules")).RuleBook!;

    public static TheoryData<string> Codes =>
        [.. typeof(MappingDiagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_of_a_code_fails_with_it_and_shows_the_way_out(string code)
    {
        var blocks = Fence().Matches(File.ReadAllText(GoldenFile.RepositoryPath($"docs/diagnostics/{code}.md")).ReplaceLineEndings("\n"));
        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Mistakes(blocks[0].Groups["body"].Value, book: null));
        Assert.Empty(Mistakes(blocks[1].Groups["body"].Value, book: null));
    }

    [Theory]
    [InlineData("case: id\nevents:\n- {at: t, act: a, acts: {x: visitor.arrived}}", "")]
    [InlineData("case: id\nevents:\n- {at: t, act: a, acts: {x: visitor.arived}}", "3:29 ST0201")]
    [InlineData("case: id\nevents:\n- {at: t, act: {constant: visitor.arived}}", "3:27 ST0201")]
    [InlineData("case: id\nprocess: {constant: complain}\nevents:\n- {at: t, act: a}", "2:21 ST0210")]
    [InlineData("case: id\nfacts: {desk.ocupied: c}\nevents:\n- {at: t, act: a}", "2:9 ST0202")]
    [InlineData("case: id\nevents:\n- {at: t, act: a, data: {visitr: c}}", "3:26 ST0202")]
    [InlineData("events:\n- {at: t, act: a}", "1:1 ST0121")]
    [InlineData("case: id", "1:1 ST0121")]
    [InlineData("case: id\nevents: []", "2:9 ST0125")]
    [InlineData("case: id\nevents:\n- {act: a}", "3:3 ST0121")]
    [InlineData("case: id\nevents:\n- {at: t, act: a, wen: {x: y}}", "3:19 ST0122")]
    [InlineData("case: [id]\nevents:\n- {at: t, act: a}", "1:7 ST0945")]
    [InlineData("- case: id", "1:1 ST0123")]
    public void A_mistake_is_told_at_its_place(string yaml, string expected) =>
        Assert.Equal(expected, string.Join("; ", Diagnostics(yaml, Book).Select(d => $"{d.Span.Line}:{d.Span.Column} {d.Code}")));

    [Fact]
    public void Every_key_comes_to_its_place()
    {
        var bag = new DiagnosticBag();
        var mapping = LogMappingReader.Read(SourceFile.FromText("map.yaml", """
            delimiter: "\t"
            encoding: gb18030
            trim: true
            zone: Asia/Shanghai
            times: [d-M-yyyy H:mm, yyyy-MM-dd HH:mm:ss zzz]
            culture: nl-NL
            case: id
            process: {constant: complaint}
            facts:
              desk.occupied: {column: busy, values: {ja: 'true', nee: 'false'}}
            events:
            - at: when
              act: what
              acts: {arrival: visitor.arrived}
              when: {kind: [visit, call]}
              optional: true
              actor: who
              role: {constant: staff}
              say: words
              data: {visitor: name}
            """), Book, bag);
        Assert.Equal(0, bag.Count);
        Assert.NotNull(mapping);
        Assert.Equal(('\t', "gb18030", true, "nl-NL"), (mapping.Delimiter, mapping.Encoding, mapping.Trim, mapping.Culture.Name));
        Assert.Equal(TimeSpan.FromHours(8), mapping.Zone!.BaseUtcOffset);
        Assert.Equal(["d-M-yyyy H:mm", "yyyy-MM-dd HH:mm:ss zzz"], mapping.TimeFormats.AsEnumerable());
        Assert.Equal(new MappedCell.Constant("complaint"), mapping.Process);
        var fact = Assert.IsType<MappedCell.Column>(Assert.Single(mapping.Facts).Cell);
        Assert.Equal("true", fact.Values["ja"]);
        var mapped = Assert.Single(mapping.Events);
        Assert.Equal("visitor.arrived", Assert.IsType<MappedCell.Column>(mapped.Act).Values["arrival"]);
        Assert.True(mapped.Optional);
        Assert.Equal(["call", "visit"], Assert.Single(mapped.When).Values.Order(StringComparer.Ordinal));
        Assert.Equal(new MappedCell.Constant("staff"), mapped.Role);
        Assert.Equal("visitor", Assert.Single(mapped.Data).Name);
    }

    [Fact]
    public void The_mapping_in_the_documentation_can_be_read()
    {
        var page = File.ReadAllText(GoldenFile.RepositoryPath("docs/logs.md")).ReplaceLineEndings("\n");
        var block = Fence().Matches(page).Select(m => m.Groups["body"].Value).Single(b => b.Contains("delimiter:", StringComparison.Ordinal));
        Assert.Empty(Mistakes(block, book: null));
    }

    private static IEnumerable<string> Mistakes(string yaml, RuleBook? book) => Diagnostics(yaml, book).Select(d => d.Code).Distinct();

    private static IEnumerable<Diagnostic> Diagnostics(string yaml, RuleBook? book)
    {
        var bag = new DiagnosticBag();
        var mapping = LogMappingReader.Read(SourceFile.FromText("map.yaml", yaml), book, bag);
        Assert.Equal(bag.HasErrors, mapping is null);
        return bag.ToSorted();
    }

    [GeneratedRegex("```yaml[^\n]*\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
