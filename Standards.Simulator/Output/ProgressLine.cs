using System.Globalization;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Output;

/// <summary>One line on the terminal that tells how far the reading of logs has come. Not thread-safe.</summary>
internal sealed class ProgressLine(TextWriter error, TimeProvider time, Language language)
{
    private const string Erase = "\r\u001b[K";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _begun = time.GetTimestamp();
    private long _shown;
    private bool _isVisible;

    /// <summary>Shows the progress; work that is soon done is left alone.</summary>
    public void Show(LogProgress progress)
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(_begun, now) < Patience || (_isVisible && time.GetElapsedTime(_shown, now) < Interval))
            return;
        (_shown, _isVisible) = (now, true);
        var done = Megabytes(progress.BytesDone);
        var text = progress.BytesTotal is > 0 and var total
            ? Texts.Audit.ProgressOf.With(done, Megabytes(total), ((double)progress.BytesDone / total).ToString("P0", CultureInfo.InvariantCulture))
            : Texts.Audit.Progress.With(done);
        error.Write(Erase + text.In(language));
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_isVisible)
            error.Write(Erase);
        _isVisible = false;
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("N1", CultureInfo.InvariantCulture);
}
