using System.Collections.Immutable;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Coverage;
using Standards.Rules.Explanation.Traces;

namespace Standards.Simulator.Observing;

/// <summary>What some norms read about each act: attributes, with the values they ask for, and roles. Immutable.</summary>
internal sealed class ActReadings
{
    private static readonly string[] UsualRoles = ["staff", "customer"];

    private readonly BoundRules _rules;
    private readonly SortedSet<(int Act, int Attribute)> _read = [];
    private readonly Dictionary<int, List<string>> _mentioned = [];
    private readonly Dictionary<(int Act, int Attribute), List<string>> _forms = [];
    private readonly Dictionary<int, List<string>> _roles = [];
    private readonly HashSet<int> _elsewhere = [];
    private readonly ImmutableHashSet<int> _carried;

    public ActReadings(BoundRules rules, ImmutableArray<BoundNorm> norms)
    {
        _rules = rules;
        _carried = [.. rules.Vocabulary.Acts.SelectMany(a => a.Data)];
        foreach (var norm in norms)
            Read(norm);
        Facts = [.. _read.Select(r => r.Attribute).Concat(_elsewhere).Distinct().Where(IsFact).Order().Select(a => Question(BoundVocabulary.CaseFacts, a))];
    }

    /// <summary>Attributes that no act carries.</summary>
    public ImmutableArray<ActQuestion> Facts { get; }

    /// <summary>The roles whose words norms look at, and the usual ones.</summary>
    public ImmutableArray<BoundRole> Speakers => WithUsual(_roles.GetValueOrDefault(BoundAlternative.AnyAct) ?? []);

    public ObservableAct Of(BoundAct act)
    {
        var index = _rules.Vocabulary.Acts.IndexOf(act);
        var attributes = _read.Where(r => r.Act == index && !IsFact(r.Attribute)).Select(r => r.Attribute);
        // The form decides which fields are asked for.
        var ordered = attributes.OrderBy(a => _forms.ContainsKey((index, a))).ThenBy(a => Place(act, a));
        return new ObservableAct(act, [.. ordered.Select(a => Question(index, a))], _roles.GetValueOrDefault(index) is { } roles ? WithUsual(roles) : []);
    }

    /// <summary>Every alternative of every pattern of a norm, its exceptions included.</summary>
    public static IEnumerable<BoundAlternative> Alternatives(BoundNorm norm) =>
        NormTraits.Patterns(norm).Concat(norm.Unless.OfType<BoundException.Event>().Select(e => e.Pattern)).SelectMany(p => p.Alternatives);

    private static int Place(BoundAct act, int attribute) => act.Data.IndexOf(attribute) is >= 0 and var place ? place : int.MaxValue;

    /// <summary>An attribute that no act carries is stated of the case, wherever a norm asks for it.</summary>
    private bool IsFact(int attribute) => attribute > BoundVocabulary.Seen && !_carried.Contains(attribute) && !_forms.Keys.Any(k => k.Attribute == attribute);

    private ActQuestion Question(int act, int attribute) => new(
        _rules.Vocabulary.Attributes[attribute],
        _mentioned.TryGetValue(attribute, out var values) ? [.. values] : [],
        _forms.TryGetValue((act, attribute), out var forms) ? [.. forms] : []);

    private void Read(BoundNorm norm)
    {
        foreach (var alternative in Alternatives(norm))
        {
            AddRoles(alternative);
            if (alternative.Where is { } where)
                Read(alternative.Act, where);
            Read(alternative.Act, norm.Per);
            Read(alternative.Act, norm.Form is NormForm.Count count ? count.Distinct : -1);
            Read(alternative.Act, Clock(norm) is BoundDeadline.Units units ? units.Unit.Attribute : -1);
        }

        int[] activations = norm.On is null ? [] : [.. norm.On.Alternatives.Select(a => a.Act)];
        if (norm.On is null)
            _elsewhere.UnionWith(norm.When.SelectMany(AttributesOf));
        foreach (var act in activations)
            ReadActivation(norm, act);
        if (norm.Form is NormForm.Record record)
            ReadForm(record);
    }

    private void ReadActivation(BoundNorm norm, int act)
    {
        foreach (var condition in norm.When.Concat(norm.Unless.OfType<BoundException.That>().Select(e => e.Condition)))
            Read(act, condition);
        foreach (var capture in norm.Captures)
            Read(act, capture);
        if (Clock(norm) is BoundDeadline.Time { Deadline: Deadline.RelativeTo relative })
            Read(act, _rules.Vocabulary.Attributes.ToList().FindIndex(a => string.Equals(a.Name, relative.Attribute, StringComparison.Ordinal)));
        switch (norm.Form)
        {
            case NormForm.Ensure ensure:
                Read(act, ensure.Condition);
                break;
            case NormForm.Before before:
                foreach (var that in before.Prerequisites.OfType<BoundPrerequisite.That>())
                    Read(act, that.Condition);
                break;
            case NormForm.Decide decide:
                foreach (var input in decide.Decision.Inputs)
                    Read(act, input);
                Read(act, decide.Recorded);
                break;
            case NormForm.Tariff tariff:
                Read(act, tariff.Derived);
                Read(act, tariff.Charged);
                break;
            case NormForm.By by:
                AddRoles(act, by.Roles);
                break;
        }
    }

