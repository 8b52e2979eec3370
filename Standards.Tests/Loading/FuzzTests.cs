using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;
using Xunit;

namespace Standards.Tests.Loading;

/// <summary>Whatever the bytes, there is a tree or an error, every span lies in the file, and nothing is thrown.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20260303;

    private static readonly string[] Pieces =
    [
        "a", "b: ", ": ", "- ", "? ", "\n", "\n  ", "\n    ", "\r\n", "\t", " ", "'", "\"", "|", ">", "[", "]", "{", "}", ",", "&x ", "*x", "!t ",
        "!!str ", "#c", "---\n", "...\n", "%YAML 1.2\n", "\\", "\\u12", "\\U0010FFFF", "\\U7FFFFFFF", "<<: ", "中文", "😀", "\uFEFF", "\0", "~", "0x1F", "-1.5e9", "@", "`", "|2-",
        "key: value\n", "\u0085", "\u2028", "\uD83D", "!<", "!!", "- - - ", "''", "\"\"",
    ];

    [Fact]
    public void Random_bytes_are_answered()
    {
        var random = new Random(Seed);
        var bytes = new byte[64];
        for (var round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            var diagnostics = new DiagnosticBag();
            var file = SourceFile.FromBytes("x.yaml", bytes.AsSpan(0, random.Next(bytes.Length)), LoadLimits.Default, diagnostics);
            if (file is not null)
                Check(file, diagnostics);
            else
                Assert.True(diagnostics.HasErrors);
        }
    }

    [Fact]
    public void Random_pieces_of_yaml_are_answered()
    {
        var random = new Random(Seed + 1);
        var text = new StringBuilder();
        for (var round = 0; round < 10_000; round++)
        {
            text.Clear();
            for (var i = random.Next(1, 14); i > 0; i--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            Check(SourceFile.FromText("x.yaml", text.ToString()), new DiagnosticBag());
        }
    }

    private static void Check(SourceFile file, DiagnosticBag diagnostics)
    {
        try
        {
            var root = YamlReader.Read(file, LoadLimits.Default, diagnostics);
            Assert.True(root is not null || diagnostics.HasErrors);
            foreach (var diagnostic in diagnostics.ToSorted())
                CheckSpan(file, diagnostic.Span);
            if (root is not null)
                Walk(file, root);
            var renderer = new DiagnosticRenderer(_ => file, RenderOptions.Default with { MaxWidth = 20, Language = Language.Zh });
            Assert.DoesNotContain('\0', renderer.Render(diagnostics.ToSorted()));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"on {Encoding.UTF8.GetBytes(file.Text).Length} bytes: {file.Text.ReplaceLineEndings("⏎")}", e);
        }
    }

    private static void Walk(SourceFile file, YamlNode node)
    {
        CheckSpan(file, node.Span);
        switch (node)
        {
            case YamlScalar scalar:
                for (var i = 0; i <= scalar.Value.Length; i++)
                    CheckSpan(file, scalar.SpanAt(i, 3));
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Walk(file, item);
                break;
            case YamlMapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    Walk(file, key);
                    Walk(file, value);
                }

                break;
        }
    }

    private static void CheckSpan(SourceFile file, SourceSpan span)
    {
        if (span.Line == 0)
            return;
        var line = file.LineText(span.Line);
        Assert.InRange(span.Column, 1, line.Length + 1);
        Assert.InRange(span.Length, 1, Math.Max(1, line.Length - span.Column + 1));
    }
}
