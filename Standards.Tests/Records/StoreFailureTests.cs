using Microsoft.Data.Sqlite;
using Standards.Simulator;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Records;

/// <summary>What goes wrong with the file of a store is said in a sentence, with a way out, and harms nothing.</summary>
public sealed class StoreFailureTests : IDisposable
{
    private readonly TemporaryStore _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void The_folders_above_a_store_are_made()
    {
        var path = Path.Combine(_file.Folder, "a", "b", "attempts.db");
        using (AttemptStore.Open(path))
        {
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public void An_empty_file_becomes_a_store()
    {
        File.WriteAllBytes(_file.Path, []);
        using var store = AttemptStore.Open(_file.Path);
        Assert.Empty(store.Ids());
    }

    [Fact]
    public void A_file_of_something_else_is_refused_and_stays_as_it_is()
    {
        var text = string.Concat(Enumerable.Repeat("not a database\n", 100));
        File.WriteAllText(_file.Path, text);
        AssertFails("is no store of attempts", () => AttemptStore.Open(_file.Path));
        Assert.Equal(text, File.ReadAllText(_file.Path));
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_stays_as_it_is()
    {
        Run("CREATE TABLE theirs (id)");
        var bytes = File.ReadAllBytes(_file.Path);
        AssertFails("is no store of attempts", () => AttemptStore.Open(_file.Path));
        Assert.Equal(bytes, File.ReadAllBytes(_file.Path));
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused()
    {
        using (AttemptStore.Open(_file.Path))
        {
        }

        Run($"PRAGMA user_version = {StoreSchema.Version + 1}");
        AssertFails("newer version", () => AttemptStore.Open(_file.Path));
    }

    [Fact]
    public void A_folder_is_no_store() => AssertFails("cannot be used", () => AttemptStore.Open(_file.Folder));

    [Fact]
    public void A_path_below_a_file_is_refused()
    {
        File.WriteAllText(_file.Other("file"), "text");
        AssertFails("cannot be used", () => AttemptStore.Open(Path.Combine(_file.Other("file"), "attempts.db")));
    }

    [Fact]
    public void A_store_that_must_be_there_is_not_made()
    {
        AssertFails("there is no", () => AttemptStore.OpenExisting(_file.Path));
        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public void A_store_with_words_that_nobody_knows_is_damaged()
    {
        using var store = AttemptStore.Open(_file.Path);
        store.Save(SampleAttempts.Of(SampleAttempts.Clean, "A"), SampleAttempts.Scorer);
        Run("UPDATE findings SET verdict = 'perhaps'");
        AssertFails("damaged", () => store.Find("A"));
    }

    [Fact]
    public void A_store_that_another_program_holds_is_busy()
    {
        using var store = AttemptStore.Open(_file.Path, patience: 1);
        store.Save(SampleAttempts.Of(SampleAttempts.Clean, "A"), SampleAttempts.Scorer);
        using var other = Connect();
        Run(other, "BEGIN EXCLUSIVE");
        AssertFails("in use", () => store.Find("A"));
        AssertFails("in use", () => store.Save(SampleAttempts.Of(SampleAttempts.Breaches, "A"), SampleAttempts.Scorer));
        Run(other, "ROLLBACK");
        Assert.Equal(SampleAttempts.Clean, store.Find("A")!.Subject);
    }

    private static void AssertFails(string reason, Func<object?> access) => AssertFails(reason, new Action(() => access()));

    private static void AssertFails(string reason, Action access)
    {
        var failure = Assert.Throws<CommandFailure>(access);
        Assert.Contains(reason, failure.Reason.En, StringComparison.Ordinal);
        Assert.NotNull(failure.Help);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Run(string statement)
    {
        using var connection = Connect();
        Run(connection, statement);
    }

    private static void Run(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
