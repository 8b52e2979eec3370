using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Binding;

/// <summary>The names that the conditions of one norm (or process, or decision) may use.</summary>
internal sealed class NormScope(PackScope pack, bool hasActivation) : IExpressionScope
{
    private const string ActivationPrefix = "activation.";
    private const string ActorOfActivation = "activation.actor";
    private const string SettingPrefix = "setting.";

    /// <summary>Stands in <see cref="Captures"/> for who acted in the activating event.</summary>
    public const int CapturedActor = -2;

    private readonly List<int> _captures = [];
    private readonly SortedSet<int> _decisions = [];

    /// <summary>Indices of the decision tables that were asked for.</summary>
    public IReadOnlyCollection<int> DecisionsAsked => _decisions;

    /// <summary>Attributes of the activating event that were asked for, or <see cref="CapturedActor"/>, by capture index.</summary>
    public ImmutableArray<int> Captures => [.. _captures];

    /// <summary>Whether some condition looked at the activating event, be it at its time alone.</summary>
    public bool ReadsActivation { get; private set; }

    public IEnumerable<string> KnownNames
    {
        get
        {
            var attributes = pack.Vocabulary.AttributeNames;
            var names = attributes.Concat(BuiltinNames.All).Concat(pack.Pack.Settings.Select(s => SettingPrefix + s.Name));
            return hasActivation ? names.Concat(attributes.Select(a => ActivationPrefix + a)).Append(ActorOfActivation) : names;
        }
    }

    public bool TryResolveName(string dottedName, [NotNullWhen(true)] out NameBinding? binding)
    {
        binding = Resolve(dottedName);
        return binding is not null;
    }

    private NameBinding? Resolve(string name)
    {
        if (name.StartsWith(ActivationPrefix, StringComparison.Ordinal))
        {
            if (!hasActivation)
                return null;
            ReadsActivation = true;
            return BuiltinNames.TryResolve(name, out var builtin) ? builtin : Captured(name[ActivationPrefix.Length..]);
        }

        if (name.StartsWith(SettingPrefix, StringComparison.Ordinal))
            return pack.Setting(name[SettingPrefix.Length..]) is { } setting ? Constant(setting.Text) : null;
        if (pack.Vocabulary.TryAttribute(name, out var index))
        {
            var attribute = pack.Vocabulary.Vocabulary.Attributes[index];
            return new NameBinding.Attribute(index, attribute.Type, attribute.Default);
        }

        return BuiltinNames.TryResolve(name, out var known) ? known : null;
    }

    private NameBinding.ActivationAttribute? Captured(string name)
    {
        if (pack.Vocabulary.TryAttribute(name, out var index))
        {
            var attribute = pack.Vocabulary.Vocabulary.Attributes[index];
            return new NameBinding.ActivationAttribute(Capture(index), attribute.Type, attribute.Default);
        }

        return string.Equals(ActivationPrefix + name, ActorOfActivation, StringComparison.Ordinal)
            ? new NameBinding.ActivationAttribute(Capture(CapturedActor), ExpressionType.String, Value.Missing)
            : null;
    }

    private int Capture(int index)
    {
        var capture = _captures.IndexOf(index);
        if (capture < 0)
        {
            capture = _captures.Count;
            _captures.Add(index);
        }

        return capture;
    }

    private static NameBinding.Constant Constant(string text)
    {
        var scalar = new Syntax.Yaml.YamlScalar(Core.Diagnostics.SourceSpan.None, text);
        var value = Literals.ElapsedTime(text) is { } span ? Value.Of(span) : Literals.Natural(scalar);
        return new NameBinding.Constant(value, ExpressionType.Of(value));
    }

    public bool TryResolveDecision(string id, [NotNullWhen(true)] out NameBinding.Derived? decision)
    {
        decision = pack.DecisionNames.Find(id) is { } found ? new NameBinding.Derived(found.Index, found.Type) : null;
        if (decision is not null)
            _decisions.Add(decision.Index);
        return decision is not null;
    }

    public IEnumerable<string> KnownDecisions => pack.DecisionNames.All;

    public bool TryResolveProcess(string id, [NotNullWhen(true)] out ProcessBinding? process)
    {
        process = pack.Processes.TryFind(id, out var index) && pack.States.TryGetValue(id, out var states) ? new ProcessBinding(index, pack.Pack.Id, states) : null;
        return process is not null;
    }

    public IEnumerable<string> KnownProcesses => pack.States.Keys;
}
