using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Binding;

/// <summary>The hit policies of DMN 1.5 (OMG formal/24-01-01, section 8.2.8).</summary>
internal enum HitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    Collect,
    CollectSum,
    CollectMin,
    CollectMax,
    CollectCount,
}

/// <summary>A decision table. Immutable.</summary>
internal sealed record BoundDecision
{
    public required string Id { get; init; }

    public required int Index { get; init; }

    public required LocalizedText Title { get; init; }

    public required ImmutableArray<BoundExpression> Inputs { get; init; }

    /// <summary>The inputs as written.</summary>
    public required ImmutableArray<string> InputTexts { get; init; }

    public required ExpressionType OutputType { get; init; }

    public required HitPolicy Hit { get; init; }

    public required ImmutableArray<BoundDecisionRule> Rules { get; init; }

    /// <summary>For <see cref="HitPolicy.Priority"/>: outputs, the most important first.</summary>
    public ImmutableArray<Value> Priorities { get; init; } = [];

    /// <summary>The value where no rule matches; missing where there is none.</summary>
    public Value Default { get; init; }

    public required SourceSpan Span { get; init; }
}

/// <summary>A row: one cell an input, and the output.</summary>
internal sealed record BoundDecisionRule(ImmutableArray<UnaryTest> Cells, Value Output, ImmutableArray<string> Clauses, SourceSpan Span);

/// <summary>A cell: a DMN unary test.</summary>
internal abstract record UnaryTest
{
    private UnaryTest()
    {
    }

    /// <summary><c>-</c>: holds for everything, missing values included.</summary>
    public sealed record Anything : UnaryTest;

    /// <summary>Equal to one of the values.</summary>
    public sealed record OneOf(ImmutableArray<Value> Values) : UnaryTest;

    /// <summary>Between two bounds, each optional (missing).</summary>
    public sealed record Range(Value Low, bool LowInclusive, Value High, bool HighInclusive) : UnaryTest;

    /// <summary>Any of several tests.</summary>
    public sealed record AnyOf(ImmutableArray<UnaryTest> Tests) : UnaryTest;

    public sealed record Not(UnaryTest Test) : UnaryTest;
}
