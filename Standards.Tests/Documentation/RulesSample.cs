using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Tests.Loading;

namespace Standards.Tests.Documentation;

/// <summary>
/// A rules directory around a few lines: the vocabulary, the pack and the clauses of the language page, and what the lines add.
/// A line <c># file: PATH</c> begins a file, and may take the place of one of these; lines before the first are a file of norms.
/// A profile among the files is the one that is loaded.
/// </summary>
internal static partial class RulesSample
{
    public const string NormsFile = "demo/norms/example.yaml";

    private static readonly string[] Common = ["vocabulary/examples.yaml", "demo/pack.yaml", "demo/clauses.yaml"];

    public static readonly ImmutableArray<(string Path, string Text)> Base =
        [.. DocumentFiles.Of(File.ReadAllText(DocumentFiles.LanguagePage)).Where(f => Common.Contains(f.Path))];

    public static RuleBookLoad Load(string lines) => Load(lines, (_, load) => load);

    /// <summary>Loads the lines and does something with the directory while it is there.</summary>
    public static T Load<T>(string lines, Func<string, RuleBookLoad, T> use)
    {
        using var folder = DocumentFiles.Folder(Base);
        var profile = default(string);
        foreach (var (path, text) in Files(lines))
        {
            folder.Write(path, text);
            if (path.StartsWith("profiles/", StringComparison.Ordinal))
                profile = Id().Match(text).Groups[1].Value;
        }

        return use(folder.Path, RuleBook.Load(folder.Path, RuleBookOptions.Default with { Profile = profile, Cases = true }));
    }

    /// <summary>Loads lines that must have no mistake.</summary>
    public static RuleBook Book(string lines)
    {
        var load = Load(lines);
        return load.RuleBook ?? throw new InvalidOperationException(string.Join('\n', load.Diagnostics.Select(d => $"{d.Span}: {d.Code} {d.Message(Core.Language.En)}")));
    }

    public static ImmutableArray<Diagnostic> Diagnostics(string lines) => Load(lines).Diagnostics;

    public static IEnumerable<(string Path, string Text)> Files(string lines)
    {
        var parts = Header().Split(lines);
        if (parts[0].Length > 0)
            yield return (NormsFile, parts[0]);
        for (var i = 1; i < parts.Length; i += 2)
            yield return (parts[i], parts[i + 1]);
    }

    [GeneratedRegex("^# file: (.+)\n", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex("^id: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Id();
}
