using System.Globalization;
using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Consoles;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Records.Exports;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>One attempt at a console, from the scene to the debrief. It is kept, also when it is cut off. Not thread-safe.</summary>
internal sealed class Training : IDisposable
{
    private static readonly TimeSpan KeptEvery = TimeSpan.FromSeconds(10);

    private readonly Invocation _invocation;
    private readonly TrainOptions _options;
    private readonly AttemptStore? _store;
    private readonly PlaySetup _setup;
    private readonly PlayController _controller;
    private readonly Scorer _scorer;
    private readonly OutputTarget? _html;
    private readonly OutputTarget? _xapi;
    private Instant _startedAt;
    private AttemptRecord? _kept;
    private DateTimeOffset _keptAt;

    public Training(Invocation invocation, TrainOptions options, AttemptStore? store, PlaySetup setup)
    {
        (_invocation, _options, _store, _setup) = (invocation, options, store, setup);
        _controller = new PlayController(setup, options.Mode);
        _scorer = new Scorer(setup.Judge);

        // A file that cannot be written is better known before the play than after it.
        _html = options.Html is { } html ? Target(html) : null;
        _xapi = options.Xapi is { } xapi ? Target(xapi) : null;
    }

    /// <summary>Plays, keeps and debriefs; returns the exit status.</summary>
    /// <param name="earlier">The attempt to go on with; null to begin.</param>
    public int Run(AttemptRecord? earlier)
    {
        // A script that is not kept gives the same bytes whenever it is played.
        _startedAt = earlier?.StartedAt ?? (_options.IsKept ? Now() : _setup.Scenario.Start);
        _keptAt = _invocation.Time.GetUtcNow();
        var reader = LineReaders.For(_invocation, _options.Script, _invocation.Output.Text);
        var text = new PlayText(_invocation.Language, _invocation.Terminal.Width, _invocation.Ink, _setup.Judge.Compiled.Zone, _options.Mode);
        reader.Write(Head());
        if (earlier is null)
            reader.Write(text.Of(_controller.Begin()));
        else
            reader.Write(text.Resumed(_controller, earlier));
        if (reader.IsInteractive)
            WarmUp.Begin(_setup, text);
        var clock = _options.Speed is { } speed ? new RealTime(_invocation.Time, speed) : null;
        var interrupted = true;
        try
        {
            interrupted = new TrainDialogue(_controller, reader, text, clock, KeepNowAndThen).Run(_invocation.Cancellation);
        }
        finally
        {
            Keep();
        }

        return _controller.Play.IsEnded ? Debriefed(reader, _kept!) : Left(reader, interrupted);
    }

    public void Dispose()
    {
        _html?.Dispose();
        _xapi?.Dispose();
        _controller.Dispose();
    }

    private OutputTarget Target(string path)
    {
        if (_store is not null)
            StoreOption.Spare(_invocation, path);
        return new OutputTarget(TextWriter.Null, path);
    }

    private string Head()
    {
        var scenario = _setup.Scenario;
        var title = Texts.Train.Head.With(scenario.Title, scenario.Id, Noun.Number(scenario.Difficulty), Noun.Number(scenario.Minutes));
        return _invocation.NewPage()
            .Paragraph(_invocation.In(title), paint: _invocation.Ink.Bold)
            .Paragraph(_invocation.In(Texts.Train.Setup.With(_setup.RoleTitle(scenario.Role), Texts.Of(_options.Mode), _setup.Seed.ToString(CultureInfo.InvariantCulture))), paint: _invocation.Ink.Dim)
            .ToString();
    }

    /// <summary>What is cut off without warning, by a power failure say, is lost but for a few seconds.</summary>
    private void KeepNowAndThen()
    {
        if (_invocation.Time.GetUtcNow() - _keptAt >= KeptEvery)
            Keep();
    }

    private void Keep()
    {
        _kept = Record();
        _store?.Save(_kept, _scorer);
        _keptAt = _invocation.Time.GetUtcNow();
    }

    private AttemptRecord Record() =>
        AttemptBuilder.Of(_controller, _options.Trainee, _invocation.Profile, _invocation.Language, _startedAt, _options.IsKept ? Now() : _startedAt);

    private int Left(ILineReader reader, bool interrupted)
    {
        var text = _store is null ? Texts.Train.LeftUnkept : Texts.Train.Left.With(_setup.Case);
        reader.Write(_invocation.NewPage().Gap().Paragraph(_invocation.In(text)).ToString());
        return interrupted ? ExitStatus.Interrupted : ExitStatus.Fine;
    }

    private int Debriefed(ILineReader reader, AttemptRecord record)
    {
        var earlier = _store?.List(AttemptQuery.All with { Trainee = record.Trainee, Subject = record.Subject, IsFinished = true }) ?? [];
        var debrief = Debrief.Of(record, _setup.Judge, [.. earlier.Where(a => !string.Equals(a.Id, record.Id, StringComparison.Ordinal))]);
        var page = new DebriefText(_invocation.NewPage(), _invocation.Language).Write(debrief).ToString();
        reader.Write(page);
        if (_store is not null)
            reader.Write(_invocation.NewPage().Paragraph(_invocation.In(Texts.Train.KeptAs.With(record.Id)), paint: _invocation.Ink.Dim).ToString());
        if (reader.IsInteractive && _invocation.Output.IsFile)
            _invocation.Output.Text.Write(page);
        _html?.Text.Write(new DebriefHtml(_invocation.Language).Of(debrief));
        _html?.Commit();
        if (_xapi is not null)
            XapiWriter.Write(_xapi.Bytes, [record], _scorer, new ExportIds());
        _xapi?.Commit();
        return debrief.Counted.Card.IsPassed ? ExitStatus.Fine : ExitStatus.Violated;
    }

    private Instant Now() => Instant.From(_invocation.Time.GetUtcNow());
}
