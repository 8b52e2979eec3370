using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Each form's own keys.</summary>
internal sealed partial class NormBinder
{
    private const int MostPrerequisites = 16;
    private const int MostSteps = 30;

    private static readonly (string, QuotaPeriod)[] Periods =
    [
        ("day", QuotaPeriod.Day), ("week", QuotaPeriod.Week), ("month", QuotaPeriod.Month), ("2 months", QuotaPeriod.TwoMonths),
        ("quarter", QuotaPeriod.Quarter), ("year", QuotaPeriod.Year),
    ];

    private NormForm? Form(string form) => form switch
    {
        "require" => _patterns.Pattern(_reader, form, seesActivation: true, required: true) is { } pattern ? new NormForm.Require(pattern, Within(), Until()) : null,
        "forbid" => _patterns.Pattern(_reader, form, seesActivation: true, required: true) is { } pattern ? new NormForm.Forbid(pattern, TimeWithin(), Until()) : null,
        "before" => Before(),
        "order" => Order(),
        "count" => Count(),
        "say" => Say(),
        "never-say" => NeverSay(),
        "record" => Record(),
        "decide" => Decide(),
        "by" => new NormForm.By(Roles("by")),
        "ensure" => _patterns.Condition(_reader.Scalar(form, required: true)) is { } condition ? new NormForm.Ensure(condition) : null,
        "during" => During(),
        "tariff" => Tariff(),
        "observe" => Observe(),
        _ => Quota(),
    };

    private BoundDeadline? Within() => _pack.Deadline(_reader, "within");

    /// <summary>A clock of time: an absence cannot be counted in units.</summary>
    private BoundDeadline.Time? TimeWithin() => _pack.TimeOnly(_reader, "within") is { } deadline ? new BoundDeadline.Time(deadline) : null;

    private BoundPattern? Until() => _patterns.Pattern(_reader, "until", seesActivation: true);

    private ImmutableArray<string> Roles(string key)
    {
        var roles = _pack.Vocabulary.RoleCases(_reader.StringOrList(key, required: true).Select(r => (r.Value, r.Span)));
        return roles.IsDefault ? [] : roles;
    }

    private NormForm.Before? Before()
    {
        var items = ImmutableArray.CreateBuilder<BoundPrerequisite>();
        var node = _reader.Node("before", required: true);
        foreach (var item in node is YamlSequence sequence ? sequence.Items : node is null ? [] : [node])
        {
            if (Prerequisite(item) is { } prerequisite)
                items.Add(prerequisite);
        }

        if (items.Count > MostPrerequisites)
            Diagnostics.Report(BindingDiagnostics.TooMany, _reader.SpanOfKey("before"), "before", MostPrerequisites.ToString(CultureInfo.InvariantCulture));
        var within = _pack.Elapsed(_reader, "within");
        var since = _patterns.Pattern(_reader, "since");
        return items.Count is 0 or > MostPrerequisites ? null : new NormForm.Before(items.ToImmutable(), within, since);
    }

    private BoundPrerequisite? Prerequisite(YamlNode node)
    {
        if (node is YamlScalar text)
            return _patterns.Pattern([text]) is { } pattern ? new BoundPrerequisite.Earlier(pattern, text.Value) : null;
        if (MappingReader.For(node, Diagnostics, new LocalizedText("前提", "prerequisite")) is not { } reader)
            return null;
        var that = reader.Scalar("that", required: true);
        reader.Localized("title");
        reader.Finish();
        return _patterns.Condition(that) is { } condition ? new BoundPrerequisite.That(condition, that!.Value) : null;
    }

    private NormForm.Order? Order()
    {
        var texts = _reader.StringOrList("order", required: true);
        var steps = texts.Select(t => _patterns.Pattern([t])).OfType<BoundPattern>().ToImmutableArray();
        var skip = _reader.OptionalBool("skip") ?? false;
        if (texts.Length > MostSteps)
            Diagnostics.Report(BindingDiagnostics.TooMany, _reader.SpanOfKey("order"), "order", MostSteps.ToString(CultureInfo.InvariantCulture));
        return steps.Length == texts.Length && steps.Length is > 0 and <= MostSteps ? new NormForm.Order(steps, skip) : null;
    }

    private NormForm.Count? Count()
    {
        var pattern = _patterns.Pattern(_reader, "count", seesActivation: true, required: true);
        var (exactly, least, most) = (Bound("exactly"), Bound("at-least"), Bound("at-most"));
        var distinct = Attribute("distinct", required: false);
        if (!_reader.Has("exactly") && !_reader.Has("at-least") && !_reader.Has("at-most"))
            Diagnostics.Report(BindingDiagnostics.NoBound, _reader.SpanOfKey("count"));
        if (least > most)
            Diagnostics.Report(BindingDiagnostics.BoundsCross, _reader.SpanOf("at-least"), Invariant(least.Value), Invariant(most!.Value));
        var within = TimeWithin();
        return pattern is null ? null : new NormForm.Count(pattern, exactly ?? least, exactly ?? most, distinct, within);
    }

    private NormForm.Say? Say()
    {
        var phrases = _reader.StringOrList("say", required: true).Select(_pack.Phrases.Resolve).OfType<BoundPhrase>().ToImmutableArray();
        var pattern = Speaking("say", new UtteranceTest.Phrases(phrases));
        var (within, until) = (Within(), Until());
        return phrases.IsEmpty ? null : new NormForm.Say(phrases, pattern, within, until);
    }

