using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>What questions are made of: the packs, their cases and their words. Not thread-safe.</summary>
internal sealed class DrillMaterial
{
    public DrillMaterial(RuleBook book)
    {
        Book = book;
        Judge = new CaseJudge(book);
        Describer = new NormDescriber(book.Bound);
        Reading = new NormReading(book.Bound);
        Norms = book.Bound.Norms.Where(n => n.IsJudged && n.Form is not NormForm.Quota)
            .GroupBy(n => n.Id, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

        // Cases about the last millisecond of a time prove the norms; nobody is to learn them.
        Cases = [.. book.Cases.Where(c => c.AsOf is null && c.Events.All(e => e.At.Ticks % TimeSpan.TicksPerSecond == 0))];
    }

    public RuleBook Book { get; }

    public CaseJudge Judge { get; }

    public NormDescriber Describer { get; }

    public NormReading Reading { get; }

    /// <summary>The norms of single interactions, by id; of several versions the last.</summary>
    public ImmutableSortedDictionary<string, BoundNorm> Norms { get; }

    /// <summary>The packs' cases that run to their end, told in whole seconds.</summary>
    public ImmutableArray<PackCase> Cases { get; }

    /// <summary>The events that happen: facts are stated, and happen at no time.</summary>
    public static bool IsFacts(InteractionEvent item) => string.Equals(item.Act, InteractionEvent.CaseFacts, StringComparison.Ordinal);

    /// <summary>Facts first, then by time, as a person reads them: a case may state an event after a later one.</summary>
    public static ImmutableArray<InteractionEvent> InOrder(IEnumerable<InteractionEvent> events) =>
        [.. events.OrderBy(e => IsFacts(e) ? 0 : 1).ThenBy(e => IsFacts(e) ? Instant.MinValue : e.At)];

    /// <summary>One of the cases; a longer one is likelier, for in a short one there is little to look for.</summary>
    public static PackCase Pick(List<PackCase> cases, DrillRandom random)
    {
        const int Long = 4;
        var longer = cases.FindAll(c => c.Events.Length >= Long);
        return random.Pick(longer.Count > 0 && !random.OnceIn(Long) ? longer : cases);
    }

    /// <summary>The number under which a transcript shows an event, from 1; 0 for facts.</summary>
    public static int LineOf(IReadOnlyList<InteractionEvent> events, int index) =>
        IsFacts(events[index]) ? 0 : Enumerable.Range(0, index + 1).Count(i => !IsFacts(events[i]));

    /// <summary>The pack and the process: of the norm, else of the interaction.</summary>
    public LocalizedText Setting(BoundNorm norm, ImmutableArray<string> processes)
    {
        var machines = Book.Bound.Processes.Where(p => string.Equals(p.Pack, norm.Pack.Id, StringComparison.Ordinal)).ToList();
        var process = machines.Find(p => norm.Processes.Contains(p.Index) && (processes.IsEmpty || processes.Contains(p.Id, StringComparer.Ordinal)))
            ?? machines.Find(p => processes.Contains(p.Id, StringComparer.Ordinal))
            ?? machines.Find(p => norm.Processes.Contains(p.Index));
        return process is null ? norm.Pack.Title : Texts.Drill.Setting.With(norm.Pack.Title, process.Title);
    }

    /// <summary>Whether the norm judges interactions of these processes.</summary>
    public bool Concerns(BoundNorm norm, ImmutableArray<string> processes) =>
        norm.Processes.IsEmpty || norm.Processes.Any(p => processes.Contains(Book.Bound.ProcessIds[p], StringComparer.Ordinal));

    public LocalizedText ActTitle(string act) => Describer.ActTitle(act);
}
