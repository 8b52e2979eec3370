using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Compilation.Expressions.Nodes;
using Standards.Rules.Diagnostics;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class PlanTests
{
    public static TheoryData<string> HotConditions =>
    [
        "severity == 'major'", "severity in ['major', 'critical']", "desk.occupied && !urgent", "rings >= 3 || price < 2.0", "absent.int > 1 && desk.occupied",
        "role == 'front-desk'", "at - activation.at > duration('1h')", "at.getHours() >= 9 && at.getHours() < 18", "has(rings) && rings + 2 * 3 < 100",
        "tags.exists(t, t == 'media')", "name.contains('三') || name.matches('^a+$')", "info.floor == 3", "state('busy-desk') == 'open'", "absent.text == 'a' ? urgent : desk.occupied",
        "math.least(rings, 5) == 3", "int(price) == 12", "1 / (rings - 3) > 0", "visitor in ['A', 'B'] && due < at",
    ];

    [Theory]
    [MemberData(nameof(HotConditions))]
    public void A_test_allocates_nothing(string text)
    {
        var condition = ExpressionPlanner.PlanCondition(Workbench.BindGood(text));
        var frame = World.Instance.CreateFrame();
        for (var i = 0; i < 200; i++)
            condition.Test(frame);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            condition.Test(frame);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("duration('1h') + duration('30m')", "01:30:00")]
    [InlineData("timestamp('2026-03-02T01:00:00Z').getHours('+08:00')", "9")]
    [InlineData("setting.umbrella_price * 2", "60")]
    [InlineData("true || urgent", "true")]
    [InlineData("false && 1 / rings > 0", "false")]
    [InlineData("false ? rings : 5", "5")]
    [InlineData("{'a': [1, 2]}.a[1]", "2")]
    [InlineData("'abc'.matches('b')", "true")]
    public void What_depends_on_no_event_is_computed_beforehand(string text, string value) =>
        Assert.Equal(value, Assert.IsType<BoundExpression.Constant>(ConstantFolder.Fold(Workbench.BindGood(text), null)).Value.ToString());

    [Theory]
    [InlineData("timestamp('2026-03-02T01:00:00Z').getHours()")]
    [InlineData("[1].all(x, x > 0)")]
    [InlineData("urgent || false || desk.occupied")]
    public void What_depends_on_the_frame_is_not_computed_beforehand(string text) =>
        Assert.IsNotType<BoundExpression.Constant>(ConstantFolder.Fold(Workbench.BindGood(text), null));

    [Fact]
    public void A_part_that_never_has_a_value_is_warned_of_once()
    {
        var diagnostics = new DiagnosticBag();
        ExpressionPlanner.PlanCondition(Workbench.BindGood("urgent || (1 / 0 + 1) * 2 > rings"), diagnostics);
        var warning = Assert.Single(diagnostics.ToSorted());
        Assert.Equal((ExpressionDiagnostics.NeverHasValue, "1 / 0"), (warning.Descriptor, warning.Arguments[0]));
        Assert.False(diagnostics.HasErrors);
    }

    [Fact]
    public void An_expression_with_errors_cannot_be_planned()
    {
        var bound = Workbench.Bind("nothing == 1", new DiagnosticBag());
        Assert.Throws<InvalidOperationException>(() => ExpressionPlanner.Plan(bound));
        Assert.Throws<InvalidOperationException>(() => ExpressionPlanner.PlanCondition(bound));
    }

    [Theory]
    [InlineData("severity == 'major'", typeof(AttributeCondition<IsText>))]
    [InlineData("'major' != severity", typeof(AttributeCondition<IsText>))]
    [InlineData("severity in ['major', 'minor']", typeof(AttributeCondition<IsOneOf>))]
    [InlineData("urgent", typeof(AttributeCondition<IsTrue>))]
    [InlineData("urgent == true", typeof(AttributeCondition<IsTrue>))]
    [InlineData("rings >= 3", typeof(AttributeCondition<IsInRange>))]
    [InlineData("wait < setting.grace", typeof(AttributeCondition<IsInRange>))]
    [InlineData("price < 3", typeof(AttributeCondition<IsInRealRange>))]
    [InlineData("role == 'manager'", typeof(TestCondition<IsText>))]
    [InlineData("rings + 1 > 3", typeof(TestCondition<IsInRange>))]
    public void The_shapes_that_norms_are_full_of_have_nodes_of_their_own(string text, Type node) =>
        Assert.IsType(node, ExpressionPlanner.PlanCondition(Workbench.BindGood(text)));

    [Fact]
    public void A_macro_inside_a_decision_table_does_not_disturb_the_one_outside()
    {
        var outer = ExpressionPlanner.Plan(Workbench.BindGood("[1, 2, 3].map(x, decision('demo.undecided') + x)"));
        var inner = ExpressionPlanner.Plan(Workbench.BindGood("math.greatest([7, 8].map(y, y))"));
        var frame = World.Instance.CreateFrame();
        frame.DerivedSource = (_, f) => inner.Evaluate(f);
        Assert.Equal("[9, 10, 11]", outer.Evaluate(frame).ToString());
    }

    [Fact]
    public void A_condition_explains_what_is_missing()
    {
        var condition = ExpressionPlanner.PlanCondition(Workbench.BindGood("desk.occupied && (absent.int > 1 || urgent)"));
        var frame = World.Instance.CreateFrame();
        Assert.Equal(Truth.Unknown, condition.Test(frame));
        Assert.Equal(new Fault(FaultKind.MissingAttribute, "absent.int"), condition.Explain(frame));
        frame.DataCount = 0;
        frame.FactCount = 0;
        Assert.Equal(new Fault(FaultKind.MissingAttribute, "desk.occupied"), condition.Explain(frame));
    }
}
