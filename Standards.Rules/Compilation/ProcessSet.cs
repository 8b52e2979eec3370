using System.Collections.Immutable;

namespace Standards.Rules.Compilation;

/// <summary>A set of process indices, ascending; compared by content. Immutable.</summary>
internal readonly struct ProcessSet : IEquatable<ProcessSet>
{
    private readonly ImmutableArray<int> _items;

    private ProcessSet(ImmutableArray<int> items) => _items = items;

    public static readonly ProcessSet Empty = new([]);

    public ImmutableArray<int> Items => _items.IsDefault ? [] : _items;

    public static ProcessSet Of(ImmutableArray<int> items) => new([.. items.Distinct().Order()]);

    public ProcessSet With(int process) => Items.Contains(process) ? this : new([.. Items.Append(process).Order()]);

    public bool Equals(ProcessSet other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is ProcessSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
