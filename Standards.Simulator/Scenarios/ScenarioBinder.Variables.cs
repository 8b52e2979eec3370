using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Simulator.Scenarios;

/// <content>Variables and people, and the expressions over them.</content>
internal sealed partial class ScenarioBinder
{
    private const int UsualMood = 6;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(2);

    private static readonly ExpressionType[] BuiltinTypes =
    [
        ExpressionType.Duration, ExpressionType.Duration, ExpressionType.String, ExpressionType.Bool,
        ExpressionType.List(ExpressionType.String), ExpressionType.List(ExpressionType.String), ExpressionType.List(ExpressionType.String),
        ExpressionType.Timestamp,
    ];

    private void BindVariables()
    {
        for (var i = 0; i < Builtin.Count; i++)
            Declare(Builtin.Names[i], BuiltinTypes[i], new Variable(Builtin.Names[i], Value.Missing, []), _reader.Source.Span);
        foreach (var entry in _reader.Mapping("vary")?.Entries ?? [])
            BindChoices(entry);
        foreach (var entry in _reader.Mapping("variables")?.Entries ?? [])
        {
            var value = entry.Value is YamlScalar scalar ? Plain(scalar) : Value.Missing;
            Declare(entry.Key.Value, ExpressionType.Of(value), new Variable(entry.Key.Value, value, []), entry.Key.Span);
        }

        foreach (var entry in _reader.Mapping("people")?.Entries ?? [])
            BindPerson(entry);
        _scope = new ScenarioScope([.. _types], _rules, _pack.Id);
    }

    private void BindChoices(YamlEntry entry)
    {
        var choices = ImmutableArray.CreateBuilder<VariableChoice>();
        foreach (var item in entry.Value is YamlSequence list ? list.Items : [entry.Value])
        {
            if (item is YamlMapping languages && MappingReader.For(new YamlMapping(item.Span, [new YamlEntry(entry.Key, languages)]), _diagnostics, What) is { } reader)
            {
                var text = Text(reader, entry.Key.Value, required: true);
                choices.Add(new VariableChoice(Value.Of(text.Zh), text));
            }
            else if (item is YamlScalar scalar)
            {
                choices.Add(new VariableChoice(Plain(scalar), new LocalizedText(scalar.Value, scalar.Value)));
            }
        }

        if (choices.Count == 0)
            return;
        var type = ExpressionType.JoinAll(choices.Select(c => ExpressionType.Of(c.Value)));
        Declare(entry.Key.Value, type, new Variable(entry.Key.Value, Value.Missing, choices.ToImmutable()), entry.Key.Span);
    }

    private void BindPerson(YamlEntry entry)
    {
        if (MappingReader.For(entry.Value, _diagnostics, new LocalizedText("人物", "person")) is not { } reader)
            return;
        var id = entry.Key.Value;
        var name = Text(reader, "name", required: true);
        var mood = reader.OptionalInt("mood") ?? UsualMood;
        if (mood is < 0 or > 10)
            Report(ScenarioDiagnostics.OutOfBounds, reader.SpanOf("mood"), "mood", "0", "10", Invariant(mood));
        var patience = Duration(reader, "patience") ?? UsualPatience;
        var goal = OptionalText(reader, "goal") ?? LocalizedText.Empty;
        var role = Role(reader) ?? "customer";
        reader.Finish();
        var nameAt = Declare(id + ".name", ExpressionType.String, new Variable(id + ".name", Value.Of(name.Zh), []) { Text = name }, entry.Key.Span);
        var moodAt = Declare(id + ".mood", ExpressionType.Int, new Variable(id + ".mood", Value.Of(mood), []), entry.Key.Span);
        Declare(id + ".patience", ExpressionType.Duration, new Variable(id + ".patience", Value.Of(patience), []), entry.Key.Span);
        Declare(id + ".goal", ExpressionType.String, new Variable(id + ".goal", Value.Of(goal.Zh), []) { Text = goal }, entry.Key.Span);
        _people.TryAdd(id, new Person(id, role, nameAt, moodAt));
    }

