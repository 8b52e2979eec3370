namespace Standards.SampleLogs;

/// <summary>Writes a sample into its folder; the last part of the folder's name says which.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        var folder = args.Length == 1 ? Path.TrimEndingDirectorySeparator(args[0]) : "";
        if (Sample.All.FirstOrDefault(s => string.Equals(s.Folder, Path.GetFileName(folder), StringComparison.Ordinal)) is not { } sample)
        {
            Console.Error.WriteLine("usage: dotnet run --project tools/Standards.SampleLogs -- samples/lf-day (or samples/complaints, samples/releases)");
            return 2;
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, contents) in sample.Files(sample.Seed))
            File.WriteAllBytes(Path.Combine(folder, name), contents);
        return 0;
    }
}
