using Standards.Core.Diagnostics;

namespace Standards.Rules.Loading;

/// <summary>Reads rule files under one set of limits and keeps them, so that diagnostics can show their lines. Not thread-safe.</summary>
public sealed class SourceCatalog(LoadLimits limits)
{
    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);

    /// <summary>Reads a file; null, with a diagnostic, where that fails.</summary>
    public SourceFile? Read(RuleFile file, DiagnosticBag diagnostics)
    {
        var source = SourceFile.Read(file.Location, file.DisplayPath, limits, diagnostics);
        if (source is not null)
            Add(source);
        return source;
    }

    /// <summary>Keeps a source that was read elsewhere; one of the same path gives way.</summary>
    public void Add(SourceFile source) => _files[source.Path] = source;

    /// <summary>The source that was read with this displayed path, or null: what a renderer asks for.</summary>
    public SourceFile? Find(string path) => _files.GetValueOrDefault(path);
}
