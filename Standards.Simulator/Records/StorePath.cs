namespace Standards.Simulator.Records;

/// <summary>Where attempts are kept unless the command line says otherwise.</summary>
internal static class StorePath
{
    public const string Variable = "STANDARDS_STORE";

    /// <summary>The file that the environment variable <c>STANDARDS_STORE</c> names, else <c>standards/attempts.db</c> in the user's data folder.</summary>
    public static string Default() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "standards", "attempts.db");
}
