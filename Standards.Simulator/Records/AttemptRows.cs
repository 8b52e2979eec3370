using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Standards.Core.Findings;
using Standards.Core.Interactions;

namespace Standards.Simulator.Records;

/// <summary>An attempt as rows of the tables of <see cref="StoreSchema"/>.</summary>
internal static class AttemptRows
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, ScoredAttempt scored)
    {
        var attempt = scored.Attempt;
        var score = scored.Score;
        using (var attempts = new RowWriter(
            connection, transaction, "attempts",
            "id", "kind", "subject", "title_zh", "title_en", "processes", "trainee", "packs", "profile", "seed", "mode", "language", "started_at", "ended_at", "duration",
            "is_finished", "hints", "clock", "scoring", "earned", "possible", "share", "passed", "machine_share", "machine_passed"))
        {
            attempts.Add(
                attempt.Id, RecordWords.Kinds.Of(attempt.Kind), attempt.Subject, attempt.Title.Zh, attempt.Title.En, RecordJson.OfList(attempt.Processes), attempt.Trainee,
                RecordJson.OfList(attempt.Packs), attempt.Profile, unchecked((long)attempt.Seed), RecordWords.Modes.Of(attempt.Mode), RecordWords.Languages.Of(attempt.Language),
                attempt.StartedAt.Ticks, attempt.EndedAt.Ticks, attempt.Duration.Ticks, attempt.IsFinished, attempt.Hints, attempt.Clock.Ticks,
                RecordJson.OfScoring(attempt.Scoring), score.Earned, score.Possible, score.Share, score.IsPassed, score.MachineShare, score.IsMachinePassed);
        }

        using (var inputs = new RowWriter(connection, transaction, "inputs", "attempt", "ordinal", "line"))
            Each(attempt.Inputs, (ordinal, line) => inputs.Add(attempt.Id, ordinal, line));
        using (var events = new RowWriter(connection, transaction, "events", "attempt", "ordinal", "at", "act", "process", "actor", "role", "say", "data", "file", "line"))
            Each(attempt.Events, (ordinal, e) => events.Add(attempt.Id, ordinal, e.At.Ticks, e.Act, e.Process, e.Actor, e.Role, e.Say, RecordJson.OfData(e.Data), e.File, e.Line));
        using (var findings = new RowWriter(
            connection, transaction, "findings",
            "attempt", "ordinal", "norm", "key", "pack", "verdict", "severity", "at", "due", "message_zh", "message_en", "clauses", "evidence"))
        {
            Each(attempt.Findings, (ordinal, f) => findings.Add(
                attempt.Id, ordinal, f.Norm, f.Key, f.Pack, RecordWords.Verdicts.Of(f.Verdict), RecordWords.Severities.Of(f.Severity), f.At.Ticks, f.Due?.Ticks,
                f.Message.Zh, f.Message.En, RecordJson.OfList(f.Clauses), RecordJson.OfEvidence(f.Evidence)));
        }

        using (var corrections = new RowWriter(
            connection, transaction, "corrections", "attempt", "ordinal", "norm", "key", "at", "kind", "verdict", "reason", "trainer", "entered_at"))
        {
            Each(attempt.Corrections, (ordinal, c) => corrections.Add(
                attempt.Id, ordinal, c.Norm, c.Key, c.At.Ticks, RecordWords.Corrections.Of(c.Kind), RecordWords.Verdicts.Of(c.Verdict), c.Reason, c.Trainer, c.EnteredAt.Ticks));
        }

        using (var notes = new RowWriter(connection, transaction, "notes", "attempt", "ordinal", "at", "author", "text"))
            Each(attempt.Notes, (ordinal, n) => notes.Add(attempt.Id, ordinal, n.At.Ticks, n.Author, n.Text));
        WriteNorms(connection, transaction, scored);
    }

    private static void WriteNorms(SqliteConnection connection, SqliteTransaction transaction, ScoredAttempt scored)
    {
        using var norms = new RowWriter(
            connection, transaction, "norms",
            "attempt", "ordinal", "norm", "pack", "section", "section_zh", "section_en", "title_zh", "title_en", "clauses", "severity", "skill", "weight", "earned", "possible");
        var scores = scored.Card.Norms.ToDictionary(n => (n.Findings[0].Finding.Pack, n.Norm));
        Each(scored.Worths, (ordinal, w) =>
        {
            var score = scores.GetValueOrDefault((w.Pack, w.Norm));
            norms.Add(
                scored.Attempt.Id, ordinal, w.Norm, w.Pack, w.Section, w.SectionTitle.Zh, w.SectionTitle.En, w.Title.Zh, w.Title.En, RecordJson.OfList(w.Clauses),
                RecordWords.Severities.Of(w.Severity), RecordWords.Skills.Of(w.Skill), w.Weight, score?.Earned ?? 0, score?.Possible ?? 0);
        });
    }

    /// <summary>The attempt of a row of <c>attempts</c>, with what the other tables say of it.</summary>
    public static AttemptRecord ReadAttempt(Row row, Func<string, IEnumerable<Row>> rowsOf) => new()
    {
        Id = row.Text("id"),
        Kind = RecordWords.Kinds.Parse(row.Text("kind")),
        Subject = row.Text("subject"),
        Title = row.Localized("title"),
        Processes = RecordJson.ReadList(row.Text("processes")),
        Trainee = row.Text("trainee"),
        Packs = RecordJson.ReadList(row.Text("packs")),
        Profile = row.TextOrNull("profile"),
        Seed = unchecked((ulong)row.Whole("seed")),
        Mode = RecordWords.Modes.Parse(row.Text("mode")),
        Language = RecordWords.Languages.Parse(row.Text("language")),
        StartedAt = row.Instant("started_at"),
        EndedAt = row.Instant("ended_at"),
        Duration = new TimeSpan(row.Whole("duration")),
        IsFinished = row.Flag("is_finished"),
        Hints = (int)row.Whole("hints"),
        Clock = row.Instant("clock"),
        Scoring = RecordJson.ReadScoring(row.Text("scoring")),
        Inputs = [.. rowsOf("inputs").Select(r => r.Text("line"))],
        Events = [.. rowsOf("events").Select(r => ReadEvent(row.Text("id"), r))],
        Findings = [.. rowsOf("findings").Select(r => ReadFinding(row.Text("id"), r))],
        Corrections = [.. rowsOf("corrections").Select(ReadCorrection)],
        Notes = [.. rowsOf("notes").Select(r => new AttemptNote(r.Instant("at"), r.Text("author"), r.Text("text")))],
    };

    public static AttemptSummary ReadSummary(Row row) => new()
    {
        Id = row.Text("id"),
        Kind = RecordWords.Kinds.Parse(row.Text("kind")),
        Subject = row.Text("subject"),
        Title = row.Localized("title"),
        Trainee = row.Text("trainee"),
        Packs = RecordJson.ReadList(row.Text("packs")),
        Mode = RecordWords.Modes.Parse(row.Text("mode")),
        StartedAt = row.Instant("started_at"),
        Duration = new TimeSpan(row.Whole("duration")),
        IsFinished = row.Flag("is_finished"),
        Score = new AttemptScore(
            row.Real("earned"), row.Real("possible"), row.RealOrNull("share"), row.Flag("passed"), row.RealOrNull("machine_share"), row.Flag("machine_passed"),
            (int)row.Whole("corrected")),
    };

    public static NormWorth ReadWorth(Row row) => new()
    {
        Norm = row.Text("norm"),
        Pack = row.Text("pack"),
        Section = row.Text("section"),
        SectionTitle = row.Localized("section"),
        Title = row.Localized("title"),
        Clauses = RecordJson.ReadList(row.Text("clauses")),
        Severity = RecordWords.Severities.Parse(row.Text("severity")),
        Skill = RecordWords.Skills.Parse(row.Text("skill")),
        Weight = row.Real("weight"),
    };

    public static NormPoints ReadPoints(Row row) => new(
        row.Text("attempt"), row.Text("section"), row.Localized("section"), RecordWords.Skills.Parse(row.Text("skill")), row.Real("earned"), row.Real("possible"));

    private static InteractionEvent ReadEvent(string id, Row row) => new(id, row.Instant("at"), row.Text("act"))
    {
        Process = row.TextOrNull("process"),
        Actor = row.TextOrNull("actor"),
        Role = row.TextOrNull("role"),
        Say = row.TextOrNull("say"),
        Data = RecordJson.ReadData(row.Text("data")),
        File = row.TextOrNull("file"),
        Line = row.Whole("line"),
    };

    private static Finding ReadFinding(string id, Row row) => new()
    {
        Case = id,
        Norm = row.Text("norm"),
        Key = row.TextOrNull("key"),
        Pack = row.Text("pack"),
        Verdict = RecordWords.Verdicts.Parse(row.Text("verdict")),
        Severity = RecordWords.Severities.Parse(row.Text("severity")),
        At = row.Instant("at"),
        Due = row.InstantOrNull("due"),
        Message = row.Localized("message"),
        Clauses = RecordJson.ReadList(row.Text("clauses")),
        Evidence = RecordJson.ReadEvidence(row.Text("evidence")),
    };

    private static Correction ReadCorrection(Row row) => new(
        row.Text("norm"), row.TextOrNull("key"), row.Instant("at"), RecordWords.Corrections.Parse(row.Text("kind")), RecordWords.Verdicts.Parse(row.Text("verdict")),
        row.Text("reason"), row.Text("trainer"), row.Instant("entered_at"));

    private static void Each<T>(ImmutableArray<T> items, Action<long, T> add)
    {
        for (var i = 0; i < items.Length; i++)
            add(i + 1, items[i]);
    }
}
