namespace Standards.Audit.Reading;

/// <summary>Why a text is not an instant.</summary>
internal enum TimeFault : byte
{
    None,
    Malformed,
    NoZone,
    LeapSecond,
    OutOfRange,
}
