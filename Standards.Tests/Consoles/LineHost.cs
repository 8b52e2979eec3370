using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Simulator;
using Standards.Simulator.Commands;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;

namespace Standards.Tests.Consoles;

/// <summary>
/// The entry point of this assembly: a command that asks for lines and says what it got, wired as the program wires its own. Words of
/// the command line: <c>clock</c> a prompt that counts the ticks, <c>guest</c> a text after three ticks, <c>bell</c> an end after ten; a path takes what is saved.
/// </summary>
internal sealed class LineHost(string[] words) : CommandDefinition
{
    private int _ticks;

    public override string Name => "lines";

    public override LocalizedText Summary => new("", "");

    public override ImmutableArray<string> Formats => ["text"];

    public override ImmutableArray<Example> Examples => [];

    public static int Main(string[] args)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 14);
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false), 1 << 10) { AutoFlush = true };
        using var input = Console.OpenStandardInput();
        using var interruption = new Interruption(TimeProvider.System);
        using var target = new OutputTarget(output, null);
        var host = new LineHost(args);
        return host.Run(new Invocation(
            Parse(host), host, Language.Zh, target, error, input, TimeProvider.System, Terminal.OfConsole(), interruption.Token));
    }

    /// <summary>One that a test holds in its hands.</summary>
    public static Invocation Invocation(string[] words, Terminal terminal, Stream input)
    {
        var host = new LineHost(words);
        return new Invocation(
            Parse(host), host, Language.Zh, new OutputTarget(TextWriter.Null, null), TextWriter.Null, input, TimeProvider.System, terminal, CancellationToken.None);
    }

    public override int Run(Invocation invocation)
    {
        var reader = LineReaders.For(invocation, script: null, completion: Candidates);
        while (true)
        {
            switch (reader.Read(Prompt(), Tick))
            {
                case LineResult.Line { Text: "key" }:
                    if (reader.ReadKey("按键? ", Tick) is not { } key)
                        return Save(reader);
                    reader.Write($"键 {key.KeyChar}\n");
                    break;
                case LineResult.Line { Text: "busy" }:
                    reader.Write("忙\n");
                    invocation.Cancellation.WaitHandle.WaitOne();
                    break;
                case LineResult.Line { Text: "fail" }:
                    try
                    {
                        reader.Read("? ", () => throw new InvalidOperationException("as asked"));
                    }
                    catch (InvalidOperationException)
                    {
                        reader.Write("坏\n");
                        return 3;
                    }

                    break;
                case LineResult.Line line:
                    reader.Write($"得到「{line.Text}」\n");
                    break;
                case LineResult.Woken:
                    reader.Write("时间到\n");
                    return 0;
                case LineResult.EndOfInput:
                    reader.Write("再见\n");
                    return 0;
                default:
                    return Save(reader);
            }
        }
    }

    private int Save(ILineReader reader)
    {
        reader.Write("已保存\n");
        if (words.FirstOrDefault(w => w.StartsWith('/')) is { } path)
            File.WriteAllText(path, "saved");
        return ExitStatus.Interrupted;
    }

    private static CommandTree.ParsedLine Parse(LineHost host) => new CommandTree([host]).Parse([host.Name]);

    private static IReadOnlyList<string> Candidates(string before) =>
        [.. ((string[])["接待访客", "接听电话", "记录"]).Where(c => c.StartsWith(before, StringComparison.Ordinal))];

    private Tick Tick()
    {
        _ticks++;
        return new Tick(
            words.Contains("guest", StringComparer.Ordinal) && _ticks == 3 ? "〔访客到达〕" : null,
            Prompt(),
            words.Contains("bell", StringComparer.Ordinal) && _ticks == 10);
    }

    private string Prompt() =>
        words.Contains("clock", StringComparer.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"\u001b[1m{_ticks / 5}\u001b[0m 秒> ") : "问> ";
}
