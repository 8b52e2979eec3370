namespace Standards.Simulator.Observing;

/// <summary>How the dialogue of an observation ended.</summary>
internal enum ObserverEnd
{
    /// <summary>The observer closed the observation.</summary>
    Closed = 0,

    /// <summary>The input ended before that.</summary>
    Left,

    /// <summary>Ctrl-C, or the process was asked to stop.</summary>
    Interrupted,
}
