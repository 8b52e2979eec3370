namespace Standards.Bench.Commands;

/// <summary>A peer counted something else than the truth: its speed means nothing.</summary>
internal sealed class TruthException(string message) : Exception(message);
