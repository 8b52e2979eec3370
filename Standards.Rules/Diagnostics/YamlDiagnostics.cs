using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>What can be wrong with the YAML of a rule file, and with the shape of what it says: ST01xx.</summary>
public static class YamlDiagnostics
{
    public static readonly DiagnosticDescriptor Broken = Error(
        "ST0101", "broken-yaml", "从这里起不是有效的 YAML", "from here on this is not YAML");

    public static readonly DiagnosticDescriptor Tab = Error(
        "ST0102", "tab-indentation", "缩进用了制表符", "the indentation holds a tab");

    public static readonly DiagnosticDescriptor UnclosedQuote = Error(
        "ST0103", "unclosed-quote", "引号 `{0}` 没有在本行结束", "the quote `{0}` is not closed on its line");

    public static readonly DiagnosticDescriptor UnclosedBracket = Error(
        "ST0104", "unclosed-bracket", "`{0}` 缺少对应的 `{1}`，或其中缺少 `,`", "`{0}` has no `{1}`, or a `,` is missing between them");

    public static readonly DiagnosticDescriptor Indentation = Error(
        "ST0105", "bad-indentation", "本行与上面各行的层次不符", "the line does not fit the levels of the lines above");

    public static readonly DiagnosticDescriptor MissingColon = Error(
        "ST0106", "missing-colon", "键 `{0}` 之后缺少冒号", "there is no colon after the key `{0}`");

    public static readonly DiagnosticDescriptor ColonInText = Error(
        "ST0107", "colon-in-text", "这里不能再有冒号", "a second colon is not possible here");

    public static readonly DiagnosticDescriptor TextAfterQuote = Error(
        "ST0108", "text-after-quote", "引号结束之后还有文本", "there is text after the closing quote");

    public static readonly DiagnosticDescriptor ReservedStart = Error(
        "ST0109", "reserved-start", "文本不能以 `{0}` 开头", "a text cannot start with `{0}`");

    public static readonly DiagnosticDescriptor BadEscape = Error(
        "ST0110", "bad-escape", "`{0}` 不是有效的转义", "`{0}` is not an escape");

    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        "ST0111", "duplicate-key", "键 `{0}` 已在第 {1} 行出现", "the key `{0}` stands in line {1} already");

    public static readonly DiagnosticDescriptor SeveralDocuments = Error(
        "ST0112", "several-documents", "一个文件只能有一个文档", "a file holds one document, and here a second begins");

    public static readonly DiagnosticDescriptor MergeKey = Error(
        "ST0113", "merge-key", "不支持合并键 `<<`", "the merge key `<<` is not supported");

    public static readonly DiagnosticDescriptor UnknownAlias = Error(
        "ST0114", "unknown-alias", "别名 `*{0}` 之前没有锚 `&{0}`", "no anchor `&{0}` stands before the alias `*{0}`");

    public static readonly DiagnosticDescriptor RecursiveAlias = Error(
        "ST0115", "recursive-alias", "别名 `*{0}` 位于它自己的锚之内", "the alias `*{0}` stands within its own anchor");

    public static readonly DiagnosticDescriptor KeyNotText = Error(
        "ST0116", "key-not-text", "键须是一段文本", "a key is a text");

    public static readonly DiagnosticDescriptor UnknownTag = Error(
        "ST0117", "unknown-tag", "标签 `{0}` 在这里没有意义", "the tag `{0}` means nothing here");

    public static readonly DiagnosticDescriptor EmptyFile = Error(
        "ST0118", "empty-file", "文件没有内容", "the file says nothing");

    public static readonly DiagnosticDescriptor HiddenCharacter = Error(
        "ST0119", "hidden-character", "文件中有看不见的字符 {0}", "the file holds the invisible character {0}");

    public static readonly DiagnosticDescriptor MisplacedSign = Error(
        "ST0120", "misplaced-sign", "`{0}` 不能出现在这里", "`{0}` has no place here");

    public static readonly DiagnosticDescriptor MissingKey = Error(
        "ST0121", "missing-key", "缺少 `{0}`", "`{0}` is missing");

    public static readonly DiagnosticDescriptor UnknownKey = Error(
        "ST0122", "unknown-key", "这里没有 `{0}` 这一项", "there is no `{0}` here");

    public static readonly DiagnosticDescriptor WrongShape = Error(
        "ST0123", "wrong-shape", "`{0}` 的写法不对", "`{0}` is of another shape");

    public static readonly DiagnosticDescriptor NotOneOf = Error(
        "ST0124", "not-one-of", "`{0}` 不能是 `{1}`", "`{0}` cannot be `{1}`");

    public static readonly DiagnosticDescriptor EmptyText = Error(
        "ST0125", "empty-text", "`{0}` 是空的", "`{0}` is empty");

    public static readonly DiagnosticDescriptor NumberTooLarge = Error(
        "ST0126", "number-too-large", "数 `{0}` 太大", "the number `{0}` is too large");

    internal static readonly LocalizedText UseSpaces = new("请用空格缩进", "indent with spaces");

    internal static readonly LocalizedText QuoteTheText = new("请给整段文本加引号", "put the whole text in quotes");

    internal static readonly LocalizedText AlignKeys = new(
        "同一层的各行须从同一列开始，并且都是键或都是列表项", "lines of one level start in one column, and are all keys or all entries of a list");

    internal static readonly LocalizedText WriteItOut = new("请把内容写全", "write the content out");

    internal static readonly LocalizedText EscapeBackslash = new(
        "反斜杠写作 `\\\\`，或改用单引号", "write a backslash as `\\\\`, or use single quotes");

    internal static readonly LocalizedText SplitFile = new("请拆成多个文件", "split the file");

    internal static readonly LocalizedText DashAlone = new("列表的各项须另起一行并缩进", "each entry of a list stands on a line of its own, below its key");

    // These say in words of both languages what the general sentence leaves out; the code stays.

    internal static DiagnosticDescriptor MissingKeyOf(LocalizedText what) =>
        Saying(MissingKey, $"{Quoted(what.Zh)}缺少 `{{0}}`", $"the {Quoted(what.En)} lacks `{{0}}`");

    internal static DiagnosticDescriptor UnknownKeyOf(LocalizedText what) =>
        Saying(UnknownKey, $"{Quoted(what.Zh)}没有 `{{0}}` 这一项", $"the {Quoted(what.En)} has no `{{0}}`");

    internal static DiagnosticDescriptor WrongShapeOf(LocalizedText expected, LocalizedText found) =>
        Saying(WrongShape, $"`{{0}}` 须是{Quoted(expected.Zh)}，这里是{Quoted(found.Zh)}", $"expected {Quoted(expected.En)} for `{{0}}`, found {Quoted(found.En)}");

    internal static DiagnosticDescriptor WrongRootOf(LocalizedText expected, LocalizedText found) =>
        Saying(WrongShape, $"这里须是{expected.Zh}，却是{found.Zh}", $"expected {expected.En}, found {found.En}");

    private static DiagnosticDescriptor Saying(DiagnosticDescriptor descriptor, string zh, string en) =>
        descriptor with { Message = new LocalizedText(zh, en) };

    /// <summary>Braces of the caller are no places of the format.</summary>
    private static string Quoted(string words) =>
        words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));
}
