using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds state machines, and diagnoses states that cannot be reached or left.</summary>
internal sealed class ProcessBinder(PackScope pack)
{
    private static readonly LocalizedText StateWhat = new("状态", "state");
    private static readonly LocalizedText TransitionWhat = new("转移", "transition");

    /// <summary>All that a process says that is only named, so that norms and cases may be for it.</summary>
    private static readonly string[] KeysOfName = ["id", "title", "note"];

    private readonly PatternBinder _patterns = Patterns(pack);

    /// <summary>A way from state to state could not be read, so that the graph is not what was meant.</summary>
    private bool _wayLost;

    private static PatternBinder Patterns(PackScope pack)
    {
        var scope = new NormScope(pack, hasActivation: false);
        return new PatternBinder(pack, scope, scope);
    }

    /// <summary>Makes the process and its states known by name.</summary>
    public static void Declare(PackScope pack, MappingReader reader)
    {
        if (reader.OptionalString("id") is not { } id)
            return;
        pack.Processes.Declare(id);
        if (pack.DeclareProcess(id, reader.SpanOf("id")) && !IsOnlyNamed(reader))
            pack.States.Add(id, [.. (reader.Mapping("states")?.Entries ?? []).Select(e => e.Key.Value)]);
    }

    private static bool IsOnlyNamed(MappingReader reader) =>
        reader.Source.Entries.All(e => KeysOfName.Contains(e.Key.Value, StringComparer.Ordinal));

    /// <summary>The machine; null where the process is only named, or was mistaken.</summary>
    public BoundProcess? Bind(MappingReader reader)
    {
        var id = reader.RequiredString("id");
        var title = reader.Localized("title", required: true) ?? LocalizedText.Empty;
        if (IsOnlyNamed(reader))
        {
            reader.Localized("note");
            return null;
        }

        var severity = reader.OneOf("severity", NormBinder.Severities) ?? Severity.Minor;
        var clauses = pack.ClauseIds(reader.StringOrList("clause", required: true));
        var starts = Listening(_patterns.Pattern(reader, "starts"));
        var states = reader.Mapping("states", required: true);
        var names = states is null ? [] : states.Entries.Select(e => e.Key.Value).ToImmutableArray();
        var initial = reader.Scalar("initial", required: true);
        var start = initial is null ? -1 : StateIndex(id, names, initial);
        var bound = states is null ? [] : states.Entries.Select(e => State(id, names, e)).OfType<BoundState>().ToImmutableArray();
        var anywhere = Transitions(id, names, reader.Sequence("anywhere"));
        reader.Localized("note");
        reader.Finish();
        if (id.Length == 0 || start < 0 || bound.Length != names.Length || !pack.Processes.TryFind(id, out var index))
            return null;
        var process = new BoundProcess
        {
            Id = id,
            Index = index,
            Pack = pack.Pack.Id,
            Calendar = pack.Pack.Calendar,
            Title = title,
            Clauses = clauses,
            Severity = severity,
            Starts = starts,
            Initial = start,
            States = bound,
            Anywhere = anywhere,
            Span = reader.SpanOf("id"),
        };
        if (!_wayLost)
            new ProcessChecks(process, pack.Vocabulary.Vocabulary, pack.Diagnostics).Check();
        return process;
    }

    private BoundState? State(string process, ImmutableArray<string> names, YamlEntry entry)
    {
        if (MappingReader.For(entry.Value, pack.Diagnostics, StateWhat) is not { } reader)
            return null;
        var title = reader.Localized("title") ?? new LocalizedText(entry.Key.Value, entry.Key.Value);
        var terminal = reader.OptionalBool("terminal") ?? false;
        var transitions = Transitions(process, names, reader.Sequence("on"));
        var timer = Timer(process, names, reader);
        reader.Localized("note");
        reader.Finish();
        return new BoundState(entry.Key.Value, title, terminal, transitions, timer, entry.Key.Span);
    }

    private ImmutableArray<BoundTransition> Transitions(string process, ImmutableArray<string> names, YamlSequence? sequence)
    {
        var transitions = ImmutableArray.CreateBuilder<BoundTransition>();
        foreach (var node in sequence?.Items ?? [])
        {
            if (MappingReader.For(node, pack.Diagnostics, TransitionWhat) is not { } reader)
                continue;
            var on = _patterns.Pattern(reader, "act", required: true);
            var to = reader.Scalar("to", required: true);
            reader.Localized("note");
            reader.Finish();
            var index = to is null ? -1 : StateIndex(process, names, to);
            _wayLost |= on is null || index < 0;
            if (Listening(on) is not null && index >= 0)
                transitions.Add(new BoundTransition(on!, index, reader.Source.Span));
        }

        return transitions.ToImmutable();
    }

