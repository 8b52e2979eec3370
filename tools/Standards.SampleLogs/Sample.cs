using System.Text;

namespace Standards.SampleLogs;

/// <summary>One of the samples: the folder that it is written to, its seed, how it is played and how its page begins.</summary>
internal sealed record Sample(string Folder, ulong Seed, Func<ulong, SampleLog> Play, Func<SampleLog, ulong, string> Introduction)
{
    public static readonly Sample Day = new("lf-day", 20_260_305, LfDay.Play, LfDay.Introduction);
    public static readonly Sample Complaints = new("complaints", 20_260_307, Standards.SampleLogs.Complaints.ComplaintMonth.Play, Standards.SampleLogs.Complaints.ComplaintPage.Introduction);
    public static readonly Sample Releases = new("releases", 20_260_304, Standards.SampleLogs.Releases.ReleaseMonth.Play, Standards.SampleLogs.Releases.ReleasePage.Introduction);

    public static IReadOnlyList<Sample> All => [Day, Complaints, Releases];

    /// <summary>Name and contents of each file: the same seed gives the same bytes.</summary>
    public IEnumerable<(string Name, byte[] Contents)> Files(ulong seed)
    {
        var log = Play(seed);
        yield return ("log.jsonl", SampleFiles.Log(log));
        yield return ("planted.csv", Encoding.UTF8.GetBytes(SampleFiles.Table(log)));
        yield return ("README.md", Encoding.UTF8.GetBytes(SampleFiles.Page(log, Introduction(log, seed))));
    }
}
