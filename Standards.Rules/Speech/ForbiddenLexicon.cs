using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Speech;

/// <summary>
/// Words that must not be said, and longer words in which they are harmless. Finds all of them in one pass, however
/// many there are. Terms are compared folded, token by token: a Latin term is found as a whole word only. No term
/// reaches over the end of a sentence. Immutable and thread-safe.
/// </summary>
public sealed class ForbiddenLexicon
{
    private readonly TermAutomaton _automaton;
    private readonly int _termCount;

    private ForbiddenLexicon(ImmutableArray<string> terms, ImmutableArray<string> exceptions, TermAutomaton automaton)
    {
        Terms = terms;
        Exceptions = exceptions;
        _termCount = terms.Length;
        _automaton = automaton;
    }

    public ImmutableArray<string> Terms { get; }

    /// <summary>A term inside one of these is no hit: <c>不行</c> inside <c>不行动</c>.</summary>
    public ImmutableArray<string> Exceptions { get; }

    /// <summary>Builds a lexicon that stands in no file; null where a mistake was reported as an error.</summary>
    public static ForbiddenLexicon? TryCreate(IEnumerable<string> terms, IEnumerable<string> exceptions, DiagnosticBag diagnostics) =>
        TryCreate(terms, exceptions, _ => SourceSpan.None, _ => SourceSpan.None, diagnostics);

    /// <summary>Builds a lexicon of a pack; null where a mistake was reported as an error.</summary>
    /// <param name="terms">The forbidden words.</param>
    /// <param name="exceptions">The harmless longer words.</param>
    /// <param name="termAt">Where a term stands, from its index.</param>
    /// <param name="exceptionAt">Where an exception stands, from its index.</param>
    /// <param name="diagnostics">Takes every mistake found.</param>
    public static ForbiddenLexicon? TryCreate(
        IEnumerable<string> terms,
        IEnumerable<string> exceptions,
        Func<int, SourceSpan> termAt,
        Func<int, SourceSpan> exceptionAt,
        DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(termAt);
        ArgumentNullException.ThrowIfNull(exceptionAt);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ImmutableArray<string> forbidden = [.. terms];
        ImmutableArray<string> excepted = [.. exceptions];
        var termKeys = Keys(forbidden);
        var exceptionKeys = Keys(excepted);
        var sound = HaveWords(forbidden, termKeys, termAt, diagnostics) & HaveWords(excepted, exceptionKeys, exceptionAt, diagnostics);
        if (!sound || !ExceptionsFit(TermAutomaton.Build(termKeys), excepted, exceptionKeys, exceptionAt, diagnostics))
            return null;
        return new ForbiddenLexicon(forbidden, excepted, TermAutomaton.Build([.. termKeys, .. exceptionKeys]));
    }

    /// <summary>The forbidden terms of an utterance, by their beginning, the longer first. Allocates only for hits.</summary>
    public ImmutableArray<TermHit> Find(TokenText utterance, HitOverlap overlap = HitOverlap.All)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        List<TermOccurrence>? found = null;
        var boundaries = utterance.Boundaries;
        for (var first = 0; first < boundaries.Length;)
        {
            var length = boundaries[(first + 1)..].IndexOf(Boundary.Stop);
            var end = length < 0 ? boundaries.Length : first + 1 + length;
            _automaton.Find(utterance.Keys[first..end], first, ref found);
            first = end;
        }

        return found is null ? [] : Hits(utterance, found, overlap);
    }

    private ImmutableArray<TermHit> Hits(TokenText utterance, List<TermOccurrence> found, HitOverlap overlap)
    {
        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        var hits = ImmutableArray.CreateBuilder<TermHit>();
        var harmlessTo = 0; // the furthest end of the exceptions that begin no later
        var coveredTo = 0; // the end of the last hit
        foreach (var occurrence in found)
        {
            if (occurrence.Term >= _termCount)
            {
                harmlessTo = Math.Max(harmlessTo, occurrence.End);
                continue;
            }

            if (occurrence.End <= harmlessTo || (overlap == HitOverlap.LongestLeftmost && occurrence.First < coveredTo))
                continue;
            coveredTo = occurrence.End;
            var range = utterance.RangeOf(occurrence.First, occurrence.End);
            hits.Add(new TermHit(Terms[occurrence.Term], occurrence.Term, range));
        }

        return hits.ToImmutable();
    }

    private static ImmutableArray<ulong[]> Keys(ImmutableArray<string> terms) => [.. terms.Select(t => TokenText.Of(t).Keys.ToArray())];

    private static bool HaveWords(
        ImmutableArray<string> terms,
        ImmutableArray<ulong[]> keys,
        Func<int, SourceSpan> at,
        DiagnosticBag diagnostics)
    {
        var sound = true;
        for (var i = 0; i < terms.Length; i++)
        {
            if (keys[i].Length > 0)
                continue;
            diagnostics.Report(SpeechDiagnostics.TermWithoutWords, at(i), terms[i]);
            sound = false;
        }

        return sound;
    }

    private static bool ExceptionsFit(
        TermAutomaton terms,
        ImmutableArray<string> exceptions,
        ImmutableArray<ulong[]> keys,
        Func<int, SourceSpan> at,
        DiagnosticBag diagnostics)
    {
        var sound = true;
        for (var i = 0; i < exceptions.Length; i++)
        {
            List<TermOccurrence>? inside = null;
            terms.Find(keys[i], 0, ref inside);
            if (inside is null)
            {
                diagnostics.Report(SpeechDiagnostics.UselessException, at(i), exceptions[i]);
            }
            else if (inside.Exists(o => o.End - o.First == keys[i].Length))
            {
                diagnostics.Report(SpeechDiagnostics.ContradictoryException, at(i), exceptions[i]);
                sound = false;
            }
        }

        return sound;
    }
}
