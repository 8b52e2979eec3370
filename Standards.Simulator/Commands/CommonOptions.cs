using System.Collections.Immutable;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary>The options that every command takes.</summary>
internal static class CommonOptions
{
    public static readonly OptionSpec Rules = new("--rules", "DIR", Texts.Options.Rules);
    public static readonly OptionSpec Profile = new("--profile", "ID", Texts.Options.Profile);
    public static readonly OptionSpec Pack = new("--pack", "ID", Texts.Options.Pack, IsRepeatable: true);
    public static readonly OptionSpec Lang = new("--lang", "zh|en", Texts.Options.Lang);
    public static readonly OptionSpec Format = new("--format", "FORMAT", Texts.Options.Format);
    public static readonly OptionSpec Output = new("--output", "FILE", Texts.Options.Output);
    public static readonly OptionSpec NoColor = new("--no-color", null, Texts.Options.NoColor);
    public static readonly OptionSpec Help = new("--help", null, Texts.Options.Help);

    /// <summary>In the order in which help shows them.</summary>
    public static readonly ImmutableArray<OptionSpec> All = [Rules, Profile, Pack, Lang, Format, Output, NoColor, Help];
}
