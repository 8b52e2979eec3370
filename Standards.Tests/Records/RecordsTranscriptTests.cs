using System.Globalization;
using Standards.Core;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Records;

public sealed class RecordsTranscriptTests : IDisposable
{
    private static readonly (string Name, string Command)[] Commands =
    [
        ("attempts", "attempts"),
        ("attempts-of", "attempts 李雷 --scenario lf.whole.busy-desk-breaches"),
        ("attempts-jsonl", "attempts --format jsonl"),
        ("attempts-csv", "attempts --format csv"),
        ("attempts-show", "attempts --show 20260410-0930-busy-desk-breaches"),
        ("attempts-events", "attempts --events 20260409-0930-busy-desk-breaches"),
        ("attempts-unknown", "attempts --show 20260410-0930-busy-desk-breach"),
        ("attempts-both", "attempts --show A --events A"),
        ("attempts-nobody", "attempts 李磊"),
        ("progress", "progress 李雷"),
        ("progress-jsonl", "progress 李雷 --format jsonl"),
        ("progress-unknown", "progress 韩梅"),
        ("progress-scenario", "progress 李雷 --scenario lf.whole.busy-desk-breaches"),
        ("cohort", "cohort"),
        ("cohort-sections", "cohort --by section"),
        ("cohort-csv", "cohort --format csv"),
        ("cohort-html", "cohort --by section --format html"),
        ("cohort-jsonl", "cohort --format jsonl"),
        ("correct", "correct 20260409-0930-busy-desk-breaches lf.busy-desk.hand-over adjust --key B --verdict satisfied --reason '同事已到' --trainer '王老师'"),
        ("correct-reject", "correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back reject --reason 看错 --trainer 王"),
        ("correct-accept", "correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back accept --reason 看过 --trainer 王"),
        ("correct-several", "correct 20260409-0930-busy-desk-breaches lf.busy-desk.hand-over reject --reason 看错 --trainer 王"),
        ("correct-no-such", "correct 20260409-0930-busy-desk-breaches lf.busy-desk.hand-over reject --key D --reason 看错 --trainer 王"),
        ("correct-unknown-norm", "correct 20260409-0930-busy-desk-breaches lf.busy-desk.hand-ovr reject --reason 看错 --trainer 王"),
        ("correct-unknown-word", "correct 20260409-0930-busy-desk-breaches lf.busy-desk.hand-over acept --reason 看错 --trainer 王"),
        ("correct-no-verdict", "correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back adjust --reason 看错 --trainer 王"),
        ("correct-verdict-of-reject", "correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back reject --verdict satisfied --reason 看错 --trainer 王"),
        ("correct-no-reason", "correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back accept --reason '  ' --trainer 王"),
        ("help-attempts", "attempts --help"),
        ("help-correct", "correct --help"),
        ("help-export", "export --help"),
        ("export-nothing", "export"),
        ("export-xapi", "export --xapi - --attempt 20260410-0930-busy-desk-breaches"),
        ("export-bad-base", "export --xapi - --base lms.example"),
        ("export-unknown", "export --xapi - --attempt nothing"),
        ("export-cmi5-to-output", "export --cmi5 -"),
        ("correct-bad-instant", "correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back accept --at 9:30 --reason 看过 --trainer 王"),
    ];

    private readonly RecordsConsole _console = new();

    public void Dispose() => _console.Dispose();

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (name, _) in Commands)
            {
                data.Add(name, "en", 100);
                data.Add(name, "zh", 100);
                if (name is "attempts" or "attempts-of" or "attempts-show" or "progress" or "cohort" or "cohort-sections")
                {
                    data.Add(name, "en", 80);
                    data.Add(name, "zh", 80);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_command_shows_what_it_showed(string name, string language, int width)
    {
        var transcript = Transcript(name, language, width);
        GoldenFile.AssertEqual($"Records/Golden/{name}{(width == 100 ? "" : $"-{width}")}.{language}.txt", transcript);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_for_people_fits_the_page(string name, string language, int width)
    {
        if (name.Contains("jsonl", StringComparison.Ordinal) || name is "attempts-csv" or "attempts-events" or "cohort-csv" or "cohort-html" or "export-xapi" or "help-attempts" or "help-correct" or "help-export")
            return;

        // A command to be copied stays on its line.
        foreach (var line in _console.Run(Command(name), LanguageOf(language), width).Output.Split('\n').Where(l => !l.StartsWith("  standards ", StringComparison.Ordinal)))
            Assert.True(Standards.Simulator.Output.TextWrapper.Width(line) <= width, line);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var names = Commands.Select(c => c.Name).Where(n => !n.StartsWith("correct", StringComparison.Ordinal)).ToList();
        var expected = names.ConvertAll(n => Transcript(n, "en", 100));
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var other in new[] { "zh-CN", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(other);
                Assert.Equal(expected, names.ConvertAll(n => Transcript(n, "en", 100)));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    private string Transcript(string name, string language, int width)
    {
        var command = Command(name);
        return _console.Neutral(_console.Run(command, LanguageOf(language), width).Transcript(command));
    }

    private static string Command(string name) => Commands.Single(c => c.Name == name).Command;

    private static Language LanguageOf(string language) => language == "zh" ? Language.Zh : Language.En;
}
