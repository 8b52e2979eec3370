namespace Standards.Simulator;

/// <summary>What the program tells the shell.</summary>
internal static class ExitStatus
{
    /// <summary>Nothing that counts was violated, missed or failed.</summary>
    public const int Fine = 0;

    /// <summary>Something was.</summary>
    public const int Violated = 1;

    /// <summary>Usage, rules or input were bad, or the result is incomplete.</summary>
    public const int Bad = 2;

    /// <summary>The user interrupted it, as shells count it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}
