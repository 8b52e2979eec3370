using System.Text;
using Standards.Core;
using Standards.Simulator.Commands;
using Standards.Simulator.Help;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator;

/// <summary>The program without its process: everything that it reads and writes is handed to it. Thread-safe.</summary>
public static class CommandLine
{
    private const string DebugVariable = "STANDARDS_DEBUG";

    /// <summary>Runs one command line and returns its exit status. Never throws.</summary>
    /// <param name="args">The command line, without the name of the program.</param>
    /// <param name="output">The standard output; a <see cref="StreamWriter"/> of UTF-8 is written to as bytes.</param>
    /// <param name="error">The standard error.</param>
    /// <param name="input">The standard input.</param>
    /// <param name="time">Tells now.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error, Stream input, TimeProvider time) =>
        Run(args, output, error, input, time, Terminal.Plain(Terminal.UserLanguage()), CancellationToken.None);

    internal static int Run(
        string[] args, TextWriter output, TextWriter error, Stream input, TimeProvider time, Terminal terminal, CancellationToken cancellation)
    {
        // Both are needed to say what is wrong with a command line: they are looked for before it is read.
        var language = LanguageOf(args, terminal);
        if (args.Contains(CommonOptions.NoColor.Name, StringComparer.Ordinal))
            terminal = terminal with { OutputInColor = false, ErrorInColor = false };
        try
        {
            return Run(args, language, output, error, input, time, terminal, cancellation);
        }
        catch (CommandFailure failure)
        {
            Report(error, terminal, language, failure.Reason, failure.Help);
            return ExitStatus.Bad;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            ReportInterrupted(error, language);
            return ExitStatus.Interrupted;
        }
        catch (IOException) when (cancellation.IsCancellationRequested)
        {
            // The terminal was closed: what was still to be shown has nowhere to go.
            return ExitStatus.Interrupted;
        }
        catch (IOException exception) when (IsBrokenPipe(exception))
        {
            // Whoever read the output has had enough.
            return ExitStatus.Fine;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, the user gets one line, not a trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ReportUnexpected(error, terminal, language, exception);
            return ExitStatus.Bad;
        }
    }

    private static int Run(
        string[] args, Language language, TextWriter output, TextWriter error, Stream input, TimeProvider time, Terminal terminal, CancellationToken cancellation)
    {
        var line = new CommandTree(CommandList.All).Parse(args);
        if (line.AsksForHelp)
        {
            output.Write(new HelpWriter(language, terminal).Of(line.Definition));
            output.Flush();
            return ExitStatus.Fine;
        }

        if (line.AsksForVersion)
        {
            output.Write($"{CommandTree.ProgramName} {typeof(CommandLine).Assembly.GetName().Version!.ToString(3)}\n");
            output.Flush();
            return ExitStatus.Fine;
        }

        if (line.Failure() is { } failure)
            throw new CommandFailure(failure.Reason, failure.Help ?? Texts.Usage.SeeHelp.With(line.Definition is { } known ? known.Name + " " : ""));
        if (line.Definition is not { } definition)
        {
            error.Write(new HelpWriter(language, terminal).Of(null));
            return ExitStatus.Bad;
        }

        if (line.Value(CommonOptions.Lang) is { } wanted and not ("zh" or "en"))
            throw new CommandFailure(Texts.Usage.BadValue.With(CommonOptions.Lang.Name, wanted), Texts.Usage.Possible.With("`zh`, `en`"));
        using var target = new OutputTarget(output, line.Value(CommonOptions.Output));
        var status = definition.Run(new Invocation(line, definition, language, target, error, input, time, terminal, cancellation));
        target.Commit();
        return status;
    }

    private static Language LanguageOf(string[] args, Terminal terminal)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var value = args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..]
                : string.Equals(args[i], "--lang", StringComparison.Ordinal) && i + 1 < args.Length ? args[i + 1]
                : null;
            if (value is "zh" or "en")
                return value is "zh" ? Language.Zh : Language.En;
        }

        return terminal.Language;
    }

    private static void Report(TextWriter error, Terminal terminal, Language language, LocalizedText reason, LocalizedText? help)
    {
        var text = new StringBuilder();
        text.Append(new Ink(terminal.ErrorInColor).Bad(Texts.Error.In(language))).Append(Texts.Colon.In(language)).Append(reason.In(language)).Append('\n');
        if (help is not null)
            text.Append("  = ").Append(Texts.HelpLine.In(language)).Append(Texts.Colon.In(language)).Append(help.In(language)).Append('\n');
        error.Write(text.ToString());
    }

    private static void ReportInterrupted(TextWriter error, Language language)
    {
        try
        {
            error.Write(Texts.Usage.Interrupted.In(language) + "\n");
        }
        catch (IOException)
        {
            // There is nobody left to tell.
        }
    }

    private static void ReportUnexpected(TextWriter error, Terminal terminal, Language language, Exception exception)
    {
        var isDebugging = string.Equals(Environment.GetEnvironmentVariable(DebugVariable), "1", StringComparison.Ordinal);
        var message = $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        try
        {
            Report(error, terminal, language, Texts.Usage.Unexpected.With(message), isDebugging ? null : Texts.Usage.DebugHint);
            if (isDebugging)
                error.Write(exception + "\n");
        }
        catch (IOException)
        {
            // There is nobody left to tell.
        }
    }

    private static bool IsBrokenPipe(IOException exception)
    {
        const int BrokenPipe = 32;
        const int PipeBeingClosed = unchecked((int)0x800700E8);
        const int PipeEnded = unchecked((int)0x8007006D);
        return exception.HResult is BrokenPipe or PipeBeingClosed or PipeEnded;
    }
}
