using System.Collections.Immutable;
using Standards.Rules.Binding;

namespace Standards.Rules.Cases;

/// <summary>What a mutation check found.</summary>
/// <param name="Mutants">How many norms were weakened.</param>
/// <param name="Survivors">Those that no case noticed, in the order of packs and files.</param>
internal sealed record MutationReport(int Mutants, ImmutableArray<Mutant> Survivors)
{
    public int Killed => Mutants - Survivors.Length;

    /// <summary>How many norms were weakened, by the id of the pack.</summary>
    public required ImmutableSortedDictionary<string, int> ByPack { get; init; }

    /// <summary>From 0 to 1; 1 where there was nothing to weaken.</summary>
    public double Share => Mutants == 0 ? 1 : (double)Killed / Mutants;
}

/// <summary>
/// Tests the packs' tests: weakens each norm in turn and looks for a case that fails (mutation analysis, DeMillo, Lipton and Sayward 1978).
/// All cases must pass to begin with. Immutable; thread-safe.
/// </summary>
internal sealed class MutationCheck(RuleBook book)
{
    /// <param name="done">Told how many mutants are judged, of how many; from any thread.</param>
    /// <param name="cancellation">Stops between mutants.</param>
    public MutationReport Run(Action<int, int>? done = null, CancellationToken cancellation = default)
    {
        var mutants = book.Bound.Norms.SelectMany(NormMutator.Mutants).Concat(book.Bound.Decisions.SelectMany(NormMutator.Mutants)).ToArray();
        var survives = new bool[mutants.Length];
        var judged = 0;
        Parallel.For(0, mutants.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            survives[i] = Survives(mutants[i]);
            done?.Invoke(Interlocked.Increment(ref judged), mutants.Length);
        });
        return new MutationReport(mutants.Length, [.. mutants.Where((_, i) => survives[i])])
        {
            ByPack = mutants.CountBy(m => m.Id[..m.Id.IndexOf('.', StringComparison.Ordinal)]).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private bool Survives(Mutant mutant) => mutant switch
    {
        Mutant.Removed m => Survives(m.Norm, instead: null),
        Mutant.Weakened m => Survives(m.Norm, m.Instead),
        Mutant.Decided m => Survives(m.Table, m.Instead),
        _ => throw new InvalidOperationException($"{mutant.GetType().Name} is no kind of mutant"),
    };

    /// <remarks>Only the norm itself, and norms that it excepts, can change their verdicts: the others need not be judged again.</remarks>
    private bool Survives(BoundNorm norm, BoundNorm? instead)
    {
        var own = book.Bound.Norms.Where(n => ReferenceEquals(n.Pack, norm.Pack)).ToList();
        var concerned = own.FindAll(n => ReferenceEquals(n, norm) || n.IsExceptedBy(norm.Id));
        var needed = own.Where(n => n.Form is NormForm.OutOfOrder || concerned.Exists(c => ReferenceEquals(c, n) || c.IsExceptedBy(n.Id)));
        var norms = needed.Select(n => ReferenceEquals(n, norm) ? instead : instead is null ? n.WithoutExceptions(by: id => string.Equals(id, norm.Id, StringComparison.Ordinal)) : n).OfType<BoundNorm>();
        var acts = concerned.Select(ActsThatActivate).ToList();
        var cases = CasesOf(norm.Pack.Id).Where(c => acts.Exists(a => a is null || c.Events.Any(e => a.Contains(e.Act))));
        return Passes(book.Bound.Alone(norm.Pack.Id) with { Norms = [.. norms] }, [.. cases], concerned.Select(n => n.Id).ToHashSet(StringComparer.Ordinal));
    }

    private bool Survives(BoundDecision table, BoundDecision instead)
    {
        var pack = book.Bound.Packs.First(p => table.Id.StartsWith(p.Id + ".", StringComparison.Ordinal)).Id;
        var rules = book.Bound.Alone(pack) with { Decisions = book.Bound.Decisions.SetItem(table.Index, instead) };
        return Passes(rules, [.. CasesOf(pack)], rules.Norms.Select(n => n.Id).ToHashSet(StringComparer.Ordinal));
    }

    private static bool Passes(BoundRules rules, ImmutableArray<PackCase> cases, HashSet<string> norms)
    {
        var runner = new CaseRunner(new RuleBook(rules, cases));
        return cases.All(c => runner.Passes(c, norms));
    }

    private IEnumerable<PackCase> CasesOf(string pack) => book.Cases.Where(c => string.Equals(c.Pack, pack, StringComparison.Ordinal));

    /// <summary>The acts without which the norm is never activated; null where there are none such.</summary>
    private HashSet<string>? ActsThatActivate(BoundNorm norm)
    {
        if (norm.On is not { } on || on.Alternatives.Any(a => a.Act == BoundAlternative.AnyAct))
            return null;
        var emitted = book.Bound.Processes.SelectMany(p => p.States).Select(s => s.Timer?.Emit ?? -1).ToHashSet();
        return on.Alternatives.Any(a => emitted.Contains(a.Act))
            ? null
            : on.Alternatives.Select(a => book.Bound.Vocabulary.Acts[a.Act].Name).ToHashSet(StringComparer.Ordinal);
    }
}
