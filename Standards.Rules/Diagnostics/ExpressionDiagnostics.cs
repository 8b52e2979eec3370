using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>The mistakes of conditions and other expressions: ST03xx.</summary>
public static class ExpressionDiagnostics
{
    // Characters and words.
    public static readonly DiagnosticDescriptor UnexpectedCharacter = Error("ST0301", "unexpected-character", "表达式中不能使用 `{0}`", "`{0}` does not belong in an expression");
    public static readonly DiagnosticDescriptor UnterminatedString = Error("ST0302", "unterminated-text", "此处开始的文本没有结束引号", "the text that starts here has no closing quote");
    public static readonly DiagnosticDescriptor BadEscape = Error("ST0303", "bad-escape", "`{0}` 不是转义序列", "`{0}` is not an escape sequence");
    public static readonly DiagnosticDescriptor BadNumber = Error("ST0304", "bad-number", "`{0}` 不是数字，或超出范围", "`{0}` is not a number, or is out of range");

    // Shape.
    public static readonly DiagnosticDescriptor ExpectedToken = Error("ST0305", "expected-token", "此处应为 `{0}`，却是 `{1}`", "expected `{0}`, found `{1}`");
    public static readonly DiagnosticDescriptor ExpectedValue = Error("ST0306", "expected-value", "此处应为一个值，却是 `{0}`", "expected a value, found `{0}`");
    public static readonly DiagnosticDescriptor UnexpectedEnd = Error("ST0307", "unexpected-end", "表达式不完整", "the expression ends too early");
    public static readonly DiagnosticDescriptor TrailingText = Error("ST0308", "trailing-text", "表达式已经完整，`{0}` 多余", "the expression is complete before `{0}`");
    public static readonly DiagnosticDescriptor NotInSubset = Error("ST0309", "not-in-subset", "本规则语言不支持 CEL 的 `{0}`", "`{0}` is CEL, but not part of the subset in use here");
    public static readonly DiagnosticDescriptor TooDeep = Error("ST0310", "too-deep", "表达式嵌套过深：最多 {0} 层", "the expression is nested too deeply: at most {0} levels");
    public static readonly DiagnosticDescriptor TooLong = Error("ST0311", "too-long", "表达式过长：最多 {0} 个字符", "the expression is too long: at most {0} characters");
    public static readonly DiagnosticDescriptor ExpectedOperator = Error("ST0312", "expected-operator", "`{0}` 不是运算符", "`{0}` is not an operator");
    public static readonly DiagnosticDescriptor ReservedWord = Error("ST0313", "reserved-word", "`{0}` 是保留字，不能作名称", "`{0}` is a reserved word, not a name");

    // Names.
    public static readonly DiagnosticDescriptor UnknownName = Error("ST0320", "unknown-name", "未知名称 `{0}`", "unknown name `{0}`");
    public static readonly DiagnosticDescriptor UnknownFunction = Error("ST0321", "unknown-function", "未知函数 `{0}`", "unknown function `{0}`");
    public static readonly DiagnosticDescriptor UnknownProcess = Error("ST0322", "unknown-process-of-state", "未知流程 `{0}`", "unknown process `{0}`");
    public static readonly DiagnosticDescriptor UnknownDecision = Error("ST0324", "unknown-decision", "未知决策表 `{0}`", "unknown decision `{0}`");
    public static readonly DiagnosticDescriptor NoFields = Error("ST0323", "no-fields", "`{0}` 的类型是 `{1}`，没有 `{2}` 这一项", "`{0}` is `{1}` and has no field `{2}`");

    // Types.
    public static readonly DiagnosticDescriptor OperandTypes = Error("ST0330", "operand-types", "`{0}` 不能用于 `{1}` 与 `{2}`", "`{0}` does not work on `{1}` and `{2}`");
    public static readonly DiagnosticDescriptor OperandType = Error("ST0331", "operand-type", "`{0}` 不能用于 `{1}`", "`{0}` does not work on `{1}`");
    public static readonly DiagnosticDescriptor ArgumentTypes = Error("ST0332", "argument-types", "`{0}` 不接受参数 `({1})`", "`{0}` does not take `({1})`");
    public static readonly DiagnosticDescriptor NotACondition = Error("ST0333", "not-a-condition", "条件应为 `bool`，却是 `{0}`", "a condition is `bool`, found `{0}`");
    public static readonly DiagnosticDescriptor NotAnAllowedValue = Error("ST0334", "not-an-allowed-value", "`{0}` 不是 `{1}` 的取值", "`{0}` is not a value of `{1}`");
    public static readonly DiagnosticDescriptor UnorderedValues = Error("ST0335", "unordered-values", "`{0}` 的取值没有大小之分", "the values of `{0}` have no order");
    public static readonly DiagnosticDescriptor NeedsConstant = Error("ST0336", "needs-constant", "`{0}` 在此处只接受写明的文本", "`{0}` takes only a literal text here");
    public static readonly DiagnosticDescriptor BadPattern = Error("ST0337", "bad-pattern", "`{0}` 不是可用的正则表达式", "`{0}` is not a usable regular expression");
    public static readonly DiagnosticDescriptor BadZone = Error("ST0338", "bad-zone", "未知时区 `{0}`", "unknown time zone `{0}`");
    public static readonly DiagnosticDescriptor MisusedMacro = Error("ST0339", "misused-macro", "`{0}` 的写法不对", "`{0}` is not used like this");
    public static readonly DiagnosticDescriptor DuplicateKey = Error("ST0340", "duplicate-key", "键 `{0}` 重复", "the key `{0}` stands here twice");
    public static readonly DiagnosticDescriptor NeverHasValue = Warning("ST0341", "never-has-value", "`{0}` 永远没有值", "`{0}` never has a value");
    public static readonly DiagnosticDescriptor BadTimeText = Error("ST0342", "bad-time-text", "`{0}` 不能读作 `{1}`", "`{0}` cannot be read as `{1}`");
    public static readonly DiagnosticDescriptor BranchesDiffer = Error("ST0343", "branches-differ", "两个分支类型不同：`{0}` 与 `{1}`", "the two branches differ: `{0}` and `{1}`");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));

    private static DiagnosticDescriptor Warning(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Warning, new LocalizedText(zh, en));
}
