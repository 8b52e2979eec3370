using Standards.Audit.Diagnostics;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>
/// A run of whole lines of one input on its way from the file to the consumer, with its events and mistakes. Reused; owned by one stage at a
/// time.
/// </summary>
internal sealed class LogBlock
{
    /// <summary>Bytes that may be read beyond the text; they are zero, which no token of JSON matches.</summary>
    public const int Padding = 64;

    private readonly int _capacity;
    private readonly int _keptDiagnostics;

    public LogBlock(int capacity, int keptDiagnostics)
    {
        _capacity = capacity;
        _keptDiagnostics = keptDiagnostics;
        Buffer = Allocate(capacity);
    }

    public byte[] Buffer { get; private set; }

    /// <summary>Bytes of text in <see cref="Buffer"/>.</summary>
    public int Length { get; set; }

    /// <summary>Bytes that <see cref="Buffer"/> can take.</summary>
    public int Capacity => Buffer.Length - Padding;

    /// <summary>The line number of the first byte.</summary>
    public long FirstLine { get; set; }

    /// <summary>Index of the file among the inputs.</summary>
    public int File { get; set; }

    public string FileName { get; set; } = "";

    /// <summary>Bytes of all inputs consumed once this block is.</summary>
    public long BytesDone { get; set; }

    /// <summary>Whether the source has made the events itself, so that there is nothing left to parse.</summary>
    public bool IsParsed { get; set; }

    public EventBatch Batch { get; } = new();

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Diagnostics beyond those kept.</summary>
    public int DroppedDiagnostics { get; private set; }

    /// <summary>Lines or rows that held no event because of a mistake.</summary>
    public long Rejected { get; set; }

    public void Reset()
    {
        if (Capacity > _capacity)
            Buffer = Allocate(_capacity);
        Length = 0;
        Batch.Clear();
        Diagnostics.Clear();
        DroppedDiagnostics = 0;
        Rejected = 0;
        IsParsed = false;
    }

    /// <summary>Makes room for <paramref name="capacity"/> bytes, keeping the text.</summary>
    public void Grow(int capacity)
    {
        var grown = Allocate(capacity);
        Buffer.AsSpan(0, Length).CopyTo(grown);
        Buffer = grown;
    }

    /// <summary>Zeroes what follows the text; to be called when the text is complete.</summary>
    public void Seal() => Buffer.AsSpan(Length, Padding).Clear();

    public void Report(DiagnosticDescriptor descriptor, long line, int column, LocalizedText? help, params ReadOnlySpan<string> arguments)
    {
        if (Diagnostics.Count >= _keptDiagnostics)
        {
            DroppedDiagnostics++;
            return;
        }

        var span = new SourceSpan(FileName, (int)Math.Min(line, int.MaxValue), column, column == 0 ? 0 : 1);
        Diagnostics.Add(new Diagnostic(descriptor, span, [.. arguments], help));
    }

    // Pinned, so that the scanner can hold pointers; in the pinned heap from the start, so that pinning fragments nothing.
    private static byte[] Allocate(int capacity) => GC.AllocateUninitializedArray<byte>(capacity + Padding, pinned: true);
}
