using System.Collections.Immutable;
using Standards.Core;
using Standards.Simulator.Output;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;
using Standards.Simulator.Records.Exports;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>export</c>: attempts for a learning record store, scenarios for a learning management system.</summary>
internal sealed class ExportCommand : CommandDefinition
{
    private const string StandardOutput = "-";

    private static readonly OptionSpec Xapi = new("--xapi", "FILE", Texts.Records.XapiHelp);
    private static readonly OptionSpec Cmi5 = new("--cmi5", "FILE", Texts.Records.Cmi5Help);
    private static readonly OptionSpec Trainee = new("--trainee", "NAME", Texts.Records.TraineeHelp);
    private static readonly OptionSpec Scenario = new("--scenario", "ID", Texts.Records.ScenarioHelp);
    private static readonly OptionSpec Attempt = new("--attempt", "ID", Texts.Records.OneAttemptHelp);
    private static readonly OptionSpec Base = new("--base", "IRI", Texts.Records.BaseHelp);

    public override string Name => "export";

    public override LocalizedText Summary => Texts.Records.ExportSummary;

    public override ImmutableArray<string> Formats => ["text"];

    public override ImmutableArray<OptionSpec> Options => [Xapi, Cmi5, Trainee, Scenario, Attempt, Base, StoreOption.Spec];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards export --xapi statements.json --base https://lms.example/standards/", Texts.Records.ExampleXapi),
        new("standards export --xapi - --trainee Wang", Texts.Records.ExampleXapiOne),
        new("standards export --cmi5 course.zip", Texts.Records.ExampleCmi5),
    ];

    public override int Run(Invocation invocation)
    {
        if (!invocation.Has(Xapi) && !invocation.Has(Cmi5))
            throw new CommandFailure(Texts.Records.NothingToExport, Texts.Records.NameExport);
        if (string.Equals(invocation.Value(Cmi5), StandardOutput, StringComparison.Ordinal))
            throw new CommandFailure(Texts.Records.Cmi5IsAFile, Texts.Records.NameExport);
        foreach (var path in new[] { invocation.Value(Xapi), invocation.Value(Cmi5) }.OfType<string>().Where(p => p.Length > 0))
            StoreOption.Spare(invocation, path);
        var ids = new ExportIds(invocation.Value(Base) ?? ExportIds.UsualBase);
        if (invocation.Value(Xapi) is { } statements)
            WriteStatements(invocation, ids, statements);
        if (invocation.Value(Cmi5) is { } course)
            WriteCourse(invocation, ids, course);
        return ExitStatus.Fine;
    }

    private static void WriteStatements(Invocation invocation, ExportIds ids, string path)
    {
        using var store = StoreOption.OpenExisting(invocation);
        var query = AttemptQuery.All with { Id = invocation.Value(Attempt), Trainee = invocation.Value(Trainee), Subject = invocation.Value(Scenario) };
        if (query.Id is { } id)
            KnownAttempts.Require(store, id);
        if (query.Trainee is { } trainee)
            KnownAttempts.RequireTrainee(store, trainee);
        if (query.Subject is { } subject)
            KnownAttempts.RequireSubject(store, subject);
        var attempts = store.ListScored(query);
        if (string.Equals(path, StandardOutput, StringComparison.Ordinal))
        {
            XapiWriter.Write(invocation.Output.Bytes, attempts, ids);
            invocation.Output.Bytes.Write("\n"u8);
            return;
        }

        using var file = new OutputTarget(TextWriter.Null, path);
        XapiWriter.Write(file.Bytes, attempts, ids);
        file.Bytes.Write("\n"u8);
        file.Commit();
        Say(invocation, Texts.Records.Exported.With(Texts.Records.Attempts.Times(attempts.Count), path));
    }

    private static void WriteCourse(Invocation invocation, ExportIds ids, string path)
    {
        var (book, _) = invocation.LoadOrFail();
        var scenarios = ScenarioLibrary.Load(invocation.RulesDirectory(), book).Scenarios
            .Where(s => invocation.Value(Scenario) is not { } wanted || string.Equals(s.Id, wanted, StringComparison.Ordinal))
            .Select(s => PlaySetup.HeadOf(s, book))
            .ToList();
        if (scenarios.Count == 0)
            throw new CommandFailure(Texts.Records.NoScenarios, Texts.Records.ListScenarios);
        using var file = new OutputTarget(TextWriter.Null, path);
        Cmi5Package.Write(file.Bytes, scenarios, new Cmi5Options
        {
            Ids = ids,
            Packs = book.Bound.Packs.GroupBy(p => p.Id, StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.Last().Title, StringComparer.Ordinal),
        });
        file.Commit();
        Say(invocation, Texts.Records.Exported.With(Texts.Records.Scenarios.Times(scenarios.Count), path));
    }

    /// <summary>Says what was done, unless statements stand where it would be said.</summary>
    private static void Say(Invocation invocation, LocalizedText text)
    {
        if (!string.Equals(invocation.Value(Xapi), StandardOutput, StringComparison.Ordinal))
            invocation.Output.Text.Write(invocation.In(text) + "\n");
    }
}
