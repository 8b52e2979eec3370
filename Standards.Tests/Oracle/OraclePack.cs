using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Tests.Oracle;

/// <summary>A pack as YAML: norms and processes over one fixed vocabulary, small enough for events to meet.</summary>
/// <param name="Norms">One mapping each, without the keys that every norm needs.</param>
/// <param name="Processes">One mapping each.</param>
internal sealed record OraclePack(ImmutableArray<string> Norms, ImmutableArray<string> Processes)
{
    private const string Vocabulary = """
        acts:
          a: {zh: 甲, en: a}
          b: {zh: 乙, en: b}
          c: {zh: 丙, en: c}
          d: {zh: 丁, en: d}
          ring: {zh: 铃, en: the telephone rings}
          filled: {zh: 填写, en: a form is filled in}
          late: {zh: 超时, en: something is late}
        attributes:
          key: {type: string, zh: 键, en: key}
          who: {type: string, values: [x, y, z], zh: 谁, en: who}
          n: {type: int, zh: 数, en: number}
          dn: {type: int, default: 1, zh: 缺省数, en: number with a default}
          flag: {type: bool, zh: 标记, en: flag}
          appointment: {type: timestamp, zh: 预约, en: appointment}
          amount: {type: double, zh: 金额, en: amount}
          price: {type: double, zh: 单价, en: price}
          grade: {type: string, values: [lo, hi], zh: 等级, en: grade}
          total: {type: int, zh: 合计, en: total}
          form: {type: string, zh: 表单, en: form}
          field.one: {type: string, zh: 栏一, en: first field}
          field.two: {type: string, zh: 栏二, en: second field}
          rings: {type: int, zh: 铃声次数, en: number of rings}
        roles:
          staff: {zh: 员工, en: staff}
          clerk: {is: staff, zh: 文员, en: clerk}
          guest: {zh: 客人, en: guest}
        forms:
          slip: {zh: 单据, en: slip, act: filled, fields: [field.one, field.two]}
        units:
          ring: {zh: 声, en: ring, act: ring, attribute: rings}
        """;

    private const string Calendar = """
        id: seconds
        title: {zh: 秒, en: seconds}
        zone: UTC
        from: 2020-01-01
        until: 2030-12-31
        hours:
          mon-fri: 01:00-01:01
        """;

    private const string Manifest = """
        id: o
        version: 1.0.0
        title: {zh: 试, en: trial}
        calendar: seconds
        """;

    private const string Named = """
        phrases:
        - {id: o.hello, text: 您好}
        - {id: o.bye, text: 再见}
        lexicons:
        - {id: o.rude, terms: [不知道]}
        decisions:
        - id: o.first
          title: {zh: 一, en: first}
          inputs: [n, who]
          output: grade
          hit: first
          rules:
          - {when: ['>= 3', '-'], then: hi}
          - {when: ['-', 'x, y'], then: lo}
          - {when: ['[1..2]', not(z)], then: lo}
          - {when: ['-', z], then: hi}
        - id: o.priority
          title: {zh: 二, en: priority}
          inputs: [n, flag]
          output: grade
          hit: priority
          priorities: [hi, lo]
          default: lo
          rules:
          - {when: ['< 2', '-'], then: lo}
          - {when: ['-', 'true'], then: hi}
        - id: o.sum
          title: {zh: 三, en: sum}
          inputs: [n, who]
          output: total
          hit: collect sum
          rules:
          - {when: ['>= 1', '-'], then: 1}
          - {when: ['>= 2', '-'], then: 2}
          - {when: ['-', x], then: 4}
        - id: o.most
          title: {zh: 四, en: most}
          inputs: [n, who]
          output: total
          hit: collect max
          default: 0
          rules:
          - {when: ['>= 1', '-'], then: 1}
          - {when: ['-', x], then: 4}
        - id: o.unique
          title: {zh: 五, en: unique}
          inputs: [n]
          output: total
          hit: unique
          default: 9
          rules:
          - {when: ['(0..2)'], then: 1}
          - {when: ['[2..3]'], then: 2}
        """;

    /// <summary>Another pack over the same acts and processes, loaded with this one; null for none.</summary>
    public OraclePack? Beside { get; init; }

    private Lazy<RuleBook> Loaded => field ??= new Lazy<RuleBook>(Load);

    /// <summary>The rule book of the pack.</summary>
    public RuleBook Book => Loaded.Value;

    /// <summary>The pack without the other, to be loaded anew.</summary>
    public OraclePack Alone() => new(Norms, Processes);

    public override string ToString() => NormsFile() + (Processes.IsEmpty ? "" : "\n" + ProcessesFile()) + (Beside is null ? "" : $"\nbeside:\n{Beside}");

    private string NormsFile() =>
        "norms:\n" + string.Join('\n', Norms.Select((n, i) => $"- {{id: o.n{i}, clause: O.1, title: {{zh: 范, en: norm}}, {n}}}"));

    private string ProcessesFile() => "processes:\n" + string.Join('\n', Processes.Select(p => $"- {p}"));

    private RuleBook Load()
    {
        var diagnostics = new DiagnosticBag();
        YamlNode Read(string name, string text) => YamlReader.Read(SourceFile.FromText(name, text), LoadLimits.Default, diagnostics) ?? throw Broken(diagnostics);
        PackTrees Tree(OraclePack pack, Func<string, string> rename) => new(
            Read("pack.yaml", rename(Manifest)),
            null,
            pack.Processes.IsEmpty ? [] : [Read("processes.yaml", rename(pack.ProcessesFile()))],
            [Read("named.yaml", rename(Named)), .. pack.Norms.IsEmpty ? Array.Empty<YamlNode>() : [Read("norms.yaml", rename(pack.NormsFile()))]]);
        PackTrees[] packs = [Tree(this, text => text), .. Beside is null ? Array.Empty<PackTrees>() : [Tree(Beside, InTheOther)]];
        var trees = new RuleTrees([Read("vocabulary.yaml", Vocabulary)], [Read("calendar.yaml", Calendar)], [.. packs]);
        var rules = new RulesBinder(diagnostics, Profile.All).Bind(trees);
        return diagnostics.HasErrors ? throw Broken(diagnostics) : new RuleBook(rules, []);
    }

    /// <summary>The same text in the pack <c>w</c>.</summary>
    private static string InTheOther(string text) =>
        text.Replace("id: o\n", "id: w\n", StringComparison.Ordinal).Replace("o.", "w.", StringComparison.Ordinal);

    private InvalidOperationException Broken(DiagnosticBag diagnostics) =>
        new($"{string.Join('\n', diagnostics.ToSorted().Select(d => $"{d.Span}: {d.Message(Core.Language.En)}"))}\n{this}");
}
