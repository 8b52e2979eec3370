using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Evaluation;
using Standards.Rules.Syntax.Expressions;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class PropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_260_302, 1);

    [Fact]
    public void A_planned_expression_means_what_the_naive_interpreter_says()
    {
        var cases =
            from depth in Gen.Choose(0, 3)
            from text in ExpressionGenerator.Any(depth)
            from values in Gen.ListOf(Gen.Choose(0, 999), ExpressionGenerator.Types.Count)
            select (text, values: values.ToArray());
        Prop.ForAll(cases.ToArbitrary(), static c => Check(c.text, c.values)).Check(Config);
    }

    private static bool Check(string text, int[] choices)
    {
        var stated = new RandomEvent(choices);
        var diagnostics = new DiagnosticBag();
        var syntax = Workbench.Parse(text, diagnostics);
        var bound = ExpressionBinder.Bind(syntax, stated, diagnostics);
        Assert.True(diagnostics.Count == 0, $"{text}: {string.Join(' ', diagnostics.ToSorted().Select(d => d.Message(Core.Language.En)))}");
        var expected = new NaiveInterpreter(stated.Values).Evaluate(syntax);
        var actual = NaiveInterpreter.FromValue(Workbench.Evaluate(bound, stated.Frame));
        var same = expected is null || actual is null ? expected is null && actual is null : expected is double and double.NaN ? actual is double.NaN : NaiveInterpreter.Same(expected, actual);
        Assert.True(same || IsListWithNaN(expected), $"{text} on {stated}: expected {expected ?? "nothing"}, got {actual ?? "nothing"}");

        var printed = ExpressionPrinter.Print(syntax);
        Assert.Equal(printed, ExpressionPrinter.Print(Workbench.Parse(printed, diagnostics)));
        var again = ExpressionBinder.Bind(Workbench.Parse(printed, diagnostics), stated, diagnostics);
        Workbench.AssertSame(Workbench.Evaluate(bound, stated.Frame), Workbench.Evaluate(again, stated.Frame), printed);
        return true;
    }

    private static bool IsListWithNaN(object? value) => value is List<object?> list && list.Contains(double.NaN);

    /// <summary>An event of which any attribute may be absent.</summary>
    private sealed class RandomEvent : IExpressionScope
    {
        private static readonly string[] Names = [.. ExpressionGenerator.Types.Keys];

        private readonly List<AttributeValue> _data = [];

        public RandomEvent(int[] choices)
        {
            for (var i = 0; i < Names.Length; i++)
            {
                var value = Choose(ExpressionGenerator.Types[Names[i]], choices[i]);
                if (value.IsMissing)
                    continue;
                _data.Add(new AttributeValue(i, value));
                Values.Add(Names[i], NaiveInterpreter.FromValue(value)!);
            }

            Frame = new Frame { Data = [.. _data], DataCount = _data.Count };
        }

        public Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal);

        public Frame Frame { get; }

        public IEnumerable<string> KnownNames => Names;

        public IEnumerable<string> KnownDecisions => [];

        public IEnumerable<string> KnownProcesses => [];

        public bool TryResolveName(string dottedName, [NotNullWhen(true)] out NameBinding? binding)
        {
            var index = Array.IndexOf(Names, dottedName);
            binding = index < 0 ? null : new NameBinding.Attribute(index, TypeOf(ExpressionGenerator.Types[dottedName]), Value.Missing);
            return binding is not null;
        }

        public bool TryResolveDecision(string id, [NotNullWhen(true)] out NameBinding.Derived? decision)
        {
            decision = null;
            return false;
        }

        public bool TryResolveProcess(string id, [NotNullWhen(true)] out ProcessBinding? process)
        {
            process = null;
            return false;
        }

        public override string ToString() => string.Join(", ", _data.Select(d => $"{Names[d.Attribute]}={d.Value}"));

        private static ExpressionType TypeOf(string type) => type switch
        {
            "bool" => ExpressionType.Bool,
            "int" => ExpressionType.Int,
            "double" => ExpressionType.Double,
            "string" => ExpressionType.String,
            "duration" => ExpressionType.Duration,
            _ => ExpressionType.List(ExpressionType.Int),
        };

        private static Value Choose(string type, int choice)
        {
            Value[] values = type switch
            {
                "bool" => [Value.True, Value.False],
                "int" => [Value.Of(0L), Value.Of(1L), Value.Of(-1L), Value.Of(3L), Value.Of(100L), Value.Of(long.MaxValue), Value.Of(long.MinValue), Value.Of((1L << 53) + 1)],
                "double" => [Value.Of(0.0), Value.Of(-0.0), Value.Of(1.0), Value.Of(2.5), Value.Of(double.NaN), Value.Of(double.PositiveInfinity), Value.Of(-1.5), Value.Of(9223372036854775808.0), Value.Of(9007199254740992.0)],
                "string" => [Value.Of(""), Value.Of("a"), Value.Of("ab"), Value.Of("中文"), Value.Of("😀"), Value.Of("\uffff"), Value.Of("major")],
                "duration" => [Value.Of(TimeSpan.Zero), Value.Of(TimeSpan.FromMinutes(5)), Value.Of(TimeSpan.FromTicks(-1))],
                _ => [Value.Of(ImmutableArray<Value>.Empty), Value.Of([Value.Of(1L)]), Value.Of([Value.Of(3L), Value.Of(0L), Value.Of(-1L)])],
            };
            return choice % 4 == 0 ? Value.Missing : values[choice / 4 % values.Length];
        }
    }
}