    /// <summary>The pattern, if it names its acts.</summary>
    private BoundPattern? Listening(BoundPattern? pattern)
    {
        if (pattern is null || pattern.Alternatives.All(a => a.Act != BoundAlternative.AnyAct))
            return pattern;
        _wayLost = true;
        pack.Diagnostics.Report(ProcessDiagnostics.AnyActInProcess, pattern.Alternatives.First(a => a.Act == BoundAlternative.AnyAct).Span);
        return null;
    }

    private BoundTimer? Timer(string process, ImmutableArray<string> names, MappingReader state)
    {
        if (state.Within("after", new LocalizedText("计时转移", "timed transition")) is not { } reader)
            return null;
        var time = pack.TimeOnly(reader, "time", required: true);
        var to = reader.Scalar("to", required: true);
        var emit = reader.Scalar("emit");
        reader.Finish();
        var index = to is null ? -1 : StateIndex(process, names, to);
        _wayLost |= index < 0;
        return time is null || index < 0 ? null : new BoundTimer(time, emit is null ? -1 : pack.Vocabulary.Act(emit), index, reader.Source.Span);
    }

    private int StateIndex(string process, ImmutableArray<string> names, YamlScalar name)
    {
        var index = names.IndexOf(name.Value, StringComparer.Ordinal);
        if (index < 0)
            pack.Diagnostics.ReportWithHelp(ProcessDiagnostics.UnknownState, name.Span, Suggestion.DidYouMean(name.Value, names), name.Value, process);
        return index;
    }
}

/// <summary>Diagnoses the graph of a process.</summary>
internal sealed class ProcessChecks(BoundProcess process, BoundVocabulary vocabulary, DiagnosticBag diagnostics)
{
    public void Check()
    {
        var exits = process.States.Select(Exits).ToArray();
        var reached = Closure([process.Initial], i => exits[i]);
        for (var i = 0; i < process.States.Length; i++)
        {
            var state = process.States[i];
            if (state.IsTerminal && (state.Transitions.Length > 0 || state.Timer is not null))
                diagnostics.Report(ProcessDiagnostics.TerminalWithExit, state.Span, state.Id);
            if (!reached.Contains(i))
                diagnostics.Report(ProcessDiagnostics.Unreachable, state.Span, state.Id);
            else if (!state.IsTerminal && exits[i].Length == 0)
                diagnostics.Report(ProcessDiagnostics.DeadEnd, state.Span, state.Id);
            else if (process.HasTerminalState && !ComesToAnEnd(i, exits))
                diagnostics.Report(ProcessDiagnostics.NoEnd, state.Span, state.Id);
            ReportShadowed(state);
        }
    }

    /// <summary>Whether a terminal state can be reached, or else a dead end, which is told by itself.</summary>
    private bool ComesToAnEnd(int state, int[][] exits) =>
        Closure([state], i => exits[i]).Any(i => process.States[i].IsTerminal || exits[i].Length == 0);

    private int[] Exits(BoundState state) =>
    [
        .. state.Transitions.Select(t => t.To),
        .. state.IsTerminal ? [] : process.Anywhere.Select(t => t.To),
        .. state.Timer is null ? [] : new[] { state.Timer.To },
    ];

    /// <summary>An unguarded transition leaves nothing for later ones of the same act.</summary>
    private void ReportShadowed(BoundState state)
    {
        var taken = new HashSet<int>();
        foreach (var alternative in state.Transitions.SelectMany(t => t.On.Alternatives))
        {
            if (taken.Contains(alternative.Act))
                diagnostics.Report(ProcessDiagnostics.ShadowedTransition, alternative.Span, vocabulary.Acts[alternative.Act].Name);
            if (alternative.Roles.IsDefault && alternative.Saying is null && alternative.Where is null)
                taken.Add(alternative.Act);
        }
    }

    private static HashSet<int> Closure(IEnumerable<int> from, Func<int, int[]> exits)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>(from);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
                continue;
            foreach (var next in exits(at))
                open.Push(next);
        }

        return seen;
    }
}
