using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using YamlDotNet.Core;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>Turns the text of a file into positioned nodes.</summary>
public static class YamlReader
{
    /// <summary>
    /// Reads the one document of a file. Null, with at least one error, where it is broken, empty or beyond a limit.
    /// A key that stands twice is an error too, but the tree comes with its first value, so that the rest can be checked.
    /// Never throws on bad input.
    /// </summary>
    public static YamlNode? Read(SourceFile file, LoadLimits limits, DiagnosticBag diagnostics)
    {
        if (HiddenCharacters.Report(file, diagnostics))
            return null;

        var events = new YamlEvents(file);
        var builder = new YamlTreeBuilder(file, events, limits, diagnostics);
        try
        {
            return builder.ReadDocument();
        }
        catch (YamlException e)
        {
            BrokenYaml.Report(file, events, Place(e), e.Message, diagnostics);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner answers a few broken files with its own failed assertions.
            BrokenYaml.Report(file, events, null, e.Message, diagnostics);
        }

        return null;
    }

    /// <summary>Reads a file that must be a mapping; any other shape is an error.</summary>
    public static YamlMapping? ReadMapping(SourceFile file, LoadLimits limits, DiagnosticBag diagnostics) =>
        Expect<YamlMapping>(Read(file, limits, diagnostics), diagnostics, Shapes.Mapping);

    /// <summary>Reads a file that must be a list; any other shape is an error.</summary>
    public static YamlSequence? ReadSequence(SourceFile file, LoadLimits limits, DiagnosticBag diagnostics) =>
        Expect<YamlSequence>(Read(file, limits, diagnostics), diagnostics, Shapes.List);

    private static T? Expect<T>(YamlNode? root, DiagnosticBag diagnostics, Core.LocalizedText expected)
        where T : YamlNode
    {
        if (root is not null and not T)
            diagnostics.Report(YamlDiagnostics.WrongRootOf(expected, Shapes.Of(root)), root.Span);
        return root as T;
    }

    private static (int Start, int End)? Place(YamlException e) =>
        e.End.Index == 0 && e.Start.Index == 0 && e.End.Line <= 1 && e.InnerException is null && e.Message.Contains("tab as indentation", StringComparison.Ordinal)
            ? null
            : ((int)e.Start.Index, (int)e.End.Index);
}
