using System.Runtime.InteropServices;

namespace Standards.Simulator;

/// <summary>
/// Ctrl-C, the request to terminate, and the loss of the terminal: asks the command to stop and clean up; where it is held up by a
/// read that never ends, the process ends without it.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _source = new();
    private readonly TimeProvider _time;
    private readonly PosixSignalRegistration[] _signals;
    private ITimer? _timer;

    public Interruption(TimeProvider time)
    {
        _time = time;
        Console.CancelKeyPress += OnCancel;
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal)];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        foreach (var signal in _signals)
            signal.Dispose();
        _timer?.Dispose();
        _source.Dispose();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        Stop();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Stop();
    }

    private void Stop()
    {
        if (_source.IsCancellationRequested)
            return;
        _timer = _time.CreateTimer(static _ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    private static void End()
    {
        TemporaryFiles.Remove();
        Environment.Exit(ExitStatus.Interrupted);
    }
}
