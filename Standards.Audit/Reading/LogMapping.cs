using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Standards.Audit.Reading;

/// <summary>
/// How the rows of a table become events. Immutable. A mistake in it that a table could show (a column that is not there) is a diagnostic of
/// that table; one that is wrong in itself is an <see cref="ArgumentException"/> when reading starts.
/// </summary>
public sealed record LogMapping
{
    /// <summary>The separator of fields, an ASCII character. Default a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The name of the encoding of the file, for instance <c>gb18030</c>; a byte order mark overrides it. Default UTF-8.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Whether spaces and tabs around fields are removed. Default false.</summary>
    public bool Trim { get; init; }

    /// <summary>The zone of times that do not say theirs; null, the default, makes such a time an error.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>
    /// Formats of times as <see cref="DateTime"/> takes them, tried in order, with <c>zzz</c> where the text says its offset (<c>K</c> is not
    /// taken). Default none: RFC 3339, and the same without zone where <see cref="Zone"/> is given.
    /// </summary>
    public ImmutableArray<string> TimeFormats { get; init; } = [];

    /// <summary>The culture of numbers and of names in times. Default invariant.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The case id.</summary>
    public required MappedCell Case { get; init; }

    /// <summary>The process; null for none.</summary>
    public MappedCell? Process { get; init; }

    /// <summary>Facts of the case by attribute name: stated once a case, as a <c>case.facts</c> event at the time of its first event.</summary>
    public ImmutableArray<MappedAttribute> Facts { get; init; } = [];

    /// <summary>The events that each row holds, at least one.</summary>
    public required ImmutableArray<MappedEvent> Events { get; init; }
}

/// <summary>Where a text comes from. Immutable. A closed hierarchy.</summary>
public abstract record MappedCell
{
    private MappedCell()
    {
    }

    /// <summary>A column, by the name in the header.</summary>
    /// <param name="Name">Compared exactly.</param>
    public sealed record Column(string Name) : MappedCell
    {
        /// <summary>Texts to replace; others stay as they are. An empty text counts as absent.</summary>
        public FrozenDictionary<string, string> Values { get; init; } = FrozenDictionary<string, string>.Empty;
    }

    /// <summary>The same text in every row.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Constant(string Text) : MappedCell;
}

/// <summary>An attribute and its source. Immutable.</summary>
/// <param name="Name">The full dotted name, as in the vocabulary.</param>
/// <param name="Cell">Where its value comes from.</param>
public sealed record MappedAttribute(string Name, MappedCell Cell);

/// <summary>A condition on a row. Immutable.</summary>
/// <param name="Cell">The text that is looked at.</param>
/// <param name="Values">The texts that meet the condition.</param>
public sealed record MappedCondition(MappedCell Cell, FrozenSet<string> Values);

/// <summary>One event of a row. Immutable.</summary>
/// <param name="At">The time.</param>
/// <param name="Act">The act; its <see cref="MappedCell.Column.Values"/> translate the names of the log to those of the vocabulary.</param>
public sealed record MappedEvent(MappedCell At, MappedCell Act)
{
    /// <summary>Whether a row without this time simply has no such event. Default false: it is an error.</summary>
    public bool Optional { get; init; }

    /// <summary>The row has this event only where all of these hold.</summary>
    public ImmutableArray<MappedCondition> When { get; init; } = [];

    public MappedCell? Actor { get; init; }

    public MappedCell? Role { get; init; }

    public MappedCell? Say { get; init; }

    public ImmutableArray<MappedAttribute> Data { get; init; } = [];
}
