namespace Standards.Simulator;

/// <summary>Files of this process that must not outlive it, however it ends. Thread-safe.</summary>
internal static class TemporaryFiles
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

    /// <summary>Takes a file into care.</summary>
    public static void Add(string path)
    {
        lock (Gate)
            Paths.Add(path);
    }

    /// <summary>Deletes a file, or only forgets it where it has become something to keep.</summary>
    public static void Release(string path, bool keep = false)
    {
        lock (Gate)
            Paths.Remove(path);
        if (!keep)
            Delete(path);
    }

    /// <summary>Deletes all.</summary>
    public static void Remove()
    {
        lock (Gate)
        {
            foreach (var path in Paths)
                Delete(path);
            Paths.Clear();
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else holds it; the system's own tidying will find it.
        }
    }
}
