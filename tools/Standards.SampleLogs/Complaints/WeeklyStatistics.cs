using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>Item 9 of node 7: on Friday the week's complaints are counted, analysed, and entered in the weekly report.</summary>
internal static class WeeklyStatistics
{
    /// <summary>The Fridays, as days of the month.</summary>
    private static readonly int[] Fridays = [6, 13, 20, 27];

    private const int WithoutAnalysis = 20;
    private const int NotEntered = 13;

    public static void Play(SampleLog log)
    {
        foreach (var day in Fridays)
        {
            var script = new Script(log, $"W-{day:00}", "complaint", log.At(day - 1, new TimeSpan(16, 0, 0)));
            script.Wait(0, 3000).Do(Staff.CentreSupervisor, "report.made", Report("complaint-statistics")).Wait(600, 1800);
            if (day == WithoutAnalysis)
                log.Plant(new Planted("2026-03-16..2026-03-22", "wy.complaint-statistics.analyse", Expected.Violated, "当周没有投诉分析", "no analysis of the complaints of that week"));
            else
                script.Do(Staff.CentreSupervisor, "report.made", Report("complaint-analysis")).Wait(300, 1200);
            if (day == NotEntered)
                log.Plant(new Planted("2026-03-09..2026-03-15", "wy.complaint-statistics.weekly-report", Expected.Violated, "当周汇报表没有投诉内容", "the weekly report of that week says nothing of complaints"));
            script.Do(Staff.CentreSupervisor, "record.filled", new JsonObject
            {
                ["form"] = "daily-weekly-report",
                ["report.contents"] = new JsonArray(day == NotEntered ? ["requests"] : ["complaints", "analysis"]),
            });
        }
    }

    private static JsonObject Report(string report) => new() { ["report"] = report };
}
