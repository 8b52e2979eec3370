using System.Diagnostics;
using System.Text;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Simulator;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_program_itself_reads_a_pipe_and_writes_utf8()
    {
        var fixtures = GoldenFile.RepositoryPath("Standards.Tests/Simulator/Fixtures");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = fixtures,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "standards.dll"), "audit", "-", "--rules", "rules", "--lang", "zh", "--complete" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(await File.ReadAllTextAsync(Path.Combine(fixtures, "log.jsonl")));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await error);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("等候满三分钟须安排同事接待", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", output, StringComparison.Ordinal);
    }
}
