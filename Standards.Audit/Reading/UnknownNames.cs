using System.Collections.Immutable;
using System.Text;
using Standards.Audit.Diagnostics;
using Standards.Core;
using Standards.Rules.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>Acts and processes that no pack knows, each told once. Not thread-safe.</summary>
internal sealed class UnknownNames(EventNames names)
{
    private const int MostNames = 1000;

    private readonly Utf8Table _acts = new();
    private readonly Utf8Table _processes = new();

    public void ReportAct(ReadOnlySpan<byte> name, LogBlock block, long line)
    {
        if (IsNew(_acts, name))
            block.Report(LogDiagnostics.UnknownAct, line, 0, Suggest(name, names.Schema.Acts), ValueConversion.Excerpt(name));
    }

    public void ReportProcess(ReadOnlySpan<byte> name, LogBlock block, long line)
    {
        if (IsNew(_processes, name))
            block.Report(LogDiagnostics.UnknownProcess, line, 0, Suggest(name, names.Schema.Processes), ValueConversion.Excerpt(name));
    }

    private static bool IsNew(Utf8Table told, ReadOnlySpan<byte> name) =>
        told.Find(name) < 0 && told.Count < MostNames && told.TryAdd(name);

    private static LocalizedText? Suggest(ReadOnlySpan<byte> name, ImmutableArray<string> known) =>
        Suggestion.DidYouMean(Encoding.UTF8.GetString(name), known);
}
