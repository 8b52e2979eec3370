using System.Text;
using System.Text.Unicode;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Loading;

/// <summary>A text file and its lines. Immutable and thread-safe.</summary>
public sealed class SourceFile
{
    private readonly int[] _lineStarts;

    private SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The path as shown to the user, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The whole text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>At least 1: an empty file has one empty line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>A source that comes from no file.</summary>
    /// <param name="path">The path to show; backslashes become forward slashes.</param>
    /// <param name="text">A leading byte order mark is dropped.</param>
    public static SourceFile FromText(string path, string text) =>
        new(path.Replace('\\', '/'), text.StartsWith('\uFEFF') ? text[1..] : text);

    /// <summary>Decodes UTF-8, with or without a byte order mark; null, with a diagnostic, where it is something else or too large.</summary>
    public static SourceFile? FromBytes(string path, ReadOnlySpan<byte> bytes, LoadLimits limits, DiagnosticBag diagnostics)
    {
        if (bytes.Length > limits.MaxFileBytes)
        {
            ReportTooLarge(path, limits, diagnostics);
            return null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            diagnostics.ReportWithHelp(LoadingDiagnostics.Utf16, new SourceSpan(path, 1, 1), LoadingDiagnostics.SaveAsUtf8, path);
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            ReportInvalidUtf8(path, bytes, diagnostics);
            return null;
        }

        return FromText(path, Encoding.UTF8.GetString(bytes));
    }

    /// <summary>
    /// Reads <paramref name="file"/>, which the user sees as <paramref name="displayPath"/>; null, with a diagnostic, where
    /// that fails or a limit is exceeded.
    /// </summary>
    public static SourceFile? Read(string file, string displayPath, LoadLimits limits, DiagnosticBag diagnostics)
    {
        var path = displayPath.Replace('\\', '/');
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.CanSeek && stream.Length > limits.MaxFileBytes)
            {
                ReportTooLarge(path, limits, diagnostics);
                return null;
            }

            // One byte beyond the limit tells a file that is too large, whatever length it claims.
            var buffer = new byte[stream.CanSeek && stream.Length > 0 ? (int)stream.Length + 1 : limits.MaxFileBytes + 1];
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return FromBytes(path, buffer.AsSpan(0, read), limits, diagnostics);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Report(LoadingDiagnostics.FileNotFound, new SourceSpan(path, 0, 0), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            diagnostics.Report(LoadingDiagnostics.FileUnreadable, new SourceSpan(path, 0, 0), path);
        }

        return null;
    }

    /// <summary>The text of a line, without its line break.</summary>
    /// <param name="line">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public ReadOnlySpan<char> LineText(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, LineCount);
        var start = _lineStarts[line - 1];
        var end = line < LineCount ? _lineStarts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The line and column, both from 1, of a place in <see cref="Text"/>; a place outside counts as the nearest end.</summary>
    public (int Line, int Column) Position(int index)
    {
        index = Math.Clamp(index, 0, Text.Length);
        var found = Array.BinarySearch(_lineStarts, index);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, index - _lineStarts[line] + 1);
    }

    /// <summary>The span from <paramref name="start"/> to before <paramref name="end"/>, cut at the end of its first line, never empty.</summary>
    public SourceSpan Span(int start, int end)
    {
        var (line, column) = Position(start);
        var lineLength = LineText(line).Length;
        column = Math.Min(column, lineLength + 1);
        return new SourceSpan(Path, line, column, Math.Max(1, Math.Min(end - start, lineLength - column + 1)));
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; ;)
        {
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (next < 0)
                return [.. starts];
            at += next;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }
    }

    private static void ReportTooLarge(string path, LoadLimits limits, DiagnosticBag diagnostics) =>
        diagnostics.Report(LoadingDiagnostics.FileTooLarge, new SourceSpan(path, 0, 0), path, Invariant(limits.MaxFileBytes));

    private static void ReportInvalidUtf8(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        var before = FromText(path, Encoding.UTF8.GetString(bytes[..at]));
        var (line, column) = before.Position(before.Text.Length);
        diagnostics.ReportWithHelp(
            LoadingDiagnostics.InvalidUtf8,
            new SourceSpan(path, line, column),
            LoadingDiagnostics.SaveAsUtf8,
            bytes[at].ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Invariant(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
