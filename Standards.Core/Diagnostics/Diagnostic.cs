using System.Collections.Immutable;

namespace Standards.Core.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; changes no exit status.</summary>
    Note,

    /// <summary>Probably a mistake; the pack still loads.</summary>
    Warning,

    /// <summary>The pack, or the log line, cannot be used as it stands.</summary>
    Error,
}

/// <summary>
/// A kind of mistake: its stable code, its severity and its sentence. Each has a page <c>docs/diagnostics/CODE.md</c>
/// with an example that fails with it.
/// </summary>
/// <param name="Code">Stable, for instance <c>ST0102</c>.</param>
/// <param name="Name">A short name in kebab case, for instance <c>unknown-act</c>.</param>
/// <param name="Severity">The severity of every diagnostic of this kind.</param>
/// <param name="Message">Composite format in English and Chinese; lower-case start, no final period, user text in backticks.</param>
public sealed record DiagnosticDescriptor(string Code, string Name, DiagnosticSeverity Severity, LocalizedText Message);

/// <summary>A mistake in a pack or a log, with its position and the way out. Immutable.</summary>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    SourceSpan Span,
    ImmutableArray<string> Arguments,
    LocalizedText? Help = null)
{
    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>The sentence in <paramref name="language"/>.</summary>
    public string Message(Language language)
    {
        var format = Descriptor.Message.In(language);
        return Arguments.IsDefaultOrEmpty
            ? format
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, [.. Arguments.Cast<object>()]);
    }
}
