using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>Why a line was rejected, and where in the line.</summary>
/// <param name="Descriptor">The kind of mistake.</param>
/// <param name="Offset">Byte offset in the line; -1 where the whole line is meant.</param>
/// <param name="Arguments">Of the message.</param>
/// <param name="Help">The way out.</param>
internal sealed record LineFault(DiagnosticDescriptor Descriptor, int Offset, ImmutableArray<string> Arguments, LocalizedText? Help = null);
