using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules;

namespace Standards.Audit.Running;

/// <summary>Puts the verdicts of a run in the order of the contract: case, time, norm; and counts them by norm.</summary>
internal sealed class FindingOrder
{
    private readonly RuleBook _book;
    private readonly CaseIndex _index;
    private readonly VerdictStore _store;
    private readonly long[] _satisfied;
    private readonly int[] _order;

    public FindingOrder(RuleBook book, CaseIndex index, VerdictStore store, long[] satisfied, Func<int, bool> isValid)
    {
        _book = book;
        _index = index;
        _store = store;
        _satisfied = satisfied;
        _order = Sort(isValid);
    }

    public IEnumerable<Finding> Findings(ImmutableArray<string> files)
    {
        var last = -1;
        var name = "";
        foreach (var i in _order)
        {
            var verdict = _store[i];
            if (verdict.Case != last)
                (last, name) = (verdict.Case, _index.Name(verdict.Case));
            yield return _book.Composer.Compose(name, verdict.ToRecord(), f => files[f]);
        }
    }

    public ImmutableArray<NormTally> Tallies()
    {
        var plans = _book.Compiled.Plans;
        var violated = new long[plans.Length];
        var unknown = new long[plans.Length];
        var cases = new long[plans.Length];
        var lastCase = new int[plans.Length];
        Array.Fill(lastCase, -1);
        foreach (var i in _order)
        {
            ref readonly var verdict = ref _store[i];
            if (verdict.Verdict == Verdict.Unknown)
                unknown[verdict.Norm]++;
            if (verdict.Verdict != Verdict.Violated)
                continue;
            violated[verdict.Norm]++;
            if (lastCase[verdict.Norm] == verdict.Case)
                continue;
            lastCase[verdict.Norm] = verdict.Case;
            cases[verdict.Norm]++;
        }

        return
        [
            .. plans.Select(p => new NormTally(p.Norm.Id, p.Norm.Title, p.Norm.Severity, p.Norm.Clauses, p.Norm.Pack.Label)
            {
                Satisfied = _satisfied[p.Index],
                Violated = violated[p.Index],
                Unknown = unknown[p.Index],
                Pending = _store.Pending[p.Index],
                CasesViolated = cases[p.Index],
            }).Where(t => t.Satisfied + t.Violated + t.Unknown + t.Pending > 0),
        ];
    }

    /// <summary>Verdicts by the order of their cases (a counting sort), then each case's few by time and norm.</summary>
    private int[] Sort(Func<int, bool> isValid)
    {
        var counts = new int[_index.Count + 1];
        var valid = 0;
        for (var i = 0; i < _store.Count; i++)
        {
            if (!isValid(i))
                continue;
            counts[_store[i].Case]++;
            valid++;
        }

        var numbers = new List<int>();
        for (var number = 0; number < _index.Count; number++)
        {
            if (counts[number] > 0)
                numbers.Add(number);
        }

        _index.Sort(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers));
        var start = 0;
        var places = new int[_index.Count];
        foreach (var number in numbers)
        {
            places[number] = start;
            start += counts[number];
        }

        var order = new int[valid];
        for (var i = 0; i < _store.Count; i++)
        {
            if (isValid(i))
                order[places[_store[i].Case]++] = i;
        }

        var ranks = NormRanks();
        var from = 0;
        foreach (var number in numbers)
        {
            if (counts[number] > 1)
                order.AsSpan(from, counts[number]).Sort((a, b) => Compare(in _store[a], in _store[b], ranks));
            from += counts[number];
        }

        return order;
    }

    private int[] NormRanks()
    {
        var plans = _book.Compiled.Plans;
        var sorted = Enumerable.Range(0, plans.Length).OrderBy(i => plans[i].Norm.Id, StringComparer.Ordinal).ToArray();
        var ranks = new int[plans.Length];
        for (var i = 0; i < sorted.Length; i++)
            ranks[sorted[i]] = i;
        return ranks;
    }

    private static int Compare(in StoredVerdict a, in StoredVerdict b, int[] ranks)
    {
        var order = a.At.CompareTo(b.At);
        if (order == 0)
            order = ranks[a.Norm].CompareTo(ranks[b.Norm]);
        if (order == 0)
            order = a.ActivatedAt.CompareTo(b.ActivatedAt);
        if (order == 0 && a.Extra is not null && b.Extra is not null)
            order = string.CompareOrdinal(a.Extra.Key.ToString(), b.Extra.Key.ToString());
        return order != 0 ? order : a.Activation.Bits.CompareTo(b.Activation.Bits);
    }
}
