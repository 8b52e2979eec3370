using Microsoft.Data.Sqlite;
using Standards.Core;
using Standards.Simulator.Drills;
using Standards.Simulator.Records;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Drills;

public sealed class ReviewStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "deep", "reviews.db");

    [Fact]
    public void What_is_kept_is_read_back_and_the_last_word_counts()
    {
        var first = State(DrillKind.Say, "demo.greet", 0, 1);
        var second = State(DrillKind.Time, "demo.greet", 3, 0);
        using (var store = Open())
        {
            store.Save("林", first with { Streak = 5 });
            store.Save("林", first);
            store.Save("林", second);
            store.Save("somebody else", State(DrillKind.Next, "demo.other", 1, 1));
        }

        using var again = Open();
        Assert.Equal([first, second], again.Load("林").Values.OrderByDescending(s => s.Item.Kind));
        Assert.Empty(again.Load("nobody"));
        Assert.Empty(again.Load("' OR 1=1 --"));
    }

    [Fact]
    public void Tables_and_the_version_of_the_file_are_left_alone()
    {
        AttemptStore.Open(File).Dispose();
        Execute("INSERT INTO ids VALUES ('a')");
        var version = Execute("PRAGMA user_version");
        using (var store = Open())
            store.Save("x", State(DrillKind.Say, "demo.greet", 0, 1));
        Assert.Equal(version, Execute("PRAGMA user_version"));
        Assert.Equal(1L, Execute("SELECT count(*) FROM ids"));
        AttemptStore.OpenExisting(File).Dispose();
    }

    [Fact]
    public void A_row_of_a_later_version_is_passed_over()
    {
        Open().Dispose();
        Execute("INSERT INTO reviews VALUES ('x', 'riddle', 'demo.greet', 0, '2026-03-02', 0, 1, 1), ('x', 'say', 'demo.greet', 0, 'some day', 0, 1, 1)");
        using var store = Open();
        Assert.Empty(store.Load("x"));
    }

    [Fact]
    public void Norms_broken_in_attempts_are_known()
    {
        Open().Dispose();
        Execute(Attempt("a", "lin", 100) + Attempt("b", "lin", 300) + Attempt("c", "wu", 500) + Norm("a", 0, "demo.greet", 0) + Norm("a", 1, "demo.polite", 1)
            + Norm("b", 0, "demo.greet", 0.5) + Norm("c", 0, "demo.polite", 0));
        using var store = Open();
        var (norm, when) = Assert.Single(store.Broken("lin"));
        Assert.Equal(("demo.greet", new Instant(300)), (norm, Instant.From(when)));
    }

    public void Dispose() => _folder.Dispose();

    private ReviewStore Open()
    {
        using var attempts = AttemptStore.Open(File);
        return ReviewStore.Open(attempts);
    }

    private static string Attempt(string id, string trainee, long ended) => $"""
        INSERT INTO attempts VALUES ('{id}', 'scenario', 's', '', '', '[]', '{trainee}', '[]', NULL, 1, 'coach', 'en', 0, {ended}, 0, 1, 0, 0, '', 0, 0, NULL, 0, NULL, 0);
        """;

    private static string Norm(string attempt, int ordinal, string norm, double earned) => FormattableString.Invariant(
        $"INSERT INTO norms VALUES ('{attempt}', {ordinal}, '{norm}', 'demo@1.0.0', 'D', '', '', '', '', '[]', 'minor', 'wording', 1, {earned}, 1);");

    private static ReviewState State(DrillKind kind, string norm, int streak, int missed) =>
        new(new DrillItem(kind, norm), streak, new DateOnly(2026, 3, 2), Instant.From(new DateTimeOffset(2026, 3, 1, 1, 2, 3, TimeSpan.Zero)), 4, missed);

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
