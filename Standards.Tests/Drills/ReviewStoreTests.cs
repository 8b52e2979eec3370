using Microsoft.Data.Sqlite;
using Standards.Core;
using Standards.Simulator;
using Standards.Simulator.Drills;
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
        using (var store = ReviewStore.Open(File))
        {
            store.Save("林", first with { Streak = 5 });
            store.Save("林", first);
            store.Save("林", second);
            store.Save("somebody else", State(DrillKind.Next, "demo.other", 1, 1));
        }

        using var again = ReviewStore.Open(File);
        Assert.Equal([first, second], again.Load("林").Values.OrderByDescending(s => s.Item.Kind));
        Assert.Empty(again.Load("nobody"));
        Assert.Empty(again.Load("' OR 1=1 --"));
    }

    [Fact]
    public void Tables_and_the_version_of_the_file_are_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Execute("CREATE TABLE attempts (id TEXT); INSERT INTO attempts VALUES ('a'); PRAGMA user_version = 7");
        using (var store = ReviewStore.Open(File))
            store.Save("x", State(DrillKind.Say, "demo.greet", 0, 1));
        Assert.Equal(7L, Execute("PRAGMA user_version"));
        Assert.Equal(1L, Execute("SELECT count(*) FROM attempts"));
    }

    [Fact]
    public void A_row_of_a_later_version_is_passed_over()
    {
        ReviewStore.Open(File).Dispose();
        Execute("INSERT INTO reviews VALUES ('x', 'riddle', 'demo.greet', 0, '2026-03-02', 0, 1, 1), ('x', 'say', 'demo.greet', 0, 'some day', 0, 1, 1)");
        using var store = ReviewStore.Open(File);
        Assert.Empty(store.Load("x"));
    }

    [Fact]
    public void A_file_that_is_no_store_is_a_mistake_of_the_user()
    {
        var path = Path.Combine(_folder.Path, "letter.txt");
        System.IO.File.WriteAllText(path, new string('x', 5000));
        var failure = Assert.Throws<CommandFailure>(() => ReviewStore.Open(path));
        Assert.Contains("letter.txt", failure.Reason.En, StringComparison.Ordinal);
        Assert.NotNull(failure.Help);
        Assert.Throws<CommandFailure>(() => ReviewStore.Open(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

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
