using System.ComponentModel;
using System.Text.Json;
using Standards.Bench.Commands;
using Standards.Bench.Peers;

namespace Standards.Bench;

/// <summary>The benchmark program; see bench/README.md.</summary>
internal static class Program
{
    /// <summary>A command that does nothing: as a whole process, what the start of the runtime costs all others.</summary>
    public const string StartUp = "start-up";

    private const string Usage = """
        usage: Standards.Bench COMMAND
          generate --cases N --out DIR [--seed 42] [--shuffle] [--csv]   a log and its truth
          PEER FILE [--runs N]                                           one peer, one line of JSON
          all FILE [--runs 7] [--with NAME=COMMAND]...                   everything, tables with ratios
          report FILE [--runs 7] [--with NAME=COMMAND]... [--out DIR] [--label TEXT]
                                                                         the same, written to bench/results
          verify [--seeds 10] [--cases 1000]                              every peer against the oracle
          load DIR [--runs 9]                                             loading a rules directory beside reading its files
          train DIR [--rounds 5]                                          playing scenarios: from a line typed to the next prompt
        in COMMAND, {file} stands for the log
        peers:
        """;

    /// <returns>0 done; 1 a peer counted wrong or a command failed; 2 the command line is wrong.</returns>
    public static int Main(string[] args)
    {
        try
        {
            return Run(args);
        }
        catch (UsageException mistake)
        {
            Console.Error.WriteLine(mistake.Message);
            return 2;
        }
        catch (Exception failure) when (failure is TruthException or InvalidOperationException or JsonException or IOException or Win32Exception)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }

    private static int Run(string[] args)
    {
        if (args.Length == 0 || args[0] is "--help" or "-h" or "help")
        {
            Console.WriteLine($"{Usage} {string.Join(", ", PeerCatalog.All.Select(peer => peer.Name))}");
            return args.Length == 0 ? 2 : 0;
        }

        var words = args.AsSpan(1);
        return args[0] switch
        {
            "generate" => GenerateCommand.Run(words),
            "all" => AllCommand.Run(words, report: false),
            "report" => AllCommand.Run(words, report: true),
            "verify" => VerifyCommand.Run(words),
            "load" => LoadCommand.Run(words),
            "train" => TrainCommand.Run(words),
            StartUp => 0,
            var name when PeerCatalog.Find(name) is { } peer => PeerCommand.Run(peer, words),
            var name => throw new UsageException($"unknown command `{name}`"),
        };
    }
}
