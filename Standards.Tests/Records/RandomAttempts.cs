using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Tests.Records;

/// <summary>Attempts of any content, also such as no scenario would make. Not thread-safe.</summary>
internal sealed class RandomAttempts(int seed)
{
    private static readonly string[] Pieces = ["a", "B7", "您好", "'", "\"", "\\", "\n", "\t", "%", "𝄞", "é", " ", "{", "=1+1", "\u0000", "\u202e", "null", "--"];

    private readonly Random _random = new(seed);

    public AttemptRecord Next(string id) => new()
    {
        Id = id,
        Kind = Any<AttemptKind>(),
        Subject = Text(),
        Title = Localized(),
        Processes = Many(3, Text),
        Trainee = Text(),
        Packs = Many(3, Text),
        Profile = Maybe(Text),
        Seed = unchecked((ulong)_random.NextInt64(long.MinValue, long.MaxValue)),
        Mode = Any<PlayMode>(),
        Language = Any<Language>(),
        StartedAt = At(),
        EndedAt = At(),
        Duration = Span(),
        IsFinished = Coin(),
        Hints = _random.Next(9),
        Inputs = Many(4, Text),
        Clock = At(),
        Events = Many(4, () => Event(id)),
        Findings = Many(4, () => Finding(id)),
        Corrections = Many(3, () => new Correction(Text(), Maybe(Text), At(), Any<CorrectionKind>(), Any<Verdict>(), Text(), Text(), At())),
        Notes = Many(3, () => new AttemptNote(At(), Text(), Text())),
        Scoring = ScoringOptions.Default with
        {
            PassMark = _random.NextDouble(),
            Weights = ScoringOptions.Default.Weights.SetItem(Any<Severity>(), _random.NextDouble() * 9),
            Sections = Many(2, Text).Distinct(StringComparer.Ordinal).ToImmutableDictionary(s => s, _ => _random.NextDouble(), StringComparer.Ordinal),
        },
    };

    private InteractionEvent Event(string id) => new(id, At(), Text())
    {
        Process = Maybe(Text),
        Actor = Maybe(Text),
        Role = Maybe(Text),
        Say = Maybe(Text),
        Data = Many(4, Text).Distinct(StringComparer.Ordinal).ToFrozenDictionary(n => n, _ => AnyValue(2), StringComparer.Ordinal),
        File = Maybe(Text),
        Line = _random.NextInt64(1, long.MaxValue),
    };

    private Finding Finding(string id) => new()
    {
        Case = id,
        Norm = Text(),
        Clauses = Many(3, Text),
        Pack = Text(),
        Verdict = Any<Verdict>(),
        Severity = Any<Severity>(),
        At = At(),
        Due = Coin() ? At() : null,
        Key = Maybe(Text),
        Message = Localized(),
        Evidence = Many(3, () => new Evidence(At(), Text(), Maybe(Text), _random.NextInt64())),
    };

    private Value AnyValue(int depth) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => Value.Null,
        1 => Value.Of(Coin()),
        2 => Value.Of(_random.NextInt64(long.MinValue, long.MaxValue)),
        3 => Value.Of(BitConverter.Int64BitsToDouble(_random.NextInt64())),
        4 => Value.Of(Text()),
        5 => Value.Of(Span()),
        6 => Value.Of(At()),
        7 => Value.Of(Many(3, () => AnyValue(depth - 1))),
        _ => Value.Of(Many(3, Text).Distinct(StringComparer.Ordinal).ToFrozenDictionary(k => Value.Of(k), _ => AnyValue(depth - 1))),
    };

    private string Text() => string.Concat(Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Pieces[_random.Next(Pieces.Length)]));

    private LocalizedText Localized() => new(Text(), Coin() ? "" : Text());

    private Instant At() => new(_random.NextInt64(Instant.MaxValue.Ticks));

    private TimeSpan Span() => new(_random.NextInt64(TimeSpan.TicksPerDay));

    private bool Coin() => _random.Next(2) == 0;

    private string? Maybe(Func<string> text) => Coin() ? text() : null;

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>() is var all ? all[_random.Next(all.Length)] : default;

    private ImmutableArray<T> Many<T>(int most, Func<T> one) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => one())];
}
