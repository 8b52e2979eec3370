using System.Globalization;
using System.Text;
using Standards.Rules;

namespace Standards.Bench.Ours;

/// <summary>The ten norms as a rule book, alone or among a thousand.</summary>
internal static class TenNorms
{
    private const int Others = 990;
    private const int NormsAProcess = 10;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "workload-rules");

    public static RuleBook Load() => Load(Folder);

    /// <summary>The bit of a norm in a set of violated norms; 0 for a norm that is none of the ten.</summary>
    public static int BitOf(string id) =>
        id.StartsWith("ten.n", StringComparison.Ordinal) && int.TryParse(id.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? 1 << (number - 1)
            : 0;

    /// <summary>With 990 other norms for the same process, which listen to other acts.</summary>
    public static RuleBook LoadAmongThousandOfOneProcess() => LoadAmong("ten-norms", _ => "ten-norms");

    /// <summary>With 990 other norms for 99 other processes, which listen to the same acts.</summary>
    public static RuleBook LoadAmongThousandOfManyProcesses() => LoadAmong(null, i => $"other-{i / NormsAProcess}");

    private static RuleBook LoadAmong(string? ownActsFor, Func<int, string> process)
    {
        var folder = Directory.CreateTempSubdirectory("ten-norms").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var acts = new StringBuilder("acts:\n");
            var processes = new StringBuilder("processes:\n");
            var norms = new StringBuilder("norms:\n");
            for (var i = 0; i < Others; i++)
            {
                var (on, answer) = ownActsFor is null ? ("accept", "reply") : ($"asked.n{i}", $"answered.n{i}");
                acts.Append(CultureInfo.InvariantCulture, $"  asked.n{i}: {{zh: 问, en: asked}}\n  answered.n{i}: {{zh: 答, en: answered}}\n");
                if (ownActsFor is null && i % NormsAProcess == 0)
                    processes.Append(CultureInfo.InvariantCulture, $"- id: {process(i)}\n  title: {{zh: 其他, en: other}}\n  clause: N\n  initial: open\n  states:\n    open:\n      on:\n      - {{act: close, to: closed}}\n    closed: {{terminal: true}}\n");
                norms.Append(CultureInfo.InvariantCulture, $"- id: ten.other{i}\n  clause: X\n  title: {{zh: 其他, en: other}}\n  process: {process(i)}\n  on: {on}\n  require: {answer}\n  within: {60 + i} s\n");
            }

            File.WriteAllText(Path.Combine(folder, "vocabulary", "others.yaml"), acts.ToString());
            File.WriteAllText(Path.Combine(folder, "ten", "norms", "others.yaml"), norms.ToString());
            if (ownActsFor is null)
                File.WriteAllText(Path.Combine(folder, "ten", "processes", "others.yaml"), processes.ToString());
            return Load(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RuleBook Load(string folder)
    {
        var load = RuleBook.Load(folder);
        return load.RuleBook ?? throw new InvalidOperationException($"the rules of the workload are mistaken: {load.Diagnostics[0].Span}: {load.Diagnostics[0].Message(Core.Language.En)}");
    }
}
