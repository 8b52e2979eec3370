using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Coverage;

namespace Standards.Simulator.Observing;

/// <summary>An act that an observer can tick, and what the norms want to know about it. Immutable.</summary>
/// <param name="Act">The act.</param>
/// <param name="Questions">What its norms read, in the order of the vocabulary.</param>
/// <param name="Roles">The roles that its norms tell apart; empty where none does.</param>
internal sealed record ObservableAct(BoundAct Act, ImmutableArray<ActQuestion> Questions, ImmutableArray<BoundRole> Roles)
{
    public string Name => Act.Name;
}

/// <summary>An attribute that some norm reads on an act. Immutable.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Mentioned">Values that norms compare it with, in the order of the norms.</param>
/// <param name="Forms">The forms that have it as a field, so that it is asked only where one of them is filled in; empty for any.</param>
internal sealed record ActQuestion(BoundAttribute Attribute, ImmutableArray<string> Mentioned, ImmutableArray<string> Forms)
{
    public string Name => Attribute.Name;
}

/// <summary>What there is to be seen in one process of a pack: the acts, the checklist, and the facts of the case. Immutable.</summary>
internal sealed class ObservableProcess
{
    public const string WordsSpoken = "words.spoken";

    private readonly ImmutableArray<BoundProcess> _machines;
    private readonly BoundVocabulary _vocabulary;

    private ObservableProcess(RuleBook book, string id)
    {
        Id = id;
        Book = book;
        _vocabulary = book.Bound.Vocabulary;
        _machines = [.. book.Bound.Processes.Where(p => string.Equals(p.Id, id, StringComparison.Ordinal))];
        var norms = NormsOf(book, id);
        var readings = new ActReadings(book.Bound, norms);
        Checklist = [.. norms.Where(n => n.Form is NormForm.Observe)];
        Acts = [.. ActsOf(_machines, norms).Select(a => readings.Of(_vocabulary.Acts[a])).Where(a => !IsBuiltIn(a.Name))];
        Words = Acts.FirstOrDefault(a => string.Equals(a.Name, WordsSpoken, StringComparison.Ordinal))
            ?? _vocabulary.Acts.Where(a => string.Equals(a.Name, WordsSpoken, StringComparison.Ordinal)).Select(readings.Of).FirstOrDefault();
        Speakers = readings.Speakers;
        Facts = readings.Facts;
        Readings = readings;
    }

    public string Id { get; }

    /// <summary>The one pack that judges.</summary>
    public RuleBook Book { get; }

    /// <summary>The title of the machine; the id where the process has none.</summary>
    public LocalizedText Title => _machines.IsEmpty ? new LocalizedText(Id, Id) : _machines[^1].Title;

    public ImmutableArray<string> PackLabels => [.. Book.Bound.Packs.Select(p => p.Label)];

    /// <summary>Where the people are: the zone of the pack's calendar.</summary>
    public TimeZoneInfo Zone => Book.Bound.Packs[^1].Calendar.Zone;

    /// <summary>Acts of the machine first, as it names them, then those that only norms name.</summary>
    public ImmutableArray<ObservableAct> Acts { get; }

    /// <summary>The act of speaking; null where the vocabulary has none.</summary>
    public ObservableAct? Words { get; }

    /// <summary>The roles whose words some norm looks at, and who else may speak.</summary>
    public ImmutableArray<BoundRole> Speakers { get; }

    /// <summary>Norms that an observer answers, in the order of the pack.</summary>
    public ImmutableArray<BoundNorm> Checklist { get; }

    /// <summary>Attributes that no act brings: facts of the case that norms read.</summary>
    public ImmutableArray<ActQuestion> Facts { get; }

    public IEnumerable<BoundAttribute> Attributes => _vocabulary.Attributes;

    public IEnumerable<BoundRole> Roles => _vocabulary.Roles;

    public IEnumerable<BoundAct> AllActs => _vocabulary.Acts;

    private ActReadings Readings { get; }

