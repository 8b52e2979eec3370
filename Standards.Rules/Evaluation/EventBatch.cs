namespace Standards.Rules.Evaluation;

/// <summary>A run of events in input order, in reusable buffers. Not thread-safe; handed from the reader to the evaluator and back.</summary>
internal sealed class EventBatch
{
    public EventRecord[] Events = new EventRecord[16];
    public int Count;

    public AttributeValue[] Data = new AttributeValue[16];
    public int DataCount;

    /// <summary>UTF-8 bytes of the case ids. May alias the reader's input buffer, which lives as long as the batch is in use.</summary>
    public byte[] CaseIds = [];

    public ReadOnlySpan<byte> CaseId(in EventRecord record) => CaseIds.AsSpan(record.CaseStart, record.CaseLength);

    public ref EventRecord AddEvent()
    {
        if (Count == Events.Length)
            Array.Resize(ref Events, Count * 2);
        ref var record = ref Events[Count++];
        record = default;
        record.DataStart = DataCount;
        return ref record;
    }

    public void AddData(AttributeValue value)
    {
        if (DataCount == Data.Length)
            Array.Resize(ref Data, DataCount * 2);
        Data[DataCount++] = value;
    }

    public void Clear()
    {
        Count = 0;
        DataCount = 0;
    }
}
