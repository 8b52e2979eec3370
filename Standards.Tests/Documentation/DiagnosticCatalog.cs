using System.Collections.Immutable;
using System.Reflection;
using Standards.Audit.Diagnostics;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Scenarios;

namespace Standards.Tests.Documentation;

/// <summary>Every kind of diagnostic that the libraries declare.</summary>
internal static class DiagnosticCatalog
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        .. new[] { typeof(BindingDiagnostics).Assembly, typeof(LogDiagnostics).Assembly, typeof(ScenarioDiagnostics).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Name.EndsWith("Diagnostics", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(d => d.Code, StringComparer.Ordinal),
    ];

    public static DiagnosticDescriptor Of(string code) => All.Single(d => d.Code == code);
}
