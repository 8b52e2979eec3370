using Standards.Simulator.Drills;
using Xunit;

namespace Standards.Tests.Drills;

public sealed class QuestionTests
{
    private const int Seeds = 200;

    private static readonly Lazy<DrillDeck> Deck = new(() => DrillBooks.DeckOf(DrillBooks.All));

    public static TheoryData<string, string> PacksAndKinds
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var pack in new[] { "kf", "lf", "lh", "qc", "qq", "wy" })
            {
                foreach (var kind in DrillKinds.Names)
                    data.Add(pack, kind);
            }

            return data;
        }
    }

    /// <summary>Packs that ask for no words to be said in a fixed form.</summary>
    private static bool IsSilent(string pack, string kind) => kind == "say" && pack is "kf" or "qc";

    [Theory]
    [MemberData(nameof(PacksAndKinds))]
    public void The_right_answer_is_right_by_the_evaluator_and_every_other_is_wrong(string pack, string kind)
    {
        var proof = new QuestionProof(DrillBooks.All);
        var entries = Entries(pack, kind);
        if (IsSilent(pack, kind))
        {
            Assert.Empty(entries);
            return;
        }

        var made = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = DrillRandom.For((ulong)seed, 0);
            if (Deck.Value.Make(random.Pick(entries).Item, random) is not { } question)
                continue;
            made++;
            Assert.Equal(kind, DrillKinds.NameOf(question.Kind));
            proof.Check(question);
        }

        Assert.InRange(made, Seeds / 2, Seeds);
    }

    [Theory]
    [MemberData(nameof(PacksAndKinds))]
    public void The_same_seed_asks_the_same(string pack, string kind)
    {
        if (Entries(pack, kind) is not { Count: > 0 } entries)
            return;
        var other = DrillBooks.DeckOf(DrillBooks.All);
        for (var seed = 0; seed < 20; seed++)
        {
            var item = entries[seed % entries.Count].Item;
            Assert.Equal(Shown(DrillBooks.All, Deck.Value.Make(item, new DrillRandom((ulong)seed))), Shown(DrillBooks.All, other.Make(item, new DrillRandom((ulong)seed))));
        }
    }

    [Fact]
    public void One_breach_question_in_about_five_has_no_breach()
    {
        var entries = Entries("lf", "breach");
        var questions = Enumerable.Range(0, 400).Select(s => Deck.Value.Make(entries[s % entries.Count].Item, DrillRandom.For(1, s))).OfType<DrillQuestion.Choice>().ToList();
        var none = questions.Count(q => q.About == ChoiceKind.Norms && q.Choices[q.Right].Is(DrillChoice.Nothing));
        Assert.InRange((double)none / questions.Count, 0.12, 0.30);
        Assert.InRange((double)questions.Count(q => q.About == ChoiceKind.Lines) / questions.Count, 0.15, 0.50);
        Assert.Contains(questions, q => q.About == ChoiceKind.Lines && q.Choices[q.Right].Is(DrillChoice.Nothing));
        Assert.Contains(questions, q => q.About == ChoiceKind.Lines && !q.Choices[q.Right].Is(DrillChoice.Nothing));
    }

    [Fact]
    public void Calendars_are_asked_and_are_harder_than_minutes()
    {
        var entries = Deck.Value.Entries.Where(e => e.Item.Kind == DrillKind.Time).ToList();
        Assert.Contains(entries, e => e.Difficulty == 0);
        Assert.Contains(entries, e => e.Difficulty == 2);
    }

    [Fact]
    public void A_part_of_an_id_a_title_or_a_clause_chooses_norms()
    {
        var material = new DrillMaterial(DrillBooks.Demo);
        Assert.Equal(["demo.greet"], NormsOf(new DrillDeck(material, [DrillKind.Say], "GREET")));
        Assert.Equal(["demo.greet", "demo.polite"], NormsOf(new DrillDeck(material, [DrillKind.Say], "D.3")));
        Assert.Empty(NormsOf(new DrillDeck(material, [DrillKind.Say], "nowhere")));
    }

    private static List<string> NormsOf(DrillDeck deck) => [.. deck.Entries.Select(e => e.Item.Norm)];

    private static List<DeckEntry> Entries(string pack, string kind) =>
        [.. Deck.Value.Entries.Where(e => DrillKinds.NameOf(e.Item.Kind) == kind && e.Item.Norm.StartsWith(pack + ".", StringComparison.Ordinal))];

    private static string Shown(Standards.Rules.RuleBook book, DrillQuestion? question)
    {
        if (question is null)
            return "";
        using var stream = new MemoryStream();
        DrillJson.Write(stream, new DrillMaterial(book), [question], 0);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
