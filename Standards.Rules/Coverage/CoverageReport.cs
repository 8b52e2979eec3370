using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Coverage;

/// <summary>Clauses against norms. Immutable and thread-safe.</summary>
public sealed class CoverageReport
{
    private CoverageReport(ImmutableArray<ClauseCoverage> clauses) => Clauses = clauses;

    /// <summary>Every clause of every pack, in the order of the catalogues.</summary>
    public ImmutableArray<ClauseCoverage> Clauses { get; }

    /// <summary>Clauses that nothing holds.</summary>
    public IEnumerable<ClauseCoverage> Uncovered => Clauses.Where(c => !c.IsCovered);

    /// <summary>Clauses that are held, but by nothing that looks at what they are about, and of which the catalogue does not say why.</summary>
    public IEnumerable<ClauseCoverage> Weak => Clauses.Where(c => c is { IsWeak: true, Waiver: null });

    /// <summary>Clauses that are held by something weaker, for a reason that the catalogue gives.</summary>
    public IEnumerable<ClauseCoverage> Waived => Clauses.Where(c => c is { IsWeak: true, Waiver: not null });

    /// <summary>The part of the clauses that is covered, from 0 to 1; 1 where there are none.</summary>
    public double Share => Clauses.IsEmpty ? 1 : (double)Clauses.Count(c => c.IsCovered) / Clauses.Length;

    /// <summary>What the rule book's norms say of its clauses.</summary>
    public static CoverageReport Of(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new CoverageReport([.. book.Bound.Packs.SelectMany(p => ClausesOf(book.Bound, p))]);
    }

    /// <summary>Warnings ST0801, ST0802 and ST0803, at the clauses' places in the catalogue.</summary>
    public ImmutableArray<Diagnostic> Diagnostics()
    {
        var bag = new DiagnosticBag();
        foreach (var clause in Uncovered)
            bag.Report(PackDiagnostics.Uncovered, clause.Span, clause.Clause);
        foreach (var clause in Weak)
            bag.Report(PackDiagnostics.Weak, clause.Span, clause.Clause, clause.Kind, string.Join(", ", clause.HeldBy));
        foreach (var clause in Clauses.Where(c => c is { IsWeak: false, Waiver: not null }))
            bag.Report(PackDiagnostics.NeedlessWaiver, clause.Span, clause.Clause);
        return bag.ToSorted();
    }

    private static IEnumerable<ClauseCoverage> ClausesOf(BoundRules rules, BoundPack pack)
    {
        var citations = Citations(rules, pack).ToLookup(c => c.Clause, c => c.By, StringComparer.Ordinal);
        foreach (var clause in pack.Clauses)
        {
            var citing = citations[clause.Id].ToList();
            var cover = clause.IsReference ? ClauseCover.Reference
                : citing.Count == 0 ? ClauseCover.Uncovered
                : citing.Min(c => c.Cover);
            var weak = cover is not (ClauseCover.Reference or ClauseCover.Uncovered) && !citing.Exists(c => c.Holds(clause));
            yield return new ClauseCoverage(
                pack.Label,
                clause.Id,
                clause.Kind,
                clause.Text,
                cover,
                [.. citing.Select(c => c.Id).Distinct(StringComparer.Ordinal)],
                weak,
                clause.Waiver,
                clause.Span);
        }
    }

    private static IEnumerable<(string Clause, Citation By)> Citations(BoundRules rules, BoundPack pack)
    {
        foreach (var norm in rules.Norms.Where(n => ReferenceEquals(n.Pack, pack)))
        {
            foreach (var clause in norm.Clauses.Concat(norm.Unless.SelectMany(u => u.Clauses)))
                yield return (clause, new Citation(norm.Id, norm));
        }

        foreach (var decision in rules.Decisions.Where(d => d.Id.StartsWith(pack.Id + ".", StringComparison.Ordinal)))
        {
            foreach (var clause in decision.Rules.SelectMany(r => r.Clauses))
                yield return (clause, new Citation(decision.Id, null));
        }
    }

    /// <param name="Id">The norm or the decision table.</param>
    /// <param name="Norm">Null for a decision table.</param>
    private readonly record struct Citation(string Id, BoundNorm? Norm)
    {
        public ClauseCover Cover => Norm?.Form switch
        {
            null or NormForm.Decide => ClauseCover.Decision,
            NormForm.Quota => ClauseCover.Quota,
            NormForm.Observe => ClauseCover.Checklist,
            _ => ClauseCover.Norm,
        };

        /// <summary>Whether this looks at what the kind of the clause is about.</summary>
        public bool Holds(BoundClause clause)
        {
            if (Norm is not { } norm)
                return clause.Kind is not ("deadline" or "script" or "record" or "quota" or "tariff" or "schedule");

            // What the catalogue leaves to an observer is held by the observer's answer.
            if (norm.Form is NormForm.Observe && string.Equals(clause.Check, "observer", StringComparison.Ordinal))
                return true;
            return clause.Kind switch
            {
                "deadline" => NormTraits.HasClock(norm),
                "script" => NormTraits.LooksAtWords(norm),
                "record" => norm.Form is NormForm.Record { Fields.IsEmpty: false },
                "prerequisite" or "sequence" => NormTraits.LooksAtOrder(norm),
                "grading" => norm.Form is NormForm.Decide,
                "authority" => NormTraits.LooksAtRoles(norm),
                "quota" => norm.Form is NormForm.Quota,
                "schedule" => norm.Form is NormForm.During || NormTraits.HasClock(norm),
                "tariff" => norm.Form is NormForm.Tariff,
                "prohibition" => NormTraits.Prohibits(norm),
                "manner" => norm.Form is NormForm.Observe,
                _ => true,
            };
        }
    }
}