    /// <summary>The act of that name, be it one that the process does not know; null where the vocabulary has none.</summary>
    public ObservableAct? Find(string act) =>
        Acts.FirstOrDefault(a => string.Equals(a.Name, act, StringComparison.Ordinal))
        ?? _vocabulary.Acts.Where(a => string.Equals(a.Name, act, StringComparison.Ordinal)).Select(Readings.Of).FirstOrDefault();

    public BoundAttribute? Attribute(string name) => _vocabulary.Attributes.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.Ordinal));

    public BoundRole? Role(string name) => _vocabulary.Roles.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal));

    /// <summary>The state in which the machine begins; null without a machine.</summary>
    public string? InitialState => _machines.IsEmpty ? null : _machines[^1].States[_machines[^1].Initial].Id;

    /// <summary>The title of a state; its id where the machine does not know it.</summary>
    public LocalizedText StateTitle(string state) =>
        _machines.SelectMany(m => m.States).Where(s => string.Equals(s.Id, state, StringComparison.Ordinal)).Select(s => s.Title).FirstOrDefault() ?? new LocalizedText(state, state);

    /// <summary>The names of the acts that the machine lets happen in a state, their conditions left aside; empty where the state is not known.</summary>
    public ImmutableHashSet<string> AllowedIn(string? state)
    {
        var found = _machines.SelectMany(m => m.States.Select(s => (Machine: m, State: s))).LastOrDefault(s => string.Equals(s.State.Id, state, StringComparison.Ordinal));
        if (found.Machine is null)
            return [];
        var transitions = found.State.IsTerminal ? found.State.Transitions : found.State.Transitions.Concat(found.Machine.Anywhere);
        return [.. transitions.SelectMany(t => t.On.Alternatives).Where(a => a.Act >= 0).Select(a => _vocabulary.Acts[a.Act].Name)];
    }

    /// <summary>The process as the packs of the book know it.</summary>
    /// <param name="book">One pack alone.</param>
    /// <param name="id">A process for which <see cref="PacksOf"/> names the pack.</param>
    public static ObservableProcess Of(RuleBook book, string id) => new(book, id);

    /// <summary>The ids of the packs that have a machine for the process; where none has, of those that have norms for it.</summary>
    public static ImmutableArray<string> PacksOf(RuleBook book, string process)
    {
        var index = book.Bound.ProcessIds.IndexOf(process);
        var machines = book.Bound.Processes.Where(p => string.Equals(p.Id, process, StringComparison.Ordinal)).Select(p => p.Pack).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return machines.IsEmpty ? [.. book.Bound.Norms.Where(n => index >= 0 && n.Processes.Contains(index)).Select(n => n.Pack.Id).Distinct(StringComparer.Ordinal)] : machines;
    }

    /// <summary>Norms of the process before those of every interaction.</summary>
    private static ImmutableArray<BoundNorm> NormsOf(RuleBook book, string id)
    {
        var index = book.Bound.ProcessIds.IndexOf(id);
        return
        [
            .. book.Bound.Norms.Where(n => n.Processes.Contains(index) && n.IsJudged && n.Form is not NormForm.Quota),
            .. book.Bound.Norms.Where(n => n.Processes.IsEmpty && n.IsJudged && n.Form is not NormForm.Quota and not NormForm.OutOfOrder),
        ];
    }

    private static IEnumerable<int> ActsOf(ImmutableArray<BoundProcess> machines, ImmutableArray<BoundNorm> norms)
    {
        var ofMachines = machines.SelectMany(m => m.States.SelectMany(s => s.Transitions).Concat(m.Anywhere)).SelectMany(t => t.On.Alternatives).Select(a => a.Act);
        var ofNorms = norms.Where(n => n.Form is not NormForm.OutOfOrder).SelectMany(ActReadings.Alternatives).Select(a => a.Act);
        var ofForms = norms.Select(n => n.Form).OfType<NormForm.Record>().Select(f => f.Form.Act);
        return ofMachines.Concat(ofNorms).Concat(ofForms).Where(a => a >= 0).Distinct();
    }

    private static bool IsBuiltIn(string act) => act is Core.Interactions.InteractionEvent.CaseFacts or ObservedAct.ChecklistTicked;
}
