using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>Mistakes in phrases and lists of forbidden words.</summary>
public static class SpeechDiagnostics
{
    public static readonly DiagnosticDescriptor UnclosedBracket = Error(
        "ST0501",
        "unclosed-bracket",
        "`{0}` 没有对应的 `{1}`",
        "`{0}` is never closed by `{1}`");

    public static readonly DiagnosticDescriptor UnexpectedBracket = Error(
        "ST0502",
        "unexpected-bracket",
        "`{0}` 之前没有与之对应的左括号",
        "`{0}` closes nothing");

    public static readonly DiagnosticDescriptor SlotName = Error(
        "ST0503",
        "slot-name",
        "`{0}` 不能作空位名：以字母开头，后接字母、数字、`_`、`-` 或 `.`",
        "`{0}` is no name for a slot: a letter first, then letters, digits, `_`, `-` or `.`");

    public static readonly DiagnosticDescriptor SlotLength = Error(
        "ST0504",
        "slot-length",
        "`{0}` 不是空位的长度：应为 `最少..最多`，最多不超过 40 个词",
        "`{0}` is no length for a slot: write `fewest..most`, at most 40 words");

    public static readonly DiagnosticDescriptor DuplicateSlot = Error(
        "ST0505",
        "duplicate-slot",
        "空位 `{0}` 在同一句中出现两次",
        "slot `{0}` stands twice in one sentence");

    public static readonly DiagnosticDescriptor EmptyAlternative = Error(
        "ST0506",
        "empty-alternative",
        "`|` 的一侧或括号内没有词",
        "an alternative or a bracket has no words");

    public static readonly DiagnosticDescriptor PhraseWithoutWords = Error(
        "ST0507",
        "phrase-without-words",
        "话术 `{0}` 可以一个词都不说",
        "phrase `{0}` is kept by saying nothing");

    public static readonly DiagnosticDescriptor OnlySlots = new(
        "ST0508",
        "only-slots",
        DiagnosticSeverity.Note,
        new LocalizedText(
            "话术 `{0}` 的一种说法没有固定的词，若不规定空位的内容，说什么都算",
            "phrase `{0}` can be kept without a fixed word: unless its slots are given values, anything said keeps it"));

    public static readonly DiagnosticDescriptor MustWordAbsent = Error(
        "ST0509",
        "must-word-absent",
        "`must` 中的 `{0}` 不在话术里",
        "the `must` word `{0}` does not stand in the phrase");

    public static readonly DiagnosticDescriptor WideSyntax = new(
        "ST0510",
        "wide-syntax",
        DiagnosticSeverity.Warning,
        new LocalizedText("全角 `{0}` 在这里只是标点；若要表示语法，请写半角 `{1}`", "the full-width `{0}` is mere punctuation here; write `{1}` if you mean the sign"));

    public static readonly DiagnosticDescriptor PhraseTooDeep = Error(
        "ST0511",
        "phrase-too-deep",
        "括号嵌套超过 {0} 层",
        "brackets nest more than {0} deep");

    public static readonly DiagnosticDescriptor Tolerance = Error(
        "ST0512",
        "tolerance",
        "容错 `{0}` 不合适：应不小于 0，且小于最短说法的词数 `{1}`",
        "tolerance `{0}` does not fit: it is at least 0 and less than the `{1}` words of the shortest alternative");

    public static readonly DiagnosticDescriptor Filler = Error(
        "ST0513",
        "filler",
        "`{0}` 不能作口头语：应为 1 到 8 个词",
        "`{0}` is no filler: it has 1 to 8 words");

    public static readonly DiagnosticDescriptor PhraseTooLong = Error(
        "ST0514",
        "phrase-too-long",
        "话术超过 {0} 个词（空位按其最多词数计）",
        "the phrase has more than {0} words, a slot counted with its most");

    public static readonly DiagnosticDescriptor TermWithoutWords = Error(
        "ST0520",
        "term-without-words",
        "`{0}` 里没有词",
        "`{0}` has no words");

    public static readonly DiagnosticDescriptor UselessException = new(
        "ST0521",
        "useless-exception",
        DiagnosticSeverity.Warning,
        new LocalizedText("例外 `{0}` 里没有任何禁用词", "the exception `{0}` contains no forbidden term"));

    public static readonly DiagnosticDescriptor ContradictoryException = Error(
        "ST0522",
        "contradictory-exception",
        "`{0}` 既是禁用词又是例外",
        "`{0}` is both forbidden and excepted");

    public static readonly LocalizedText WriteOptional = new("可有可无的词写在 `[ ]` 里", "write words that may be left out inside `[ ]`");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));
}
