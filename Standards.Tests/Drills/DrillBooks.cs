using Standards.Rules;
using Standards.Simulator.Drills;
using Standards.Tests.Diagnostics;

namespace Standards.Tests.Drills;

/// <summary>The packs that drills are tried on, with their cases.</summary>
internal static class DrillBooks
{
    private static readonly Lazy<RuleBook> AllPacks = new(() => Load("rules"));
    private static readonly Lazy<RuleBook> DemoPack = new(() => Load("Standards.Tests/Drills/Fixtures/rules"));

    /// <summary>Those that come with the product.</summary>
    public static RuleBook All => AllPacks.Value;

    /// <summary>A small one.</summary>
    public static RuleBook Demo => DemoPack.Value;

    public static DrillDeck DeckOf(RuleBook book) => new(new DrillMaterial(book), DrillKinds.All);

    private static RuleBook Load(string folder)
    {
        var load = RuleBook.Load(GoldenFile.RepositoryPath(folder), new RuleBookOptions { Cases = true });
        return load.RuleBook ?? throw new InvalidOperationException(string.Join('\n', load.Diagnostics));
    }
}
