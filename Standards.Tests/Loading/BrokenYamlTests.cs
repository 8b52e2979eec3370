using System.Collections.Immutable;
using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Loading;

/// <summary>Every mistake in YAML that we know authors to make, with the code and the place it must get.</summary>
public sealed class BrokenYamlTests
{
    /// <summary>Text, code, line, column.</summary>
    public static readonly TheoryData<string, string, int, int> Cases = new()
    {
        { "a:\n\tb: 1\n", "ST0102", 2, 1 },
        { "norms:\n  - id: x\n\t  on: y\n", "ST0102", 3, 1 },
        { "a:\n  b: 1\n  \tc: 2\n", "ST0102", 3, 3 },
        { "a:\n\n  # why\n\tb: 1\n", "ST0102", 4, 1 },
        { "a: 'x\nb: 1\n", "ST0103", 1, 4 },
        { "a: 'x\nb: |\n  1\n  \t2\n", "ST0103", 1, 4 },
        { "a: \"x\nb: 1\n", "ST0103", 1, 4 },
        { "a: 'x\nb: 'y'\n", "ST0103", 1, 4 },
        { "a: \"x\n---\nb: 1\n", "ST0103", 1, 4 },
        { "a: [1, 2\nb: 3\n", "ST0104", 1, 4 },
        { "a: [1\n", "ST0104", 1, 4 },
        { "- [a\n- b\n", "ST0104", 1, 3 },
        { "a: {x: 1, y\n", "ST0104", 1, 4 },
        { "a: {x: 1]\n", "ST0104", 1, 4 },
        { "a: {x: 1 y: 2}\n", "ST0104", 1, 4 },
        { "a: {zh: 到访, en: [x}\nb: 1\n", "ST0104", 1, 17 },
        { "a:\n  b: 1\n c: 2\n", "ST0105", 3, 1 },
        { "a:\n  - 1\n - 2\n", "ST0105", 3, 1 },
        { "a: 1\n  b: 2\n", "ST0105", 2, 1 },
        { "- a\nb: 1\n", "ST0105", 2, 1 },
        { "a: 1\n- b\n", "ST0105", 2, 1 },
        { "a: |\n  t\n b: 1\n", "ST0105", 3, 1 },
        { "- id: a\n  on: b\n   per: c\n", "ST0105", 3, 1 },
        { "a\nb: 1\n", "ST0106", 1, 1 },
        { "a: 1\nb\nc: 2\n", "ST0106", 2, 1 },
        { "a: 1\nb\n", "ST0106", 2, 1 },
        { "- id: a\n  on\n  per: c\n", "ST0106", 2, 3 },
        { "a: b: c\n", "ST0107", 1, 5 },
        { "- id: x\n  title: he said: hello\n", "ST0107", 2, 17 },
        { "a: \"x\" y\n", "ST0108", 1, 8 },
        { "a: 'it''s' x\n", "ST0108", 1, 12 },
        { "a: @x\n", "ST0109", 1, 4 },
        { "a: `x`\n", "ST0109", 1, 4 },
        { "a: %x\n", "ST0109", 1, 4 },
        { "a: *\n", "ST0109", 1, 4 },
        { "a: &\n", "ST0109", 1, 4 },
        { "a: \"x\\qy\"\n", "ST0110", 1, 6 },
        { "a: \"\\d+\"\n", "ST0110", 1, 5 },
        { "a: \"\\uD800\"\n", "ST0110", 1, 5 },
        { "a: \"\\U00110000\"\n", "ST0110", 1, 5 },
        { "a: \"\\x4\"\n", "ST0110", 1, 5 },
        { "a: 1\nb: 2\na: 3\n", "ST0111", 3, 1 },
        { "a: 1\n\"a\": 3\n", "ST0111", 2, 1 },
        { "- {x: 1, x: 2}\n", "ST0111", 1, 10 },
        { "a: 1\n---\nb: 2\n", "ST0112", 2, 1 },
        { "a: 1\n...\nb: 2\n", "ST0112", 3, 1 },
        { "a: &x {b: 1}\nc:\n  <<: *x\n", "ST0113", 3, 3 },
        { "a: *x\n", "ST0114", 1, 4 },
        { "a: *x\nb: &x 1\n", "ST0114", 1, 4 },
        { "a: &x [1, *x]\n", "ST0115", 1, 11 },
        { "[a, b]: c\n", "ST0116", 1, 1 },
        { "? [a]\n: x\n", "ST0116", 1, 3 },
        { "{a: b}: c\n", "ST0116", 1, 1 },
        { "a: &x 1\n*x : 3\n", "ST0116", 2, 1 },
        { ": 1\n", "ST0116", 1, 1 },
        { "a: !important x\n", "ST0117", 1, 4 },
        { "a: &x !foo [1]\n", "ST0117", 1, 7 },
        { "", "ST0118", 0, 0 },
        { "# only a comment\n", "ST0118", 0, 0 },
        { "---\n...\n", "ST0118", 0, 0 },
        { "~\n", "ST0118", 0, 0 },
        { "a: x\0y\n", "ST0119", 1, 5 },
        { "a: 1\nb: \u0007\n", "ST0119", 2, 4 },
        { "a: x\u2028b: 1\n", "ST0119", 1, 5 },
        { "a: 1\n\uFEFFb: 1\n", "ST0119", 2, 1 },
        { "a: - b\n", "ST0120", 1, 4 },
        { "a: }\n", "ST0120", 1, 4 },
        { "a: [1,,2]\n", "ST0120", 1, 7 },
        { "a: , b\n", "ST0120", 1, 4 },
        { "a: |0\n  x\n", "ST0101", 1, 4 },
        { "a: !<\n", "ST0101", 1, 4 },
        { "%YAML 7.0\n---\na: 1\n", "ST0101", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_in_yaml_gets_its_code_and_its_place(string text, string code, int line, int column)
    {
        var diagnostic = Assert.Single(Mistakes(text));
        Assert.Equal((code, line, column), (diagnostic.Code, diagnostic.Span.Line, diagnostic.Span.Column));
    }

    [Fact]
    public void The_messages_of_broken_yaml_read_as_reviewed()
    {
        var golden = new StringBuilder();
        foreach (var text in Cases.Select(c => (string)c[0]))
        {
            var source = SourceFile.FromText("norms/desk.yaml", text);
            foreach (var language in new[] { Language.En, Language.Zh })
            {
                var renderer = new DiagnosticRenderer(_ => source, RenderOptions.Default with { Language = language });
                golden.Append(renderer.Render(Mistakes(text)));
            }

            golden.Append('\n');
        }

        GoldenFile.AssertEqual("Loading/Golden/broken-yaml.txt", golden.ToString());
    }

    [Fact]
    public void Tabs_inside_texts_and_blocks_are_no_mistake() =>
        Assert.Empty(Mistakes("a: |\n  x\n  \ty\nb:\t1\nc: 'x\ty'\n"));

    [Fact]
    public void A_duplicate_key_keeps_its_first_value_and_the_rest_of_the_file()
    {
        var diagnostics = new DiagnosticBag();
        var root = YamlReader.ReadMapping(SourceFile.FromText("x.yaml", "a: 1\na: 2\nb: 3\n"), LoadLimits.Default, diagnostics);
        Assert.Equal(["a=1", "b=3"], root!.Entries.Select(e => $"{e.Key}={e.Value}"));
    }

    private static ImmutableArray<Diagnostic> Mistakes(string text)
    {
        var diagnostics = new DiagnosticBag();
        YamlReader.Read(SourceFile.FromText("norms/desk.yaml", text), LoadLimits.Default, diagnostics);
        return diagnostics.ToSorted();
    }
}
