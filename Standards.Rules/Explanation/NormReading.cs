using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation;

/// <summary>One line of a norm read aloud: what it is about, and what it says.</summary>
/// <param name="About">For instance <c>when</c>, <c>expected</c>, <c>unless</c>.</param>
/// <param name="Text">The words.</param>
internal sealed record ReadingLine(LocalizedText About, LocalizedText Text);

/// <summary>Reads a norm aloud for somebody who knows the trade and no programming. Immutable; thread-safe.</summary>
internal sealed class NormReading(BoundRules rules)
{
    private static readonly LocalizedText Scope = new("适用", "applies to");
    private static readonly LocalizedText Given = new("条件", "given");
    private static readonly LocalizedText When = new("触发", "when");
    private static readonly LocalizedText PerKey = new("分别计", "for each");
    private static readonly LocalizedText Then = new("要求", "then");
    private static readonly LocalizedText Since = new("自", "since");
    private static readonly LocalizedText Limit = new("时限", "in time");
    private static readonly LocalizedText Until = new("直到", "until");
    private static readonly LocalizedText Unless = new("除非", "unless");
    private static readonly LocalizedText Note = new("说明", "note");

    private readonly NormDescriber _describer = new(rules);

    /// <summary>The norm, part by part, in the order in which one would say it.</summary>
    public ImmutableArray<ReadingLine> Of(BoundNorm norm)
    {
        var lines = ImmutableArray.CreateBuilder<ReadingLine>();
        void Add(LocalizedText about, LocalizedText? text)
        {
            if (text is not null && text != LocalizedText.Empty)
                lines.Add(new ReadingLine(about, text));
        }

        if (!norm.Processes.IsEmpty)
            Add(Scope, Processes(norm));
        foreach (var condition in norm.When)
            Add(Given, new LocalizedText($"`{condition.Text}`", $"`{condition.Text}`"));
        Add(When, Activation(norm));
        if (norm.Per >= 0)
            Add(PerKey, _describer.AttributeTitle(rules.Vocabulary.Attributes[norm.Per].Name));
        Add(Then, Expectation(norm));
        Add(Limit, Clock(norm.Form));
        Add(Since, norm.Form is NormForm.Before { Since: { } since } ? _describer.Pattern(since) : null);
        Add(Until, End(norm.Form) is { } end ? _describer.Pattern(end) : null);
        foreach (var exception in norm.Unless)
            Add(Unless, Exception(exception));
        Add(Note, norm.Note);
        return lines.ToImmutable();
    }

    private LocalizedText Processes(BoundNorm norm)
    {
        var titles = norm.Processes.Select(i => rules.Processes.FirstOrDefault(p => p.Index == i)?.Title ?? new LocalizedText(rules.ProcessIds[i], rules.ProcessIds[i])).ToList();
        return new LocalizedText($"流程：{string.Join("、", titles.Select(t => t.Zh))}", $"process: {string.Join(", ", titles.Select(t => t.En))}");
    }

    private LocalizedText? Activation(BoundNorm norm) => norm switch
    {
        { On: { } on } => _describer.Pattern(on),
        { Form: NormForm.Order or NormForm.Quota or NormForm.OutOfOrder } => null,
        _ => new LocalizedText("自第一个事件起", "from the first event of the interaction on"),
    };

    private LocalizedText Expectation(BoundNorm norm) => norm.Form switch
    {
        NormForm.Quota quota => Quota(quota),
        NormForm.OutOfOrder process => new(
            $"行为只在流程“{process.Process.Title.Zh}”的当前状态允许时发生",
            $"acts come only where the state of the process “{process.Process.Title.En}” allows them"),
        NormForm.NeverSay never => new(
            $"不得说：{string.Join("、", Terms(never))}",
            $"must not be said: {string.Join(", ", Terms(never))}"),
        NormForm.Record record => new(
            $"填写{record.Form.Title.Zh}，各项齐全：{Fields(record, Language.Zh)}",
            $"the {record.Form.Title.En} is filled in, with: {Fields(record, Language.En)}"),
        NormForm.Tariff tariff => new($"应收 `{tariff.Derived.Text}`", $"the amount is `{tariff.Derived.Text}`"),
        NormForm.Observe { ExpectSeen: false } observe => new($"{observe.Question.Zh}（应答“否”）", $"{observe.Question.En} (expected: no)"),
        NormForm.Order { Skip: true } order => new(
            $"{_describer.Expectation(norm).Zh}（可略过步骤）",
            $"{_describer.Expectation(norm).En} (steps may be left out)"),
        _ => _describer.Expectation(norm),
    };

