namespace Standards.Bench.Peers;

/// <summary>What a figure covers.</summary>
internal enum Scope
{
    /// <summary>From the file to the result; also measured as a whole process.</summary>
    File,

    /// <summary>From events in memory to the result.</summary>
    Evaluation,
}

/// <summary>
/// Something to measure. To add one, implement this and add it to <see cref="PeerCatalog"/>: it is then a command of its
/// own, a row of <c>all</c> and of <c>report</c>, and is held to the truth.
/// </summary>
internal interface IPeer
{
    /// <summary>The name of the command.</summary>
    string Name { get; }

    Scope Scope { get; }

    /// <summary>Does everything that is not to be measured, such as loading events, and returns what is.</summary>
    Func<Counts> Prepare(string file);
}
