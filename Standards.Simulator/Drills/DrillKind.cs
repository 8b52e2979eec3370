using System.Collections.Immutable;

namespace Standards.Simulator.Drills;

/// <summary>What a drill asks.</summary>
internal enum DrillKind
{
    /// <summary>Which norm a transcript breaks, or which line shows it.</summary>
    Breach = 0,

    /// <summary>Which act comes next.</summary>
    Next,

    /// <summary>How long is left.</summary>
    Time,

    /// <summary>The words to say, or whether some may be said.</summary>
    Say,
}

/// <summary>The kinds as commands and files name them.</summary>
internal static class DrillKinds
{
    public static readonly ImmutableArray<DrillKind> All = [DrillKind.Breach, DrillKind.Next, DrillKind.Time, DrillKind.Say];

    public static readonly ImmutableArray<string> Names = [.. All.Select(NameOf)];

    public static string NameOf(DrillKind kind) => kind switch
    {
        DrillKind.Breach => "breach",
        DrillKind.Next => "next",
        DrillKind.Time => "time",
        _ => "say",
    };

    /// <summary>The kind of that name; null for none.</summary>
    public static DrillKind? Find(string name) => Names.IndexOf(name, StringComparer.Ordinal) is >= 0 and var index ? All[index] : null;

    /// <summary>Whether its questions are made of the packs' cases.</summary>
    public static bool NeedsCases(DrillKind kind) => kind != DrillKind.Say;
}

/// <summary>What is practised and scheduled: a norm, in one kind of question. Immutable.</summary>
internal readonly record struct DrillItem(DrillKind Kind, string Norm)
{
    public override string ToString() => $"{DrillKinds.NameOf(Kind)}:{Norm}";
}
