using System.Collections.Immutable;
using Standards.Audit.Diagnostics;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>
/// The mistakes of a log in the order of its inputs and lines: all are counted, the first are kept. Not thread-safe.
/// </summary>
/// <param name="kept">How many are kept.</param>
public sealed class LogDiagnosticBag(int kept = 1000)
{
    private readonly ImmutableArray<Diagnostic>.Builder _items = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly HashSet<(string Code, string Name)> _told = [];

    /// <summary>All diagnostics reported, kept or not.</summary>
    public long Total { get; private set; }

    /// <summary>Whether anything in the inputs could not be used: the result of an audit is incomplete then.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The diagnostics kept.</summary>
    public ImmutableArray<Diagnostic> Items => _items.ToImmutable();

    internal void Report(Diagnostic diagnostic)
    {
        // Each worker tells an unknown name once; here it is told once altogether.
        if (diagnostic.Severity != DiagnosticSeverity.Error
            && (diagnostic.Descriptor == LogDiagnostics.UnknownAct || diagnostic.Descriptor == LogDiagnostics.UnknownProcess)
            && !_told.Add((diagnostic.Code, diagnostic.Arguments[0])))
            return;
        Total++;
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_items.Count < kept)
            _items.Add(diagnostic);
    }

    internal void Take(LogBlock block)
    {
        foreach (var diagnostic in block.Diagnostics)
            Report(diagnostic);
        Total += block.DroppedDiagnostics;
        HasErrors |= block.Rejected > 0;
    }
}
