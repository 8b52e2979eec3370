using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Standards.Rules.Binding.Expressions;

/// <summary>The functions of the language, overloads with one meaning taken together.</summary>
internal enum Function
{
    Size,
    Contains,
    StartsWith,
    EndsWith,
    Matches,
    ToBool,
    ToInt,
    ToDouble,
    ToText,
    ToDuration,
    ToTimestamp,
    ToDyn,
    Least,
    Greatest,
    Ceil,
    Floor,
    Round,
    Abs,
    FullYear,
    Month,
    DayOfMonth,
    Date,
    DayOfWeek,
    DayOfYear,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
}

/// <summary>One way to call a function.</summary>
/// <param name="Name">As written; <c>math.</c> is part of it.</param>
/// <param name="Function">What it computes.</param>
/// <param name="IsMethod">Whether the first parameter stands before the dot.</param>
/// <param name="Parameters">Their types, the receiver first.</param>
/// <param name="Result">The type of the result.</param>
internal sealed record Overload(string Name, Function Function, bool IsMethod, ImmutableArray<ExpressionType> Parameters, ExpressionType Result)
{
    /// <summary>As a user reads it: <c>string.contains(string)</c>.</summary>
    public override string ToString()
    {
        var arguments = string.Join(", ", IsMethod ? Parameters.Skip(1) : Parameters);
        return IsMethod ? $"{Parameters[0]}.{Name}({arguments})" : $"{Name}({arguments})";
    }
}

/// <summary>All functions with fixed parameters; <c>math.least</c>, <c>math.greatest</c>, <c>state</c>, <c>decision</c> and the macros are not among them.</summary>
internal static class FunctionTable
{
    private static readonly ExpressionType ListOfDyn = ExpressionType.List(ExpressionType.Dyn);
    private static readonly ExpressionType MapOfDyn = ExpressionType.Map(ExpressionType.Dyn, ExpressionType.Dyn);

    private static readonly FrozenDictionary<string, ImmutableArray<Overload>> ByName = Create()
        .GroupBy(o => o.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The names of all functions and macros, for "did you mean".</summary>
    public static IEnumerable<string> Names => ByName.Keys.Concat(["math.least", "math.greatest", "state", "decision", "has", "all", "exists", "exists_one", "filter", "map"]);

    /// <summary>The overloads of a function; empty where there is none of that name.</summary>
    public static ImmutableArray<Overload> Find(string name) => ByName.GetValueOrDefault(name, []);

    private static IEnumerable<Overload> Create() =>
    [
        .. Sizes(),
        Method("contains", Function.Contains, ExpressionType.Bool, ExpressionType.String, ExpressionType.String),
        Method("startsWith", Function.StartsWith, ExpressionType.Bool, ExpressionType.String, ExpressionType.String),
        Method("endsWith", Function.EndsWith, ExpressionType.Bool, ExpressionType.String, ExpressionType.String),
        Method("matches", Function.Matches, ExpressionType.Bool, ExpressionType.String, ExpressionType.String),
        Global("matches", Function.Matches, ExpressionType.Bool, ExpressionType.String, ExpressionType.String),
        .. Conversions("bool", Function.ToBool, ExpressionType.Bool, ExpressionType.Bool, ExpressionType.String),
        .. Conversions("int", Function.ToInt, ExpressionType.Int, ExpressionType.Int, ExpressionType.Double, ExpressionType.String, ExpressionType.Timestamp),
        .. Conversions("double", Function.ToDouble, ExpressionType.Double, ExpressionType.Double, ExpressionType.Int, ExpressionType.String),
        .. Conversions("string", Function.ToText, ExpressionType.String, ExpressionType.String, ExpressionType.Bool, ExpressionType.Int, ExpressionType.Double, ExpressionType.Duration, ExpressionType.Timestamp),
        .. Conversions("duration", Function.ToDuration, ExpressionType.Duration, ExpressionType.Duration, ExpressionType.String),
        .. Conversions("timestamp", Function.ToTimestamp, ExpressionType.Timestamp, ExpressionType.Timestamp, ExpressionType.String, ExpressionType.Int),
        Global("dyn", Function.ToDyn, ExpressionType.Dyn, ExpressionType.Dyn),
        Global("math.ceil", Function.Ceil, ExpressionType.Double, ExpressionType.Double),
        Global("math.floor", Function.Floor, ExpressionType.Double, ExpressionType.Double),
        Global("math.round", Function.Round, ExpressionType.Double, ExpressionType.Double),
        Global("math.abs", Function.Abs, ExpressionType.Int, ExpressionType.Int),
        Global("math.abs", Function.Abs, ExpressionType.Double, ExpressionType.Double),
        .. TimeParts("getFullYear", Function.FullYear),
        .. TimeParts("getMonth", Function.Month),
        .. TimeParts("getDayOfMonth", Function.DayOfMonth),
        .. TimeParts("getDate", Function.Date),
        .. TimeParts("getDayOfWeek", Function.DayOfWeek),
        .. TimeParts("getDayOfYear", Function.DayOfYear),
        .. TimeParts("getHours", Function.Hours, ofDuration: true),
        .. TimeParts("getMinutes", Function.Minutes, ofDuration: true),
        .. TimeParts("getSeconds", Function.Seconds, ofDuration: true),
        .. TimeParts("getMilliseconds", Function.Milliseconds, ofDuration: true),
    ];

    private static Overload Global(string name, Function function, ExpressionType result, params ReadOnlySpan<ExpressionType> parameters) =>
        new(name, function, IsMethod: false, [.. parameters], result);

    private static Overload Method(string name, Function function, ExpressionType result, params ReadOnlySpan<ExpressionType> parameters) =>
        new(name, function, IsMethod: true, [.. parameters], result);

    private static IEnumerable<Overload> Sizes()
    {
        foreach (var type in (ExpressionType[])[ExpressionType.String, ListOfDyn, MapOfDyn])
        {
            yield return Global("size", Function.Size, ExpressionType.Int, type);
            yield return Method("size", Function.Size, ExpressionType.Int, type);
        }
    }

    private static IEnumerable<Overload> Conversions(string name, Function function, ExpressionType result, params ExpressionType[] sources) =>
        sources.Select(source => Global(name, function, result, source));

    private static IEnumerable<Overload> TimeParts(string name, Function function, bool ofDuration = false)
    {
        yield return Method(name, function, ExpressionType.Int, ExpressionType.Timestamp);
        yield return Method(name, function, ExpressionType.Int, ExpressionType.Timestamp, ExpressionType.String);
        if (ofDuration)
            yield return Method(name, function, ExpressionType.Int, ExpressionType.Duration);
    }
}
