namespace Standards.Bench.Peers;

/// <summary>
/// The size in which events are handed to an evaluator. Calls, rather than one endless loop, let the runtime compile
/// the evaluator fully during the warm-up.
/// </summary>
internal static class Batches
{
    public const int Size = 4096;
}
