using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Standards.Core;
using Standards.Core.Values;

namespace Standards.Audit.Reading;

/// <summary>A mapping with its columns found in the header of a table and its names in the schema. Not thread-safe.</summary>
internal sealed class BoundMapping
{
    private readonly CsvHeader _header;
    private readonly EventNames _names;

    public BoundMapping(LogMapping mapping, CsvHeader header, EventNames names)
    {
        _header = header;
        _names = names;
        Case = Bind(mapping.Case);
        Process = BindOptional(mapping.Process);
        Facts = Bind(mapping.Facts);
        Events = [.. mapping.Events.Select(Bind)];
    }

    public BoundCell Case { get; }

    public BoundCell? Process { get; }

    public ImmutableArray<BoundAttribute> Facts { get; }

    public ImmutableArray<BoundEvent> Events { get; }

    private BoundCell Bind(MappedCell cell) => cell switch
    {
        MappedCell.Column column => new BoundCell(_header.Find(column.Name), column.Values),
        MappedCell.Constant(var text) => new BoundCell(text),
        _ => throw new ArgumentException($"unknown kind of cell {cell}", nameof(cell)),
    };

    private BoundCell? BindOptional(MappedCell? cell) => cell is null ? null : Bind(cell);

    private BoundEvent Bind(MappedEvent mapped) => new(
        Bind(mapped.At),
        Bind(mapped.Act),
        mapped.Optional,
        [.. mapped.When.Select(condition => new BoundCondition(Bind(condition.Cell), Utf8Table.Of(condition.Values)))],
        BindOptional(mapped.Actor),
        BindOptional(mapped.Role),
        BindOptional(mapped.Say),
        Bind(mapped.Data));

    // A column that no norm reads must be there all the same: a mapping that names it expects it.
    private ImmutableArray<BoundAttribute> Bind(ImmutableArray<MappedAttribute> attributes) =>
    [
        .. attributes
            .Select(attribute => (Cell: Bind(attribute.Cell), Index: _names.ReadAttribute(attribute.Name)))
            .Where(attribute => attribute.Index >= 0)
            .Select(attribute => new BoundAttribute(attribute.Index, _names.Schema.Attributes[attribute.Index].Kind, attribute.Cell)),
    ];
}

/// <summary>A cell of the current row, or a constant. Immutable.</summary>
internal sealed class BoundCell
{
    private readonly int _column = -1;
    private readonly byte[] _constant = [];
    private readonly Utf8Table? _from;
    private readonly byte[][] _to = [];

    public BoundCell(string constant) => _constant = Encoding.UTF8.GetBytes(constant);

    public BoundCell(int column, IReadOnlyDictionary<string, string> values)
    {
        _column = column;
        if (values.Count == 0)
            return;
        _from = Utf8Table.Of(values.Keys);
        _to = [.. values.Values.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The text; empty where there is none. Valid until the next row.</summary>
    public ReadOnlySpan<byte> Text(CsvReader row)
    {
        if (_column < 0)
            return _constant;
        var text = row.GetSpan(_column);
        return _from?.Find(text) is >= 0 and var number ? _to[number] : text;
    }
}

/// <summary>An attribute that a norm reads, with its source.</summary>
internal sealed record BoundAttribute(int Index, ValueKind Kind, BoundCell Cell);

/// <summary>A condition on a row.</summary>
internal sealed record BoundCondition(BoundCell Cell, Utf8Table Values)
{
    public bool Holds(CsvReader row) => Values.Find(Cell.Text(row)) >= 0;
}

/// <summary>An event of a row, bound.</summary>
internal sealed record BoundEvent(
    BoundCell At,
    BoundCell Act,
    bool Optional,
    ImmutableArray<BoundCondition> When,
    BoundCell? Actor,
    BoundCell? Role,
    BoundCell? Say,
    ImmutableArray<BoundAttribute> Data);
