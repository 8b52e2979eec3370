using Standards.Core;

namespace Standards.Simulator;

/// <summary>Ends a command with status 2 and one line that says why: the user asked for something that cannot be done.</summary>
internal sealed class CommandFailure : Exception
{
    public CommandFailure(LocalizedText reason, LocalizedText? help = null)
        : base(reason.En)
    {
        Reason = reason;
        Help = help;
    }

    /// <summary>The sentence, without a final period.</summary>
    public LocalizedText Reason { get; }

    /// <summary>The way out; null where none is known.</summary>
    public LocalizedText? Help { get; }
}
