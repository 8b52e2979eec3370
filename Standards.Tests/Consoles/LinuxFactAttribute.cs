using Xunit;

namespace Standards.Tests.Consoles;

/// <summary>A test that needs a pseudo-terminal as Linux has it.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = LinuxTheoryAttribute.Reason;
    }
}

/// <summary>Cases that need a pseudo-terminal as Linux has it.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public const string Reason = "needs Linux";

    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = Reason;
    }
}
