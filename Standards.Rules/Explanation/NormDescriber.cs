using System.Collections.Frozen;
using System.Globalization;
using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation;

/// <summary>Says in words what a norm expects. Immutable; thread-safe.</summary>
internal sealed class NormDescriber(BoundRules rules)
{
    private readonly FrozenDictionary<string, LocalizedText> _attributes =
        rules.Vocabulary.Attributes.DistinctBy(a => a.Name, StringComparer.Ordinal).ToFrozenDictionary(a => a.Name, a => a.Title, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, LocalizedText> _acts =
        rules.Vocabulary.Acts.DistinctBy(a => a.Name, StringComparer.Ordinal).ToFrozenDictionary(a => a.Name, a => a.Title, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, LocalizedText> _roles =
        rules.Vocabulary.Roles.DistinctBy(r => r.Name, StringComparer.Ordinal).ToFrozenDictionary(r => r.Name, r => r.Title, StringComparer.Ordinal);

    public LocalizedText ActTitle(int act) => act == BoundAlternative.AnyAct
        ? new LocalizedText("任何行为", "anything happens")
        : OrName(rules.Vocabulary.Acts[act].Title, rules.Vocabulary.Acts[act].Name);

    public LocalizedText ActTitle(string name) => OrName(_acts.GetValueOrDefault(name) ?? LocalizedText.Empty, name);

    public LocalizedText AttributeTitle(string name) => OrName(_attributes.GetValueOrDefault(name) ?? LocalizedText.Empty, name);

    public LocalizedText RoleTitle(string name) => OrName(_roles.GetValueOrDefault(name) ?? LocalizedText.Empty, name);

    /// <summary>What an event must be like.</summary>
    public LocalizedText Pattern(BoundPattern pattern) => new(
        string.Join("或", pattern.Alternatives.Select(a => Alternative(a, Language.Zh))),
        string.Join(" or ", pattern.Alternatives.Select(a => Alternative(a, Language.En))));

    private string Alternative(BoundAlternative alternative, Language language)
    {
        var text = ActTitle(alternative.Act).In(language);
        if (alternative.Saying is UtteranceTest.Phrases phrases)
            text = string.Join(language == Language.Zh ? "或" : " or ", phrases.Any.Select(p => language == Language.Zh ? $"说“{p.Text}”" : $"“{p.Text}” is said"));
        if (!alternative.Roles.IsDefault)
        {
            // The most general role is the one of which all others are cases.
            var name = alternative.Roles.MaxBy(CasesOf) ?? "";
            text += language == Language.Zh ? $"（{RoleTitle(name).Zh}）" : $" (by {RoleTitle(name).En})";
        }

        if (alternative.Where is not null)
            text += language == Language.Zh ? $"（`{alternative.Where.Origin.Text}`）" : $" (where `{alternative.Where.Origin.Text}`)";
        return text;
    }

    private int CasesOf(string role) => rules.Vocabulary.Roles.FirstOrDefault(r => string.Equals(r.Name, role, StringComparison.Ordinal))?.Cases.Length ?? 0;

    /// <summary>What the norm expects, as a clause of a sentence.</summary>
    public LocalizedText Expectation(BoundNorm norm) => norm.Form switch
    {
        NormForm.Require f => Due(Pattern(f.Pattern), f.Within),
        NormForm.Forbid f => Limited("不得", "must not", Pattern(f.Pattern), f.Within),
        NormForm.Before f => new(
            $"须先有 {string.Join("、", f.Prerequisites.Select(p => Prerequisite(p, Language.Zh)))}",
            $"these must come first: {string.Join("; ", f.Prerequisites.Select(p => Prerequisite(p, Language.En)))}"),
        NormForm.Order f => new(
            $"顺序：{string.Join(" → ", f.Steps.Select(s => Pattern(s).Zh))}",
            $"in this order: {string.Join(" → ", f.Steps.Select(s => Pattern(s).En))}"),
        NormForm.Count f => Due(new LocalizedText($"{Pattern(f.Pattern).Zh} {Bounds(f, Language.Zh)}", $"{Pattern(f.Pattern).En} {Bounds(f, Language.En)}"), f.Within),
        NormForm.Say f => Due(
            new LocalizedText($"说“{string.Join("”或“", f.Phrases.Select(p => p.Text))}”", $"“{string.Join("” or “", f.Phrases.Select(p => p.Text))}” is said"),
            f.Within),
        NormForm.NeverSay => new("不得使用禁语", "no forbidden words"),
        NormForm.Record f => Due(new LocalizedText($"填写{f.Form.Title.Zh}", $"the {f.Form.Title.En} is filled in"), f.Within),
        NormForm.Decide f => new($"须与决策表“{f.Decision.Title.Zh}”一致", $"as the table “{f.Decision.Title.En}” decides"),
        NormForm.By f => new(
            $"须由 {string.Join("或", MostGeneral(f.Roles).Select(r => RoleTitle(r).Zh))} 做",
            $"by {string.Join(" or ", MostGeneral(f.Roles).Select(r => RoleTitle(r).En))}"),
        NormForm.Ensure f => new($"须满足 `{f.Condition.Origin.Text}`", $"`{f.Condition.Origin.Text}` must hold"),
        NormForm.During f => new($"须在 {Schedule(f.Schedule, Language.Zh)} 之内", $"only during {Schedule(f.Schedule, Language.En)}"),
        NormForm.Tariff => new("须按标准收费", "the amount that the tariff gives"),
        NormForm.Observe f => f.Question,
        NormForm.OutOfOrder => LocalizedText.Empty,
        _ => LocalizedText.Empty,
    };

    private IEnumerable<string> MostGeneral(IEnumerable<string> roles)
    {
        var all = roles.ToList();
        return all.Where(r => !all.Exists(o => !string.Equals(o, r, StringComparison.Ordinal)
            && rules.Vocabulary.Roles.Any(v => string.Equals(v.Name, o, StringComparison.Ordinal) && v.Cases.Contains(r, StringComparer.Ordinal))));
    }

    private static string Schedule(BoundSchedule schedule, Language language)
    {
        var title = schedule.Title.In(language);
        return schedule.Schedule is null || string.Equals(title, schedule.Id, StringComparison.Ordinal) ? title : $"{title}（{schedule.Schedule}）";
    }

    private string Prerequisite(BoundPrerequisite prerequisite, Language language) => prerequisite switch
    {
        BoundPrerequisite.Earlier earlier => Pattern(earlier.Pattern).In(language),
        BoundPrerequisite.That that => $"`{that.Text}`",
        _ => "",
    };

    private static string Bounds(NormForm.Count count, Language language)
    {
        static string Zh(int? value) => value!.Value.ToString(CultureInfo.InvariantCulture);
        static string En(int? value) => value == 1 ? "once" : Zh(value) + " times";
        return (count.AtLeast, count.AtMost) switch
        {
            (null, not null) => language == Language.Zh ? $"至多 {Zh(count.AtMost)} 次" : $"at most {En(count.AtMost)}",
            (not null, null) => language == Language.Zh ? $"至少 {Zh(count.AtLeast)} 次" : $"at least {En(count.AtLeast)}",
            var (least, most) when least == most => language == Language.Zh ? $"恰好 {Zh(most)} 次" : $"exactly {En(most)}",
            _ => language == Language.Zh ? $"{Zh(count.AtLeast)} 至 {Zh(count.AtMost)} 次" : $"{Zh(count.AtLeast)} to {En(count.AtMost)}",
        };
    }

    private static LocalizedText Due(LocalizedText what, BoundDeadline? within) => within switch
    {
        null => new($"应有：{what.Zh}", $"expected: {what.En}"),
        BoundDeadline.Time { Deadline: var deadline } => new($"{deadline.DescribeLimit(Language.Zh)}应有：{what.Zh}", $"expected {deadline.DescribeLimit(Language.En)}: {what.En}"),
        BoundDeadline.Units units => new(
            $"{units.Limit.ToString(CultureInfo.InvariantCulture)} {units.Unit.Title.Zh}内应有：{what.Zh}",
            $"expected within {units.Limit.ToString(CultureInfo.InvariantCulture)} × {units.Unit.Title.En}: {what.En}"),
        _ => what,
    };

    private static LocalizedText Limited(string zh, string en, LocalizedText what, BoundDeadline? within) => within is BoundDeadline.Time { Deadline: var deadline }
        ? new($"{deadline.DescribeLimit(Language.Zh)}{zh}：{what.Zh}", $"{en} come {deadline.DescribeLimit(Language.En)}: {what.En}")
        : new($"{zh}：{what.Zh}", $"{en} come: {what.En}");

    private static LocalizedText OrName(LocalizedText title, string name) => title == LocalizedText.Empty ? new LocalizedText(name, name) : title;
}
