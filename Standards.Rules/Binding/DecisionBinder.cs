using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds decision tables, and diagnoses their gaps and overlaps.</summary>
internal sealed class DecisionBinder(PackScope pack, Func<string, int> nextIndex)
{
    private static readonly (string, HitPolicy)[] Policies =
    [
        ("unique", HitPolicy.Unique), ("any", HitPolicy.Any), ("priority", HitPolicy.Priority), ("first", HitPolicy.First),
        ("collect", HitPolicy.Collect), ("collect sum", HitPolicy.CollectSum), ("collect min", HitPolicy.CollectMin),
        ("collect max", HitPolicy.CollectMax), ("collect count", HitPolicy.CollectCount),
        ("U", HitPolicy.Unique), ("A", HitPolicy.Any), ("P", HitPolicy.Priority), ("F", HitPolicy.First), ("C", HitPolicy.Collect),
        ("C+", HitPolicy.CollectSum), ("C<", HitPolicy.CollectMin), ("C>", HitPolicy.CollectMax), ("C#", HitPolicy.CollectCount),
    ];

    private static readonly string[] OutputTypes = ["bool", "int", "double", "string"];

    /// <summary>By index: the tables that each bound table asks.</summary>
    private readonly SortedDictionary<int, (BoundDecision Decision, IReadOnlyCollection<int> Asks)> _asked = [];

    /// <summary>Makes the table known by name and type, so that conditions and other tables can ask it.</summary>
    public void Declare(MappingReader reader)
    {
        var id = pack.OwnId(reader);
        var output = OutputType(reader);
        var hit = reader.OneOf("hit", Policies) ?? HitPolicy.Unique;
        var type = hit switch
        {
            HitPolicy.Collect => ExpressionType.List(output),
            HitPolicy.CollectCount => ExpressionType.Int,
            _ => output,
        };
        if (id.Length > 0)
            pack.DecisionNames.Declare(id, new DecisionName(id, nextIndex(id), type), reader.SpanOf("id"));
    }

    /// <summary>The type of what the rows give: that of an attribute, or one named by <c>type</c>.</summary>
    private ExpressionType OutputType(MappingReader reader)
    {
        var output = reader.Scalar("output", required: !reader.Has("type"));
        var word = reader.OneOf("type", OutputTypes);
        if (output is not null && pack.Vocabulary.Attribute(output) is >= 0 and var index)
            return pack.Vocabulary.Vocabulary.Attributes[index].Type;
        return word switch
        {
            "bool" => ExpressionType.Bool,
            "int" => ExpressionType.Int,
            "double" => ExpressionType.Double,
            "string" => ExpressionType.String,
            _ => ExpressionType.Error,
        };
    }

    public void Bind(MappingReader reader)
    {
        var id = reader.RequiredString("id");
        if (pack.DecisionNames.Find(id) is not { } name)
            return;
        var scope = new NormScope(pack, hasActivation: false);
        var patterns = new PatternBinder(pack, scope, scope);
        var title = reader.Localized("title", required: true) ?? LocalizedText.Empty;
        var texts = reader.StringOrList("inputs", required: true);
        ImmutableArray<BoundExpression> inputs = [.. texts.Select(t => patterns.Expression(t)!)];
        var output = OutputType(new MappingReader(reader.Source, new DiagnosticBag(), LocalizedText.Empty));
        reader.Scalar("output");
        reader.Scalar("type");
        var hit = reader.OneOf("hit", Policies) ?? HitPolicy.Unique;
        if (hit is HitPolicy.CollectSum or HitPolicy.CollectMin or HitPolicy.CollectMax && !output.IsNumber && !output.IsOpen)
            pack.Diagnostics.Report(DecisionDiagnostics.NotANumber, reader.SpanOf("hit"), reader.Scalar("hit")!.Value);
        ImmutableArray<Value> priorities = [.. (reader.Sequence("priorities")?.Items ?? []).Select(p => Literals.Bind(p, output, pack.Diagnostics))];
        var preset = reader.Node("default");
        var rows = Rows(reader, inputs, output, out var mistaken);
        reader.StringOrList("clause");
        reader.Localized("note");
        reader.Finish();
        var decision = new BoundDecision
        {
            Id = id,
            Index = name.Index,
            Title = title,
            Inputs = inputs,
            InputTexts = [.. texts.Select(t => t.Value)],
            OutputType = output,
            Hit = hit,
            Rules = rows,
            Priorities = priorities,
            Default = preset is null ? Value.Missing : Literals.Bind(preset, output, pack.Diagnostics),
            Span = reader.SpanOf("id"),
        };
        pack.Decisions.Declare(id, decision, reader.SpanOf("id"));
        foreach (var row in rows.Where(r => hit == HitPolicy.Priority && !priorities.Contains(r.Output)))
            pack.Diagnostics.Report(DecisionDiagnostics.NoPriority, row.Span, row.Output.ToString());
        _asked.TryAdd(decision.Index, (decision, scope.DecisionsAsked));

        // What the rows cover cannot be told from rows that were misread.
        if (!mistaken && texts.Length > 0 && inputs.All(i => i is not BoundExpression.Error))
            new DecisionCoverage(decision, pack.Diagnostics).Check();
    }

    /// <summary>Reports the tables that need their own result. Call when all are bound.</summary>
    public void ReportCircles()
    {
        foreach (var (index, (decision, _)) in _asked.Where(a => Reaches(a.Key, a.Key)))
            pack.Diagnostics.Report(DecisionDiagnostics.Circular, decision.Span, decision.Id);
    }

    private bool Reaches(int from, int to)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([from]);
        while (open.TryPop(out var at))
        {
            foreach (var next in _asked.TryGetValue(at, out var found) ? found.Asks : [])
            {
                if (next == to)
                    return true;
                if (seen.Add(next))
                    open.Push(next);
            }
        }

        return false;
    }

    private ImmutableArray<BoundDecisionRule> Rows(MappingReader reader, ImmutableArray<BoundExpression> inputs, ExpressionType output, out bool mistaken)
    {
        mistaken = false;
        var rows = ImmutableArray.CreateBuilder<BoundDecisionRule>();
        foreach (var node in reader.Sequence("rules", required: true)?.Items ?? [])
        {
            if (MappingReader.For(node, pack.Diagnostics, new LocalizedText("决策行", "row")) is not { } row)
            {
                mistaken = true;
                continue;
            }

            var cells = row.StringOrList("when", required: true);
            var then = row.Node("then", required: true);
            var clauses = pack.ClauseIds(row.StringOrList("clause"));
            row.Localized("note");
            row.Finish();
            if (cells.Length != inputs.Length)
            {
                pack.Diagnostics.Report(
                    DecisionDiagnostics.WrongCellCount,
                    row.SpanOf("when"),
                    cells.Length.ToString(CultureInfo.InvariantCulture),
                    inputs.Length.ToString(CultureInfo.InvariantCulture));
                mistaken = true;
                continue;
            }

            var before = pack.Diagnostics.Count;
            ImmutableArray<UnaryTest> tests = [.. cells.Select((c, i) => UnaryTestParser.Parse(c, inputs[i].Type, pack.Diagnostics))];
            if (then is not null)
                rows.Add(new BoundDecisionRule(tests, Literals.Bind(then, output, pack.Diagnostics), clauses, row.Source.Span));
            mistaken |= then is null || pack.Diagnostics.Count > before;
        }

        return rows.ToImmutable();
    }
}
