namespace Standards.Simulator.Playing;

/// <summary>The wall clock, as the clock of a scenario follows it. Not thread-safe.</summary>
/// <param name="time">The wall clock.</param>
/// <param name="speed">How many times as fast the scenario's clock runs.</param>
internal sealed class RealTime(TimeProvider time, double speed)
{
    private long _last = -1;

    /// <summary>Waiting begins; what passed while nobody waited does not count.</summary>
    public void Start() => _last = time.GetTimestamp();

    /// <summary>The time on the scenario's clock since the last call, or since waiting began.</summary>
    public TimeSpan Passed()
    {
        var now = time.GetTimestamp();
        var passed = _last < 0 ? TimeSpan.Zero : time.GetElapsedTime(_last, now) * speed;
        _last = now;

        // Whole milliseconds are what a recorded attempt can say.
        var whole = TimeSpan.FromTicks(passed.Ticks - (passed.Ticks % TimeSpan.TicksPerMillisecond));
        _carry += passed - whole;
        if (_carry.Ticks < TimeSpan.TicksPerMillisecond)
            return whole;
        _carry -= TimeSpan.FromMilliseconds(1);
        return whole + TimeSpan.FromMilliseconds(1);
    }

    private TimeSpan _carry;
}
