namespace Standards.Audit.Reading;

/// <summary>What was read. Immutable.</summary>
/// <param name="Events">Events handed on.</param>
/// <param name="Rejected">Lines or rows that held no usable event; each has been reported.</param>
/// <param name="Bytes">Bytes of the inputs consumed, as they stand on disk.</param>
public readonly record struct LogReadResult(long Events, long Rejected, long Bytes);
