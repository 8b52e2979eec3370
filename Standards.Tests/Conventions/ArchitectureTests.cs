using System.Text.RegularExpressions;
using Xunit;

namespace Standards.Tests.Conventions;

/// <summary>References run one way: between projects, and between the stages inside Standards.Rules.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>A stage sees only those before it. Diagnostics are words, seen by all.</summary>
    private static readonly string[] Stages = ["Loading", "Syntax", "Speech", "Binding", "Compilation", "Evaluation", "Explanation", "Scoring"];

    /// <summary>
    /// Plans are typed by the frame that they run on, and the frame by the attributes it holds: these two folders are one stage.
    /// Coverage of a table is diagnosed by evaluating its cells.
    /// </summary>
    private static readonly string[] Allowed = ["Compilation -> Evaluation", "Binding -> Compilation"];

    [Theory]
    [InlineData("Standards.Core", "Standards.Rules", "Standards.Audit", "Standards.Simulator")]
    [InlineData("Standards.Rules", "Standards.Audit", "Standards.Simulator")]
    [InlineData("Standards.Audit", "Standards.Simulator")]
    public void A_project_does_not_know_those_that_build_on_it(string project, params string[] later)
    {
        foreach (var file in Sources(project))
            Assert.DoesNotContain(Usings(file), u => later.Any(l => u.StartsWith(l, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stage_sees_only_earlier_stages()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var stage = 0; stage < Stages.Length; stage++)
        {
            foreach (var file in Sources($"Standards.Rules/{Stages[stage]}"))
            {
                foreach (var seen in Usings(file))
                {
                    var other = Array.FindIndex(Stages, s => seen.StartsWith($"Standards.Rules.{s}", StringComparison.Ordinal));
                    if (other > stage)
                        found.Add($"{Stages[stage]} -> {Stages[other]}");
                }
            }
        }

        Assert.Equal(Allowed.Order(StringComparer.Ordinal), found);
    }

    private static IEnumerable<string> Usings(string file) => UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Standards.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"^using (Standards\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
