using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Cases;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Cases;

/// <summary>The cases of the packs that come with the product: they pass, and they hold the norms.</summary>
public sealed class RulesCasesTests
{
    private static readonly Lazy<RuleBook> Book = new(() => RuleBook.Load(GoldenFile.RepositoryPath("rules"), new RuleBookOptions { Cases = true }).RuleBook!);

    [Fact]
    public void Every_case_of_every_pack_passes() =>
        Assert.Empty(new CaseRunner(Book.Value).RunAll().Where(o => !o.Passed).Select(o => o.Case.Id));

    /// <summary>The file beside lists the changes that no case notices: each is to be looked at when it changes.</summary>
    [Fact]
    public void At_least_95_of_100_weakened_norms_make_a_case_of_their_pack_fail()
    {
        var mutants = new MutationCheck(Book.Value).Run();
        var text = new StringBuilder();
        foreach (var pack in Book.Value.Bound.Packs)
        {
            var survivors = mutants.Survivors.Where(s => s.Id.StartsWith(pack.Id + ".", StringComparison.Ordinal)).ToList();
            var all = mutants.ByPack[pack.Id];
            Assert.True(survivors.Count <= 0.05 * all, $"{pack.Id}: {survivors.Count} of {all} survive");
            text.Append(CultureInfo.InvariantCulture, $"{pack.Id}: {all - survivors.Count} of {all} noticed\n");
            foreach (var survivor in survivors)
                text.Append(CultureInfo.InvariantCulture, $"  {survivor.Id}: {survivor.Change.In(Language.En)}\n");
        }

        GoldenFile.AssertEqual("Cases/Golden/survivors.txt", text.ToString());
    }
}
