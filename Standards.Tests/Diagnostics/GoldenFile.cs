using System.Text;
using Xunit;

namespace Standards.Tests.Diagnostics;

/// <summary>Compares with a file of the repository; writes it only where UPDATE_GOLDEN=1 says so.</summary>
internal static class GoldenFile
{
    public static void AssertEqual(string path, string actual)
    {
        var file = RepositoryPath(Path.Combine("Standards.Tests", path));
        if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_GOLDEN"), "1", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.True(File.Exists(file), $"{path} does not exist; run the tests with UPDATE_GOLDEN=1 and review what they write");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>Where a file of the repository is.</summary>
    public static string RepositoryPath(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Standards.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("the tests run outside of the repository"), path);
    }
}
