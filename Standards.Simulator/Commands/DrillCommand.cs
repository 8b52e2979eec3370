using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Consoles;
using Standards.Simulator.Drills;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>drill [KIND]</c>: questions made of the norms, and what was missed comes back.</summary>
internal sealed class DrillCommand : CommandDefinition
{
    private const int UsualCount = 10;
    private const int MostQuestions = 1000;
    private const int MostSeeds = 1_000_000;

    /// <summary>Scripts ask alike every time, also where nobody says from which seed.</summary>
    private const ulong SeedOfScripts = 1;

    private static readonly ArgumentSpec Kind = new("KIND", Texts.Drill.Kind, IsRequired: false);
    private static readonly OptionSpec Norm = new("--norm", "TEXT", Texts.Drill.NormOption);
    private static readonly OptionSpec Count = new("--count", "N", Texts.Drill.CountOption);
    private static readonly OptionSpec Seed = new("--seed", "N", Texts.Drill.SeedOption);
    private static readonly OptionSpec Trainee = new("--trainee", "NAME", Texts.Drill.TraineeOption);
    private static readonly OptionSpec Script = new("--script", "FILE", Texts.Drill.ScriptOption);
    private static readonly OptionSpec List = new("--list", null, Texts.Drill.ListOption);

    public override string Name => "drill";

