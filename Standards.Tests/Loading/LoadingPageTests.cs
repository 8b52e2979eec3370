using System.Reflection;
using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Loading;

/// <summary>The pages of ST00xx and ST01xx: each kind has one, its example fails with that code alone, and the way out does not.</summary>
public sealed partial class LoadingPageTests
{
    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var type in new[] { typeof(LoadingDiagnostics), typeof(YamlDiagnostics) })
            {
                foreach (var member in type.GetFields(BindingFlags.Public | BindingFlags.Static))
                {
                    if (member.GetValue(null) is DiagnosticDescriptor descriptor)
                        kinds.Add(descriptor.Code, descriptor.Name);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_page_whose_example_fails_with_it(string code, string name)
    {
        var page = File.ReadAllText(GoldenFile.RepositoryPath($"docs/diagnostics/{code}.md")).ReplaceLineEndings("\n");
        Assert.StartsWith($"# {code}: {name}\n\n", page, StringComparison.Ordinal);
        var blocks = Block().Matches(page);
        Assert.Equal(["Example", "Instead"], blocks.Select(b => b.Groups["title"].Value));

        // What is wrong with a directory or with bytes is told, not run.
        if (blocks[0].Groups["language"].Value == "text")
            return;
        Assert.Equal([code], Codes(blocks[0].Groups["body"].Value));
        Assert.Empty(Codes(blocks[1].Groups["body"].Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_code_belongs_to_one_kind(string code, string name) =>
        Assert.Equal([name], Kinds.Where(k => (string)k[0] == code).Select(k => (string)k[1]));

    private static IEnumerable<string> Codes(string text)
    {
        var diagnostics = new DiagnosticBag();
        if (YamlReader.Read(SourceFile.FromText("norms/desk.yaml", text), LoadLimits.Default, diagnostics) is YamlSequence norms)
        {
            foreach (var reader in norms.Items.OfType<YamlMapping>().Select(n => new MappingReader(n, diagnostics, new LocalizedText("规范", "norm"))))
            {
                reader.RequiredString("id");
                reader.Localized("title");
                reader.OptionalInt("count");
                reader.OneOf("severity", ["major", "minor"]);
                reader.Finish();
            }
        }

        return diagnostics.ToSorted().Select(d => d.Code);
    }

    [GeneratedRegex(@"^## (?<title>\w+)\n\n```(?<language>\w+)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
