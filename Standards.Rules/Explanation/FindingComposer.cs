using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;
using Standards.Rules.Speech;

namespace Standards.Rules.Explanation;

/// <summary>Makes findings of verdicts: what was expected and what was found, in both languages. Immutable; thread-safe.</summary>
internal sealed class FindingComposer(CompiledRules rules)
{
    private readonly NormDescriber _describer = new(rules.Bound);

    // What a norm expects is the same in each of its findings.
    private readonly ConcurrentDictionary<BoundNorm, LocalizedText> _expectations = new(ReferenceEqualityComparer.Instance);

    /// <param name="caseId">The interaction.</param>
    /// <param name="record">The verdict.</param>
    /// <param name="fileName">The name of an input by its index; null for live events.</param>
    public Finding Compose(string caseId, in VerdictRecord record, Func<int, string?> fileName)
    {
        var norm = rules.Plans[record.Norm].Norm;
        return new Finding
        {
            Case = caseId,
            Norm = norm.Id,
            Clauses = norm.Clauses,
            Pack = norm.Pack.Label,
            Verdict = record.Verdict,
            Severity = norm.Severity,
            At = new Instant(record.At),
            Due = record.Due == long.MaxValue ? null : new Instant(record.Due),
            Key = record.Key.IsMissing ? null : record.Key.ToString(),
            Message = Message(norm, in record),
            Evidence = Evidence(in record, fileName),
        };
    }

