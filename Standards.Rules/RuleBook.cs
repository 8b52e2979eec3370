using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Explanation;
using Standards.Rules.Loading;
using Standards.Rules.Sessions;

namespace Standards.Rules;

/// <summary>What loading a rules directory gave.</summary>
/// <param name="RuleBook">The compiled norms; null where there was an error.</param>
/// <param name="Diagnostics">Every mistake, by file and position.</param>
/// <param name="Sources">The files read, for showing diagnostics.</param>
public sealed record RuleBookLoad(RuleBook? RuleBook, ImmutableArray<Diagnostic> Diagnostics, SourceCatalog Sources);

/// <summary>
/// Compiled norms: the one thing that live sessions, audits and training share. Immutable and thread-safe; sessions of it are not.
/// </summary>
/// <example>
/// <code>
/// var load = RuleBook.Load("rules");
/// using var session = load.RuleBook!.Open("C-1042");
/// foreach (var finding in session.Observe(interactionEvent))
///     Console.WriteLine(finding.Message.In(Language.En));
/// </code>
/// </example>
public sealed class RuleBook
{
    internal RuleBook(BoundRules bound, ImmutableArray<PackCase> cases)
    {
        Compiled = RulesCompiler.Compile(bound);
        Cases = cases;
        Composer = new FindingComposer(Compiled);
    }

    internal CompiledRules Compiled { get; }

    internal BoundRules Bound => Compiled.Bound;

    /// <summary>The packs' own tests.</summary>
    internal ImmutableArray<PackCase> Cases { get; }

    internal FindingComposer Composer { get; }

    /// <summary>The ids of all norms, in the order of packs and files.</summary>
    public ImmutableArray<string> NormIds => [.. Bound.Norms.Where(n => n.IsJudged).Select(n => n.Id)];

    /// <summary>A pack as if no other were loaded, without cases.</summary>
    internal RuleBook Alone(string pack) => new(Bound.Alone(pack), []);

    /// <summary>As <see cref="Alone"/>, with the cases of the pack.</summary>
    internal RuleBook AloneWithCases(string pack) => new(Bound.Alone(pack), [.. Cases.Where(c => string.Equals(c.Pack, pack, StringComparison.Ordinal))]);

    /// <summary>The norm with what it depends on: the machines of its pack, and the norms that except it. It gets the same verdicts.</summary>
    internal RuleBook Narrowed(BoundNorm norm) => new(
        Bound.Alone(norm.Pack.Id) with
        {
            Norms = [.. Bound.Norms.Where(n => ReferenceEquals(n, norm) || norm.IsExceptedBy(n.Id) || (ReferenceEquals(n.Pack, norm.Pack) && n.Form is NormForm.OutOfOrder))],
        },
        []);

    /// <summary>Loads a rules directory. Mistakes in it are diagnostics, never exceptions.</summary>
    public static RuleBookLoad Load(string directory, RuleBookOptions? options = null) =>
        new RuleBookLoader(options ?? RuleBookOptions.Default).Load(directory);

    /// <summary>Opens a live session for one interaction.</summary>
    /// <param name="caseId">The id of the interaction; <see cref="InteractionEvent.Case"/> of its events.</param>
    /// <param name="processes">Processes that the interaction belongs to, besides those that its events name.</param>
    /// <exception cref="ArgumentException">A process is not known to any pack.</exception>
    public Session Open(string caseId, params ReadOnlySpan<string> processes) => new(this, caseId, processes);

    /// <summary>Resumes a session where <see cref="Session.Snapshot"/> left it.</summary>
    /// <exception cref="FormatException">The snapshot cannot be read, or was made with other packs.</exception>
    public Session Restore(ReadOnlySpan<byte> snapshot) => SessionSnapshot.Restore(this, snapshot);
}
