using System.Globalization;
using Standards.Core;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Simulator;

public sealed class TranscriptTests
{
    private static readonly (string Name, string Command)[] Commands =
    [
        ("help", "--help"),
        ("help-audit", "audit --help"),
        ("help-explain", "explain --help"),
        ("check", "check @rules"),
        ("check-jsonl", "check @rules --format jsonl"),
        ("check-mistaken", "check @mistaken-rules"),
        ("check-paths", "check @rules --scenario demo.busy-morning --paths"),
        ("check-unknown-scenario", "check @rules --scenario demo.busy-mornin"),
        ("train-help", "train --help"),
        ("train-list", "train --rules @rules --store @none.db"),
        ("train-list-jsonl", "train --rules @rules --store @none.db --format jsonl"),
        ("train-coach", "train demo.busy-morning --rules @rules --script @answers.txt"),
        ("train-exam", "train demo.busy-morning --rules @rules --script @answers.txt --mode exam"),
        ("train-unknown", "train demo.busy-mornin --rules @rules"),
        ("train-bad-trainee", "train demo.busy-morning --rules @rules --trainee \u001b[31m"),
        ("train-bad-seed", "train demo.busy-morning --rules @rules --seed -1"),
        ("train-bad-speed", "train demo.busy-morning --rules @rules --speed 1000"),
        ("train-resume-nothing", "train --resume A --rules @rules --store @none.db"),
        ("scenario-help", "scenario --help"),
        ("scenario-new", "scenario new complaint --rules @rules --from demo.waits-three-minutes"),
        ("scenario-unknown", "scenario new complain --rules @rules"),
        ("test", "test @rules"),
        ("test-failing", "test @failing-rules"),
        ("test-jsonl", "test @failing-rules --format jsonl"),
        ("list-norms", "list norms --rules @rules"),
        ("list-processes", "list processes --rules @rules"),
        ("list-clauses", "list clauses --rules @rules"),
        ("list-acts", "list acts --rules @rules"),
        ("list-scenarios", "list scenarios --rules @rules"),
        ("coverage", "coverage --rules @rules"),
        ("coverage-jsonl", "coverage --rules @rules --format jsonl"),
        ("explain-require", "explain demo.prompt-service --rules @rules --profile strict"),
        ("explain-say", "explain demo.greet --rules @rules"),
        ("explain-process", "explain demo.process.complaint --rules @rules"),
        ("explain-quota", "explain demo.prompt-rate --rules @rules"),
        ("explain-jsonl", "explain demo.hand-over --rules @rules --format jsonl"),
        ("graph-mermaid", "graph complaint --rules @rules"),
        ("graph-dot", "graph complaint --rules @rules --format dot"),
        ("audit-text", "audit @log.jsonl --rules @rules --complete"),
        ("audit-all", "audit @log.jsonl --rules @rules --all --limit 3"),
        ("audit-jsonl", "audit @log.jsonl --rules @rules --complete --format jsonl"),
        ("audit-csv", "audit @log.jsonl --rules @rules --complete --format csv"),
        ("audit-broken", "audit @broken.jsonl --rules @rules --as-of 2026-03-02T13:00:00+08:00"),
        ("audit-table", "audit @visits.csv --map @visits.yaml --rules @rules --complete"),
        ("audit-mistaken-map", "audit @visits.csv --map @mistaken.yaml --rules @rules"),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, _) in Commands)
            {
                data.Add(name, "en");
                data.Add(name, "zh");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_command_shows_what_it_showed(string name, string language) =>
        GoldenFile.AssertEqual($"Simulator/Golden/{name}.{language}.txt", Transcript(name, language));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_culture_of_the_machine_changes_nothing(string name, string language)
    {
        var expected = Transcript(name, language);
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var other in new[] { "zh-CN", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(other);
                Assert.Equal(expected, Transcript(name, language));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_line_for_people_fits_the_page(string name, string language)
    {
        if (name.Contains("jsonl", StringComparison.Ordinal) || name is "audit-csv" or "graph-mermaid" or "graph-dot" or "scenario-new")
            return;
        var result = TestConsole.Run(Command(name), LanguageOf(language));
        foreach (var line in result.Output.Split('\n').Where(l => !l.Contains(TestConsole.Fixtures, StringComparison.Ordinal) && !l.Contains("standards ", StringComparison.Ordinal)))
            Assert.True(Standards.Simulator.Output.TextWrapper.Width(line) <= 100, line);
    }

    private static string Transcript(string name, string language)
    {
        var command = Command(name);
        return TestConsole.Neutral(TestConsole.Run(command, LanguageOf(language)).Transcript(command));
    }

    private static string Command(string name) => Commands.Single(c => c.Name == name).Command;

    private static Language LanguageOf(string language) => language == "zh" ? Language.Zh : Language.En;
}
