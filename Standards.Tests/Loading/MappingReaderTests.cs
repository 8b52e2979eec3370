using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Loading;

public sealed class MappingReaderTests
{
    private static readonly LocalizedText Norm = new("规范", "norm");

    private enum Level
    {
        Minor,
        Major,
    }

    /// <summary>Text, the mistakes as code:line:column, in order.</summary>
    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "id: x\n", "" },
        { "title: y\n", "ST0121:1:1" },
        { "id:\ntitle: y\n", "ST0121:1:1" },
        { "id: ''\n", "ST0125:1:5" },
        { "id: [x]\n", "ST0123:1:5" },
        { "id: {a: b}\n", "ST0123:1:5" },
        { "id: x\ntitle: [a]\n", "ST0123:2:8" },
        { "id: x\ntitle: {zh: 好, en: good}\n", "" },
        { "id: x\ntitle: {zh: 好}\n", "" },
        { "id: x\ntitle: {zh: 好, fr: bon}\n", "ST0122:2:16" },
        { "id: x\ntitle: {}\n", "ST0125:2:8" },
        { "id: x\ntitle: {zh: [a]}\n", "ST0123:2:13" },
        { "id: x\nclause: LF.1\n", "" },
        { "id: x\nclause: [LF.1, LF.2]\n", "" },
        { "id: x\nclause: [LF.1, [LF.2], ~]\n", "ST0123:2:16 ST0123:2:24" },
        { "id: x\nclause: {a: b}\n", "ST0123:2:9" },
        { "id: x\nclause: [LF.1, a: b]\n", "ST0123:2:16" },
        { "id: x\ncount: 3\n", "" },
        { "id: x\ncount: 0x1F\n", "" },
        { "id: x\ncount: 3.5\n", "ST0123:2:8" },
        { "id: x\ncount: '3'\n", "ST0123:2:8" },
        { "id: x\ncount: three\n", "ST0123:2:8" },
        { "id: x\ncount: 99999999999999999999\n", "ST0126:2:8" },
        { "id: x\nratio: 3\n", "" },
        { "id: x\nratio: 3.5e-1\n", "" },
        { "id: x\nratio: .inf\n", "ST0123:2:8" },
        { "id: x\nratio: 1e999\n", "ST0126:2:8" },
        { "id: x\nratio: half\n", "ST0123:2:8" },
        { "id: x\nurgent: true\n", "" },
        { "id: x\nurgent: yes\n", "ST0123:2:9" },
        { "id: x\nurgent: 1\n", "ST0123:2:9" },
        { "id: x\nseverity: major\n", "" },
        { "id: x\nseverity: mayor\n", "ST0124:2:11" },
        { "id: x\nseverity: Major\n", "ST0124:2:11" },
        { "id: x\nitems: [1]\n", "" },
        { "id: x\nitems: one\n", "ST0123:2:8" },
        { "id: x\nitems: {a: 1}\n", "ST0123:2:8" },
        { "id: x\nwithin: {max: 3}\n", "" },
        { "id: x\nwithin: 3 min\n", "ST0123:2:9" },
        { "id: x\nwithin: {most: 3}\n", "ST0122:2:10" },
        { "id: x\nsevrity: major\n", "ST0122:2:1" },
        { "ID: x\n", "ST0121:1:1 ST0122:1:1" },
        { "id: x\nwhatever: major\nelse: 2\n", "ST0122:2:1 ST0122:3:1" },
        { "id: [x]\ncount: y\nurgent: z\nfoo: 1\n", "ST0123:1:5 ST0123:2:8 ST0123:3:9 ST0122:4:1" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_mistake_in_the_shape_gets_its_code_and_its_place(string text, string expected)
    {
        var (diagnostics, _) = ReadNorm(text);
        Assert.Equal(expected, string.Join(' ', diagnostics.Select(d => $"{d.Code}:{d.Span.Line}:{d.Span.Column}")));
    }

    [Fact]
    public void The_messages_of_wrong_shapes_read_as_reviewed()
    {
        var golden = new StringBuilder();
        foreach (var text in Shapes.Select(c => (string)c[0]))
        {
            var source = SourceFile.FromText("norms/desk.yaml", text);
            foreach (var language in new[] { Language.En, Language.Zh })
                golden.Append(new DiagnosticRenderer(_ => source, RenderOptions.Default with { Language = language }).Render(ReadNorm(text).Diagnostics));
        }

        GoldenFile.AssertEqual("Loading/Golden/wrong-shapes.txt", golden.ToString());
    }

    [Fact]
    public void Values_come_in_the_type_that_was_asked_for()
    {
        var reader = Reader("id: 1.10\ncount: -3\nratio: 2\nurgent: False\nseverity: major\nclause: [a, 'b']\ntitle: {zh: 好}\ndate: 2026-03-02\nold: 0o17\nnone: ~\n", new DiagnosticBag());
        Assert.Equal("1.10", reader.RequiredString("id"));
        Assert.Equal(-3, reader.OptionalInt("count"));
        Assert.Equal(2.0, reader.OptionalDouble("ratio"));
        Assert.False(reader.OptionalBool("urgent"));
        Assert.Equal(Level.Major, reader.OneOf("severity", [("minor", Level.Minor), ("major", Level.Major)]));
        Assert.Equal(["a", "b"], reader.StringOrList("clause").Select(s => s.Value));
        Assert.Equal(new LocalizedText("好", ""), reader.Localized("title"));
        Assert.Equal(YamlScalarKind.Text, reader.Scalar("date")!.Kind);
        Assert.Equal(15, reader.OptionalInt("old"));
        Assert.True(reader.Has("none"));
        Assert.Null(reader.Node("none"));
        reader.Finish();
        Assert.False(reader.HasErrors);
    }

    [Fact]
    public void What_is_absent_reads_as_absent()
    {
        var diagnostics = new DiagnosticBag();
        var reader = Reader("id: x\n", diagnostics);
        Assert.Null(reader.OptionalString("a"));
        Assert.Null(reader.OptionalInt("b"));
        Assert.Null(reader.OptionalBool("c"));
        Assert.Null(reader.OptionalDouble("d"));
        Assert.Null(reader.Sequence("e"));
        Assert.Null(reader.Mapping("f"));
        Assert.Null(reader.Localized("g"));
        Assert.Null(reader.OneOf("h", ["x"]));
        Assert.Empty(reader.StringOrList("i"));
        Assert.Equal(0, diagnostics.Count);
    }

    [Theory]
    [InlineData("", YamlScalarKind.Null)]
    [InlineData("~", YamlScalarKind.Null)]
    [InlineData("null", YamlScalarKind.Null)]
    [InlineData("nULL", YamlScalarKind.Text)]
    [InlineData("true", YamlScalarKind.Bool)]
    [InlineData("FALSE", YamlScalarKind.Bool)]
    [InlineData("yes", YamlScalarKind.Text)]
    [InlineData("on", YamlScalarKind.Text)]
    [InlineData("12", YamlScalarKind.Int)]
    [InlineData("-0012", YamlScalarKind.Int)]
    [InlineData("0o17", YamlScalarKind.Int)]
    [InlineData("0xFf", YamlScalarKind.Int)]
    [InlineData("0b1", YamlScalarKind.Text)]
    [InlineData("1_000", YamlScalarKind.Text)]
    [InlineData("12:30", YamlScalarKind.Text)]
    [InlineData("1.", YamlScalarKind.Float)]
    [InlineData(".5", YamlScalarKind.Float)]
    [InlineData("1e3", YamlScalarKind.Float)]
    [InlineData("-.inf", YamlScalarKind.Float)]
    [InlineData(".NaN", YamlScalarKind.Float)]
    [InlineData(".", YamlScalarKind.Text)]
    [InlineData("1.2.3", YamlScalarKind.Text)]
    [InlineData("2026-03-02", YamlScalarKind.Text)]
    [InlineData("３", YamlScalarKind.Text)]
    public void Plain_scalars_are_what_the_core_schema_says(string value, YamlScalarKind kind)
    {
        Assert.Equal(kind, new YamlScalar(SourceSpan.None, value).Kind);
        Assert.Equal(YamlScalarKind.Text, new YamlScalar(SourceSpan.None, value, YamlScalarStyle.DoubleQuoted).Kind);
        Assert.Equal(YamlScalarKind.Text, new YamlScalar(SourceSpan.None, value, tag: "tag:yaml.org,2002:str").Kind);
    }

    [Theory]
    [InlineData("[1]", "list")]
    [InlineData("text", "text")]
    public void A_file_of_another_shape_is_a_mistake(string text, string found)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(YamlReader.ReadMapping(SourceFile.FromText("x.yaml", text), LoadLimits.Default, diagnostics));
        var diagnostic = Assert.Single(diagnostics.ToSorted());
        Assert.Equal($"expected a mapping, found a {found}", diagnostic.Message(Language.En));
    }

    private static (IReadOnlyCollection<Diagnostic> Diagnostics, MappingReader Reader) ReadNorm(string text)
    {
        var diagnostics = new DiagnosticBag();
        var reader = Reader(text, diagnostics);
        reader.RequiredString("id");
        reader.Localized("title");
        reader.StringOrList("clause");
        reader.OptionalInt("count");
        reader.OptionalDouble("ratio");
        reader.OptionalBool("urgent");
        reader.OneOf("severity", [("minor", Level.Minor), ("major", Level.Major)]);
        reader.Sequence("items");
        if (reader.Within("within", new LocalizedText("期限", "deadline")) is { } within)
        {
            within.OptionalInt("max");
            within.Finish();
        }

        reader.Finish();
        return (diagnostics.ToSorted(), reader);
    }

    private static MappingReader Reader(string text, DiagnosticBag diagnostics)
    {
        var root = YamlReader.ReadMapping(SourceFile.FromText("norms/desk.yaml", text), LoadLimits.Default, diagnostics);
        return new MappingReader(root!, diagnostics, Norm);
    }
}
