namespace Standards.SampleLogs.Releases;

/// <summary>How a release ends.</summary>
internal enum ReleaseCourse
{
    /// <summary>The goods go.</summary>
    Released,

    /// <summary>The owner cannot be reached all day: nothing goes.</summary>
    OwnerUnreachable,

    /// <summary>The owner says no: nothing goes.</summary>
    OwnerRefuses,

    /// <summary>What is owed is not paid: nothing goes.</summary>
    NotPaid,

    /// <summary>Small things: no slip.</summary>
    Small,

    /// <summary>A small thing again and again.</summary>
    FrequentSmall,
}

/// <summary>Who carries goods out, and why, and what is planted. Immutable.</summary>
internal sealed record ReleasePlan(string Carrier, string Reason, params IReadOnlyList<ReleaseFlaw> Flaws)
{
    public ReleaseCourse Course { get; init; }

    public bool IsMoveOut => string.Equals(Reason, "move-out", StringComparison.Ordinal);

    /// <summary>Whose opinion is asked for; null where the owner carries the things.</summary>
    public string? Asked => Carrier switch
    {
        "owner" => null,
        "company-employee" => "company-contact",
        "child" or "relative" => "householder",
        _ => "owner",
    };
}

/// <summary>Things that are carried out.</summary>
internal sealed record Goods(string Kind, string Names, int Count)
{
    public static readonly IReadOnlyList<Goods> Moved =
    [
        new("furniture", "沙发、书桌", 2), new("furniture", "双人床、衣柜、餐桌", 3), new("appliance", "冰箱、洗衣机", 2), new("carton", "纸箱", 18), new("large-bag", "编织袋、被褥包", 6),
    ];

    public static readonly IReadOnlyList<Goods> Single =
    [
        new("appliance", "微波炉", 1), new("appliance", "电视机", 1), new("carton", "纸箱", 2), new("furniture", "婴儿床", 1), new("large-parcel", "大件包裹", 1), new("large-bag", "旧衣物包", 2),
    ];

    public static readonly IReadOnlyList<Goods> Office = [new("computer", "台式电脑", 2), new("office-desk", "办公桌", 1), new("carton", "资料箱", 4), new("computer", "笔记本电脑", 1)];

    public static readonly IReadOnlyList<Goods> Little = [new("small-item", "手提袋", 1), new("food", "水果", 1), new("document", "文件袋", 1), new("small-item", "台灯", 1)];

    public static Goods Of(Dice dice, ReleasePlan plan) => dice.Pick(plan switch
    {
        { Course: ReleaseCourse.Small or ReleaseCourse.FrequentSmall } => Little,
        { Carrier: "company-employee" } => Office,
        { IsMoveOut: true } => Moved,
        _ => Single,
    });
}
