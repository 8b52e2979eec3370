using Standards.Core;

namespace Standards.Simulator.Output;

/// <summary>One line on the terminal that tells how far long work has come. Thread-safe.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time, Language language)
{
    private const string Erase = "\r\u001b[K";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly long _begun = time.GetTimestamp();
    private long _shown;
    private bool _isVisible;

    /// <summary>Shows how far it is; work that is soon done is left alone.</summary>
    public void Show(Func<LocalizedText> text)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (time.GetElapsedTime(_begun, now) < Patience || (_isVisible && time.GetElapsedTime(_shown, now) < Interval))
                return;
            (_shown, _isVisible) = (now, true);
            error.Write(Erase + text().In(language));
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_isVisible)
            error.Write(Erase);
        _isVisible = false;
    }
}
