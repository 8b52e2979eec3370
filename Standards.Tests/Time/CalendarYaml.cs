using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Syntax.Deadlines;
using YamlDotNet.RepresentationModel;

namespace Standards.Tests.Time;

/// <summary>Reads calendar files as the loader does, without positions.</summary>
internal static class CalendarYaml
{
    public static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>The definition; null where a scalar has a mistake.</summary>
    public static WorkingCalendarDefinition? Read(YamlMappingNode root, DiagnosticBag bag)
    {
        var hours = Pairs(root, "hours").SelectMany(pair => Hours(pair.Key.ToString(), pair.Value.ToString(), bag)).ToArray();
        var holidays = Items(root, "holidays").Select(item => Holiday(item, bag)).ToArray();
        var workingDays = Items(root, "working-days").Select(item => WorkingDay(item, bag)).ToArray();
        var from = CalendarText.ParseDate(Scalar(root, "from"), TimeFixtures.SpanAt, bag);
        var until = CalendarText.ParseDate(Scalar(root, "until"), TimeFixtures.SpanAt, bag);
        if (bag.HasErrors)
            return null;
        return new WorkingCalendarDefinition
        {
            Id = Scalar(root, "id"),
            Title = Text(root["title"]),
            Zone = Scalar(root, "zone"),
            From = from!.Value,
            Until = until!.Value,
            Hours = [.. hours],
            Holidays = [.. holidays],
            WorkingDays = [.. workingDays],
        };
    }

    public static string Scalar(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    public static bool Has(YamlMappingNode node, string key) => node.Children.ContainsKey(key);

    public static IEnumerable<YamlMappingNode> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var items) ? ((YamlSequenceNode)items).Cast<YamlMappingNode>() : [];

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlMappingNode node, string key) => ((YamlMappingNode)node[key]).Children;

    private static IEnumerable<WeekdayHours> Hours(string days, string hours, DiagnosticBag bag)
    {
        var intervals = CalendarText.ParseHours(hours, TimeFixtures.SpanAt, bag);
        return CalendarText.ParseWeekdays(days, TimeFixtures.SpanAt, bag) is { } names && intervals is { } open
            ? names.Select(day => new WeekdayHours(day, open))
            : [];
    }

    private static HolidayRange Holiday(YamlMappingNode item, DiagnosticBag bag)
    {
        var dates = CalendarText.ParseDates(Scalar(item, "dates"), TimeFixtures.SpanAt, bag) ?? default;
        return new HolidayRange(dates.First, dates.Last, Text(item["name"]));
    }

    private static SpecialWorkingDay WorkingDay(YamlMappingNode item, DiagnosticBag bag) => new(
        CalendarText.ParseDate(Scalar(item, "date"), TimeFixtures.SpanAt, bag) ?? default,
        CalendarText.ParseSpecialHours(Scalar(item, "hours"), TimeFixtures.SpanAt, bag) ?? new SpecialHours.Own([]),
        Text(item["name"]));

    private static LocalizedText Text(YamlNode node) => new(Scalar((YamlMappingNode)node, "zh"), Scalar((YamlMappingNode)node, "en"));
}
