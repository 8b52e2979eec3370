using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>What a scenario remembers while it is played, and the frame on which its conditions are tested. Not thread-safe.</summary>
internal sealed class PlayVariables
{
    private const int WorstMood = 0;
    private const int BestMood = 10;

    private readonly Scenario _scenario;
    private readonly AttributeValue[] _values;
    private readonly LocalizedText?[] _texts;
    private readonly Frame _frame = new();

    public PlayVariables(Scenario scenario, ulong seed, Func<int, string, string?> stateOf)
    {
        _scenario = scenario;
        _values = new AttributeValue[scenario.Variables.Length];
        _texts = new LocalizedText?[scenario.Variables.Length];
        var choice = new SeededChoice(seed);
        for (var i = 0; i < _values.Length; i++)
        {
            var variable = scenario.Variables[i];
            var drawn = variable.Choices.IsEmpty ? null : variable.Choices[choice.Next(variable.Choices.Length)];
            _values[i] = new AttributeValue(i, drawn?.Value ?? variable.Initial);
            _texts[i] = drawn?.Text ?? variable.Text;
        }

        _frame.Data = _values;
        _frame.DataCount = _values.Length;
        _frame.StateSource = stateOf;
        FillTexts();
        SetList(Builtin.Did, []);
        SetList(Builtin.Broken, []);
        SetList(Builtin.Kept, []);
        Set(Builtin.Said, Value.Of(""));
        Set(Builtin.WellSaid, Value.False);
    }

    public Value this[int index] => _values[index].Value;

    public void Set(int index, Value value)
    {
        _values[index] = new AttributeValue(index, IsMood(index) ? Value.Of(Math.Clamp(value.AsInt, WorstMood, BestMood)) : value);
        if (index >= Builtin.Count)
            _texts[index] = null;
    }

    public void SetList(int index, IEnumerable<string> items) => Set(index, Value.Of([.. items.Select(Value.Of)]));

    /// <summary>Whether the condition holds; what cannot be told does not.</summary>
    public bool Holds(Condition? condition) => condition is null || condition.Test(_frame) == Truth.True;

    public Value Evaluate(Evaluable expression) => expression.Evaluate(_frame);

    /// <summary>A text with the variables in it.</summary>
    public LocalizedText Fill(LocalizedText text) => new(
        Template.Fill(text.Zh, name => TextOf(name)?.Zh),
        Template.Fill(text.En, name => TextOf(name)?.En));

    /// <summary>The value of an attribute of an event.</summary>
    public Value ValueOf(Datum datum)
    {
        if (datum.Template is not { } template)
            return datum.Literal;
        return Template.WholePlace(template) is { } name && IndexOf(name) is >= 0 and var index
            ? this[index]
            : Value.Of(Template.Fill(template, place => TextOf(place)?.Zh));
    }

    private LocalizedText? TextOf(string name)
    {
        if (IndexOf(name) is not (>= 0 and var index))
            return null;
        if (_texts[index] is { } text)
            return text;
        var value = this[index].ToString();
        return new LocalizedText(value, value);
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _scenario.Variables.Length; i++)
        {
            if (string.Equals(_scenario.Variables[i].Name, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private bool IsMood(int index) => _scenario.People.Any(p => p.Mood == index);

    /// <summary>Names and goals may hold what the seed drew.</summary>
    private void FillTexts()
    {
        for (var i = Builtin.Count; i < _values.Length; i++)
        {
            if (!_scenario.Variables[i].Choices.IsEmpty || _texts[i] is not { } text)
                continue;
            var filled = Fill(text);
            _values[i] = new AttributeValue(i, Value.Of(filled.Zh));
            _texts[i] = filled;
        }
    }
}
