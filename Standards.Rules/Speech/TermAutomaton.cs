using System.Runtime.CompilerServices;

namespace Standards.Rules.Speech;

/// <summary>A term that ends in a run of tokens.</summary>
internal readonly record struct TermOccurrence(int Term, int First, int End);

/// <summary>
/// An Aho-Corasick automaton over token keys: all occurrences of any number of terms in one pass. States are numbers,
/// edges stand in one open-addressing table. Immutable once built; thread-safe.
/// </summary>
internal sealed class TermAutomaton
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly int[] _lengths;
    private readonly int[] _fail;
    private readonly int[] _term;
    private readonly int[] _nextWithTerm;
    private readonly Edge[] _edges;
    private readonly int _shift;

    private TermAutomaton(int[] lengths, int[] fail, int[] term, int[] nextWithTerm, Edge[] edges)
    {
        _lengths = lengths;
        _fail = fail;
        _term = term;
        _nextWithTerm = nextWithTerm;
        _edges = edges;
        _shift = Shift(edges.Length);
    }

    private readonly record struct Edge(ulong Key, int From, int To);

    /// <summary>Builds from terms of at least one token each; the first of equal terms stands for all of them.</summary>
    public static TermAutomaton Build(IReadOnlyList<ulong[]> terms)
    {
        var children = new List<Dictionary<ulong, int>> { new() };
        var termOf = new List<int> { -1 };
        for (var t = 0; t < terms.Count; t++)
        {
            var state = 0;
            foreach (var key in terms[t])
            {
                if (!children[state].TryGetValue(key, out var next))
                {
                    next = children.Count;
                    children[state].Add(key, next);
                    children.Add([]);
                    termOf.Add(-1);
                }

                state = next;
            }

            if (termOf[state] < 0)
                termOf[state] = t;
        }

        var (fail, nextWithTerm) = Links(children, termOf);
        return new TermAutomaton([.. terms.Select(t => t.Length)], fail, [.. termOf], nextWithTerm, Edges(children));
    }

    /// <summary>Adds every occurrence in <paramref name="keys"/>, in the order of their ends, the longer first.</summary>
    /// <param name="keys">The tokens.</param>
    /// <param name="offset">Added to every position.</param>
    /// <param name="found">Takes the occurrences; made when there is one.</param>
    public void Find(ReadOnlySpan<ulong> keys, int offset, ref List<TermOccurrence>? found)
    {
        var state = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            state = Next(state, keys[i]);
            for (var s = _term[state] >= 0 ? state : _nextWithTerm[state]; s > 0; s = _nextWithTerm[s])
                (found ??= []).Add(new TermOccurrence(_term[s], offset + i + 1 - _lengths[_term[s]], offset + i + 1));
        }
    }

    private int Next(int state, ulong key)
    {
        while (true)
        {
            var next = Child(state, key);
            if (next > 0 || state == 0)
                return next;
            state = _fail[state];
        }
    }

    /// <summary>The state after an edge; 0 where there is none, as no edge leads back to the root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int state, ulong key)
    {
        var mask = _edges.Length - 1;
        for (var i = Slot(state, key, _shift); ; i = (i + 1) & mask)
        {
            ref readonly var edge = ref _edges[i];
            if (edge.To == 0 || (edge.From == state && edge.Key == key))
                return edge.To;
        }
    }

    private static int Slot(int state, ulong key, int shift) => (int)(((key + ((ulong)state * 0xD6E8FEB86659FD93)) * Multiplier) >> shift);

    private static int Shift(int size) => 64 - System.Numerics.BitOperations.Log2((uint)size);

    private static (int[] Fail, int[] NextWithTerm) Links(List<Dictionary<ulong, int>> children, List<int> termOf)
    {
        var fail = new int[children.Count];
        var nextWithTerm = new int[children.Count];
        var queue = new Queue<int>(children[0].Values);
        while (queue.TryDequeue(out var state))
        {
            nextWithTerm[state] = termOf[fail[state]] >= 0 ? fail[state] : nextWithTerm[fail[state]];
            foreach (var (key, child) in children[state])
            {
                var back = fail[state];
                int target;
                while (!children[back].TryGetValue(key, out target) && back != 0)
                    back = fail[back];
                fail[child] = target;
                queue.Enqueue(child);
            }
        }

        return (fail, nextWithTerm);
    }

    private static Edge[] Edges(List<Dictionary<ulong, int>> children)
    {
        // INVARIANT: a power of two, at most half full, so that a search always meets an empty place.
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, children.Count * 2));
        var edges = new Edge[size];
        var shift = Shift(size);
        for (var state = 0; state < children.Count; state++)
        {
            foreach (var (key, child) in children[state])
            {
                var slot = Slot(state, key, shift);
                while (edges[slot].To != 0)
                    slot = (slot + 1) & (size - 1);
                edges[slot] = new Edge(key, state, child);
            }
        }

        return edges;
    }
}
