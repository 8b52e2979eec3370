using Microsoft.Data.Sqlite;
using Standards.Core;

namespace Standards.Simulator.Records;

/// <summary>The row that a reader stands on, by the names of its columns.</summary>
internal readonly struct Row(SqliteDataReader reader)
{
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public string? TextOrNull(string column) => reader.GetOrdinal(column) is var i && reader.IsDBNull(i) ? null : reader.GetString(i);

    public long Whole(string column) => reader.GetInt64(reader.GetOrdinal(column));

    public double Real(string column) => reader.GetDouble(reader.GetOrdinal(column));

    public double? RealOrNull(string column) => reader.GetOrdinal(column) is var i && reader.IsDBNull(i) ? null : reader.GetDouble(i);

    public bool Flag(string column) => Whole(column) != 0;

    public Instant Instant(string column) => new(Whole(column));

    public Instant? InstantOrNull(string column) => reader.GetOrdinal(column) is var i && reader.IsDBNull(i) ? null : new Instant(reader.GetInt64(i));

    public LocalizedText Localized(string column) => new(Text(column + "_zh"), Text(column + "_en"));
}
