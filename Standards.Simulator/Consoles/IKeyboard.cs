namespace Standards.Simulator.Consoles;

/// <summary>Where keys come from. Not thread-safe.</summary>
internal interface IKeyboard
{
    /// <summary>From here to <see cref="Release"/> every key comes to the program, Ctrl-C included, and none is shown.</summary>
    void Seize();

    /// <summary>Gives the terminal back as it was.</summary>
    void Release();

    /// <summary>Waits for keys, at most so long, and takes those that came.</summary>
    /// <returns>Whether more can come: false where the terminal is gone.</returns>
    bool Take(TimeSpan wait, Queue<Key> keys);
}
