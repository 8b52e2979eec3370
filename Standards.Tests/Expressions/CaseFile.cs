namespace Standards.Tests.Expressions;

/// <summary>A line of a case file: <c>expression => expectation</c>.</summary>
internal sealed record ExpressionCase(string File, int Line, string Expression, string Expected)
{
    private const string Arrow = " => ";

    public static IEnumerable<ExpressionCase> Read(string file, string text)
    {
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var arrow = line.LastIndexOf(Arrow, StringComparison.Ordinal);
            if (arrow >= 0 && !line.StartsWith('#'))
                yield return new ExpressionCase(file, number, line[..arrow].Trim(), line[(arrow + Arrow.Length)..].Trim());
            else if (line.Length > 0 && !line.StartsWith('#'))
                throw new InvalidDataException($"{file}:{number}: no `=>` in `{line}`");
        }
    }

    public static string Folder => Path.Combine(Repository, "Standards.Tests", "Expressions", "Cases");

    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Standards.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("the tests run outside of the repository");
        }
    }
}
