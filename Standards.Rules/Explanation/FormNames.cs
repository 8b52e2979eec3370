using Standards.Core;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation;

/// <summary>What the forms of norms are called: by the key that states them, and in words.</summary>
internal static class FormNames
{
    /// <summary>The key of the form in YAML; <c>process</c> for the norm that a process brings with it.</summary>
    public static string Of(NormForm form) => form switch
    {
        NormForm.Require => "require",
        NormForm.Forbid => "forbid",
        NormForm.Before => "before",
        NormForm.Order => "order",
        NormForm.Count => "count",
        NormForm.Say => "say",
        NormForm.NeverSay => "never-say",
        NormForm.Record => "record",
        NormForm.Decide => "decide",
        NormForm.By => "by",
        NormForm.Ensure => "ensure",
        NormForm.During => "during",
        NormForm.Tariff => "tariff",
        NormForm.Observe => "observe",
        NormForm.Quota => "quota",
        _ => "process",
    };

    /// <summary>What a norm of that form is, in words.</summary>
    public static LocalizedText Title(NormForm form) => form switch
    {
        NormForm.Require => new("必须发生", "something must happen"),
        NormForm.Forbid => new("不得发生", "something must not happen"),
        NormForm.Before => new("前提", "something must come first"),
        NormForm.Order => new("顺序", "a fixed order"),
        NormForm.Count => new("次数", "a number of times"),
        NormForm.Say => new("必须说", "words must be said"),
        NormForm.NeverSay => new("不得说", "words must not be said"),
        NormForm.Record => new("填写表单", "a form must be filled in"),
        NormForm.Decide => new("按决策表认定", "a decision table decides"),
        NormForm.By => new("由谁做", "who may act"),
        NormForm.Ensure => new("必须满足", "a condition must hold"),
        NormForm.During => new("在何时做", "when it may happen"),
        NormForm.Tariff => new("收费标准", "a tariff"),
        NormForm.Observe => new("观察项", "an observer answers"),
        NormForm.Quota => new("定额", "a quota over many interactions"),
        _ => new("流程", "a process"),
    };
}