    private static IEnumerable<string> Terms(NormForm.NeverSay never) => never.Lexicons.SelectMany(l => l.Lexicon.Terms);

    private string Fields(NormForm.Record record, Language language) => string.Join(
        language == Language.Zh ? "、" : ", ",
        record.Fields.Select(f => rules.Vocabulary.Attributes[f]).Select(a => a.Title.In(language) is { Length: > 0 } title ? title : a.Name));

    private static LocalizedText? Clock(NormForm form) => form switch
    {
        NormForm.Record { Within: BoundDeadline.Time { Deadline: var deadline } } => Described(deadline),
        NormForm.Count { Within: null } => null,
        NormForm.NeverSay { Within: BoundDeadline.Time { Deadline: var deadline } } => Described(deadline),
        NormForm.Before { Within: { } span } => Described(new Core.Time.Deadline.Elapsed(span)),
        _ => null,
    };

    private static LocalizedText Described(Core.Time.Deadline deadline) => new(deadline.DescribeLimit(Language.Zh), deadline.DescribeLimit(Language.En));

    private static BoundPattern? End(NormForm form) => form switch
    {
        NormForm.Require f => f.Until,
        NormForm.Forbid f => f.Until,
        NormForm.Say f => f.Until,
        NormForm.NeverSay f => f.Until,
        _ => null,
    };

    private LocalizedText Exception(BoundException exception)
    {
        var text = exception switch
        {
            BoundException.Event e => _describer.Pattern(e.Pattern),
            BoundException.Norm n => new LocalizedText($"规范 `{n.Id}` 已触发", $"the norm `{n.Id}` was activated"),
            BoundException.That t => new LocalizedText($"`{t.Condition.Text}`", $"`{t.Condition.Text}`"),
            _ => LocalizedText.Empty,
        };
        if (exception.Clauses.IsEmpty)
            return text;
        var cited = $" [{string.Join(", ", exception.Clauses)}]";
        return new LocalizedText(text.Zh + cited, text.En + cited);
    }

    private LocalizedText Quota(NormForm.Quota quota)
    {
        var counted = quota.Measure switch
        {
            QuotaMeasure.Events events => _describer.Pattern(events.Pattern),
            QuotaMeasure.Kept kept => new LocalizedText($"做到规范 `{kept.Norm}`", $"the norm `{kept.Norm}` is kept"),
            _ => LocalizedText.Empty,
        };
        var (zh, en) = (counted.Zh, counted.En);
        if (quota.Of is { } whole)
            (zh, en) = ($"{zh}，占 {_describer.Pattern(whole).Zh}", $"{en}, of {_describer.Pattern(whole).En}");
        (zh, en) = ($"{zh}：{Bounds(quota, "至少", "至多", "，")}", $"{en}: {Bounds(quota, "at least", "at most", ", ")}");
        var keys = string.Join(", ", quota.Per.Select(k => k.Name));
        var (everyZh, everyEn) = Period(quota.Every);
        return new LocalizedText(
            zh + everyZh + (keys.Length > 0 ? $"，按 {keys} 分别计" : ""),
            en + everyEn + (keys.Length > 0 ? $", for each {keys}" : ""));
    }

    private static string Bounds(NormForm.Quota quota, string least, string most, string comma) => string.Join(
        comma,
        new[] { (least, quota.AtLeast), (most, quota.AtMost) }.Where(b => b.Item2 is not null).Select(b => $"{b.Item1} {Number(b.Item2!.Value)}"));

    private static string Number(QuotaBound bound) => bound.IsShare
        ? (bound.Value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %"
        : bound.Value.ToString("0.####", CultureInfo.InvariantCulture);

    private static (string Zh, string En) Period(QuotaPeriod period) => period switch
    {
        QuotaPeriod.Day => ("，每日", ", every day"),
        QuotaPeriod.Week => ("，每周", ", every week"),
        QuotaPeriod.Month => ("，每月", ", every month"),
        QuotaPeriod.TwoMonths => ("，每两个月", ", every two months"),
        QuotaPeriod.Quarter => ("，每季度", ", every quarter"),
        QuotaPeriod.Year => ("，每年", ", every year"),
        _ => ("", ""),
    };
}
