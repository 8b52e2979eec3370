using System.Globalization;
using Standards.Core;
using Standards.Rules;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>The scenarios that can be played, and the choice of one. Not thread-safe.</summary>
internal sealed class ScenarioCatalog(Invocation invocation, string directory)
{
    /// <summary>Lists the scenarios; a person at a terminal may choose one. Null where none is chosen.</summary>
    public string? Choose(string trainee)
    {
        var (book, load) = invocation.LoadOrFail();
        var library = ScenarioLibrary.Load(directory, book);
        if (!library.Diagnostics.IsEmpty)
            invocation.Error.Write(invocation.Renderer(path => load.Sources.Find(path) ?? library.Sources.Find(path), invocation.Terminal.ErrorInColor).Render(library.Diagnostics));
        var best = Best(trainee);
        if (invocation.IsFormat("jsonl"))
            WriteJson(library, best);
        else
            WriteText(library, best, book);
        return invocation.Terminal.IsInteractive && !invocation.IsFormat("jsonl") && !invocation.Output.IsFile ? Ask(library) : null;
    }

    private string? Ask(ScenarioLibrary library)
    {
        if (library.Scenarios.IsEmpty)
            return null;
        invocation.Output.Text.Flush();
        var reader = LineReaders.For(invocation, script: null);
        while (reader.Read(invocation.In(Texts.Train.WhichPrompt), tick: null) is LineResult.Line { Text: var typed } && typed.Trim() is { Length: > 0 } wanted)
        {
            var chosen = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= library.Scenarios.Length
                ? library.Scenarios[number - 1]
                : library.Find(wanted);
            if (chosen is not null)
                return chosen.Id;
            reader.Write(invocation.In(Texts.Train.UnknownScenario.With(wanted)) + "\n");
        }

        return null;
    }

    /// <summary>The best share of each scenario; none where nothing was kept yet.</summary>
    private Dictionary<string, double> Best(string trainee)
    {
        using var store = StoreOption.OpenIfThere(invocation);
        return (store?.Summaries(AttemptQuery.All with { Trainee = trainee, Kind = AttemptKind.Scenario, IsFinished = true }) ?? [])
            .Where(s => s.Score.Share is not null)
            .GroupBy(s => s.Subject, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(s => s.Score.Share!.Value), StringComparer.Ordinal);
    }

    private void WriteText(ScenarioLibrary library, Dictionary<string, double> best, RuleBook book)
    {
        string Say(LocalizedText text) => invocation.In(text);
        var output = invocation.Output.Text;
        if (library.Scenarios.IsEmpty)
        {
            output.Write(Say(Texts.Train.NoScenarios) + "\n");
            return;
        }

        var table = invocation.NewTable()
            .Column("", isNumber: true).Column(Say(Texts.List.Id), isWhole: true).Column(Say(Texts.List.Title)).Column(Say(Texts.Train.Process))
            .Column(Say(Texts.Train.Difficulty)).Column(Say(Texts.Train.Minutes), isNumber: true).Column(Say(Texts.Train.Best), isNumber: true);
        var number = 0;
        foreach (var scenario in library.Scenarios)
        {
            table.Row(
                (++number).ToString(CultureInfo.InvariantCulture), scenario.Id, Say(scenario.Title), Say(TitleOf(book, scenario.Processes[0])), new string('*', scenario.Difficulty),
                scenario.Minutes.ToString(CultureInfo.InvariantCulture), best.TryGetValue(scenario.Id, out var share) ? Noun.Percent(share) : "");
        }

        output.Write(table.Render());
        output.Write(invocation.NewPage().Gap().Paragraph(Say(Texts.Nouns.Scenarios.Times(library.Scenarios.Length)) + Say(Texts.List.Semicolon) + Say(Texts.Train.HowToPlay), paint: invocation.Ink.Dim).ToString());
    }

    private static LocalizedText TitleOf(RuleBook book, string process) =>
        book.Bound.Processes.FirstOrDefault(p => string.Equals(p.Id, process, StringComparison.Ordinal))?.Title ?? new LocalizedText(process, process);

    private void WriteJson(ScenarioLibrary library, Dictionary<string, double> best)
    {
        using var lines = new JsonLines(invocation.Output.Bytes);
        foreach (var scenario in library.Scenarios)
        {
            lines.Write(scenario, (json, s) =>
            {
                json.WriteString("scenario"u8, s.Id);
                json.WriteString("pack"u8, s.Pack);
                JsonLines.WriteText(json, "title", s.Title);
                JsonLines.WriteList(json, "processes", s.Processes);
                json.WriteNumber("difficulty"u8, s.Difficulty);
                json.WriteNumber("minutes"u8, s.Minutes);
                JsonLines.WriteList(json, "trains", s.Trains);
                if (best.TryGetValue(s.Id, out var share))
                    json.WriteNumber("best"u8, share);
            });
        }
    }
}
