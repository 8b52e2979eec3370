using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Standards.Simulator.Consoles;

/// <summary>
/// The bytes of a Unix terminal in raw mode. The framework's own reading of keys gives a character twice where the bytes of UTF-8 come
/// apart, and knows no bracketed paste.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class UnixKeyboard : IKeyboard
{
    private const int Input = 0;

    /// <summary>A key that sends an escape sequence sends it in one go: an escape alone for so long is the key Esc.</summary>
    private static readonly TimeSpan EscapePatience = TimeSpan.FromMilliseconds(50);

    private readonly KeyDecoder _decoder = new();
    private readonly byte[] _buffer = new byte[4096];
    private byte[]? _modes;
    private PosixSignalRegistration? _continued;

    /// <summary>The keyboard of this process; null where its input is no terminal that can be put into raw mode.</summary>
    public static UnixKeyboard? Find()
    {
        try
        {
            return Libc.tcgetattr(Input, new byte[Libc.ModesSize]) == 0 ? new UnixKeyboard() : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    public void Seize()
    {
        var modes = new byte[Libc.ModesSize];
        if (Libc.tcgetattr(Input, modes) != 0)
            return;
        _modes = modes;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        MakeRaw();

        // Whoever stopped the program has put the terminal into a state of their own.
        _continued = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => MakeRaw());
    }

    public void Release()
    {
        _continued?.Dispose();
        _continued = null;
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        Restore();
    }

    public bool Take(TimeSpan wait, Queue<Key> keys)
    {
        if (!Libc.IsReadable(Input, _decoder.IsWaiting ? EscapePatience : wait))
        {
            _decoder.Pause(keys);
            return true;
        }

        do
        {
            var read = (int)Libc.read(Input, _buffer, (nuint)_buffer.Length);
            if (read < 0 && Libc.WasInterrupted)
                continue;
            if (read <= 0)
                return false;
            _decoder.Feed(_buffer.AsSpan(0, read), keys);
        }
        while (Libc.IsReadable(Input, TimeSpan.Zero));

        return true;
    }

    private void OnExit(object? sender, EventArgs e) => Restore();

    private void MakeRaw()
    {
        if (_modes?.Clone() is not byte[] raw)
            return;
        Libc.cfmakeraw(raw);
        _ = Libc.tcsetattr(Input, Libc.WhenWritten, raw);
    }

    private void Restore()
    {
        if (Interlocked.Exchange(ref _modes, null) is { } modes)
            _ = Libc.tcsetattr(Input, Libc.WhenWritten, modes);
    }
}
