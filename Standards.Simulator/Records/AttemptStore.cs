using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Records;

/// <summary>
/// The attempts of a house, kept in one SQLite file that several programs may have open. Every change is whole or not at all. Whatever goes
/// wrong with the file is a <see cref="CommandFailure"/>. Not thread-safe.
/// </summary>
internal sealed class AttemptStore : IDisposable
{
    private const int UsualPatience = 5;

    private readonly SqliteConnection _connection;

    private AttemptStore(SqliteConnection connection, string path)
    {
        _connection = connection;
        Path = path;
    }

    public string Path { get; }

    /// <summary>Opens a store; makes the file, and the folders above it, where there is none.</summary>
    /// <param name="patience">How long another program may hold the file before it counts as busy, in whole seconds from 1.</param>
    /// <exception cref="CommandFailure">It cannot be opened, is no store, or is that of a newer program.</exception>
    public static AttemptStore Open(string path, int patience = UsualPatience)
    {
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw StoreFailure.CannotOpen(path, exception);
        }

        return Connect(path, SqliteOpenMode.ReadWriteCreate, patience);
    }

    /// <summary>Opens a store that must be there.</summary>
    /// <exception cref="CommandFailure">It is not there, cannot be opened, is no store, or is that of a newer program.</exception>
    public static AttemptStore OpenExisting(string path) => File.Exists(path) ? Connect(path, SqliteOpenMode.ReadWrite, UsualPatience) : throw StoreFailure.Absent(path);

    /// <summary>
    /// Gives out an id for an attempt that begins, made of its time and subject: <c>20261122-0930-busy-desk-2</c>. No other attempt gets
    /// it, also where it is never saved.
    /// </summary>
    /// <param name="now">Its local time is what people will read.</param>
    /// <param name="subject">The id of the scenario or process; the name of its pack before the first point is left out.</param>
    public string NextId(DateTimeOffset now, string subject)
    {
        var first = $"{now.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}-{Spoken(subject)}";
        for (var number = 1; ; number++)
        {
            var id = number == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
            if (Change(_ => Execute("INSERT OR IGNORE INTO ids (id) SELECT $id WHERE NOT EXISTS (SELECT 1 FROM attempts WHERE id = $id)", ("$id", id))) == 1)
                return id;
        }
    }

    /// <summary>Keeps an attempt, in the place of what was kept under its id: corrections and notes too.</summary>
    /// <param name="scorer">Scores by the norms that judged the attempt.</param>
    public void Save(AttemptRecord attempt, Scorer scorer)
    {
        if (attempt.Events.Any(e => !string.Equals(e.Case, attempt.Id, StringComparison.Ordinal)))
            throw new ArgumentException($"an event of attempt `{attempt.Id}` belongs to another case", nameof(attempt));
        var scored = ScoredAttempt.Of(attempt, scorer);
        Change(transaction =>
        {
            Replace(transaction, scored);
            return true;
        });
    }

    /// <summary>The attempt; null where there is none of the id.</summary>
    public AttemptRecord? Find(string id) => List(AttemptQuery.All with { Id = id }).SingleOrDefault();

    /// <summary>The attempt with the worth of its norms; null where there is none of the id.</summary>
    public ScoredAttempt? FindScored(string id) => ListScored(AttemptQuery.All with { Id = id }).SingleOrDefault();

    /// <summary>The attempts, whole, by the time they began, then id.</summary>
    public IReadOnlyList<AttemptRecord> List(AttemptQuery query) => [.. ListScored(query).Select(s => s.Attempt)];

    /// <summary>The attempts with the worth of their norms, by the time they began, then id.</summary>
    public IReadOnlyList<ScoredAttempt> ListScored(AttemptQuery query) => Look(() => Scored(query));

    /// <summary>The attempts without what was done in them, by the time they began, then id.</summary>
    public IReadOnlyList<AttemptSummary> Summaries(AttemptQuery query) => Look(() => Read(
        $"""
        SELECT attempts.*, (SELECT COUNT(DISTINCT norm || char(0) || IFNULL(key, char(0)) || char(0) || at) FROM corrections WHERE attempt = id) AS corrected
        FROM attempts WHERE {Condition} ORDER BY started_at, id
        """,
        AttemptRows.ReadSummary,
        Values(query)).ToImmutableArray());

    /// <summary>The points of every norm that was decided in those attempts, in the order of the attempts and of their scorecards.</summary>
    public IReadOnlyList<NormPoints> Points(AttemptQuery query) => Look(() => Read(
        $"""
        SELECT norms.attempt, norms.section, norms.section_zh, norms.section_en, norms.skill, norms.earned, norms.possible
        FROM attempts JOIN norms ON norms.attempt = attempts.id
        WHERE norms.possible > 0 AND {Condition} ORDER BY attempts.started_at, attempts.id, norms.ordinal
        """,
        AttemptRows.ReadPoints,
        Values(query)).ToImmutableArray());

    /// <summary>The trainees, in alphabetical order.</summary>
    public IReadOnlyList<string> Trainees() => Look(() => Read("SELECT DISTINCT trainee FROM attempts ORDER BY trainee", r => r.Text("trainee")).ToImmutableArray());

    /// <summary>The ids of all attempts, in the order in which they began.</summary>
    public IReadOnlyList<string> Ids() => Look(() => Read("SELECT id FROM attempts ORDER BY started_at, id", r => r.Text("id")).ToImmutableArray());

    /// <summary>Adds a trainer's word on a verdict; the evaluator's stays. Returns the attempt as it is then; null where there is none of the id.</summary>
    public ScoredAttempt? AddCorrection(string id, Correction correction) => Alter(id, a => a with { Corrections = a.Corrections.Add(correction) });

    /// <summary>Adds a remark. Returns the attempt as it is then; null where there is none of the id.</summary>
    public ScoredAttempt? AddNote(string id, AttemptNote note) => Alter(id, a => a with { Notes = a.Notes.Add(note) });

    public void Dispose() => _connection.Dispose();

    private static AttemptStore Connect(string path, SqliteOpenMode mode, int patience) => StoreFailure.Guard(path, () =>
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = System.IO.Path.GetFullPath(path),
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = patience,
        }.ToString());
        try
        {
            connection.Open();
            StoreSchema.Prepare(connection, path);
            return new AttemptStore(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>What is left of a subject in ASCII: small letters, digits and hyphens.</summary>
    private static string Spoken(string subject)
    {
        var name = subject.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && point + 1 < subject.Length ? subject[(point + 1)..] : subject;
        var text = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
                text.Append(char.ToLowerInvariant(character));
            else if (text.Length > 0 && text[^1] != '-')
                text.Append('-');
        }

        return text.ToString().Trim('-') is { Length: > 0 } spoken ? spoken : "attempt";
    }

    private ScoredAttempt? Alter(string id, Func<AttemptRecord, AttemptRecord> change) => Change(transaction =>
    {
        if (Scored(AttemptQuery.All with { Id = id }) is not [var before])
            return null;
        var after = before with { Attempt = change(before.Attempt) };
        Replace(transaction, after);
        return after;
    });

    private void Replace(SqliteTransaction transaction, ScoredAttempt scored)
    {
        Execute("DELETE FROM attempts WHERE id = $id", ("$id", scored.Attempt.Id));
        AttemptRows.Write(_connection, transaction, scored);
    }

    private ImmutableArray<ScoredAttempt> Scored(AttemptQuery query) =>
    [
        .. Read(
            $"SELECT * FROM attempts WHERE {Condition} ORDER BY started_at, id",
            row =>
            {
                var id = row.Text("id");
                return new ScoredAttempt(AttemptRows.ReadAttempt(row, table => RowsOf(table, id)), [.. RowsOf("norms", id).Select(AttemptRows.ReadWorth)]);
            },
            Values(query)),
    ];

    private IEnumerable<Row> RowsOf(string table, string id) => Read($"SELECT * FROM {table} WHERE attempt = $id ORDER BY ordinal", row => row, ("$id", id));

    private const string Condition = """
        ($wantedId IS NULL OR id = $wantedId) AND ($trainee IS NULL OR trainee = $trainee) AND ($subject IS NULL OR subject = $subject)
        AND ($kind IS NULL OR kind = $kind) AND ($finished IS NULL OR is_finished = $finished)
        """;

    private static (string, object?)[] Values(AttemptQuery query) =>
    [
        ("$wantedId", query.Id), ("$trainee", query.Trainee), ("$subject", query.Subject),
        ("$kind", query.Kind is { } kind ? RecordWords.Kinds.Of(kind) : null), ("$finished", query.IsFinished),
    ];

    private IEnumerable<T> Read<T>(string sql, Func<Row, T> row, params (string Name, object? Value)[] values)
    {
        using var command = CommandOf(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return row(new Row(reader));
    }

    private int Execute(string sql, params (string Name, object? Value)[] values)
    {
        using var command = CommandOf(sql, values);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand CommandOf(string sql, (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Sees one state of the store throughout, whatever others write meanwhile.</summary>
    private T Look<T>(Func<T> look) => StoreFailure.Guard(Path, () =>
    {
        using var transaction = _connection.BeginTransaction(deferred: true);
        return look();
    });

    private T Change<T>(Func<SqliteTransaction, T> change) => StoreFailure.Guard(Path, () =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var result = change(transaction);
        transaction.Commit();
        return result;
    });
}
