using Microsoft.Data.Sqlite;

namespace Standards.Simulator.Records;

/// <summary>Adds rows to one table, in the transaction that is open. Not thread-safe.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly SqliteCommand _command;

    public RowWriter(SqliteConnection connection, SqliteTransaction transaction, string table, params ReadOnlySpan<string> columns)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.ToArray().Select(c => "$" + c))})";
        foreach (var column in columns)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
    }

    /// <summary>Adds a row: a value for each column, in their order.</summary>
    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
