using System.Globalization;
using System.Runtime.InteropServices;

namespace Standards.Bench.Reports;

/// <summary>What a reader must know of the machine to judge figures, and nothing that tells which machine it is.</summary>
/// <param name="Cpu">The model of the processor.</param>
/// <param name="Cores">How many logical processors this process may use; one where it is pinned.</param>
/// <param name="MemoryGigabytes">The memory that the runtime may use.</param>
/// <param name="OperatingSystem">The kind of system and its architecture.</param>
/// <param name="Runtime">The version of the runtime.</param>
internal sealed record Machine(string Cpu, int Cores, long MemoryGigabytes, string OperatingSystem, string Runtime)
{
    public static Machine Current() => new(
        CpuModel(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30,
        $"{SystemName()}, {RuntimeInformation.ProcessArchitecture}",
        RuntimeInformation.FrameworkDescription);

    /// <summary>A name for a file: the model in small letters, digits and hyphens.</summary>
    public string Slug => string.Join(
        '-',
        new string([.. Cpu.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Append(string.Create(CultureInfo.InvariantCulture, $"{Cores}-core")));

    private static string SystemName() =>
        System.OperatingSystem.IsLinux() ? "Linux"
        : System.OperatingSystem.IsWindows() ? "Windows"
        : System.OperatingSystem.IsMacOS() ? "macOS"
        : "other";

    private static string CpuModel()
    {
        const string Cpuinfo = "/proc/cpuinfo";
        var line = File.Exists(Cpuinfo)
            ? File.ReadLines(Cpuinfo).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return line is null ? "unknown" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
