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

    /// <summary>How many events ahead the memory of a case is fetched.</summary>
    private const int Ahead = 8;

    private readonly RuleBook _book;
    private readonly AuditOptions _options;
    private readonly CaseIndex _index = new();
    private readonly QuotaCounter _quotas;
    private readonly VerdictStore _store;
    private readonly Evaluator _evaluator;
    private readonly LogDiagnosticBag _diagnostics;
    private readonly CaseShelf _shelf;
    private readonly long _limit;
    private CaseEntry[] _cases = new CaseEntry[1024];
    private int[] _numbers = [];
    private ImmutableArray<LogInput> _sources = [];
    private long _lastAt;
    private long _setAside;

    public AuditRun(RuleBook book, AuditOptions options)
    {
        _book = book;
        _options = options;
        _quotas = new QuotaCounter(book);
        _store = new VerdictStore(book.Compiled.Plans.Length, options.All || _quotas.CountsKept);
        _evaluator = new Evaluator(book.Compiled, _store);
        _shelf = new CaseShelf(_evaluator, options.ResidentCases);
        _diagnostics = new LogDiagnosticBag(options.Reading.KeptDiagnostics);
        _limit = options.AsOf?.Ticks ?? long.MaxValue;
    }

    public AuditResult Run(ImmutableArray<LogInput> inputs)
    {
        using var spool = new StandardInputSpool();
        var sources = _sources = [.. inputs.Select(spool.Reopenable)];
        var read = LogReader.Read(sources, _book.Compiled.Schema, _options.Reading, Fold, _diagnostics);
        var asOf = _options.AsOf?.Ticks ?? Math.Max(_options.Time.GetUtcNow().UtcTicks, _lastAt);
        var firstPass = _store.Count;
        var contradictions = _store.Contradictions.Count;
        CompleteCases(asOf);
        JudgeSetAside(sources, asOf);
        ReportContradictions(contradictions);
        bool IsValid(int i) => i >= firstPass || !_cases[_store[i].Case].IsSetAside;
        for (var i = 0; _quotas.CountsKept && i < _store.Count; i++)
        {
            if (IsValid(i))
                _quotas.CountKept(in _store[i]);
        }

        var quotas = _quotas.Judge(asOf, _options.All);
        var ordered = new FindingOrder(_book, _index, _store, _evaluator.Satisfied, i => IsValid(i) && IsWanted(_store[i].Verdict));
        return new AuditResult
        {
            AsOf = new Instant(Math.Min(asOf, Instant.MaxValue.Ticks)),
            Events = read.Events,
            Cases = _index.Count,
            Rejected = read.Rejected,
            Findings = ordered.Findings([.. inputs.Select(i => i.Name)]).Concat(quotas.Findings),
            Norms = [.. ordered.Tallies(), .. quotas.Tallies],
            Diagnostics = _diagnostics,
        };
    }

    private bool IsWanted(Verdict verdict) => _options.All || verdict is Verdict.Violated or Verdict.Unknown;

    public void Dispose() => _shelf.Dispose();

    /// <summary>Numbers the cases of a batch first, so that the memory of each can be fetched ahead of its turn.</summary>
    private void Fold(EventBatch batch)
    {
        if (_numbers.Length < batch.Count)
            _numbers = new int[batch.Count];
        for (var i = 0; i < batch.Count; i++)
            _numbers[i] = Number(batch, in batch.Events[i]);

        for (var i = 0; i < batch.Count; i++)
        {
            if (i + Ahead < batch.Count && _numbers[i + Ahead] is >= 0 and var next)
                CaseState.Prefetch(_cases[next].State);
            if (_numbers[i] >= 0)
                Fold(batch, in batch.Events[i], _numbers[i]);
        }

        _quotas.Count(batch, _limit);
        _shelf.Tidy(_cases, _index.Count);
    }

    /// <summary>The number of the event's case; -1 for an event after the instant of the audit.</summary>
    private int Number(EventBatch batch, in EventRecord record)
    {
        if (record.At > _limit)
            return -1;
        var number = _index.GetOrAdd(batch.CaseId(in record), out var isNew);
        if (isNew)
            Add(number);
        return number;
    }

    private void Fold(EventBatch batch, in EventRecord record, int number)
    {
        ref var entry = ref _cases[number];
        entry.Events++;
        entry.IsRecent = true;
        if (record.Process == -2)
            entry.NamesUnknownProcess = true;
        if (record.At > _lastAt)
            _lastAt = record.At;
        if (entry.IsSetAside)
        {
            _setAside++;
            return;
        }

        var state = entry.State ?? _shelf.Bring(ref entry, number);
        if (_evaluator.Step(state, batch, in record) != StepResult.MustReplay)
            return;
        entry.IsSetAside = true;
        _setAside += entry.Events;
        _shelf.Discard(ref entry);
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
            if (number + Ahead < _index.Count)
                CaseState.Prefetch(_cases[number + Ahead].State);
            if (entry.IsSetAside)
                continue;
            var state = entry.State ?? _shelf.Bring(ref entry, number);
            Complete(ref entry, state, asOf);
            _shelf.Discard(ref entry);
        }
    }

    private void Complete(ref CaseEntry entry, CaseState state, long asOf)
    {
        if (state.Program.Processes.IsEmpty && !entry.NamesUnknownProcess && !state.First.IsNone && _book.Bound.ProcessIds.Length > 0)
            ReportNoProcess(state);
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

    private void ReportNoProcess(CaseState state) => _diagnostics.Report(
        new Diagnostic(AuditDiagnostics.NoProcess, Span(_sources, state.First), [_index.Name(state.Id)], AuditDiagnostics.NameProcess));

    private void ReportContradictions(int firstPass)
    {
        for (var i = 0; i < _store.Contradictions.Count; i++)
        {
            // A case that was set aside is judged, and its contradictions found, once more.
            var (number, contradiction) = _store.Contradictions[i];
            if (i < firstPass && _cases[number].IsSetAside)
                continue;
            _diagnostics.Report(new Diagnostic(
                AuditDiagnostics.ContradictingFacts,
                Span(_sources, contradiction.At),
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
    public bool IsSetAside;
    public bool NamesUnknownProcess;

    /// <summary>Touched since the last tidying.</summary>
    public bool IsRecent;
}
