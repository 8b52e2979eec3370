using Standards.Core;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>The words for what a node is, with their article.</summary>
internal static class Shapes
{
    public static readonly LocalizedText Text = new("文本", "a text");
    public static readonly LocalizedText Number = new("数", "a number");
    public static readonly LocalizedText FiniteNumber = new("有限的数", "a finite number");
    public static readonly LocalizedText EndlessNumber = new("无穷或 NaN", "infinity or NaN");
    public static readonly LocalizedText Fraction = new("小数", "a fraction");
    public static readonly LocalizedText WholeNumber = new("整数", "a whole number");
    public static readonly LocalizedText TruthValue = new(" true 或 false", "true or false");
    public static readonly LocalizedText List = new("列表", "a list");
    public static readonly LocalizedText Mapping = new("键值表", "a mapping");
    public static readonly LocalizedText Nothing = new("空值", "nothing");
    public static readonly LocalizedText TextOrList = new("文本或文本的列表", "a text or a list of texts");
    public static readonly LocalizedText TextOrLanguages = new("文本或 {zh, en}", "a text or {zh, en}");

    public static LocalizedText Of(YamlNode node) => node switch
    {
        YamlSequence => List,
        YamlMapping => Mapping,
        YamlScalar { Kind: YamlScalarKind.Null } => Nothing,
        YamlScalar { Kind: YamlScalarKind.Bool } => TruthValue,
        YamlScalar { Kind: YamlScalarKind.Int } => Number,
        YamlScalar { Kind: YamlScalarKind.Float } => Fraction,
        _ => Text,
    };
}
