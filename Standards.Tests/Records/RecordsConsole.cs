using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Records;
using Standards.Tests.Simulator;

namespace Standards.Tests.Records;

/// <summary>Runs commands on a store with the attempts of three trainees.</summary>
internal sealed class RecordsConsole : IDisposable
{
    /// <summary>The attempt with a correction.</summary>
    public const string Corrected = "20260410-0930-busy-desk-breaches";

    private readonly TemporaryStore _file = new();

    public RecordsConsole()
    {
        using var store = AttemptStore.Open(_file.Path);
        Save("20260409-0930-busy-desk-breaches", SampleAttempts.Breaches, "李雷", 0);
        var corrected = Save(Corrected, SampleAttempts.Breaches, "李雷", 1);
        Save("20260411-0930-busy-desk-clean", SampleAttempts.Clean, "李雷", 2);
        Save("20260412-0930-company-office-class-a", "lf.whole.company-office-class-a", "李雷", 3);
        Save("20260413-0930-busy-desk-clean", SampleAttempts.Clean, "李雷", 4, a => a with { IsFinished = false });
        Save("20260411-0930-busy-desk-clean-2", SampleAttempts.Clean, "韩梅梅", 2);
        Save("20260411-0930-busy-desk-breaches", SampleAttempts.Breaches, "=SUM(A1)", 2, a => a with { Mode = PlayMode.Coach });
        var broken = corrected.Findings.First(f => f.Verdict == Verdict.Violated);
        store.AddCorrection(Corrected, new Correction(
            broken.Norm, broken.Key, broken.At, CorrectionKind.Adjusted, Verdict.Satisfied, "录像里看得到", "王老师", SampleAttempts.Morning + TimeSpan.FromDays(1)));

        AttemptRecord Save(string id, string packCase, string trainee, int day, Func<AttemptRecord, AttemptRecord>? change = null)
        {
            var attempt = SampleAttempts.Of(packCase, id, trainee, day);
            store.Save(change?.Invoke(attempt) ?? attempt, SampleAttempts.Scorer);
            return attempt;
        }
    }

    public string Path => _file.Path;

    public string Other(string name) => _file.Other(name);

    /// <summary>Runs a command line; words in single quotes may hold blanks.</summary>
    public ConsoleResult Run(string command, Language language = Language.En, int width = 100) =>
        TestConsole.Run([.. Words(command), "--store", Path], language, width: width);

    public static IEnumerable<string> Words(string command) =>
        command.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public string Neutral(string text) => text.Replace(Path, "attempts.db", StringComparison.Ordinal);

    public void Dispose() => _file.Dispose();
}
