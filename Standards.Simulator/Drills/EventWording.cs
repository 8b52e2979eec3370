using System.Globalization;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>Says in words what happened. Not thread-safe.</summary>
internal sealed class EventWording(DrillMaterial material, TimeZoneInfo zone)
{
    private const string WordsSpoken = "words.spoken";

    private readonly InstantText _instants = new(zone);

    /// <summary>The day of a transcript: of its first event.</summary>
    public string Day(Instant instant) => _instants.Short(instant)[..10];

    /// <summary>The time; with its day where <paramref name="withDay"/> says so.</summary>
    public string Time(Instant instant, bool withDay) => withDay ? _instants.Short(instant)[5..] : _instants.Short(instant)[11..];

    /// <summary>Who did what, with the words and what is known of it.</summary>
    public LocalizedText Of(InteractionEvent item)
    {
        if (DrillMaterial.IsFacts(item))
            return new LocalizedText(Data(item, Language.Zh), Data(item, Language.En));
        return new LocalizedText(Of(item, Language.Zh), Of(item, Language.En));
    }

    private string Of(InteractionEvent item, Language language)
    {
        var who = item.Role is null ? "" : material.Describer.RoleTitle(item.Role).In(language) + Texts.Colon.In(language);
        var isSpoken = item.Say is not null && string.Equals(item.Act, WordsSpoken, StringComparison.Ordinal);
        var what = isSpoken ? "" : material.ActTitle(item.Act).In(language);
        var said = item.Say is null ? "" : language == Language.Zh ? $"“{item.Say}”" : (isSpoken ? "" : " ") + $"“{item.Say}”";
        var data = Data(item, language);
        var known = data.Length == 0 ? "" : language == Language.Zh ? $"（{data}）" : $" ({data})";
        return who + what + said + known;
    }

    private string Data(InteractionEvent item, Language language) => string.Join(
        Texts.Explain.Semicolon.In(language),
        item.Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{material.Describer.AttributeTitle(d.Key).In(language)}{Texts.Colon.In(language)}{Of(d.Value, language)}"));

    private string Of(Value value, Language language) => value.Kind switch
    {
        ValueKind.Bool => (value.AsBool ? Texts.Drill.Yes : Texts.Drill.No).In(language),
        ValueKind.List => value.AsList.IsEmpty ? "–" : string.Join(Texts.ListComma.In(language), value.AsList.Select(v => Of(v, language))),
        ValueKind.Duration => TimeAnswer.Describe(value.AsDuration).In(language),
        ValueKind.Double => value.AsDouble.ToString("0.####", CultureInfo.InvariantCulture),
        ValueKind.String when value.AsString is "yes" or "no" => (value.AsString is "yes" ? Texts.Drill.Yes : Texts.Drill.No).In(language),
        ValueKind.String when material.Norms.TryGetValue(value.AsString, out var norm) && norm.Form is NormForm.Observe observe => observe.Question.In(language),
        _ => ValueText.Of(value, _instants),
    };
}
