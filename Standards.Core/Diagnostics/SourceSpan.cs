namespace Standards.Core.Diagnostics;

/// <summary>A stretch of one line of a file. Lines and columns count from 1; columns count UTF-16 units.</summary>
/// <param name="File">The path as the user named it, with forward slashes.</param>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Column">From 1; 0 where the whole line is meant.</param>
/// <param name="Length">Units marked by the caret line; at least 1 where a column is given.</param>
public sealed record SourceSpan(string File, int Line, int Column, int Length = 1)
{
    public static readonly SourceSpan None = new("", 0, 0, 0);

    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
