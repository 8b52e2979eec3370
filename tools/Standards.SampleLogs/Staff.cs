namespace Standards.SampleLogs;

/// <summary>The customer centre, the departments, and those in charge: numbers rather than names.</summary>
internal static class Staff
{
    public static readonly Person CentreSupervisor = new("staff:K01", "customer-centre-supervisor");
    public static readonly Person CustomerManager = new("staff:K02", "customer-manager");
    public static readonly Person Archivist = new("staff:K09", "customer-archivist");
    public static readonly Person ProjectSupervisor = new("staff:P01", "project-supervisor");
    public static readonly Person ManagerInCharge = new("staff:M04", "manager-in-charge");
    public static readonly Person ManagementDepartmentManager = new("staff:M05", "management-department-manager");
    public static readonly Person Cashier = new("staff:C01", "cashier");
    public static readonly Person Guard = new("staff:G01", "guard");
    public static readonly Person Technician = new("staff:E02", "technician");

    public static Person CustomerAssistant(Dice dice) => new($"staff:K1{dice.Between(1, 6)}", "customer-assistant");

    public static Person FirstContact(Dice dice) => new($"staff:E1{dice.Between(1, 6)}", "first-contact");

    public static Person Department(string party) => new($"staff:{Initial(party)}05", "responsible-department");

    public static Person DepartmentHead(string party) => new($"staff:{Initial(party)}01", "responsible-department-head");

    private static string Initial(string party) => party switch
    {
        "engineering-department" => "E",
        "security-department" => "S",
        "finance-department" => "C",
        _ => "V",
    };
}
