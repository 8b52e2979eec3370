using Microsoft.Data.Sqlite;

namespace Standards.Simulator.Records;

/// <summary>
/// The tables of a store. Instants are ticks of 100 ns since 0001-01-01T00:00:00Z, spans are ticks, a seed is its 64 bits as a signed number;
/// lists of names are JSON. docs/records.md describes them for whoever queries a store by other means.
/// </summary>
internal static class StoreSchema
{
    /// <summary>Raised with every change of the tables.</summary>
    public const int Version = 1;

    /// <summary>Tells a store from the database of another program: <c>STDS</c>.</summary>
    public const int ApplicationId = 0x53544453;

    private const string Tables = """
        CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID;

        CREATE TABLE attempts (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            title_zh TEXT NOT NULL,
            title_en TEXT NOT NULL,
            processes TEXT NOT NULL,
            trainee TEXT NOT NULL,
            packs TEXT NOT NULL,
            profile TEXT,
            seed INTEGER NOT NULL,
            mode TEXT NOT NULL,
            language TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            duration INTEGER NOT NULL,
            is_finished INTEGER NOT NULL,
            hints INTEGER NOT NULL,
            clock INTEGER NOT NULL,
            scoring TEXT NOT NULL,
            earned REAL NOT NULL,
            possible REAL NOT NULL,
            share REAL,
            passed INTEGER NOT NULL,
            machine_share REAL,
            machine_passed INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX attempts_of_trainee ON attempts (trainee, started_at);
        CREATE INDEX attempts_of_subject ON attempts (subject, started_at);

        CREATE TABLE inputs (
            attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            line TEXT NOT NULL,
            PRIMARY KEY (attempt, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE events (
            attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            at INTEGER NOT NULL,
            act TEXT NOT NULL,
            process TEXT,
            actor TEXT,
            role TEXT,
            say TEXT,
            data TEXT NOT NULL,
            file TEXT,
            line INTEGER NOT NULL,
            PRIMARY KEY (attempt, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE findings (
            attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            norm TEXT NOT NULL,
            key TEXT,
            pack TEXT NOT NULL,
            verdict TEXT NOT NULL,
            severity TEXT NOT NULL,
            at INTEGER NOT NULL,
            due INTEGER,
            message_zh TEXT NOT NULL,
            message_en TEXT NOT NULL,
            clauses TEXT NOT NULL,
            evidence TEXT NOT NULL,
            PRIMARY KEY (attempt, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE corrections (
            attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            norm TEXT NOT NULL,
            key TEXT,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            verdict TEXT NOT NULL,
            reason TEXT NOT NULL,
            trainer TEXT NOT NULL,
            entered_at INTEGER NOT NULL,
            PRIMARY KEY (attempt, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE notes (
            attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            at INTEGER NOT NULL,
            author TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (attempt, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE norms (
            attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            norm TEXT NOT NULL,
            pack TEXT NOT NULL,
            section TEXT NOT NULL,
            section_zh TEXT NOT NULL,
            section_en TEXT NOT NULL,
            title_zh TEXT NOT NULL,
            title_en TEXT NOT NULL,
            clauses TEXT NOT NULL,
            severity TEXT NOT NULL,
            skill TEXT NOT NULL,
            weight REAL NOT NULL,
            earned REAL NOT NULL,
            possible REAL NOT NULL,
            PRIMARY KEY (attempt, ordinal)
        ) WITHOUT ROWID;
        """;

    /// <summary>Makes the tables where the file is new; a file that is something else is refused.</summary>
    /// <exception cref="CommandFailure">The file is no store, or that of a newer program.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        if (IsKnown(connection, path))
            return;
        using var transaction = connection.BeginTransaction(deferred: false);

        // Another program may have been faster.
        if (!IsKnown(connection, path))
        {
            Execute(connection, Tables);
            Execute(connection, $"PRAGMA application_id = {ApplicationId}");
            Execute(connection, $"PRAGMA user_version = {Version}");
        }

        transaction.Commit();
    }

    private static bool IsKnown(SqliteConnection connection, string path)
    {
        var application = Ask(connection, "PRAGMA application_id");
        var version = Ask(connection, "PRAGMA user_version");
        if (application == 0 && version == 0 && Ask(connection, "SELECT COUNT(*) FROM sqlite_master") == 0)
            return false;
        if (application != ApplicationId)
            throw StoreFailure.NoStore(path);
        return version <= Version ? true : throw StoreFailure.Newer(path);
    }

    private static long Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
