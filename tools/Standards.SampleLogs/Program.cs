namespace Standards.SampleLogs;

/// <summary>Writes the sample day into a folder.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine("usage: dotnet run --project tools/Standards.SampleLogs -- samples/lf-day");
            return 2;
        }

        Directory.CreateDirectory(args[0]);
        foreach (var (name, contents) in SampleFiles.Of(SampleFiles.Seed))
            File.WriteAllBytes(Path.Combine(args[0], name), contents);
        return 0;
    }
}
