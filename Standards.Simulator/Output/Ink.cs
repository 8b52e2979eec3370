using Standards.Core.Findings;

namespace Standards.Simulator.Output;

/// <summary>Colours of the terminal, or none. Immutable.</summary>
internal sealed class Ink(bool isOn)
{
    private const string Plain = "\u001b[0m";

    public bool IsOn { get; } = isOn;

    public string Bold(string text) => Paint("\u001b[1m", text);

    public string Dim(string text) => Paint("\u001b[2m", text);

    public string Good(string text) => Paint("\u001b[32m", text);

    public string Bad(string text) => Paint("\u001b[1;31m", text);

    public string Doubtful(string text) => Paint("\u001b[33m", text);

    public string Of(Verdict verdict, string text) => verdict switch
    {
        Verdict.Violated => Bad(text),
        Verdict.Unknown => Doubtful(text),
        Verdict.Satisfied => Good(text),
        _ => Dim(text),
    };

    private string Paint(string code, string text) => IsOn && text.Length > 0 ? code + text + Plain : text;
}
