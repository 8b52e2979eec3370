using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Simulator.Proving;
using Standards.Simulator.Scenarios;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>Scenarios begun from cases of the six packs.</summary>
public sealed class ScenarioDraftTests
{
    [Theory]
    [InlineData("lf", "busy-desk")]
    [InlineData("lf", "incident-reception")]
    [InlineData("lh", "phone-call")]
    [InlineData("kf", "umbrella-loan")]
    [InlineData("kf", "move-out")]
    [InlineData("wy", "complaint")]
    [InlineData("qc", "qc-reception")]
    [InlineData("qc", "qc-estimate")]
    public void What_is_begun_can_be_played_without_fault_as_it_is_written(string pack, string process)
    {
        var rules = GoldenFile.RepositoryPath("rules");
        var book = RuleBook.Load(rules, new RuleBookOptions { Packs = [pack], Cases = true }).RuleBook!;
        var source = ScenarioDraft.SourceOf(book, process);
        if (source is null)
        {
            Assert.DoesNotContain(book.Cases, c => c.Processes.Contains(process) && c.AsOf is null && c.Expected.All(e => e.Verdict != Core.Findings.Verdict.Violated));
            return;
        }

        var folder = Directory.CreateTempSubdirectory("standards-");
        try
        {
            var file = Path.Combine(folder.FullName, pack, "scenarios", "new.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Path.Combine(rules, pack, "pack.yaml"), Path.Combine(folder.FullName, pack, "pack.yaml"));
            File.WriteAllText(file, ScenarioDraft.Of(book, source, process, $"{pack}.{process}-new"));
            var library = ScenarioLibrary.Load(folder.FullName, book);
            Assert.Empty(library.Diagnostics.Select(d => d.Message(Language.En)));
            var proof = new ScenarioProver(Assert.Single(library.Scenarios), book).Prove();

            // Where nothing tempts yet, the worst way may still pass.
            Assert.Empty(proof.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Descriptor != ScenarioDiagnostics.WorstPathPasses).Select(d => d.Message(Language.En)));
            Assert.NotEmpty(proof.Flawless);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
