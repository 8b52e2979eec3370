using Standards.Simulator.Commands;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>The option <c>--store</c> of the commands that keep attempts or look at them.</summary>
internal static class StoreOption
{
    public static readonly OptionSpec Spec = new("--store", "FILE", Texts.Records.StoreFile);

    /// <summary>Opens the store for attempts to come; makes it where there is none.</summary>
    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static AttemptStore Open(Invocation invocation) => AttemptStore.Open(PathOf(invocation));

    /// <summary>Opens the store of attempts that were made.</summary>
    /// <exception cref="CommandFailure">There is none, or it cannot be opened.</exception>
    public static AttemptStore OpenExisting(Invocation invocation) => AttemptStore.OpenExisting(PathOf(invocation));

    /// <summary>Opens the store where it is there already; else null.</summary>
    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static AttemptStore? OpenIfThere(Invocation invocation) => File.Exists(PathOf(invocation)) ? AttemptStore.OpenExisting(PathOf(invocation)) : null;

    /// <summary>Keeps a result from being written over the store.</summary>
    /// <exception cref="CommandFailure">The path is the store's.</exception>
    public static void Spare(Invocation invocation, string path)
    {
        if (string.Equals(Path.GetFullPath(path), Path.GetFullPath(StoreOf(invocation)), StringComparison.Ordinal))
            throw new CommandFailure(Texts.Records.IsTheStore.With(path), Texts.Records.WriteElsewhere);
    }

    private static string PathOf(Invocation invocation)
    {
        if (invocation.Value(CommonOptions.Output) is { Length: > 0 } output)
            Spare(invocation, output);
        return StoreOf(invocation) is { Length: > 0 } path ? path : throw new CommandFailure(Texts.Usage.NeedsValue.With(Spec.Name));
    }

    private static string StoreOf(Invocation invocation) => invocation.Value(Spec) ?? StorePath.Default();
}
