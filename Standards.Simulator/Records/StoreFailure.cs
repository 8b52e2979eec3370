using System.Text.Json;
using Microsoft.Data.Sqlite;
using Standards.Core;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>What the user is told where a store cannot be used.</summary>
internal static class StoreFailure
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    public static CommandFailure NoStore(string path) => new(Texts.Records.NoStore.With(Shown(path)), Texts.Records.NameAnother);

    public static CommandFailure Newer(string path) => new(Texts.Records.NewerStore.With(Shown(path)), Texts.Records.UpdateProgram);

    public static CommandFailure Absent(string path) => new(Texts.Records.AbsentStore.With(Shown(path)), Texts.Records.TrainFirst);

    public static CommandFailure CannotOpen(string path, Exception exception) =>
        new(Texts.Records.CannotOpen.With(Shown(path), FirstLine(exception.Message)), Texts.Records.NameAnother);

    /// <summary>Runs an access to the store; what SQLite says becomes a failure of the command.</summary>
    public static T Guard<T>(string path, Func<T> access)
    {
        try
        {
            return access();
        }
        catch (SqliteException exception)
        {
            throw Of(path, exception);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidCastException or KeyNotFoundException)
        {
            throw new CommandFailure(Texts.Records.CorruptStore.With(Shown(path)), Texts.Records.RestoreCopy);
        }
    }

    private static CommandFailure Of(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        Busy or Locked => new CommandFailure(Texts.Records.BusyStore.With(Shown(path)), Texts.Records.TryAgain),
        NotADatabase => NoStore(path),
        Corrupt => new CommandFailure(Texts.Records.CorruptStore.With(Shown(path)), Texts.Records.RestoreCopy),
        Full => new CommandFailure(Texts.Records.FullDisk.With(Shown(path)), Texts.Records.NameAnother),
        _ => CannotOpen(path, exception),
    };

    private static string Shown(string path) => path.Replace('\\', '/');

    /// <summary>SQLite's own words, without the frame that the library puts around them.</summary>
    private static string FirstLine(string message)
    {
        var line = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        var begin = line.IndexOf(": '", StringComparison.Ordinal);
        return begin >= 0 && line.EndsWith('\'') ? line[(begin + 3)..^1] : line;
    }
}
