using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Simulator.Scenarios;

/// <content>Beats, actions, happenings and steps.</content>
internal sealed partial class ScenarioBinder
{
    private const string SpokenAct = "words.spoken";
    private static readonly TimeSpan UsualTaking = TimeSpan.FromSeconds(2);

    private ImmutableArray<Beat> Beats()
    {
        var beats = ImmutableArray.CreateBuilder<Beat>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in _reader.Sequence("beats", required: true)?.Items ?? [])
        {
            if (MappingReader.For(node, _diagnostics, new LocalizedText("场面", "beat")) is not { } reader)
                continue;
            var id = reader.RequiredString("id");
            if (!known.Add(id))
                Report(ScenarioDiagnostics.DuplicateName, reader.SpanOf("id"), id);
            beats.Add(new Beat(
                id,
                OptionalText(reader, "scene"),
                Steps(reader, "enter"),
                Actions(reader, "actions"),
                Happenings(reader, "happens"),
                OptionalText(reader, "ending"),
                reader.SpanOf("id")));
            reader.Finish();
        }

        return beats.ToImmutable();
    }

    private ImmutableArray<SceneAction> Actions(MappingReader from, string key)
    {
        var actions = ImmutableArray.CreateBuilder<SceneAction>();
        foreach (var node in from.Sequence(key)?.Items ?? [])
        {
            if (MappingReader.For(node, _diagnostics, new LocalizedText("动作", "action")) is { } reader)
                actions.Add(Action(reader));
        }

        return actions.ToImmutable();
    }

    private SceneAction Action(MappingReader reader)
    {
        var id = Id(reader);
        var speech = SpeechOf(reader);
        var action = new SceneAction
        {
            Id = id,
            Title = Text(reader, "title", required: true),
            Act = Act(reader) ?? (speech is null ? null : SpokenAct),
            Role = Role(reader),
            Data = Data(reader, "data"),
            Speech = speech,
            Asks = Questions(reader),
            Takes = Duration(reader, "takes") ?? UsualTaking,
            When = Condition(reader, "when"),
            Once = reader.OptionalBool("once") ?? false,
            Breaks = Norms(reader, "breaks"),
            Hint = OptionalText(reader, "hint"),
            Steps = [.. Own(reader), .. Steps(reader, "then")],
            Span = reader.SpanOf("id"),
        };
        reader.Finish();
        return action;
    }

    /// <summary>What an action sets, and where it leads, are its first step where they are written on it itself.</summary>
    private ImmutableArray<Step> Own(MappingReader reader)
    {
        var (set, observes, go) = (Assignments(reader), ObservesOf(reader), Go(reader));
        return set.IsEmpty && observes.IsEmpty && go is null ? [] : [new Step { Observes = observes, Set = set, Go = go, Span = reader.SpanOf("id") }];
    }

    private Speech? SpeechOf(MappingReader reader)
    {
        if (reader.Within("say", new LocalizedText("要说的话", "words to be said")) is not { } say)
            return null;
        var speech = new Speech(OptionalText(say, "prompt"), Text(say, "model", required: true), say.RequiredString("poor"));
        say.Finish();
        return speech;
    }

    private ImmutableArray<Question> Questions(MappingReader reader)
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        foreach (var node in reader.Sequence("ask")?.Items ?? [])
        {
            if (MappingReader.For(node, _diagnostics, new LocalizedText("要填的值", "value to be typed")) is not { } item)
                continue;
            var name = item.Scalar("attribute", required: true);
            var attribute = name is null ? -1 : _lookup.Attribute(name);
            var prompt = Text(item, "prompt", required: true);
            var model = item.Scalar("model", required: true);
            var poor = item.Scalar("poor", required: true);
            var into = item.Scalar("into") is { } variable ? VariableOf(variable) : -1;
            item.Finish();
            if (attribute < 0 || model is null || poor is null)
                continue;
            CheckAnswer(model, attribute);
            CheckAnswer(poor, attribute);
            questions.Add(new Question(name!.Value, attribute, into, prompt, model.Value, poor.Value));
        }

        return questions.ToImmutable();
    }

    /// <summary>An answer with variables in it shows only when it is played whether it is one.</summary>
    private void CheckAnswer(YamlScalar answer, int attribute)
    {
        var type = _rules.Vocabulary.Attributes[attribute].Type;
        if (answer.Value.Length > 0 && !Template.HasPlaces(answer.Value) && Literals.Bind(answer, type, new DiagnosticBag()).IsMissing)
            Report(ScenarioDiagnostics.BadAnswer, answer.Span, answer.Value, _rules.Vocabulary.Attributes[attribute].Name);
    }

    private int VariableOf(YamlScalar name)
    {
        var index = _scope.IndexOf(name.Value);
        if (index >= Builtin.Count)
            return index;
        _diagnostics.ReportWithHelp(ScenarioDiagnostics.UnknownVariable, name.Span, Suggestion.DidYouMean(name.Value, _scope.KnownNames.Skip(Builtin.Count)), name.Value);
        return -1;
    }

    private ImmutableArray<Happening> Happenings(MappingReader from, string key)
    {
        var happenings = ImmutableArray.CreateBuilder<Happening>();
        foreach (var node in from.Sequence(key)?.Items ?? [])
        {
            if (MappingReader.For(node, _diagnostics, new LocalizedText("自行发生的事", "happening")) is not { } reader)
                continue;
            var every = Duration(reader, "every");
            if (every == TimeSpan.Zero)
                _diagnostics.ReportWithHelp(ScenarioDiagnostics.BadDuration, reader.SpanOf("every"), DurationForm, "0");
            happenings.Add(new Happening
            {
                Id = Id(reader),
                After = After(reader),
                Every = every == TimeSpan.Zero ? null : every,
                Times = (int)Math.Clamp(reader.OptionalInt("times") ?? (every is null ? 1 : 100), 1, 1000),
                When = Condition(reader, "when"),
                Steps = reader.Has("then") ? Steps(reader, "then") : [StepOf(reader, isWhole: false)],
                Span = reader.SpanOf("id"),
            });
            reader.Finish();
        }

        return happenings.ToImmutable();
    }

    /// <summary>An elapsed time, or an expression that gives one.</summary>
    private Evaluable After(MappingReader reader)
    {
        if (reader.Scalar("after") is not { } scalar)
            return Constant(Value.Of(TimeSpan.Zero));
        if (ElapsedText.Parse(scalar.Value) is { } span)
            return Constant(Value.Of(span));
        if (Expression(scalar) is not { } expression)
            return Constant(Value.Of(TimeSpan.Zero));
        if (!expression.Type.IsCompatible(ExpressionType.Duration))
            _diagnostics.ReportWithHelp(ScenarioDiagnostics.BadDuration, scalar.Span, DurationForm, scalar.Value);
        return expression.Value;
    }

    /// <summary>A list of steps, one step, or the name of the beat that begins.</summary>
    private ImmutableArray<Step> Steps(MappingReader from, string key)
    {
        switch (from.Node(key))
        {
            case null:
                return [];
            case YamlScalar beat:
                _gos.Add((beat.Value, beat));
                return [new Step { Go = beat.Value, Span = beat.Span }];
            case YamlSequence list:
                return [.. list.Items.Select(StepOf).OfType<Step>()];
            case var single:
                return StepOf(single) is { } step ? [step] : [];
        }
    }

    private Step? StepOf(YamlNode node)
    {
        if (MappingReader.For(node, _diagnostics, new LocalizedText("步骤", "step")) is not { } reader)
            return null;
        var step = StepOf(reader, isWhole: true);
        reader.Finish();
        return step;
    }

    /// <param name="reader">What holds the step.</param>
    /// <param name="isWhole">Whether the mapping is a step and nothing else: then <c>when</c> and <c>after</c> are the step's.</param>
    private Step StepOf(MappingReader reader, bool isWhole) => new()
    {
        When = isWhole ? Condition(reader, "when") : null,
        After = isWhole ? Duration(reader, "after") ?? TimeSpan.Zero : TimeSpan.Zero,
        By = reader.Scalar("by") is { } person ? Named(person) : null,
        Act = Act(reader),
        Role = Role(reader),
        Data = Data(reader, "data"),
        Say = OptionalText(reader, "say"),
        Tell = OptionalText(reader, "tell"),
        Observes = ObservesOf(reader),
        Set = Assignments(reader),
        Go = Go(reader),
        Span = reader.Source.Span,
    };

    private ImmutableArray<Observed> ObservesOf(MappingReader reader)
    {
        if (reader.Within("observe", new LocalizedText("观察项", "checklist items")) is not { } items)
            return [];
        var observed = ImmutableArray.CreateBuilder<Observed>();
        foreach (var entry in items.Source.Entries)
        {
            if (items.OptionalBool(entry.Key.Value) is not { } seen)
                continue;
            if (_rules.Norms.Any(n => n.Form is NormForm.Observe && string.Equals(n.Id, entry.Key.Value, StringComparison.Ordinal)))
                observed.Add(new Observed(entry.Key.Value, seen));
            else if (!_rules.LeftOut.Contains(entry.Key.Value, StringComparer.Ordinal))
                _diagnostics.ReportWithHelp(
                    ScenarioDiagnostics.UnknownNorm,
                    entry.Key.Span,
                    Suggestion.DidYouMean(entry.Key.Value, _rules.Norms.Where(n => n.Form is NormForm.Observe).Select(n => n.Id)),
                    entry.Key.Value);
        }

        items.Finish();
        return observed.ToImmutable();
    }

    private string? Go(MappingReader reader)
    {
        if (reader.Scalar("go") is not { } beat)
            return null;
        _gos.Add((beat.Value, beat));
        return beat.Value;
    }

    private string? Act(MappingReader reader)
    {
        if (reader.Scalar("act") is not { } act)
            return null;
        _lookup.Act(act);
        return act.Value;
    }

    private string Id(MappingReader reader)
    {
        var id = reader.RequiredString("id");
        if (id.Length > 0 && !_ids.Add(id))
            Report(ScenarioDiagnostics.DuplicateName, reader.SpanOf("id"), id);
        return id;
    }

    private ImmutableArray<Datum> Data(MappingReader reader, string key)
    {
        var data = ImmutableArray.CreateBuilder<Datum>();
        foreach (var entry in reader.Mapping(key)?.Entries ?? [])
        {
            var index = _lookup.Attribute(entry.Key);
            if (index < 0)
                continue;
            if (entry.Value is YamlScalar { Value: var text } scalar && Template.HasPlaces(text))
            {
                CheckPlaces(scalar);
                data.Add(new Datum(index, entry.Key.Value, Value.Missing, text));
            }
            else
            {
                data.Add(new Datum(index, entry.Key.Value, Literals.Bind(entry.Value, _rules.Vocabulary.Attributes[index].Type, _diagnostics), null));
            }
        }

        return data.ToImmutable();
    }

    private void CheckPlaces(YamlScalar text)
    {
        foreach (var name in Template.PlacesOf(text.Value).Where(n => _scope.IndexOf(n) < 0))
            _diagnostics.ReportWithHelp(ScenarioDiagnostics.UnknownVariable, text.Span, Suggestion.DidYouMean(name, _scope.KnownNames), name);
    }
}
