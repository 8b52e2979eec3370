namespace Standards.Core;

/// <summary>A text in the two languages of the product. Immutable.</summary>
/// <param name="Zh">Simplified Chinese (zh-CN).</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    public static readonly LocalizedText Empty = new("", "");

    /// <summary>The text in <paramref name="language"/>; the other language where that one is empty.</summary>
    public string In(Language language) => language switch
    {
        Language.Zh => Zh.Length > 0 ? Zh : En,
        _ => En.Length > 0 ? En : Zh,
    };
}

/// <summary>The languages of user-facing text.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>Simplified Chinese.</summary>
    Zh,
}
