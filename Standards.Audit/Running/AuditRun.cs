using System.Collections.Immutable;
using System.Globalization;
using Standards.Audit.Diagnostics;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>
/// One audit. The first pass folds the log into the open cases as it is read, which is all that a log in the order of time
/// needs. Cases with a late event, a late fact or a late process are set aside and judged in a second pass from all their events,
/// in as many rounds as keep the memory bounded.
/// </summary>
internal sealed class AuditRun : IDisposable
{
    /// <summary>Events of set-aside cases held in memory at a time.</summary>
    private const long EventsARound = 1_500_000;

    private readonly RuleBook _book;
    private readonly AuditOptions _options;
    private readonly CaseIndex _index = new();
    private readonly VerdictStore _store;
    private readonly Evaluator _evaluator;
    private readonly LogDiagnosticBag _diagnostics;
    private readonly CaseShelf _shelf;
    private readonly long _limit;
    private CaseEntry[] _cases = new CaseEntry[1024];
    private long _lastAt;
    private long _setAside;

    public AuditRun(RuleBook book, AuditOptions options)
    {
        _book = book;
        _options = options;
        _store = new VerdictStore(book.Compiled.Plans.Length, options.All);
        _evaluator = new Evaluator(book.Compiled, _store);
        _shelf = new CaseShelf(_evaluator, options.ResidentCases);
        _diagnostics = new LogDiagnosticBag(options.Reading.KeptDiagnostics);
        _limit = options.AsOf?.Ticks ?? long.MaxValue;
    }

    public AuditResult Run(ImmutableArray<LogInput> inputs)
    {
        using var spool = new StandardInputSpool();
        var sources = inputs.Select(spool.Reopenable).ToImmutableArray();
        var quotas = new QuotaCounter(_book);
        var read = LogReader.Read(sources, _book.Compiled.Schema, _options.Reading, batch => Fold(batch, quotas), _diagnostics);
        var asOf = _options.AsOf?.Ticks ?? Math.Max(_options.Time.GetUtcNow().UtcTicks, _lastAt);
        var firstPass = _store.Count;
        var contradictions = _store.Contradictions.Count;
        CompleteCases(asOf);
        JudgeSetAside(sources, asOf);
        _store.Contradictions.RemoveAll(c => _store.Contradictions.IndexOf(c) < contradictions && _cases[c.Case].IsSetAside);
        ReportCases(sources);
        var ordered = new FindingOrder(_book, _index, _store, _evaluator.Satisfied, i => i >= firstPass || !_cases[_store[i].Case].IsSetAside);
        return new AuditResult
        {
            AsOf = new Instant(Math.Min(asOf, Instant.MaxValue.Ticks)),
            Events = read.Events,
            Cases = _index.Count,
            Rejected = read.Rejected,
            Findings = ordered.Findings([.. inputs.Select(i => i.Name)]),
            Norms = ordered.Tallies(),
            Diagnostics = _diagnostics,
        };
    }

    public void Dispose() => _shelf.Dispose();

    private void Fold(EventBatch batch, QuotaCounter quotas)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[i];
            if (record.At > _limit)
                continue;
            var number = _index.GetOrAdd(batch.CaseId(in record), out var isNew);
            if (isNew)
                Add(number);
            ref var entry = ref _cases[number];
            entry.Events++;
            if (record.Process == -2)
                entry.NamesUnknownProcess = true;
            if (record.At > _lastAt)
                _lastAt = record.At;
            if (entry.IsSetAside)
            {
                _setAside++;
                continue;
            }

            var state = entry.State ?? _shelf.Bring(ref entry, number);
            if (_evaluator.Step(state, batch, in record) != StepResult.MustReplay)
                continue;
            entry.IsSetAside = true;
            _setAside += entry.Events;
            _shelf.Discard(ref entry);
        }

        quotas.Count(batch, _limit);
        _shelf.Tidy(_cases, _index.Count);
    }

    private void Add(int number)
    {
        if (number == _cases.Length)
            Array.Resize(ref _cases, number * 2);
        _cases[number] = default;
    }

    private void CompleteCases(long asOf)
    {
        for (var number = 0; number < _index.Count; number++)
        {
            ref var entry = ref _cases[number];
            if (entry.IsSetAside)
                continue;
            var state = entry.State ?? _shelf.Bring(ref entry, number);
            Complete(ref entry, state, asOf);
            _shelf.Discard(ref entry);
        }
    }

    private void Complete(ref CaseEntry entry, CaseState state, long asOf)
    {
        entry.IsWithoutProcess = state.Program.Processes.IsEmpty && !entry.NamesUnknownProcess;
        entry.FirstLine = state.First;
        _evaluator.Complete(state, _options.Complete && _options.AsOf is null ? long.MaxValue : asOf, _options.Complete);
    }

    private void JudgeSetAside(ImmutableArray<LogInput> sources, long asOf)
    {
        var rounds = (int)((_setAside + EventsARound - 1) / EventsARound);
        for (var round = 0; round < rounds; round++)
        {
            var gathered = new GatheredEvents();
            var turn = round;
            LogReader.Read(sources, _book.Compiled.Schema, _options.Reading with { Progress = null }, batch => Gather(batch, gathered, turn, rounds), new LogDiagnosticBag(0));
            var replay = new InteractionReplay(_book.Compiled, _evaluator);
            foreach (var (number, batch) in gathered.Cases())
            {
                var state = replay.Replay(number, batch, []);
                Complete(ref _cases[number], state, asOf);
                _evaluator.Release(state);
            }
        }
    }

    private void Gather(EventBatch batch, GatheredEvents gathered, int round, int rounds)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[i];
            if (record.At > _limit)
                continue;
            var number = _index.GetOrAdd(batch.CaseId(in record), out _);
            if (_cases[number].IsSetAside && number % rounds == round)
                gathered.Add(number, batch, in record);
        }
    }

    private void ReportCases(ImmutableArray<LogInput> sources)
    {
        for (var number = 0; number < _index.Count; number++)
        {
            ref readonly var entry = ref _cases[number];
            if (entry.IsWithoutProcess && _book.Bound.ProcessIds.Length > 0 && !entry.FirstLine.IsNone)
                _diagnostics.Report(new Diagnostic(AuditDiagnostics.NoProcess, Span(sources, entry.FirstLine), [_index.Name(number)], AuditDiagnostics.NameProcess));
        }

        foreach (var (number, contradiction) in _store.Contradictions)
        {
            _diagnostics.Report(new Diagnostic(
                AuditDiagnostics.ContradictingFacts,
                Span(sources, contradiction.At),
                [_index.Name(number), _book.Compiled.Schema.Attributes[contradiction.Attribute].Name, contradiction.First.ToString(), contradiction.Second.ToString()]));
        }
    }

    private static SourceSpan Span(ImmutableArray<LogInput> sources, EventReference reference) =>
        new(sources[reference.File].Name, (int)Math.Min(reference.Line, int.MaxValue), 0, 0);
}

/// <summary>What a run knows of a case besides its id.</summary>
internal struct CaseEntry
{
    /// <summary>Null before the first event, after the end, and while the case waits in the temporary file.</summary>
    public CaseState? State;

    /// <summary>Where the case waits in the temporary file, plus one; 0 where it does not.</summary>
    public long Shelved;
    public int Events;
    public EventReference FirstLine;
    public bool IsSetAside;
    public bool IsWithoutProcess;
    public bool NamesUnknownProcess;

    /// <summary>Touched since the last tidying.</summary>
    public bool IsRecent;
}