    private NormForm.NeverSay? NeverSay()
    {
        var lexicons = _reader.StringOrList("never-say", required: true).Select(_pack.Lexicons.Resolve).OfType<BoundLexicon>().ToImmutableArray();
        var pattern = Speaking("never-say", new UtteranceTest.Terms(lexicons));
        var (within, until) = (TimeWithin(), Until());
        return lexicons.IsEmpty ? null : new NormForm.NeverSay(lexicons, pattern, within, until);
    }

    private BoundPattern Speaking(string key, UtteranceTest test)
    {
        var speakers = _reader.StringOrList("speaker");
        var roles = _pack.Vocabulary.RoleCases(speakers.Select(r => (r.Value, r.Span)));
        var span = _reader.SpanOf(key);
        return new BoundPattern([new BoundAlternative(BoundAlternative.AnyAct, roles, test, null, span)], span);
    }

    private NormForm.Record? Record()
    {
        var form = _reader.Scalar("record", required: true) is { } name ? _pack.Vocabulary.Form(name) : null;
        var fields = _reader.StringOrList("fields").Select(_pack.Vocabulary.Attribute).Where(i => i >= 0).ToImmutableArray();
        var within = Within();
        var formAttribute = _pack.Vocabulary.Attribute(new YamlScalar(_reader.SpanOf("record"), "form"));
        if (form is null || formAttribute < 0)
            return null;
        var chosen = fields.IsEmpty ? form.Fields : fields;
        _pack.Vocabulary.Read.UnionWith(chosen);
        return new NormForm.Record(form, chosen, formAttribute, within);
    }

    private NormForm.Decide? Decide()
    {
        var decision = _reader.Scalar("decide", required: true) is { } name ? _pack.Decisions.Resolve(name) : null;
        var recorded = Attribute("equals", required: true);
        return decision is null || recorded < 0 ? null : new NormForm.Decide(decision, recorded);
    }

    private NormForm.During? During()
    {
        const string Opening = "opening hours";
        if (_reader.Scalar("during", required: true) is not { } scalar)
            return null;
        if (string.Equals(scalar.Value, Opening, StringComparison.Ordinal))
            return new NormForm.During(new BoundSchedule(Opening, new LocalizedText("营业时间", "opening hours"), null));
        if (_pack.Schedules.Find(scalar.Value) is { } named)
            return new NormForm.During(named);
        if (scalar.Value.StartsWith(_pack.Pack.Id + ".", StringComparison.Ordinal))
        {
            _pack.Schedules.Resolve(scalar);
            return null;
        }

        var schedule = ScheduleParser.Parse(scalar.Value, scalar.SpanAt, Diagnostics);
        return new NormForm.During(new BoundSchedule(scalar.Value, new LocalizedText(scalar.Value, scalar.Value), schedule));
    }

    private NormForm.Tariff? Tariff()
    {
        var derived = _patterns.Expression(_reader.Scalar("tariff", required: true));
        var amount = Attribute("amount", required: true, ValueKind.Double, ValueKind.Int);
        if (derived is null || amount < 0)
            return null;
        if (derived.Type.IsNumber || derived.Type.IsOpen)
            return new NormForm.Tariff(derived, amount);
        Diagnostics.Report(BindingDiagnostics.BadDefault, _reader.SpanOf("tariff"), _reader.Scalar("tariff")!.Value, "number");
        return null;
    }

    private NormForm.Observe? Observe()
    {
        var question = _reader.Localized("observe", required: true);
        var expect = _reader.OneOf("expect", ["yes", "no"]);
        return question is null ? null : new NormForm.Observe(question, !string.Equals(expect, "no", StringComparison.Ordinal));
    }

    private NormForm.Quota? Quota()
    {
        if (_reader.Within("quota", new LocalizedText("定额", "quota"), required: true) is not { } quota)
            return null;
        var count = _patterns.Pattern(quota, "count");
        var kept = quota.Scalar("kept");
        var of = _patterns.Pattern(quota, "of");
        var keys = quota.StringOrList("per").Select(QuotaKeyOf).OfType<QuotaKey>().ToImmutableArray();
        var every = quota.OneOf("every", Periods) ?? QuotaPeriod.All;
        var (least, most) = (QuotaBoundOf(quota, "at-least"), QuotaBoundOf(quota, "at-most"));
        quota.Finish();
        if (kept is not null)
            _pack.NormReferences.Add(kept);
        if (!quota.Has("at-least") && !quota.Has("at-most"))
            Diagnostics.Report(BindingDiagnostics.NoBound, quota.Source.Span);
        QuotaMeasure? measure = kept is not null ? new QuotaMeasure.Kept(kept.Value) : count is not null ? new QuotaMeasure.Events(count) : null;
        if (measure is null && !quota.HasErrors)
            Diagnostics.Report(BindingDiagnostics.NoForm, quota.Source.Span);
        return measure is null ? null : new NormForm.Quota(measure, of, keys, every, least, most);
    }

    private QuotaKey? QuotaKeyOf(YamlScalar name) => name.Value switch
    {
        "actor" => new QuotaKey(name.Value, QuotaKey.Actor),
        "role" => new QuotaKey(name.Value, QuotaKey.Role),
        _ => _pack.Vocabulary.Attribute(name) is >= 0 and var index ? new QuotaKey(name.Value, index) : null,
    };

    private QuotaBound? QuotaBoundOf(MappingReader reader, string key)
    {
        if (reader.Scalar(key) is not { } scalar)
            return null;
        var text = scalar.Value.Trim();
        var share = text.EndsWith('%');
        if (decimal.TryParse(share ? text[..^1].Trim() : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && (!share || value <= 100))
            return new QuotaBound(share ? value / 100 : value, share);
        Diagnostics.Report(BindingDiagnostics.BadQuotaBound, scalar.Span, scalar.Value);
        return null;
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
