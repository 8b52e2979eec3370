using System.Runtime.Intrinsics;

namespace Standards.Audit.Reading;

/// <summary>What the value that follows a stretch of structure is for.</summary>
internal enum SlotKind : byte
{
    /// <summary>No value follows: the line ends.</summary>
    End,
    Case,
    Process,
    At,
    Act,
    Actor,
    Role,
    Say,
    SkippedText,
    SkippedToken,
    Text,
    Timestamp,
    Duration,
    Int,
    Double,
    Bool,
}

/// <summary>A value in a line: where its text stands (without quotes) and what it is for.</summary>
/// <param name="Start">Offset in the line.</param>
/// <param name="Length">Bytes, without quotes.</param>
/// <param name="Kind">The use of the value.</param>
/// <param name="Attribute">Index in the schema, for the kinds from <see cref="SlotKind.Text"/> on.</param>
internal readonly record struct ValueSlot(int Start, int Length, SlotKind Kind, int Attribute);

/// <summary>The bytes between two values of a line, all structure and keys, and what the value after them is for.</summary>
internal sealed class ShapeSegment(byte[] literal, SlotKind kind, int attribute)
{
    public readonly Vector256<byte> First = Padded(literal);
    public readonly Vector256<byte> Mask = MaskOf(literal.Length);
    public readonly byte[] Literal = literal;
    public readonly int Length = literal.Length;
    public readonly int Attribute = attribute;
    public readonly SlotKind Kind = kind;

    /// <summary>Another literal that has been seen in this place.</summary>
    public ShapeSegment? Sibling;

    /// <summary>The literals that have been seen after the value; null for <see cref="SlotKind.End"/>.</summary>
    public ShapeSegment? Child;

    private static Vector256<byte> Padded(byte[] literal)
    {
        Span<byte> padded = stackalloc byte[32];
        literal.AsSpan(0, Math.Min(literal.Length, 32)).CopyTo(padded);
        return Vector256.Create((ReadOnlySpan<byte>)padded);
    }

    private static Vector256<byte> MaskOf(int length)
    {
        Span<byte> mask = stackalloc byte[32];
        mask[..Math.Min(length, 32)].Fill(255);
        return Vector256.Create((ReadOnlySpan<byte>)mask);
    }
}

/// <summary>
/// The shapes of lines that the slow path has accepted: a tree of the literals between values. A line that follows a path of the tree has the
/// same keys in the same nesting, none twice, so that only its values remain to be checked. Not thread-safe.
/// </summary>
internal sealed class LineShapes
{
    private const int MostSegments = 2048;
    private const int MostSiblings = 16;
    private const int LongestLiteral = 4096;

    private int _count;

    public ShapeSegment? Root { get; private set; }

    /// <summary>Learns a line that is well-formed and accepted.</summary>
    /// <param name="line">The line with its line feed.</param>
    /// <param name="values">All values other than null, in order; none of them an array.</param>
    public void Learn(ReadOnlySpan<byte> line, ReadOnlySpan<ValueSlot> values)
    {
        if (_count + values.Length >= MostSegments)
        {
            Root = null;
            _count = 0;
        }

        ShapeSegment? parent = null;
        var from = 0;
        foreach (var value in values)
        {
            parent = Place(parent, line[from..value.Start], value.Kind, value.Attribute);
            if (parent is null)
                return;
            from = value.Start + value.Length;
        }

        Place(parent, line[from..], SlotKind.End, -1);
    }

    private ShapeSegment? Place(ShapeSegment? parent, ReadOnlySpan<byte> literal, SlotKind kind, int attribute)
    {
        var first = parent is null ? Root : parent.Child;
        var siblings = 0;
        for (var segment = first; segment is not null; segment = segment.Sibling, siblings++)
        {
            if (segment.Kind == kind && literal.SequenceEqual(segment.Literal))
                return segment;
        }

        if (siblings == MostSiblings || literal.Length > LongestLiteral)
            return null;
        var added = new ShapeSegment(literal.ToArray(), kind, attribute);
        _count++;
        if (parent is null)
            Root = Insert(first, added);
        else
            parent.Child = Insert(first, added);
        return added;
    }

    // INVARIANT: a literal stands before every literal that it begins with, so that the first match is the longest.
    private static ShapeSegment Insert(ShapeSegment? first, ShapeSegment added)
    {
        if (first is null || added.Literal.AsSpan().StartsWith(first.Literal))
        {
            added.Sibling = first;
            return added;
        }

        first.Sibling = Insert(first.Sibling, added);
        return first;
    }
}