    private ImmutableArray<Evidence> Evidence(in VerdictRecord record, Func<int, string?> fileName)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>(2);
        if (!record.Activation.IsNone)
            evidence.Add(Evidence(record.ActivatedAt, record.Activation, fileName));
        if (!record.Decision.IsNone && record.Decision != record.Activation)
            evidence.Add(Evidence(record.DecidedBy, record.Decision, fileName));
        return evidence.ToImmutable();
    }

    private Evidence Evidence(long at, EventReference reference, Func<int, string?> fileName)
    {
        var act = reference.Act < 0 ? "?" : rules.Schema.Acts[reference.Act];
        var emitted = reference.Line == EventReference.Emitted;
        return new Evidence(new Instant(at), act, emitted ? null : fileName(reference.File), reference.Line);
    }

    private LocalizedText Message(BoundNorm norm, in VerdictRecord record)
    {
        var expected = _expectations.GetOrAdd(norm, static (n, describer) => describer.Expectation(n), _describer);
        var found = Found(norm, in record);
        return new LocalizedText(
            Sentence(norm.Title.In(Language.Zh), "：", expected.Zh, "；", found.Zh),
            Sentence(norm.Title.In(Language.En), ": ", expected.En, "; ", found.En));
    }

    private static string Sentence(string title, string colon, string expected, string semicolon, string found)
    {
        var rest = found.Length == 0 ? expected : expected.Length == 0 ? found : expected + semicolon + found;
        return rest.Length == 0 ? title : title + colon + rest;
    }

    private LocalizedText Found(BoundNorm norm, in VerdictRecord record) => record.Verdict switch
    {
        Verdict.Satisfied => new("已做到", "kept"),
        Verdict.NotApplicable => new("属于例外", "excepted"),
        Verdict.Pending => record.Due == long.MaxValue
            ? new("尚未完成", "still open")
            : new($"截至 {Local(norm, record.Due)}，尚未到期", $"open until {Local(norm, record.Due)}"),
        Verdict.Unknown => Missing(norm, record.Detail),
        _ => Broken(norm, in record),
    };

    private LocalizedText Missing(BoundNorm norm, object? detail) => detail switch
    {
        Fault { Kind: FaultKind.MissingAttribute } fault => new($"记录中缺少 {_describer.AttributeTitle(fault.Subject).Zh}（`{fault.Subject}`），无法判断", $"the log lacks {_describer.AttributeTitle(fault.Subject).En} (`{fault.Subject}`), which would decide it"),
        Fault fault => new($"`{fault.Subject}` 无法求值（{FaultText(fault.Kind).Zh}），无法判断", $"`{fault.Subject}` has no value ({FaultText(fault.Kind).En}), which would decide it"),
        NoSpeech => new("记录中没有任何话语，无法判断", "the log holds no words at all, which would decide it"),
        Undecidable undecidable => new($"{undecidable.Reason.Zh}，无法判断", $"{undecidable.Reason.En}, so it cannot be decided"),
        MissingPrerequisites prerequisites => new(
            $"无法确定是否先有：{Prerequisites(norm, prerequisites.Missing | prerequisites.Doubtful, Language.Zh)}",
            $"it cannot be told whether these came before: {Prerequisites(norm, prerequisites.Missing | prerequisites.Doubtful, Language.En)}"),
        _ when norm.Form is NormForm.Observe => new("观察员未勾选", "no observer answered"),
        _ => new("记录不足，无法判断", "the log lacks what would decide it"),
    };

    private static LocalizedText FaultText(FaultKind kind) => kind switch
    {
        FaultKind.NoSuchElement => new("没有对应的项", "no such element"),
        FaultKind.Overflow => new("超出范围", "out of range"),
        FaultKind.DivisionByZero => new("除以零", "division by zero"),
        _ => new("无法转换", "cannot be converted"),
    };

    private LocalizedText Broken(BoundNorm norm, in VerdictRecord record) => record.Detail switch
    {
        OutOfOrder order => OutOfOrderText(norm, order, record.Activation.Act),
        MissingPrerequisites prerequisites => MissingText(norm, prerequisites.Missing),
        OutOfStep step => StepText(norm, step),
        WrongRole role => new($"实际由 {_describer.RoleTitle(role.Role).Zh} 做", $"it was done by {_describer.RoleTitle(role.Role).En}"),
        TariffDifference tariff => new(
            $"应收 {Number(tariff.Derived)}，实收 {Number(tariff.Charged)}，相差 {Difference(tariff)}",
            $"{Number(tariff.Derived)} was due, {Number(tariff.Charged)} was charged, a difference of {Difference(tariff)}"),
        DecisionDifference decision => DecisionText(norm, decision),
        NearestUtterance nearest => SpeechText(nearest),
        MissingFields fields => new(
            $"表单缺少：{string.Join("、", fields.Fields.Select(f => rules.Bound.Vocabulary.Attributes[f].Title.In(Language.Zh)))}",
            $"the form lacks: {string.Join(", ", fields.Fields.Select(f => rules.Bound.Vocabulary.Attributes[f].Title.In(Language.En)))}"),
        TermsSaid terms => new($"说了：{string.Join("、", terms.Terms)}", $"said: {string.Join(", ", terms.Terms)}"),
        int count => new($"实际 {Invariant(count)} 次", $"it was {Invariant(count)}"),
        _ => Plain(norm, in record),
    };

    private static LocalizedText Plain(BoundNorm norm, in VerdictRecord record) => norm.Form switch
    {
        NormForm.Observe => new("观察结果不符", "the observer saw otherwise"),
        NormForm.Forbid => new($"于 {Local(norm, record.At)} 发生", $"it happened at {Local(norm, record.At)}"),
        NormForm.During => new($"发生于 {Local(norm, record.At)}", $"it happened at {Local(norm, record.At)}"),
        NormForm.Ensure or NormForm.By => LocalizedText.Empty,
        _ when record.Due == long.MaxValue => new("直到结束也没有", "it did not come before the end"),
        _ => new($"到 {Local(norm, record.Due)} 仍没有", $"it had not come by {Local(norm, record.Due)}"),
    };

    private LocalizedText OutOfOrderText(BoundNorm norm, OutOfOrder order, int act)
    {
        var process = ((NormForm.OutOfOrder)norm.Form).Process;
        var state = process.States[order.State];
        var allowed = state.Transitions.Concat(state.IsTerminal ? [] : process.Anywhere)
            .SelectMany(t => t.On.Alternatives).Select(a => a.Act).Distinct().ToArray();
        var title = _describer.ActTitle(act);
        string List(Language language) => string.Join(language == Language.Zh ? "、" : ", ", allowed.Select(a => _describer.ActTitle(a).In(language)));
        return allowed.Length == 0
            ? new($"在“{state.Title.Zh}”状态下不应有“{title.Zh}”；流程已结束", $"“{title.En}” came in state “{state.Title.En}”, where nothing more is due")
            : new($"在“{state.Title.Zh}”状态下不应有“{title.Zh}”；此时可以：{List(Language.Zh)}", $"“{title.En}” came in state “{state.Title.En}”, which allows: {List(Language.En)}");
    }

    /// <summary>Names what is missing, unless it is all that the sentence has just named.</summary>
    private LocalizedText MissingText(BoundNorm norm, uint missing)
    {
        var all = ((NormForm.Before)norm.Form).Prerequisites.Length;
        return (all, System.Numerics.BitOperations.PopCount(missing)) switch
        {
            (1, 1) => new("此前没有", "it had not come"),
            var (required, absent) when required == absent => new("此前一项也没有", "none of them had come"),
            _ => new($"此前没有：{Prerequisites(norm, missing, Language.Zh)}", $"not before it: {Prerequisites(norm, missing, Language.En)}"),
        };
    }

    private string Prerequisites(BoundNorm norm, uint which, Language language)
    {
        var before = (NormForm.Before)norm.Form;
        var items = Enumerable.Range(0, before.Prerequisites.Length).Where(k => (which & (1u << k)) != 0).Select(k => before.Prerequisites[k] switch
        {
            BoundPrerequisite.Earlier earlier => _describer.Pattern(earlier.Pattern).In(language),
            BoundPrerequisite.That that => $"`{that.Text}`",
            _ => "",
        });
        return string.Join(language == Language.Zh ? "；" : "; ", items);
    }

    private LocalizedText StepText(BoundNorm norm, OutOfStep step)
    {
        var order = (NormForm.Order)norm.Form;
        var due = order.Steps[Math.Min(step.Taken, order.Steps.Length - 1)];
        var came = order.Steps[System.Numerics.BitOperations.TrailingZeroCount(step.Attempted)];
        return new(
            $"应先有：{_describer.Pattern(due).Zh}；实际先有：{_describer.Pattern(came).Zh}",
            $"due was: {_describer.Pattern(due).En}; what came: {_describer.Pattern(came).En}");
    }

    private static LocalizedText DecisionText(BoundNorm norm, DecisionDifference difference)
    {
        var decision = ((NormForm.Decide)norm.Form).Decision;
        var clauses = difference.Row < 0 ? [] : decision.Rules[difference.Row].Clauses;
        var criterion = difference.Row < 0 ? "" : $"#{Invariant(difference.Row + 1)}";
        var cited = clauses.IsEmpty ? "" : $" [{string.Join(", ", clauses)}]";
        return new(
            $"记录为 {difference.Recorded}，按决策表第 {criterion} 行{cited}应为 {difference.Derived}",
            $"recorded {difference.Recorded}; row {criterion} of the table{cited} gives {difference.Derived}");
    }

    private static LocalizedText SpeechText(NearestUtterance nearest)
    {
        var missing = nearest.Match.Differences.Where(d => d.Expected.Length > 0).Select(d => d.Expected);
        var extra = nearest.Match.Differences.Where(d => d.Said.Length > 0).Select(d => d.Said);
        string Quote(IEnumerable<string> words, string separator) => string.Join(separator, words.Take(8).Select(w => $"“{w}”"));
        var zh = $"最接近的是：“{nearest.Said}”";
        var en = $"closest was “{nearest.Said}”";
        if (missing.Any())
            (zh, en) = (zh + $"，未说 {Quote(missing, "、")}", en + $", not said: {Quote(missing, ", ")}");
        if (extra.Any())
            (zh, en) = (zh + $"，多说或错说 {Quote(extra, "、")}", en + $", said instead or besides: {Quote(extra, ", ")}");
        return new(zh, en);
    }

    private static string Difference(TariffDifference tariff) => Number(Value.Of(AsDouble(tariff.Charged) - AsDouble(tariff.Derived)));

    private static double AsDouble(Value value) => value.Kind == ValueKind.Int ? value.AsInt : value.AsDouble;

    private static string Number(Value value) => AsDouble(value).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The time on the wall of the pack's calendar.</summary>
    private static string Local(BoundNorm norm, long ticks)
    {
        if (ticks >= Instant.MaxValue.Ticks)
            return "∞";
        var local = norm.Pack.Calendar.Clock.ToLocal(new Instant(ticks));
        var format = local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.FFFFFFF";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
