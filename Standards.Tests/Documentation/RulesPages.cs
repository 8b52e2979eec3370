using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Coverage;
using Standards.Rules.Explanation;
using Standards.Simulator.Output;

namespace Standards.Tests.Documentation;

/// <summary>The pages of documentation that are made of the packs: the vocabulary, the processes, where packs differ.</summary>
internal sealed class RulesPages(RuleBook book)
{
    private readonly BoundRules _rules = book.Bound;
    private readonly NormDescriber _describer = new(book.Bound);

    public string Vocabulary()
    {
        var text = new StringBuilder();
        var (acts, attributes) = (_rules.Vocabulary.Acts, _rules.Vocabulary.Attributes);
        text.Append("# Vocabulary\n\nWhat the events of a log may be and hold. Made of `rules/vocabulary` by a test; ")
            .Append(CultureInfo.InvariantCulture, $"{acts.Length} acts, {attributes.Length} attributes, {_rules.Vocabulary.Roles.Length} roles, {_rules.Vocabulary.Forms.Length} forms.\n")
            .Append("The last column of an act names the packs that listen to it. How an event is written: [logs](logs.md).\n\n## Acts\n");
        var packs = PacksByAct();
        foreach (var theme in acts.GroupBy(a => a.Span.File.Length == 0 ? "built in" : Path.GetFileNameWithoutExtension(a.Span.File), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {theme.Key}\n\n| act | | means | carries | packs |\n| --- | --- | --- | --- | --- |\n");
            foreach (var act in theme.OrderBy(a => a.Span.Line))
            {
                var carries = string.Join(", ", act.Data.Select(i => $"`{attributes[i].Name}`"));
                var listening = string.Join(", ", packs[act.Name].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
                text.Append(CultureInfo.InvariantCulture, $"| `{act.Name}` | {Both(act.Title)} | {Both(act.Means)} | {carries} | {listening} |\n");
            }
        }

        text.Append("\n## Attributes\n\n| attribute | | type | absent means |\n| --- | --- | --- | --- |\n");
        foreach (var attribute in attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var absent = attribute.Default.IsMissing ? "" : $"`{attribute.Default}`";
            text.Append(CultureInfo.InvariantCulture, $"| `{attribute.Name}` | {Both(attribute.Title)} | {Type(attribute)} | {absent} |\n");
        }

        text.Append("\n## Roles\n\n| role | | is a |\n| --- | --- | --- |\n");
        foreach (var role in _rules.Vocabulary.Roles)
            text.Append(CultureInfo.InvariantCulture, $"| `{role.Name}` | {Both(role.Title)} | {(role.Is is null ? "" : $"`{role.Is}`")} |\n");
        text.Append("\n## Forms\n\n| form | | act | fields |\n| --- | --- | --- | --- |\n");
        foreach (var form in _rules.Vocabulary.Forms)
        {
            var fields = string.Join(", ", form.Fields.Select(i => $"`{attributes[i].Name}`"));
            text.Append(CultureInfo.InvariantCulture, $"| `{form.Id}` | {Both(form.Title)} | `{acts[form.Act].Name}` | {fields} |\n");
        }

        text.Append("\n## Units\n\n| unit | | counts |\n| --- | --- | --- |\n");
        foreach (var unit in _rules.Vocabulary.Units)
            text.Append(CultureInfo.InvariantCulture, $"| `{unit.Name}` | {Both(unit.Title)} | `{acts[unit.Act].Name}` |\n");
        return text.ToString();
    }

    /// <summary>A page for each process with a machine: name of the file and text.</summary>
    public IEnumerable<(string Name, string Text)> Processes()
    {
        var graph = new ProcessGraph(_rules, Language.En);
        var processes = _rules.Processes.GroupBy(p => p.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var index = new StringBuilder("# Processes\n\nThe state machines of the packs, drawn by a test. Several packs may describe one process: each judges by its own.\n\n| process | | packs | norms |\n| --- | --- | --- | --- |\n");
        foreach (var process in processes)
        {
            var text = new StringBuilder($"# {process.Key}\n");
            foreach (var machine in process)
            {
                var norms = _rules.Norms.Where(n => string.Equals(n.Pack.Id, machine.Pack, StringComparison.Ordinal) && n.Processes.Contains(machine.Index) && n.Form is not NormForm.OutOfOrder).ToList();
                text.Append(CultureInfo.InvariantCulture, $"\n## {machine.Pack}: {machine.Title.En} · {machine.Title.Zh}\n\n```mermaid\n{graph.Mermaid(machine)}```\n");
                if (norms.Count == 0)
                    continue;
                text.Append("\n| norm | | clauses |\n| --- | --- | --- |\n");
                foreach (var norm in norms)
                    text.Append(CultureInfo.InvariantCulture, $"| `{norm.Id}` | {Both(norm.Title)} | {string.Join(", ", norm.Clauses)} |\n");
            }

            yield return (process.Key + ".md", text.ToString());
            var all = _rules.Norms.Count(n => n.Processes.Contains(process.First().Index) && n.Form is not NormForm.OutOfOrder);
            index.Append(CultureInfo.InvariantCulture, $"| [{process.Key}]({process.Key}.md) | {Both(process.First().Title)} | {string.Join(", ", process.Select(p => p.Pack))} | {all} |\n");
        }

        yield return ("README.md", index.ToString());
    }

    public string Packs()
    {
        var comparison = new PackComparison(_rules);
        var report = CoverageReport.Of(book);
        var text = new StringBuilder("# Packs\n\nWhat there is, and where packs that are loaded together ask for different things. Made of `rules` by a test.\n\n| pack | | clauses | norms | checklist items | quotas | decision tables | processes | cases |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var pack in _rules.Packs)
        {
            bool Own(BoundNorm norm) => ReferenceEquals(norm.Pack, pack);
            var norms = _rules.Norms.Where(Own).ToList();
            int[] numbers =
            [
                pack.Clauses.Length,
                norms.Count(n => n.Form is not (NormForm.Observe or NormForm.Quota or NormForm.OutOfOrder)),
                norms.Count(n => n.Form is NormForm.Observe),
                norms.Count(n => n.Form is NormForm.Quota),
                _rules.Decisions.Count(d => d.Id.StartsWith(pack.Id + ".", StringComparison.Ordinal)),
                norms.Count(n => n.Form is NormForm.OutOfOrder),
                book.Cases.Count(c => string.Equals(c.Pack, pack.Id, StringComparison.Ordinal)),
            ];
            text.Append(CultureInfo.InvariantCulture, $"| `{pack.Label}` | {Both(pack.Title)} | {string.Join(" | ", numbers)} |\n");
        }

        Differences(text, "Different limits", "The same response to the same act, with another clock. Whether the conditions can hold together is for the reader to weigh.", comparison.Limits);
        Differences(text, "Different people", "The same act, by other roles.", comparison.Roles);
        Differences(text, "Different amounts", "The same charge, by another tariff.", comparison.Amounts);
        Differences(text, "Different tables", "The same value, derived by another table.", comparison.Derivations);
        Differences(text, "Asked for here, forbidden there", "One pack asks for what another forbids after the same act.", comparison.Opposites);
        text.Append("\n## Processes that several packs describe\n\n| process | packs |\n| --- | --- |\n");
        foreach (var process in _rules.Processes.GroupBy(p => p.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).OrderBy(g => g.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| [{process.Key}](processes/{process.Key}.md) | {string.Join(", ", process.Select(p => p.Pack))} |\n");
        text.Append("\n## Clocks in processes that several packs judge\n\n| process | pack | | within | where | clauses |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (index, id) in _rules.ProcessIds.Index().OrderBy(p => p.Item, StringComparer.Ordinal))
        {
            foreach (var (norm, asks) in comparison.ClocksOf(index))
                text.Append(CultureInfo.InvariantCulture, $"| {id} | {norm.Pack.Id} | {Both(norm.Title)} | {Both(asks)} | {Where(norm)} | {string.Join(", ", norm.Clauses)} |\n");
        }

        text.Append("\n## Clauses that a weaker norm covers, and why\n\n| clause | kind | norms | reason |\n| --- | --- | --- | --- |\n");
        foreach (var clause in report.Waived)
            text.Append(CultureInfo.InvariantCulture, $"| {clause.Clause} | {clause.Kind} | {string.Join(", ", clause.HeldBy.Select(h => $"`{h}`"))} | {Both(clause.Waiver!)} |\n");
        return text.ToString();
    }

    private static void Differences(StringBuilder text, string title, string about, IReadOnlyCollection<PackDifference> differences)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{about}\n");
        if (differences.Count == 0)
        {
            text.Append("\nThere are none.\n");
            return;
        }

        text.Append("\n| what | pack | asks | where | norm | clauses |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var difference in differences)
        {
            foreach (var (norm, asks) in difference.Demands)
            {
                var subject = norm == difference.Demands[0].Norm ? Both(difference.Subject) : "";
                text.Append(CultureInfo.InvariantCulture, $"| {subject} | {norm.Pack.Id} | {Both(asks)} | {Where(norm)} | `{norm.Id}` | {string.Join(", ", norm.Clauses)} |\n");
            }
        }
    }

    private static string Where(BoundNorm norm)
    {
        var conditions = norm.When.Select(w => w.Text).Concat(norm.On?.Alternatives.Select(a => a.Where?.Text).OfType<string>() ?? []).Distinct(StringComparer.Ordinal);
        return Cell(string.Join("; ", conditions.Select(c => $"`{c}`")));
    }

    private ILookup<string, string> PacksByAct() => _rules.Norms
        .SelectMany(n => NormTraits.Patterns(n).SelectMany(p => p.Alternatives).Select(a => a.Act).Concat(n.Form is NormForm.Record r ? [r.Form.Act] : []), (n, act) => (n.Pack.Id, Act: act))
        .Where(p => p.Act >= 0)
        .ToLookup(p => _rules.Vocabulary.Acts[p.Act].Name, p => p.Id, StringComparer.Ordinal);

    private static string Type(BoundAttribute attribute)
    {
        var values = attribute.Type.AllowedValues;
        var type = attribute.Type.ToString()!;
        return Cell(values.Length == 0 ? type : $"{(attribute.Type.Kind == Core.Values.ValueKind.List ? "list of" : "one of")} {string.Join(", ", values.Select(v => $"`{v}`"))}");
    }

    private static string Both(LocalizedText text) => Cell(text == LocalizedText.Empty ? "" : string.Equals(text.Zh, text.En, StringComparison.Ordinal) ? text.En : $"{text.En}<br>{text.Zh}");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
