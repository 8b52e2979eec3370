using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;

namespace Standards.Simulator.Records;

/// <summary>How kinds are written where programs read them: in stores and exports. Never changes with the language.</summary>
internal static class RecordWords
{
    public static readonly Words<AttemptKind> Kinds = new(k => k == AttemptKind.Scenario ? "scenario" : "observation");

    public static readonly Words<PlayMode> Modes = new(m => m == PlayMode.Coach ? "coach" : "exam");

    public static readonly Words<Language> Languages = new(l => l == Language.Zh ? "zh" : "en");

    public static readonly Words<Verdict> Verdicts = new(VerdictNames.Of);

    public static readonly Words<Severity> Severities = new(VerdictNames.Of);

    public static readonly Words<CorrectionKind> Corrections = new(k => k switch
    {
        CorrectionKind.Accepted => "accept",
        CorrectionKind.Adjusted => "adjust",
        _ => "reject",
    });

    public static readonly Words<Skill> Skills = new(s => s switch
    {
        Skill.Wording => "wording",
        Skill.Promptness => "promptness",
        Skill.Sequence => "sequence",
        Skill.Judgement => "judgement",
        Skill.Records => "records",
        Skill.Authority => "authority",
        _ => "conduct",
    });

    /// <summary>The words of an enumeration, both ways. Immutable; thread-safe.</summary>
    internal sealed class Words<T>(Func<T, string> nameOf)
        where T : struct, Enum
    {
        private readonly Dictionary<string, T> _values = Enum.GetValues<T>().ToDictionary(nameOf, StringComparer.Ordinal);

        public IReadOnlyCollection<string> All => _values.Keys;

        public string Of(T value) => nameOf(value);

        /// <exception cref="FormatException">The word is not one of them.</exception>
        public T Parse(string word) => TryParse(word) ?? throw new FormatException($"`{word}` is no {typeof(T).Name}");

        public T? TryParse(string word) => _values.TryGetValue(word, out var value) ? value : null;
    }
}
