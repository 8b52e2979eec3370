using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Simulator.Observing;
using Standards.Simulator.Output;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Observing;

public sealed partial class ObserverScreenTests
{
    private static readonly string[] Visit =
    [
        "0:00 visitor.served by front-desk visitor=A", "1:00 visitor.arrived by customer visitor=B desk.activity=serving", "1:05 check 7 yes",
        "1:25 visitor.arrived by customer visitor=\"李先生和李太太一家以及他们的朋友\" desk.activity=serving", "3:35",
    ];

    [Theory]
    [InlineData(80, 24, "en")]
    [InlineData(80, 24, "zh")]
    [InlineData(100, 40, "en")]
    [InlineData(100, 40, "zh")]
    public void The_screen_shows_what_it_showed(int width, int height, string language)
    {
        var lines = Lines(ObservingWorld.Process("lf", "busy-desk"), Visit, width, height, LanguageOf(language), new Ink(false));
        GoldenFile.AssertEqual($"Observing/Golden/screen-{width}x{height}.{language}.txt", string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void No_screen_of_any_process_is_wider_or_higher_than_the_terminal()
    {
        foreach (var (pack, id) in AllProcesses())
        {
            var process = ObservingWorld.Process(pack, id);
            foreach (var (width, height) in new[] { (60, 8), (80, 22), (100, 38), (160, 60) })
            {
                foreach (var language in new[] { Language.En, Language.Zh })
                {
                    for (var page = 0; page < new ObserverKeys(process).Pages; page++)
                    {
                        var lines = Lines(process, ["0:20"], width, height, language, new Ink(false), page);
                        Assert.Equal(height, lines.Count);
                        Assert.All(lines, l => Assert.True(TextWrapper.Width(l) <= width, l));
                    }
                }
            }
        }
    }

    [Fact]
    public void On_a_common_terminal_every_key_of_the_page_is_on_the_screen()
    {
        foreach (var (pack, id) in AllProcesses())
        {
            var process = ObservingWorld.Process(pack, id);
            var keys = new ObserverKeys(process);
            for (var page = 0; page < keys.Pages; page++)
            {
                var text = string.Join('\n', Lines(process, [], 80, 22, Language.Zh, new Ink(false), page));
                foreach (var (key, act) in keys.ActsOf(page))
                    Assert.Contains($"{key} {act.Act.Title.Zh[..2]}", text, StringComparison.Ordinal);
                foreach (var (key, item) in keys.ItemsOf(page))
                    Assert.Contains($"{key}   {item.Title.Zh[..2]}", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Colours_change_no_letter()
    {
        var process = ObservingWorld.Process("lf", "busy-desk");
        var plain = Lines(process, Visit, 80, 24, Language.Zh, new Ink(false));
        var painted = Lines(process, Visit, 80, 24, Language.Zh, new Ink(true));
        Assert.Equal(plain, painted.Select(l => Colour().Replace(l, "")));
        Assert.NotEqual(plain, painted);
    }

    [Fact]
    public void A_key_keeps_its_act_whatever_happens()
    {
        var process = ObservingWorld.Process("lf", "busy-desk");
        var keys = new ObserverKeys(process);
        var before = keys.ActsOf(0);
        Lines(process, Visit, 80, 24, Language.En, new Ink(false));
        Assert.Equal(before.ToList(), keys.ActsOf(0).ToList());
        Assert.Equal(before.Length, before.Select(b => b.Key).Distinct().Count());
        Assert.Equal("visitor.arrived", keys.Act('a', 0)!.Name);
        Assert.Null(keys.Act('a', 1));
        Assert.Null(keys.Act('A', 0));
        Assert.Null(keys.Item('0', 0));
    }

    [Fact]
    public void What_the_machine_allows_comes_first()
    {
        var process = ObservingWorld.Process("qc", "qc-reception");
        var lines = Lines(process, ["0:00 car.arrived by customer"], 100, 40, Language.En, new Ink(false));
        var now = lines.FindIndex(l => l == "Acts that may come now");
        var others = lines.FindIndex(l => l == "Other acts");
        Assert.InRange(now, 1, others - 1);
        Assert.Contains(lines[(now + 1)..others], l => l.Contains(process.Find("order.listed")!.Act.Title.En, StringComparison.Ordinal));
        Assert.DoesNotContain(lines[(now + 1)..others], l => l.Contains(process.Find("order.settled")!.Act.Title.En, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(180, 61, false)]
    [InlineData(180, 60, true)]
    [InlineData(90, 31, false)]
    [InlineData(90, 30, true)]
    [InlineData(30, 10, true)]
    [InlineData(86400, 61, false)]
    public void A_clock_is_urgent_in_its_last_third_and_in_its_last_minute(int total, int left, bool expected)
    {
        var due = ObservingWorld.Start + TimeSpan.FromSeconds(total);
        var open = new Standards.Rules.Sessions.OpenObligation("n", LocalizedText.Empty, [], due, ObservingWorld.Start, null, IsProhibition: false);
        Assert.Equal(expected, ObserverWords.IsUrgent(open, due + -TimeSpan.FromSeconds(left)));
        Assert.False(ObserverWords.IsUrgent(open with { IsProhibition = true }, due));
    }

    [Fact]
    public void An_act_asks_for_what_the_norms_of_the_process_read()
    {
        var desk = ObservingWorld.Process("lf", "busy-desk");
        Assert.Equal(["visitor", "urgent", "desk.activity"], desk.Find("visitor.arrived")!.Questions.Select(q => q.Name));
        Assert.Equal(["speech.logged"], desk.Facts.Select(f => f.Name));
        Assert.Equal(["customer", "staff"], desk.Speakers.Select(r => r.Name).Order(StringComparer.Ordinal));
        var reception = ObservingWorld.Process("qc", "qc-reception");
        var record = reception.Find("record.filled")!;
        Assert.Equal("form", record.Questions[0].Name);
        Assert.Contains(record.Questions, q => q.Name is "car.state" && q.Forms.Contains("vehicle-state-record"));
        Assert.Equal(["service-receptionist", "customer", "staff"], reception.Find("order.listed")!.Roles.Select(r => r.Name));
    }

    private static List<(string Pack, string Process)> AllProcesses() =>
        [.. ObservingWorld.Book.Bound.ProcessIds.SelectMany(p => ObservableProcess.PacksOf(ObservingWorld.Book, p).Select(pack => (pack, p)))];

    private static List<string> Lines(ObservableProcess process, IEnumerable<string> script, int width, int height, Language language, Ink ink, int page = 0)
    {
        var control = ObservingWorld.Control(process);
        var words = new ObserverWords(process, ObservingWorld.Start, language);
        List<LogLine> log = [];
        foreach (var line in script)
        {
            var read = ObservingWorld.Script(process).Read(line, control.Elapsed)!;
            log.AddRange(control.AdvanceTo(read.At).Where(words.IsWorthShowing).Select(f => new LogLine(words.Of(f), f.Verdict)));
            log.AddRange(control.Apply(read).Where(words.IsWorthShowing).Select(f => new LogLine(words.Of(f), f.Verdict)));
            if (read.Command is ObserverCommand.Enter or ObserverCommand.Check)
                log.Add(new LogLine(words.Of(control.Observation.Acts[^1])));
        }

        return [.. new ObserverScreen(control, new ObserverKeys(process), words, ink).Lines(page, log, width, height)];
    }

    private static Language LanguageOf(string language) => language == "zh" ? Language.Zh : Language.En;

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
