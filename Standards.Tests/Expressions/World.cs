using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Tests.Expressions;

/// <summary>The names that the cases may use, and an event on which they are evaluated.</summary>
internal sealed class World : IExpressionScope
{
    private static readonly ImmutableArray<string> Severities = ["minor", "major", "critical"];

    public static readonly World Instance = new();

    private readonly Dictionary<string, NameBinding> _names = new(StringComparer.Ordinal);
    private readonly List<AttributeValue> _data = [];
    private readonly List<AttributeValue> _facts = [];
    private int _attributes;

    private World()
    {
        Stated("severity", ExpressionType.Enum(Severities), Value.Of("major"));
        Stated("desk.occupied", ExpressionType.Bool, Value.True);
        Stated("rings", ExpressionType.Int, Value.Of(3L));
        Stated("price", ExpressionType.Double, Value.Of(12.5));
        Stated("amount", ExpressionType.Double, Value.Of(20.0));
        Stated("appointment", ExpressionType.Timestamp, Value.Of(Utc(2026, 3, 2, 2)));
        Stated("name", ExpressionType.String, Value.Of("张三"));
        Stated("visitor", ExpressionType.String, Value.Of("B"));
        Stated("visitor.kind", ExpressionType.Enum(["owner", "media", "official"]), Value.Of("media"));
        Stated("tags", ExpressionType.List(ExpressionType.String), List(Value.Of("vip"), Value.Of("media")));
        Stated("wait", ExpressionType.Duration, Value.Of(TimeSpan.FromMinutes(3)));
        Stated("due", ExpressionType.Timestamp, Value.Of(Utc(2026, 3, 2, 1)));
        Stated("info", ExpressionType.Map(ExpressionType.String, ExpressionType.Dyn), Map(
            ("floor", Value.Of(3L)), ("room", Value.Of("A")), ("nested", Map(("deep", Value.True)))));
        Stated("anything", ExpressionType.Dyn, Value.Of(5L));
        Stated("whole", ExpressionType.Double, Value.Of(4L));
        Stated("emptied", ExpressionType.String, Value.Null);
        Stated("mistyped", ExpressionType.Int, Value.Of("x"));
        Stated("not_a_number", ExpressionType.Double, Value.Of(double.NaN));
        Stated("mixed", ExpressionType.List(ExpressionType.Int), List(Value.Of(1L), Value.Of("two")));
        Declared("absent.bool", ExpressionType.Bool);
        Declared("absent.int", ExpressionType.Int);
        Declared("absent.double", ExpressionType.Double);
        Declared("absent.text", ExpressionType.String);
        Declared("absent.list", ExpressionType.List(ExpressionType.Int));
        Declared("absent.map", ExpressionType.Map(ExpressionType.String, ExpressionType.Dyn));
        Declared("absent.any", ExpressionType.Dyn);
        Declared("urgent", ExpressionType.Bool, Value.False);
        Declared("grade", ExpressionType.Enum(["a", "b"]), Value.Of("a"));
        _facts.Add(new AttributeValue(Declared("fact.vip", ExpressionType.Bool), Value.True));
        _facts.Add(new AttributeValue(((NameBinding.Attribute)_names["severity"]).Index, Value.Of("minor")));

        _names["activation.severity"] = new NameBinding.ActivationAttribute(0, ExpressionType.Enum(Severities), default);
        _names["activation.rings"] = new NameBinding.ActivationAttribute(1, ExpressionType.Int, default);
        _names["activation.urgent"] = new NameBinding.ActivationAttribute(2, ExpressionType.Bool, Value.False);
        Setting("setting.umbrella_price", Value.Of(30L));
        Setting("setting.cap", Value.Of(5.5));
        Setting("setting.grace", Value.Of(TimeSpan.FromMinutes(5)));
        Setting("setting.levels", List(Value.Of("major"), Value.Of("critical")));
        _names["derived.grade"] = new NameBinding.Derived(0, ExpressionType.Enum(["a", "b"]));
    }

    public IEnumerable<string> KnownNames => _names.Keys.Concat(BuiltinNames.All);

    public IEnumerable<string> KnownDecisions => ["demo.grading", "demo.undecided"];

    public IEnumerable<string> KnownProcesses => ["busy-desk", "release"];

    public bool TryResolveName(string dottedName, [NotNullWhen(true)] out NameBinding? binding) =>
        _names.TryGetValue(dottedName, out binding) || BuiltinNames.TryResolve(dottedName, out binding);

    public bool TryResolveDecision(string id, [NotNullWhen(true)] out NameBinding.Derived? decision)
    {
        decision = id switch
        {
            "demo.grading" => new NameBinding.Derived(0, ExpressionType.Enum(["a", "b"])),
            "demo.undecided" => new NameBinding.Derived(1, ExpressionType.Int),
            _ => null,
        };
        return decision is not null;
    }

    public bool TryResolveProcess(string id, [NotNullWhen(true)] out ProcessBinding? process)
    {
        process = id switch
        {
            "busy-desk" => new ProcessBinding(0, "demo", ["open", "closed"]),
            "release" => new ProcessBinding(1, "demo", ["open", "released"]),
            _ => null,
        };
        return process is not null;
    }

    public Frame CreateFrame() => new()
    {
        // The event is not the first of its batch.
        Data = [new AttributeValue(0, Value.Of("critical")), .. _data],
        DataStart = 1,
        DataCount = _data.Count,
        Facts = [.. _facts],
        FactCount = _facts.Count,
        Activation = [Value.Of("minor")],
        ActivationAt = Utc(2026, 3, 2, 0),
        At = Utc(2026, 3, 2, 1) + TimeSpan.FromMilliseconds(12_250),
        Act = "visitor.arrived",
        Role = "front-desk",
        Actor = "staff:7",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        DerivedSource = static (index, _) => index == 0 ? Value.Of("b") : Value.Missing,
        StateSource = static (process, _) => process == 0 ? "open" : null,
    };

    private static Instant Utc(int year, int month, int day, int hour) => Instant.From(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero));

    private static Value List(params ReadOnlySpan<Value> items) => Value.Of([.. items]);

    private static Value Map(params ReadOnlySpan<(string Key, Value Value)> entries)
    {
        var map = new Dictionary<Value, Value>();
        foreach (var (key, value) in entries)
            map.Add(Value.Of(key), value);
        return Value.Of(map.ToFrozenDictionary());
    }

    private void Stated(string name, ExpressionType type, Value value) => _data.Add(new AttributeValue(Declared(name, type), value));

    private int Declared(string name, ExpressionType type, Value standIn = default)
    {
        _names.Add(name, new NameBinding.Attribute(_attributes, type, standIn));
        return _attributes++;
    }

    private void Setting(string name, Value value) => _names.Add(name, new NameBinding.Constant(value, ExpressionType.Of(value)));
}

