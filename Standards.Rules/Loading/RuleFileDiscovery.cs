using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Loading;

/// <summary>Finds the rule files of a directory by their places; reads none. Not thread-safe.</summary>
internal sealed class RuleFileDiscovery
{
    private const int DeepestStray = 8;

    private static readonly string[] SharedFolders = ["vocabulary", "calendars", "profiles"];

    private readonly string _root;
    private readonly string _displayRoot;
    private readonly DiagnosticBag _diagnostics;
    private bool _unreadable;

    private RuleFileDiscovery(string root, string displayRoot, DiagnosticBag diagnostics)
    {
        _root = root;
        _displayRoot = displayRoot;
        _diagnostics = diagnostics;
    }

    public static RuleFiles Discover(string directory, DiagnosticBag diagnostics, string displayRoot = "")
    {
        var prefix = displayRoot.Replace('\\', '/').TrimEnd('/');
        if (prefix.Length > 0 || displayRoot.Length > 0)
            prefix += "/";
        return new RuleFileDiscovery(directory, prefix, diagnostics).Run();
    }

    private RuleFiles Run()
    {
        if (!Directory.Exists(_root))
        {
            _diagnostics.Report(LoadingDiagnostics.DirectoryNotFound, SpanOf(_root), _root.Replace('\\', '/'));
            return RuleFiles.None;
        }

        var packs = ImmutableArray.CreateBuilder<PackFiles>();
        foreach (var folder in Folders())
        {
            if (FileIn(folder, "pack.yaml") is { } manifest)
                packs.Add(Pack(folder, manifest));
        }

        var files = new RuleFiles(YamlIn(SharedFolders[0]), YamlIn(SharedFolders[1]), YamlIn(SharedFolders[2]), packs.ToImmutable());
        ReportStrays(files);
        if (files.Packs.IsEmpty && !_unreadable)
            _diagnostics.ReportWithHelp(LoadingDiagnostics.NoPack, SpanOf(_root), LoadingDiagnostics.PackNeedsManifest, _root.Replace('\\', '/'));
        return files;
    }

    private PackFiles Pack(string folder, RuleFile manifest) => new(
        folder,
        manifest,
        FileIn(folder, "clauses.yaml"),
        YamlIn($"{folder}/processes"),
        YamlIn($"{folder}/norms"),
        YamlIn($"{folder}/scenarios"),
        YamlIn($"{folder}/cases"));

    private ImmutableArray<string> Folders() => Guarded("", static path =>
        Directory.EnumerateDirectories(path).Select(d => Path.GetFileName(d)!))
            .RemoveAll(name => name.StartsWith('.') || SharedFolders.Contains(name, StringComparer.Ordinal));

    private ImmutableArray<RuleFile> YamlIn(string folder) => Directory.Exists(Path.Combine(_root, folder))
        ? [.. Guarded(folder, static path => Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)!))
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) && !name.StartsWith('.'))
            .Select(name => FileAt($"{folder}/{name}"))]
        : [];

    private RuleFile? FileIn(string folder, string name)
    {
        var file = FileAt($"{folder}/{name}");
        return File.Exists(file.Location) ? file : null;
    }

    private void ReportStrays(RuleFiles files)
    {
        var known = files.All.Select(f => f.DisplayPath).ToHashSet(StringComparer.Ordinal);

        // Links are not followed: they may lead back up.
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestStray,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        };
        var found = Guarded("", path => Directory.EnumerateFiles(path, "*", options)
            .Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            .Select(f => Path.GetRelativePath(path, f).Replace('\\', '/')));
        foreach (var file in found.Select(FileAt).Where(f => !known.Contains(f.DisplayPath)))
        {
            _diagnostics.ReportWithHelp(LoadingDiagnostics.StrayFile, new SourceSpan(file.DisplayPath, 0, 0), HelpFor(file), file.DisplayPath);
        }
    }

    private Core.LocalizedText HelpFor(RuleFile stray)
    {
        var parts = stray.DisplayPath[_displayRoot.Length..].Split('/');
        if (!stray.DisplayPath.EndsWith(".yaml", StringComparison.Ordinal))
            return LoadingDiagnostics.NameItYaml;
        var inPackWithoutManifest = parts.Length > 1
            && !SharedFolders.Contains(parts[0], StringComparer.Ordinal)
            && FileIn(parts[0], "pack.yaml") is null;
        return inPackWithoutManifest ? LoadingDiagnostics.PackNeedsManifest : LoadingDiagnostics.KnownPlaces;
    }

    private RuleFile FileAt(string relative) => new(Path.Combine(_root, relative), _displayRoot + relative);

    private static SourceSpan SpanOf(string directory) => new(directory.Replace('\\', '/'), 0, 0);

    /// <summary>What a directory yields, in ordinal order; nothing, with a diagnostic, where it cannot be read.</summary>
    private ImmutableArray<string> Guarded(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return [.. list(Path.Combine(_root, folder)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unreadable = true;
            var shown = folder.Length == 0 ? _root.Replace('\\', '/') : _displayRoot + folder;
            _diagnostics.Report(LoadingDiagnostics.DirectoryUnreadable, SpanOf(shown), shown);
            return [];
        }
    }
}
