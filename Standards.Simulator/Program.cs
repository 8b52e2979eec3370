using System.Diagnostics;
using Standards.Audit;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Cases;
using Standards.Rules.Diagnostics;

var sw = Stopwatch.StartNew();
var load = RuleBook.Load(args[0], new RuleBookOptions { DisplayRoot = args[0] });
Console.WriteLine(new DiagnosticRenderer(load.Sources.Find).Render(load.Diagnostics));
Console.WriteLine($"load {sw.ElapsedMilliseconds} ms");
if (load.RuleBook is null)
    return 2;
if (args.Length > 1)
{
    sw.Restart();
    var result = new Auditor(load.RuleBook).Run([.. args[1..].Select(a => LogInput.Of(a))]);
    Console.WriteLine($"audit {sw.ElapsedMilliseconds} ms; {result.Events} events {result.Cases} cases {result.Rejected} rejected");
    foreach (var n in result.Norms)
        Console.WriteLine($"{n.Norm} sat {n.Satisfied} vio {n.Violated} unk {n.Unknown} pend {n.Pending} cases {n.CasesViolated}");
    Console.WriteLine(new DiagnosticRenderer(load.Sources.Find).Render([.. result.Diagnostics.Items.Take(10)]));
    Console.WriteLine($"{result.Findings.Count()} findings, {sw.ElapsedMilliseconds} ms");
    return 0;
}

return 0;