    private int Declare(string name, ExpressionType type, Variable variable, SourceSpan span)
    {
        if (_types.Exists(t => string.Equals(t.Name, name, StringComparison.Ordinal)))
            Report(ScenarioDiagnostics.DuplicateName, span, name);
        _types.Add((name, type));
        _variables.Add(variable);
        return _types.Count - 1;
    }

    /// <summary>A plain value; a duration where it reads as one.</summary>
    private static Value Plain(YamlScalar scalar) => Literals.ElapsedTime(scalar.Value) is { } span ? Value.Of(span) : Literals.Natural(scalar);

    private Condition? Condition(MappingReader reader, string key)
    {
        if (reader.Scalar(key) is not { } scalar)
            return null;
        var syntax = ExpressionParser.Parse(scalar.Value, scalar.SpanAt, _diagnostics);
        var bag = new DiagnosticBag();
        var bound = ExpressionBinder.BindCondition(syntax, _scope, bag);
        return Sound(bag) ? ExpressionPlanner.PlanCondition(bound, _diagnostics) : null;
    }

    /// <summary>An expression with its type; null where it is mistaken.</summary>
    private (Evaluable Value, ExpressionType Type)? Expression(YamlScalar scalar)
    {
        var bag = new DiagnosticBag();
        var syntax = ExpressionParser.Parse(scalar.Value, scalar.SpanAt, bag);
        var bound = ExpressionBinder.Bind(syntax, _scope, bag);
        return Sound(bag) ? (ExpressionPlanner.Plan(bound, _diagnostics), bound.Type) : null;
    }

    private bool Sound(DiagnosticBag bag)
    {
        foreach (var diagnostic in bag.ToSorted())
            _diagnostics.Add(diagnostic);
        return !bag.HasErrors;
    }

    private ImmutableArray<Assignment> Assignments(MappingReader reader)
    {
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var entry in reader.Mapping("set")?.Entries ?? [])
        {
            var index = _scope.IndexOf(entry.Key.Value);
            if (index < Builtin.Count)
            {
                _diagnostics.ReportWithHelp(
                    ScenarioDiagnostics.UnknownVariable, entry.Key.Span, Suggestion.DidYouMean(entry.Key.Value, _scope.KnownNames.Skip(Builtin.Count)), entry.Key.Value);
                continue;
            }

            if (entry.Value is YamlScalar scalar && Assigned(index, entry.Key.Value, scalar) is { } assignment)
                assignments.Add(assignment);
        }

        foreach (var entry in reader.Mapping("mood")?.Entries ?? [])
        {
            if (Named(entry.Key) is { } person && entry.Value is YamlScalar scalar && scalar.TryGetInt(out var change))
                assignments.Add(MoodChange(person, change, scalar));
        }

        return assignments.ToImmutable();
    }

    private Assignment? Assigned(int index, string name, YamlScalar scalar)
    {
        if (Literals.ElapsedTime(scalar.Value) is { } span && _scope.TypeOf(index).IsCompatible(ExpressionType.Duration))
            return new Assignment(index, Constant(Value.Of(span)));
        if (Expression(scalar) is not { } expression)
            return null;
        if (_scope.TypeOf(index).IsCompatible(expression.Type))
            return new Assignment(index, expression.Value);
        Report(ScenarioDiagnostics.WrongType, scalar.Span, name, _scope.TypeOf(index).ToString(), expression.Type.ToString());
        return null;
    }

    private Assignment MoodChange(Person person, long change, YamlScalar at)
    {
        var text = $"{person.Id}.mood + {change.ToString(System.Globalization.CultureInfo.InvariantCulture)}".Replace("+ -", "- ", StringComparison.Ordinal);
        return new Assignment(person.Mood, Expression(new YamlScalar(at.Span, text))!.Value.Value);
    }

    private static Evaluable Constant(Value value) => ExpressionPlanner.Plan(
        new BoundExpression.Constant(new ExpressionOrigin("", 0, 0, SourceSpan.None), ExpressionType.Of(value), value));

    private Person? Named(YamlScalar name)
    {
        if (_people.TryGetValue(name.Value, out var person))
            return person;
        _diagnostics.ReportWithHelp(ScenarioDiagnostics.UnknownPerson, name.Span, Suggestion.DidYouMean(name.Value, _people.Keys), name.Value);
        return null;
    }
}
