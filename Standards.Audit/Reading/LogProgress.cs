namespace Standards.Audit.Reading;

/// <summary>How far the reading of logs has come. Immutable.</summary>
/// <param name="BytesDone">Bytes of the inputs consumed, as they stand on disk.</param>
/// <param name="BytesTotal">Bytes of all inputs; null where one of them does not know its length.</param>
public readonly record struct LogProgress(long BytesDone, long? BytesTotal);