    public override LocalizedText Summary => Texts.Drill.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Kind];

    public override ImmutableArray<OptionSpec> Options => [Norm, Count, Seed, Trainee, Script, List, StoreOption.Spec];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards drill --pack lf --trainee lin", Texts.Drill.ExampleMixed),
        new("standards drill say --norm busy-desk", Texts.Drill.ExampleSay),
        new("standards drill --list --format jsonl --count 50 --seed 7", Texts.Drill.ExampleList),
    ];

    public override int Run(Invocation invocation)
    {
        var kinds = KindsOf(invocation);
        var count = CountOf(invocation);
        var seed = SeedOf(invocation);
        var trainee = TraineeOf(invocation);
        var isList = invocation.Has(List) || invocation.IsFormat("jsonl");
        var reader = isList ? null : LineReaders.For(invocation, invocation.Value(Script), invocation.Output.Text);
        var (book, _) = invocation.LoadOrFail(cases: kinds.Any(DrillKinds.NeedsCases));
        var material = new DrillMaterial(book);
        var deck = DeckOf(invocation, material, kinds);
        using var store = trainee is null ? null : ReviewStore.Open(invocation);
        var reviews = trainee is null || store is null ? null : new Reviews(store, trainee, invocation.Time, book.Compiled.Zone, deck);
        var questions = Questions(deck, reviews, count, seed);
        if (questions.Count == 0)
            throw new CommandFailure(Texts.Drill.NoQuestions, Texts.Drill.WidenFilter);
        return reader is null ? WriteList(invocation, material, questions, seed) : Ask(invocation, reader, material, deck, questions, reviews, seed);
    }

    private static int Ask(
        Invocation invocation, ILineReader reader, DrillMaterial material, DrillDeck deck, List<DrillQuestion> questions, Reviews? reviews, ulong seed)
    {
        reader.Write(Head(invocation, questions.Count, seed, reviews));
        var dialogue = new DrillDialogue(
            reader,
            new DrillText(invocation, material),
            invocation.Language,
            (item, number) => deck.Make(item, DrillRandom.For(seed, number + MostSeeds)),
            answer => reviews?.Keep(answer));
        var end = dialogue.Run(questions);
        reader.Write(new DrillResult(invocation, dialogue.Answers).Text(end, seed, reviews?.States, reviews?.Today ?? default));
        return end == DrillEnd.Interrupted ? ExitStatus.Interrupted : ExitStatus.Fine;
    }

    private static string Head(Invocation invocation, int count, ulong seed, Reviews? reviews)
    {
        var page = invocation.NewPage();
        page.Paragraph(invocation.In(Texts.Drill.Head.With(invocation.In(Texts.Drill.Questions.Times(count)), seed.ToString(CultureInfo.InvariantCulture))));
        if (reviews is { } kept)
            page.Paragraph(invocation.In(Texts.Drill.HeadTrainee.With(kept.Trainee, Noun.Number(kept.DueCount))));
        return page.ToString();
    }

    /// <summary>Items are taken in their order until there are so many questions; some have none that the evaluator confirms.</summary>
    private static List<DrillQuestion> Questions(DrillDeck deck, Reviews? reviews, int count, ulong seed)
    {
        var random = new DrillRandom(seed);
        var items = reviews is null ? ReviewPlan.Random(deck.Entries, random) : ReviewPlan.Order(deck.Entries, reviews.States, reviews.Today, random);
        return [.. items.Select((item, i) => deck.Make(item, DrillRandom.For(seed, i))).OfType<DrillQuestion>().Take(count)];
    }

    private static int WriteList(Invocation invocation, DrillMaterial material, List<DrillQuestion> questions, ulong seed)
    {
        if (invocation.IsFormat("jsonl"))
        {
            DrillJson.Write(invocation.Output.Bytes, material, questions, seed);
            return ExitStatus.Fine;
        }

        var text = new DrillText(invocation, material);
        var output = invocation.Output.Text;
        output.Write(invocation.NewPage().Paragraph(invocation.In(Texts.Drill.HeadList.With(invocation.In(Texts.Drill.Questions.Times(questions.Count)), seed.ToString(CultureInfo.InvariantCulture)))).ToString());
        foreach (var (index, question) in questions.Index())
            output.Write(text.Of(question, index + 1, questions.Count));
        output.Write(invocation.NewPage().Line().Line(invocation.Ink.Bold(invocation.In(Texts.Drill.Answers))).ToString());
        foreach (var (index, question) in questions.Index())
            output.Write(text.Answer(question, index + 1));
        return ExitStatus.Fine;
    }

    private static DrillDeck DeckOf(Invocation invocation, DrillMaterial material, ImmutableArray<DrillKind> kinds)
    {
        var norm = invocation.Value(Norm);
        var deck = new DrillDeck(material, kinds, norm);
        if (deck.Entries.IsEmpty && norm is not null)
            throw new CommandFailure(Texts.Drill.NoNorm.With(norm), Suggestion.DidYouMean(norm, material.Book.NormIds) ?? Texts.Explain.ListNorms);
        return deck;
    }

    private static ImmutableArray<DrillKind> KindsOf(Invocation invocation)
    {
        if (invocation.Arguments(Kind).FirstOrDefault() is not { } name)
            return DrillKinds.All;
        return DrillKinds.Find(name) is { } kind ? [kind] : throw new CommandFailure(
            Texts.Usage.BadValue.With(Kind.Name, name),
            Suggestion.DidYouMean(name, DrillKinds.Names) ?? Texts.Usage.Possible.With(string.Join(", ", DrillKinds.Names.Select(n => $"`{n}`"))));
    }

    private static int CountOf(Invocation invocation)
    {
        var count = invocation.Number(Count) ?? UsualCount;
        return count is >= 1 and <= MostQuestions ? count : throw new CommandFailure(Texts.Drill.BadCount.With(Noun.Number(MostQuestions), Noun.Number(count)));
    }

    private static ulong SeedOf(Invocation invocation)
    {
        if (invocation.Value(Seed) is not { } text)
            return invocation.Has(Script) ? SeedOfScripts : (ulong)(invocation.Time.GetUtcNow().UtcTicks / TimeSpan.TicksPerSecond % MostSeeds);
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw new CommandFailure(Texts.Usage.NotANumber.With(Seed.Name, text));
    }

    /// <summary>Who practises; null where nothing is kept: lists and scripts change nothing, unless somebody is named.</summary>
    private static string? TraineeOf(Invocation invocation)
    {
        if (invocation.Value(Trainee) is { } named)
            return named.Trim() is { Length: > 0 } name ? name : throw new CommandFailure(Texts.Usage.NeedsValue.With(Trainee.Name));
        if (invocation.Has(List) || invocation.IsFormat("jsonl") || (invocation.Has(Script) && !invocation.Has(StoreOption.Spec)))
            return null;
        return Environment.UserName is { Length: > 0 } user ? user : "?";
    }
}
