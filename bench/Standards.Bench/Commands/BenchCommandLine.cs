using System.Globalization;

namespace Standards.Bench.Commands;

/// <summary>The words after the name of a command: options with a value, flags, and at most one file.</summary>
internal sealed class BenchCommandLine
{
    private readonly Dictionary<string, List<string>> _options = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">An option is unknown, or lacks its value.</exception>
    public BenchCommandLine(ReadOnlySpan<string> words, string[] valued, string[] flags)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
                File = File is null ? word : throw new UsageException($"unexpected `{word}`");
            else if (flags.Contains(word))
                Values(word).Add("");
            else if (!valued.Contains(word))
                throw new UsageException($"unknown option `{word}`");
            else
                Values(word).Add(++i < words.Length ? words[i] : throw new UsageException($"`{word}` lacks its value"));
        }
    }

    public string? File { get; }

    /// <exception cref="UsageException">No file is named, or it does not exist.</exception>
    public string ExistingFile =>
        File is null ? throw new UsageException("name the log")
        : System.IO.File.Exists(File) ? File
        : throw new UsageException($"`{File}` does not exist");

    public bool Has(string option) => _options.ContainsKey(option);

    public IReadOnlyList<string> All(string option) => _options.TryGetValue(option, out var values) ? values : [];

    public string? Last(string option) => All(option).Count > 0 ? All(option)[^1] : null;

    /// <exception cref="UsageException">The value is no number of at least <paramref name="least"/>.</exception>
    public int Number(string option, int otherwise, int least)
    {
        if (Last(option) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new UsageException($"`{option} {text}` is not a whole number of at least {least}");
    }

    private List<string> Values(string option)
    {
        if (!_options.TryGetValue(option, out var values))
            _options.Add(option, values = []);
        return values;
    }
}
