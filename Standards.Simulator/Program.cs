using System.Text;
using Standards.Simulator;

// The bytes of UTF-8 are the same everywhere, and no mark stands before them.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 14);
using var error = new StreamWriter(Console.OpenStandardError(), utf8, 1 << 10) { AutoFlush = true };
using var input = Console.OpenStandardInput();
using var interruption = new Interruption(TimeProvider.System);
var status = CommandLine.Run(args, output, error, input, TimeProvider.System, Terminal.OfConsole(), interruption.Token);
try
{
    output.Flush();
}
catch (IOException) when (interruption.Token.IsCancellationRequested)
{
    // The terminal was closed.
}

return status;
