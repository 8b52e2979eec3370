namespace Standards.Audit.Reading;

/// <summary>Where blocks come from. Filling is sequential, and so fixes the order; parsing of different blocks may run in parallel.</summary>
internal interface IBlockSource : IDisposable
{
    /// <summary>Fills the next block; false where there is none. Never called by two threads at once.</summary>
    bool TryFill(LogBlock block);
}
