namespace Standards.Bench.Workload;

/// <summary>A set of the ten norms: the norms that one case violates.</summary>
[Flags]
internal enum NormSet : ushort
{
    None = 0,

    /// <summary>Every arrive is followed by a greet within 60 s.</summary>
    N1 = 1 << 0,

    /// <summary>Every grade has an earlier record.</summary>
    N2 = 1 << 1,

    /// <summary>Exactly one grade.</summary>
    N3 = 1 << 2,

    /// <summary>Every major grade is followed by a report to the superior within 600 s.</summary>
    N4 = 1 << 3,

    /// <summary>Every accept is followed by a reply within one hour.</summary>
    N5 = 1 << 4,

    /// <summary>Every resolve is followed by a follow-up within 24 hours.</summary>
    N6 = 1 << 5,

    /// <summary>Every close has an earlier resolve.</summary>
    N7 = 1 << 6,

    /// <summary>No argue.</summary>
    N8 = 1 << 7,

    /// <summary>Every queue start is followed by a hand-off or a service within 180 s.</summary>
    N9 = 1 << 8,

    /// <summary>At least one accept.</summary>
    N10 = 1 << 9,
}
