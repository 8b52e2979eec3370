using Standards.Core;
using Standards.Rules;
using Standards.Rules.Cases;
using Standards.Rules.Diagnostics;

var load = RuleBook.Load(args[0], new RuleBookOptions { DisplayRoot = args[0] });
Console.WriteLine(new DiagnosticRenderer(load.Sources.Find).Render(load.Diagnostics));
if (load.RuleBook is null)
    return 2;
var failed = 0;
var total = 0;
foreach (var outcome in new CaseRunner(load.RuleBook).RunAll())
{
    total++;
    if (outcome.Passed)
        continue;
    failed++;
    Console.WriteLine($"{outcome.Case.Span}: {outcome.Case.Id}");
    foreach (var d in outcome.Differences)
        Console.WriteLine(d.Expected is null ? $"   unexpected {d.Finding!.Verdict} {d.Finding.Norm} at {d.Finding.At}: {d.Finding.Message.In(Language.En)}" : $"   missing {d.Expected.Verdict} {d.Expected.Norm}");
}

Console.WriteLine($"{total - failed} of {total} cases passed; {load.RuleBook.NormIds.Length} norms");
return 0;
