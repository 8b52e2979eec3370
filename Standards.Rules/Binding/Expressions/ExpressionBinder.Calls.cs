using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Binding.Expressions;

/// <content>Functions.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCall(ExpressionSyntax.Call call)
    {
        if (IsMathNamespace(call.Receiver))
            return BindMath(call);
        if (call.Receiver is null)
        {
            switch (call.Name)
            {
                case "has": return BindHas(call);
                case "state": return BindState(call);
                case "decision": return BindDecision(call);
            }
        }
        else if (TryGetMacro(call.Name) is { } macro)
        {
            return BindMacro(call, macro);
        }

        var arguments = call.Receiver is null ? BindAll(call.Arguments) : BindAll([call.Receiver, .. call.Arguments]);
        return BindOverload(call, call.Name, call.Receiver is not null, arguments);
    }

    private bool IsMathNamespace(ExpressionSyntax? receiver) =>
        receiver is ExpressionSyntax.Identifier { Name: "math" }
        && !_locals.Exists(static l => l.Name is "math")
        && !_scope.TryResolveName("math", out _);

    private BoundExpression BindMath(ExpressionSyntax.Call call)
    {
        var arguments = BindAll(call.Arguments);
        return call.Name switch
        {
            "least" => BindExtreme(call, Function.Least, arguments),
            "greatest" => BindExtreme(call, Function.Greatest, arguments),
            _ => BindOverload(call, "math." + call.Name, isMethod: false, arguments),
        };
    }

    private BoundExpression BindOverload(ExpressionSyntax.Call call, string name, bool isMethod, ImmutableArray<BoundExpression> arguments)
    {
        var overloads = FunctionTable.Find(name);
        if (overloads.IsEmpty)
            return UnknownFunction(call, name);
        if (HasError(arguments))
            return new BoundExpression.Error(call.Origin);
        foreach (var overload in overloads)
        {
            if (overload.IsMethod == isMethod && Accepts(overload.Parameters, arguments))
                return Checked(call, overload, arguments);
        }

        var shown = arguments.Select(static a => a.Type.ToString());
        var ways = overloads.Where(o => o.IsMethod == isMethod).DefaultIfEmpty(overloads[0]).Select(static o => $"`{o}`").ToArray();
        var help = new LocalizedText("写作 " + string.Join(" 或 ", ways), "it is written " + string.Join(" or ", ways));
        return FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.ArgumentTypes, help, name, string.Join(", ", isMethod ? shown.Skip(1) : shown));
    }

    private BoundExpression.Error UnknownFunction(ExpressionSyntax.Call call, string name)
    {
        if (name is "uint" or "bytes" or "type")
            return FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.NotInSubset, null, name);
        var help = name is "not"
            ? new LocalizedText("写作 `!`", "write `!`")
            : Suggestion.DidYouMean(name, FunctionTable.Names);
        return FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.UnknownFunction, help, name);
    }

    private static bool Accepts(ImmutableArray<ExpressionType> parameters, ImmutableArray<BoundExpression> arguments)
    {
        if (parameters.Length != arguments.Length)
            return false;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].IsCompatible(arguments[i].Type))
                return false;
        }

        return true;
    }

    private BoundExpression Checked(ExpressionSyntax.Call call, Overload overload, ImmutableArray<BoundExpression> arguments)
    {
        switch (overload.Function)
        {
            case Function.Matches:
                return BindMatches(call, arguments);
            case >= Function.FullYear when arguments[0].Type.Kind != ValueKind.Duration:
                return BindTimePart(call, overload.Function, arguments);
            case Function.ToDuration or Function.ToTimestamp when ConstantText(arguments[0]) is { } text && !CanRead(overload.Function, text):
                return Fail(arguments[0].Origin, ExpressionDiagnostics.BadTimeText, TimeTextHelp(overload.Function), text, overload.Name);
            default:
                // The overload of an open argument is known only later, and so is the result.
                var type = overload.Function == Function.Abs && arguments[0].Type.IsOpen ? ExpressionType.Dyn : overload.Result;
                return new BoundExpression.Call(call.Origin, type, overload.Function, arguments);
        }
    }

    private static string? ConstantText(BoundExpression expression) =>
        expression is BoundExpression.Constant { Value: { Kind: ValueKind.String } value } ? value.AsString : null;

    private static bool CanRead(Function function, string text) =>
        function == Function.ToDuration ? DurationText.TryParse(text, out _) : TimestampText.TryParse(text, out _);

    private static LocalizedText TimeTextHelp(Function function) => function == Function.ToDuration
        ? new LocalizedText("写作 `1h30m`、`5m`、`20s`、`500ms`", "write `1h30m`, `5m`, `20s` or `500ms`")
        : new LocalizedText("写作 `2026-03-02T09:00:00+08:00`", "write `2026-03-02T09:00:00+08:00`");

    private BoundExpression BindMatches(ExpressionSyntax.Call call, ImmutableArray<BoundExpression> arguments)
    {
        if (ConstantText(arguments[1]) is not { } pattern)
            return Fail(arguments[1].Origin, ExpressionDiagnostics.NeedsConstant, null, "matches");
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            var help = e is NotSupportedException
                ? new LocalizedText("不支持回溯：环视、反向引用、过大的重复次数", "what needs backtracking is left out: lookaround, back references, huge repetitions")
                : null;
            return Fail(arguments[1].Origin, ExpressionDiagnostics.BadPattern, help, pattern);
        }

        return new BoundExpression.Matches(call.Origin, arguments[0], pattern);
    }

    private BoundExpression BindTimePart(ExpressionSyntax.Call call, Function part, ImmutableArray<BoundExpression> arguments)
    {
        TimeZoneInfo? zone = null;
        if (arguments.Length > 1)
        {
            if (ConstantText(arguments[1]) is not { } name)
                return Fail(arguments[1].Origin, ExpressionDiagnostics.NeedsConstant, null, call.Name);
            if (!ZoneText.TryParse(name, out zone))
                return Fail(arguments[1].Origin, ExpressionDiagnostics.BadZone, new LocalizedText("写作 `Asia/Shanghai` 或 `+08:00`", "write `Asia/Shanghai` or `+08:00`"), name);
        }

        return new BoundExpression.TimePart(call.Origin, part, arguments[0], zone);
    }

    /// <summary><c>math.least</c> and <c>math.greatest</c>: numbers, one or more, or one list of them.</summary>
    private BoundExpression BindExtreme(ExpressionSyntax.Call call, Function function, ImmutableArray<BoundExpression> arguments)
    {
        if (HasError(arguments))
            return new BoundExpression.Error(call.Origin);
        var isList = arguments is [{ Type: ExpressionType.ListOf }];
        var types = isList ? [((ExpressionType.ListOf)arguments[0].Type).Element] : arguments.Select(static a => a.Type).ToArray();
        if (types.Length > 0 && types.All(static t => t.IsNumber || t.IsOpen))
            return new BoundExpression.Call(call.Origin, ExpressionType.JoinAll(types), function, arguments);
        var name = "math." + call.Name;
        return FailAt(
            call.Origin, call.NameOrigin, ExpressionDiagnostics.ArgumentTypes,
            new LocalizedText($"写作 `{name}(1, 2)`，参数为数字", $"it is written `{name}(1, 2)`, with numbers"),
            name, string.Join(", ", arguments.Select(static a => a.Type.ToString())));
    }

    private BoundExpression BindState(ExpressionSyntax.Call call)
    {
        if (OnlyText(call, "state('…')") is not { } id)
            return new BoundExpression.Error(call.Origin);
        return _scope.TryResolveProcess(id, out var process)
            ? new BoundExpression.State(call.Origin, ExpressionType.Enum(process.States), process.Index, process.Pack)
            : FailAt(call.Origin, call.Arguments[0].Origin, ExpressionDiagnostics.UnknownProcess, Suggestion.DidYouMean(id, _scope.KnownProcesses), id);
    }

    private BoundExpression BindDecision(ExpressionSyntax.Call call)
    {
        if (OnlyText(call, "decision('…')") is not { } id)
            return new BoundExpression.Error(call.Origin);
        return _scope.TryResolveDecision(id, out var decision)
            ? new BoundExpression.Derived(call.Origin, call.Origin.Text, decision)
            : FailAt(call.Origin, call.Arguments[0].Origin, ExpressionDiagnostics.UnknownDecision, Suggestion.DidYouMean(id, _scope.KnownDecisions), id);
    }

    /// <summary>The only argument of a call that takes one literal text; null, and reported, where it is anything else.</summary>
    private string? OnlyText(ExpressionSyntax.Call call, string usage)
    {
        if (call.Arguments is [ExpressionSyntax.Literal { Value: { Kind: ValueKind.String } text }])
            return text.AsString;
        if (!call.Arguments.Any(static a => a is ExpressionSyntax.Error))
            FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.NeedsConstant, new LocalizedText($"写作 `{usage}`", $"write `{usage}`"), call.Name);
        return null;
    }
}