    private void ReadForm(NormForm.Record record)
    {
        var act = record.Form.Act;
        Read(act, record.FormAttribute);
        Mention(record.FormAttribute, record.Form.Id);
        foreach (var field in record.Fields)
        {
            Read(act, field);
            if (!_forms.TryGetValue((act, field), out var forms))
                _forms[(act, field)] = forms = [];
            if (!forms.Contains(record.Form.Id, StringComparer.Ordinal))
                forms.Add(record.Form.Id);
        }
    }

    private void Read(int act, BoundExpression condition)
    {
        foreach (var part in ExpressionParts.All(condition))
        {
            switch (part)
            {
                case BoundExpression.Attribute attribute:
                    Read(act, attribute.Binding.Index);
                    break;
                case BoundExpression.Derived derived:
                    foreach (var input in _rules.Decisions[derived.Binding.Index].Inputs)
                        Read(act, input);
                    break;
                case BoundExpression.Comparison comparison:
                    Mention(comparison.Left, comparison.Right);
                    Mention(comparison.Right, comparison.Left);
                    break;
                case BoundExpression.Membership membership:
                    Mention(membership.Element, membership.Container);
                    break;
            }
        }
    }

    private void Read(int act, int attribute)
    {
        if (attribute < 0)
            return;
        if (act >= 0)
            _read.Add((act, attribute));
        else
            _elsewhere.Add(attribute);
    }

    private void Mention(BoundExpression attribute, BoundExpression values)
    {
        if (attribute is not BoundExpression.Attribute { Binding.Index: var index })
            return;
        foreach (var value in ExpressionParts.Constants(values).Where(v => v.Kind == ValueKind.String))
            Mention(index, value.AsString);
    }

    private void Mention(int attribute, string value)
    {
        if (!_mentioned.TryGetValue(attribute, out var values))
            _mentioned[attribute] = values = [];
        if (!values.Contains(value, StringComparer.Ordinal))
            values.Add(value);
    }

    private void AddRoles(BoundAlternative alternative)
    {
        if (!alternative.Roles.IsDefault)
            AddRoles(alternative.Act, alternative.Roles);
        if (alternative.Where is { } where && ExpressionParts.All(where).Any(p => p is BoundExpression.Builtin { Binding.Name: BuiltinName.Role }))
            AddRoles(alternative.Act, [.. ExpressionParts.Constants(where).Where(v => v.Kind == ValueKind.String).Select(v => v.AsString).Where(IsRole)]);
    }

    private void AddRoles(int act, ImmutableArray<string> roles)
    {
        if (!_roles.TryGetValue(act, out var known))
            _roles[act] = known = [];
        known.AddRange(roles.Except(known, StringComparer.Ordinal));
    }

    private bool IsRole(string name) => _rules.Vocabulary.Roles.Any(r => string.Equals(r.Name, name, StringComparison.Ordinal));

    /// <summary>The roles that are told apart, and those in which anybody else acts.</summary>
    private ImmutableArray<BoundRole> WithUsual(List<string> named)
    {
        var roots = Roots(named);
        return [.. roots, .. _rules.Vocabulary.Roles.Where(r => UsualRoles.Contains(r.Name, StringComparer.Ordinal) && !roots.Contains(r))];
    }

    /// <summary>A pattern lists a role with all its cases: only the role itself is a choice. Roles come in the order of the vocabulary.</summary>
    private ImmutableArray<BoundRole> Roots(IReadOnlyCollection<string> names)
    {
        var cases = names.SelectMany(n => _rules.Vocabulary.Roles.Where(r => string.Equals(r.Name, n, StringComparison.Ordinal)))
            .SelectMany(r => r.Cases.Where(c => !string.Equals(c, r.Name, StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
        return [.. _rules.Vocabulary.Roles.Where(r => names.Contains(r.Name, StringComparer.Ordinal) && !cases.Contains(r.Name))];
    }

    private IEnumerable<int> AttributesOf(BoundExpression expression) =>
        ExpressionParts.All(expression).OfType<BoundExpression.Attribute>().Select(a => a.Binding.Index);

    private static BoundDeadline? Clock(BoundNorm norm) => norm.Form switch
    {
        NormForm.Require form => form.Within,
        NormForm.Forbid form => form.Within,
        NormForm.Count form => form.Within,
        NormForm.Say form => form.Within,
        NormForm.NeverSay form => form.Within,
        NormForm.Record form => form.Within,
        _ => null,
    };
}
