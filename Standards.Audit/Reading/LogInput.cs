namespace Standards.Audit.Reading;

/// <summary>Where a log comes from. Immutable. A closed hierarchy.</summary>
public abstract record LogInput
{
    private LogInput()
    {
    }

    /// <summary>The name that diagnostics and evidence show.</summary>
    public abstract string Name { get; }

    /// <summary>How to read a table; null for JSON Lines.</summary>
    public LogMapping? Mapping { get; init; }

    /// <summary>The input that a user names: a path, or <c>-</c> for standard input.</summary>
    public static LogInput Of(string path, LogMapping? mapping = null) =>
        string.Equals(path, "-", StringComparison.Ordinal) ? new Standard { Mapping = mapping } : new File(path) { Mapping = mapping };

    /// <summary>A file; one whose name ends with <c>.gz</c> is decompressed.</summary>
    /// <param name="Path">As the user named it.</param>
    public sealed record File(string Path) : LogInput
    {
        public override string Name => Path.Replace('\\', '/');
    }

    /// <summary>The standard input of the process.</summary>
    public sealed record Standard : LogInput
    {
        public override string Name => "-";
    }

    /// <summary>Any stream.</summary>
    /// <param name="Label">The name that diagnostics show.</param>
    /// <param name="Open">Opens the stream; the reader disposes of it.</param>
    public sealed record Opened(string Label, Func<Stream> Open) : LogInput
    {
        public override string Name => Label;
    }
}
