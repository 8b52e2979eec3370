using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Standards.Simulator.Consoles;

/// <summary>The few calls of the C library that a line editor needs. None of them depends on how a system lays out its structures.</summary>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "The names of the C library.")]
internal static class Libc
{
    /// <summary>More bytes than any system's <c>struct termios</c> has.</summary>
    public const int ModesSize = 256;

    /// <summary><c>TCSADRAIN</c>.</summary>
    public const int WhenWritten = 1;

    private const string Name = "libc";
    private const short HasInput = 1;
    private const int InterruptedCall = 4;

    /// <summary>Whether the last read ended because of a signal.</summary>
    public static bool WasInterrupted => Marshal.GetLastPInvokeError() == InterruptedCall;

    /// <summary>Waits until a read would not wait, at most so long; a signal ends it early.</summary>
    public static bool IsReadable(int descriptor, TimeSpan wait)
    {
        var asked = new Polled { Descriptor = descriptor, Events = HasInput };
        return poll(ref asked, 1, (int)wait.TotalMilliseconds) > 0;
    }

    [DllImport(Name, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int tcgetattr(int descriptor, [Out] byte[] modes);

    [DllImport(Name, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int tcsetattr(int descriptor, int when, [In] byte[] modes);

    [DllImport(Name)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern void cfmakeraw([In, Out] byte[] modes);

    [DllImport(Name, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint read(int descriptor, [Out] byte[] buffer, nuint count);

    [DllImport(Name, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int poll(ref Polled asked, nuint count, int milliseconds);

    /// <summary><c>struct pollfd</c>, the same on all of them.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int Descriptor;
        public short Events;
        public short Came;
    }
}
