namespace Standards.Tests.Records;

/// <summary>A path for a store, in a folder that goes with the test.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("standards-records-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "attempts.db");

    public string Other(string name) => System.IO.Path.Combine(Folder, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
