using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Standards.Core;
using Standards.Simulator.Records;

namespace Standards.Simulator.Drills;

/// <summary>
/// Reviews, in a table of their own in the store of attempts. Not thread-safe.
/// </summary>
internal sealed class ReviewStore : IDisposable
{
    private const int BusySeconds = 5;
    private const string DayFormat = "yyyy-MM-dd";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS reviews (
            trainee TEXT NOT NULL,
            kind TEXT NOT NULL,
            norm TEXT NOT NULL,
            streak INTEGER NOT NULL,
            due_on TEXT NOT NULL,
            last_at INTEGER NOT NULL,
            asked INTEGER NOT NULL,
            missed INTEGER NOT NULL,
            PRIMARY KEY (trainee, kind, norm)
        ) WITHOUT ROWID
        """;

    private readonly SqliteConnection _connection;
    private readonly string _path;

    private ReviewStore(SqliteConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    /// <summary>Opens the reviews in the store of attempts that the command line names; makes the store where there is none.</summary>
    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static ReviewStore Open(Invocation invocation)
    {
        using var attempts = StoreOption.Open(invocation);
        return Open(attempts);
    }

    /// <summary>Opens the reviews in a store of attempts, which knows how to make and to check the file.</summary>
    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static ReviewStore Open(AttemptStore attempts) => StoreFailure.Guard(attempts.Path, () =>
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = attempts.Path, DefaultTimeout = BusySeconds, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Schema;
            command.ExecuteNonQuery();
            return new ReviewStore(connection, attempts.Path);
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>What the trainee has done, by item.</summary>
    /// <exception cref="CommandFailure">The file cannot be read.</exception>
    public ImmutableDictionary<DrillItem, ReviewState> Load(string trainee) => StoreFailure.Guard(_path, () =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT kind, norm, streak, due_on, last_at, asked, missed FROM reviews WHERE trainee = $trainee";
        command.Parameters.AddWithValue("$trainee", trainee);
        using var reader = command.ExecuteReader();
        var states = ImmutableDictionary.CreateBuilder<DrillItem, ReviewState>();
        while (reader.Read())
        {
            // A row of a kind that this version does not ask, or with a day that is none, is somebody else's to mend.
            if (DrillKinds.Find(reader.GetString(0)) is not { } kind
                || !DateOnly.TryParseExact(reader.GetString(3), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
            {
                continue;
            }

            var item = new DrillItem(kind, reader.GetString(1));
            states[item] = new ReviewState(item, reader.GetInt32(2), due, new Instant(reader.GetInt64(4)), reader.GetInt32(5), reader.GetInt32(6));
        }

        return states.ToImmutable();
    });

    /// <summary>The norms that the trainee broke in attempts, corrections taken in, and when.</summary>
    /// <exception cref="CommandFailure">The file cannot be read.</exception>
    public ImmutableArray<(string Norm, DateTimeOffset When)> Broken(string trainee) => StoreFailure.Guard(_path, () =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            SELECT norms.norm, MAX(attempts.ended_at) FROM attempts JOIN norms ON norms.attempt = attempts.id
            WHERE attempts.trainee = $trainee AND norms.earned < norms.possible GROUP BY norms.norm
            """;
        command.Parameters.AddWithValue("$trainee", trainee);
        using var reader = command.ExecuteReader();
        var broken = ImmutableArray.CreateBuilder<(string, DateTimeOffset)>();
        while (reader.Read())
            broken.Add((reader.GetString(0), new Instant(reader.GetInt64(1)).ToDateTimeOffset()));
        return broken.ToImmutable();
    });

    /// <summary>Keeps a state in place of the one before.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public void Save(string trainee, ReviewState state) => StoreFailure.Guard(_path, () =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """
            INSERT INTO reviews (trainee, kind, norm, streak, due_on, last_at, asked, missed)
            VALUES ($trainee, $kind, $norm, $streak, $due, $last, $asked, $missed)
            ON CONFLICT (trainee, kind, norm) DO UPDATE SET
                streak = excluded.streak, due_on = excluded.due_on, last_at = excluded.last_at, asked = excluded.asked, missed = excluded.missed
            """;
        command.Parameters.AddWithValue("$trainee", trainee);
        command.Parameters.AddWithValue("$kind", DrillKinds.NameOf(state.Item.Kind));
        command.Parameters.AddWithValue("$norm", state.Item.Norm);
        command.Parameters.AddWithValue("$streak", state.Streak);
        command.Parameters.AddWithValue("$due", state.DueOn.ToString(DayFormat, CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$last", state.LastAt.Ticks);
        command.Parameters.AddWithValue("$asked", state.Asked);
        command.Parameters.AddWithValue("$missed", state.Missed);
        return command.ExecuteNonQuery();
    });

    public void Dispose() => _connection.Dispose();
}
