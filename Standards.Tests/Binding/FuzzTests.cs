using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Cases;
using Standards.Rules.Diagnostics;
using Standards.Tests.Diagnostics;
using Standards.Tests.Documentation;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Binding;

/// <summary>Whatever happens to the text of a pack, it loads and its cases run, or it is refused; nothing is thrown, and every mistake has its place.</summary>
public sealed partial class FuzzTests
{
    private const int Seed = 20260304;

    /// <summary>Words of the language itself, which random texts would not hit.</summary>
    private static readonly string[] Words =
    [
        "require", "forbid", "before", "order", "count", "say", "never-say", "record", "decide", "by", "ensure", "during", "tariff", "observe", "quota", "kept",
        "on", "per", "within", "until", "unless", "norm", "that", "event", "clause", "process", "when", "where", "or", "any", "states", "initial", "terminal",
        "after", "emit", "starts", "anywhere", "inputs", "output", "type", "hit", "rules", "then", "default", "priorities", "collect sum", "unique", "not(", "..",
        "3 min", "-1", "0", "9223372036854775807", "1e309", "2 working days", "3 rings", "promptly", "null", "~", "true", "'", "\"", "[", "]", "{", "}", "&a", "*a",
        "activation.visitor", "setting.promptly", "state('release')", "decision('demo.grading')", "9999-12-31T23:59:59Z", "0001-01-01", "36500d 0:00", "100 %",
        "-99999999999 d", "", "\n", "  ", "|", ">", "😀", "您", "{x:0..9}", "a | b", "(", ")", "*", "?", "==", "&&", "!", "demo.hand-over", "demo", "mon-fri",
    ];

    [Fact]
    public void Two_thousand_five_hundred_mutants_of_the_language_page_are_answered() =>
        Mutate([.. DocumentFiles.Of(File.ReadAllText(DocumentFiles.LanguagePage))], 2_500, Seed);

    [Fact]
    public void Five_hundred_mutants_of_the_reception_pack_are_answered()
    {
        var root = GoldenFile.RepositoryPath("rules");
        var files = Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path: Path.GetRelativePath(root, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f => Shared(f.Path) || f.Path.StartsWith("lf/", StringComparison.Ordinal)).ToList();

        // Cases are most of the text, and all alike.
        var cases = files.Where(f => f.Path.StartsWith("lf/cases/", StringComparison.Ordinal)).Skip(2).ToHashSet();
        Mutate([.. files.Where(f => !cases.Contains(f) && f.Path != "calendars/mon-fri.yaml")], 500, Seed + 1);
    }

    private static bool Shared(string path) =>
        path.StartsWith("vocabulary/", StringComparison.Ordinal) || path.StartsWith("calendars/", StringComparison.Ordinal);

    private static void Mutate((string Path, string Text)[] files, int mutants, int seed)
    {
        var random = new Random(seed);
        var tokens = files.Select(f => Token().Matches(f.Text).Select(m => m.Value).ToArray()).ToArray();
        using var folder = DocumentFiles.Folder(files);
        var loaded = 0;
        for (var round = 0; round < mutants; round++)
        {
            var which = random.Next(files.Length);
            var text = Mutant(random, tokens, which);
            folder.Write(files[which].Path, text);
            loaded += Load(folder, $"mutant {round} of {files[which].Path}:\n{text}") ? 1 : 0;
            folder.Write(files[which].Path, files[which].Text);
        }

        // Mutants that all die at the door would prove little of what lies behind it.
        Assert.InRange(loaded, 1, mutants - 1);
    }

    private static string Mutant(Random random, string[][] tokens, int which)
    {
        var text = tokens[which].ToList();
        for (var edits = random.Next(1, 4); edits > 0 && text.Count > 0; edits--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(6))
            {
                case 0:
                    text.RemoveAt(at);
                    break;
                case 1:
                    text.Insert(at, text[at]);
                    break;
                case 2:
                    text[at] = text[random.Next(text.Count)];
                    break;
                case 3:
                    text[at] = Words[random.Next(Words.Length)];
                    break;
                case 4:
                    var other = tokens[random.Next(tokens.Length)];
                    text[at] = other[random.Next(other.Length)];
                    break;
                default:
                    var length = Math.Min(random.Next(1, 12), text.Count - at);
                    var part = text.GetRange(at, length);
                    text.RemoveRange(at, length);
                    text.InsertRange(random.Next(text.Count + 1), part);
                    break;
            }
        }

        return string.Concat(text);
    }

    private static bool Load(TemporaryFolder folder, string what)
    {
        try
        {
            var load = RuleBook.Load(folder.Path, new RuleBookOptions { Cases = true });
            Assert.Equal(load.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error), load.RuleBook is not null);
            foreach (var diagnostic in load.Diagnostics)
            {
                Assert.NotEqual("", diagnostic.Span.File);
                Assert.True(diagnostic.Message(Language.Zh).Length > 0 && diagnostic.Message(Language.En).Length > 0);
            }

            Assert.DoesNotContain('\0', new DiagnosticRenderer(load.Sources.Find, RenderOptions.Default with { Language = Language.Zh }).Render(load.Diagnostics));
            if (load.RuleBook is not null)
                Assert.All(new CaseRunner(load.RuleBook).RunAll(), o => Assert.NotNull(o.Case));
            return load.RuleBook is not null;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(what, e);
        }
    }

    /// <summary>Words, runs of blanks with their line, and single signs.</summary>
    [GeneratedRegex(@"[\w.-]+|\n *|[ \t]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
