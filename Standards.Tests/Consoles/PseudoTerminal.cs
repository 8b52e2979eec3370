using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Standards.Simulator.Consoles;
using Xunit;

namespace Standards.Tests.Consoles;

/// <summary>
/// A program at a terminal of its own, which it controls: Ctrl-C, changes of the window and closing it reach the program as they do
/// at a desk. Linux only.
/// </summary>
internal sealed class PseudoTerminal : IDisposable
{
    /// <summary>Longer than any machine that is not hung needs: only a failing test waits so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly int _master;
    private readonly Process _process;
    private readonly ScreenModel _screen;
    private readonly Thread _reader;
    private readonly Lock _gate = new();
    private readonly byte[] _modes;
    private volatile bool _isClosed;

    private PseudoTerminal(int master, Process process, int columns, int rows)
    {
        _master = master;
        _process = process;
        _screen = new ScreenModel(columns, rows);
        _modes = Modes();
        _reader = new Thread(Follow) { IsBackground = true };
        _reader.Start();
    }

    /// <summary>Starts a program, named with its path, and its arguments.</summary>
    /// <param name="environment">Variables that it gets besides those of this process; null takes one away.</param>
    public static PseudoTerminal Start(string[] arguments, int columns = 80, int rows = 24, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // Read, write, control nothing, be inherited by nobody: a window that a child holds open cannot be closed.
        const int Flags = 0x80102;
        var master = posix_openpt(Flags);
        var name = new byte[128];
        if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, (nuint)name.Length) != 0)
            throw new InvalidOperationException("there is no pseudo-terminal");
        SetSize(master, columns, rows);
        var path = Encoding.ASCII.GetString(name.AsSpan(0, name.AsSpan().IndexOf((byte)0)));
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", "exec setsid --ctty \"$@\" <\"$0\" >\"$0\" 2>&1", path, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (variable, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            start.Environment[variable] = value;
        return new PseudoTerminal(master, Process.Start(start)!, columns, rows);
    }

    /// <summary>The visible rows.</summary>
    public IReadOnlyList<string> Rows => Look(s => s.Rows);

    /// <summary>Whether the terminal is as it was when the program began.</summary>
    public bool IsAsBefore => Modes().AsSpan().SequenceEqual(_modes) && Look(s => s is { IsCursorVisible: true, PastesInBrackets: false });

    public T Look<T>(Func<ScreenModel, T> look)
    {
        lock (_gate)
            return look(_screen);
    }

    /// <summary>Sends the bytes of a text, as the keyboard does.</summary>
    public void Type(string text) => Send(Encoding.UTF8.GetBytes(text));

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var written = (int)write(_master, bytes.ToArray(), (nuint)bytes.Length);
            Assert.True(written > 0);
            bytes = bytes[written..];
        }
    }

    public void Resize(int columns, int rows)
    {
        lock (_gate)
        {
            _screen.Resize(columns, rows);
            SetSize(_master, columns, rows);
        }
    }

    /// <summary>Waits until the screen holds a text.</summary>
    public void WaitFor(string text, TimeSpan? timeout = null) =>
        WaitUntil(s => s.All.Contains(text, StringComparison.Ordinal), $"`{text}`", timeout);

    /// <summary>Waits until the screen looks so.</summary>
    public void WaitUntil(Func<ScreenModel, bool> isSo, string what, TimeSpan? timeout = null)
    {
        var clock = Stopwatch.StartNew();
        while (!Look(isSo))
        {
            if (clock.Elapsed > (timeout ?? Patience))
                Assert.Fail($"{what} was awaited; the screen shows:\n{Look(s => s.All)}\ncursor {Look(s => s.Cursor)}");
            Thread.Sleep(5);
        }
    }

    /// <summary>Waits until the visible rows are these.</summary>
    public void WaitForRows(params string[] rows) =>
        WaitUntil(s => s.Rows.SequenceEqual(rows, StringComparer.Ordinal), string.Join('\n', rows));

    /// <summary>Closes the window.</summary>
    public void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;

        // Closed while it is being read from, it would stay open.
        Assert.True(_reader.Join(Patience));
        _ = close(_master);
    }

    public int WaitForExit()
    {
        Assert.True(_process.WaitForExit(Patience), "the program does not end");
        Assert.True(_reader.Join(Patience));
        return _process.ExitCode;
    }

    /// <summary>Sends the request to terminate.</summary>
    public void Terminate() => Assert.Equal(0, kill(_process.Id, 15));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Close();
    }

    private void Follow()
    {
        var decoder = new UTF8Encoding(false).GetDecoder();
        var bytes = new byte[4096];
        var characters = new char[4096];
        while (!_isClosed)
        {
            if (!Libc.IsReadable(_master, TimeSpan.FromMilliseconds(20)))
                continue;
            var length = (int)Libc.read(_master, bytes, (nuint)bytes.Length);
            if (length <= 0)
                return;
            lock (_gate)
                _screen.Write(new string(characters, 0, decoder.GetChars(bytes, 0, length, characters, 0)));
        }
    }

    private byte[] Modes()
    {
        var modes = new byte[Libc.ModesSize];
        _ = Libc.tcgetattr(_master, modes);
        return modes;
    }

    private static void SetSize(int terminal, int columns, int rows)
    {
        const nuint SetWindowSize = 0x5414;
        var size = new[] { (ushort)rows, (ushort)columns, (ushort)0, (ushort)0 };
        Assert.Equal(0, ioctl(terminal, SetWindowSize, size));
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int posix_openpt(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int grantpt(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int unlockpt(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int ptsname_r(int descriptor, [Out] byte[] name, nuint length);

    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int descriptor, nuint request, [In] ushort[] size);

    [DllImport("libc", SetLastError = true)]
    private static extern nint write(int descriptor, [In] byte[] buffer, nuint count);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);
}
