using System.Globalization;
using Standards.Core;

namespace Standards.Simulator;

/// <summary>What the program knows of the place where its words appear. Immutable.</summary>
/// <param name="Language">The language of the user, unless the command line names one.</param>
/// <param name="Width">Columns of a line of text.</param>
/// <param name="OutputInColor">Whether colours may go to the standard output.</param>
/// <param name="ErrorInColor">Whether colours may go to the standard error.</param>
/// <param name="ShowsProgress">Whether a line of progress may be rewritten on the standard error.</param>
/// <param name="IsInteractive">Whether a person types the standard input and sees the standard output.</param>
/// <param name="MovesCursor">Whether what they see can be rewritten.</param>
internal sealed record Terminal(
    Language Language, int Width, bool OutputInColor, bool ErrorInColor, bool ShowsProgress, bool IsInteractive = false, bool MovesCursor = false)
{
    private const int Narrowest = 60;
    private const int Widest = 160;
    private const int Usual = 100;

    /// <summary>A file or a pipe: no colour, no progress.</summary>
    public static Terminal Plain(Language language) => new(language, Usual, OutputInColor: false, ErrorInColor: false, ShowsProgress: false);

    /// <summary>The console of this process.</summary>
    public static Terminal OfConsole()
    {
        var isDumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        var wantsColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !isDumb;
        return new Terminal(
            UserLanguage(),
            Console.IsOutputRedirected ? Usual : Math.Clamp(ConsoleWidth(), Narrowest, Widest),
            wantsColor && !Console.IsOutputRedirected,
            wantsColor && !Console.IsErrorRedirected,
            !Console.IsErrorRedirected,
            !Console.IsInputRedirected && !Console.IsOutputRedirected,
            !isDumb);
    }

    /// <summary>The language that the user's culture asks for: Chinese for every kind of Chinese, else English.</summary>
    public static Language UserLanguage()
    {
        var name = CultureInfo.CurrentUICulture.Name;
        if (name.Length == 0)
            name = Environment.GetEnvironmentVariable("LANG") ?? "";
        return name.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Zh : Language.En;
    }

    private static int ConsoleWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
