using System.Globalization;
using Standards.Core;
using Standards.Simulator.Proving;
using Standards.Tests.Diagnostics;
using Standards.Tests.Simulator;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>
/// Every scenario is played from scripts, once without fault and once badly, by the command a trainer would use. The scripts are the ways
/// that the proof found when they were last updated; they stand in files of their own, so that a change of a scenario shows.
/// </summary>
public sealed class ScenarioTranscriptTests
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1";

    public static TheoryData<string> Ids => ScenarioTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_flawless_script_gives_its_transcript_and_passes(string id) => Play(id, "flawless", Language.Zh, status: 0);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_flawed_script_gives_its_transcript_and_fails(string id) => Play(id, "flawed", Language.En, status: 1);

    [Fact]
    public void A_script_is_played_with_the_same_bytes_in_another_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var neutral = Transcript("lf.busy-desk-serving", "flawed", Language.En);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(neutral.Output, Transcript("lf.busy-desk-serving", "flawed", Language.En).Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Play(string id, string kind, Language language, int status)
    {
        if (IsUpdating)
            File.WriteAllText(ScriptOf(id, kind), string.Join('\n', Path(id, kind).Lines) + "\n");
        var result = Transcript(id, kind, language);
        Assert.Equal("", result.Error);
        Assert.Equal(status, result.Status);
        GoldenFile.AssertEqual(System.IO.Path.Combine("Playing", "Transcripts", $"{id}.{kind}.txt"), result.Output);
    }

    private static ConsoleResult Transcript(string id, string kind, Language language) => TestConsole.Run(
        ["train", id, "--script", ScriptOf(id, kind), "--rules", GoldenFile.RepositoryPath("rules"), "--seed", "1", "--trainee", "trainee"], language);

    private static string ScriptOf(string id, string kind)
    {
        var folder = GoldenFile.RepositoryPath(System.IO.Path.Combine("Standards.Tests", "Playing", "Scripts"));
        Directory.CreateDirectory(folder);
        return System.IO.Path.Combine(folder, $"{id}.{kind}.txt");
    }

    private static ScenarioPath Path(string id, string kind)
    {
        var setup = ScenarioTests.Setup(id);
        var proof = new ScenarioProver(setup.Scenario, setup.Judge).Prove();
        return kind is "flawless" ? proof.Flawless.First(p => p.Seed == setup.Seed) : proof.Worst!;
    }
}
