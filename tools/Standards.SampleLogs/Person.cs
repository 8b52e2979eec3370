namespace Standards.SampleLogs;

/// <summary>Somebody who acts, by a number rather than a name, and as what.</summary>
internal sealed record Person(string Name, string Role)
{
    public static readonly Person Colleague = new("staff:F08", "colleague");
    public static readonly Person Observer = new("staff:Q05", "staff");
    public static readonly Person Guard = new("staff:S01", "staff");
    public static readonly Person Quality = new("staff:Q01", "quality-department");
    public static readonly Person QualityHead = new("staff:Q02", "quality-department-responsible");
    public static readonly Person Administration = new("staff:A01", "administration-personnel-department");
    public static readonly Person AdministrationManager = new("staff:A02", "administration-personnel-manager");
    public static readonly Person OfficeManager = new("staff:M01", "office-manager");
    public static readonly Person ParkDirector = new("staff:M02", "park-director");
    public static readonly Person AssistantDirector = new("staff:M03", "service-centre-assistant-director");
    public static readonly Person SecurityCaptain = new("staff:S02", "security-captain");
    public static readonly Person PersonnelSpecialist = new("staff:A03", "personnel-specialist");

    public static Person FrontDesk(int number) => new($"staff:F{number:00}", "front-desk");

    public static Person Customer(string visitor) => new($"visitor:{visitor}", "customer");

    public static Person Visitor(string visitor) => new($"visitor:{visitor}", "visitor");
}
