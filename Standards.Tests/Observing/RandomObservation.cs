using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Simulator.Observing;

namespace Standards.Tests.Observing;

/// <summary>What an observer in a hurry might enter: acts of the process, some late, some mistaken, corrected, struck out, and taken back.</summary>
internal static class RandomObservation
{
    private static readonly string[] Sayings = ["您好", "很抱歉,请您先坐下稍等一会,我帮这位先生办理完事务之后立刻为您服务。", "很抱歉耽误了您的时间,我们继续。", "say \"hm\" \\ - ok"];

    public static IEnumerable<ObserverLine> Lines(ObservableProcess process, int seed)
    {
        var random = new Random(seed);
        var at = TimeSpan.Zero;
        for (var entered = 0; entered < 25; entered++)
        {
            at += TimeSpan.FromMilliseconds(random.Next(0, 60_000));
            yield return new ObserverLine(at, Command(process, random, at));
        }
    }

    private static ObserverCommand Command(ObservableProcess process, Random random, TimeSpan at) => random.Next(12) switch
    {
        0 when process.Checklist.Length > 0 => new ObserverCommand.Check(process.Checklist[random.Next(process.Checklist.Length)].Id, (Seen)random.Next(3), Ago(random)),
        1 => new ObserverCommand.Remark("看 #1 \"well\""),
        2 => new ObserverCommand.Undo(),
        3 => new ObserverCommand.Correct(random.Next(0, 12), [new ActChange.Time(TimeSpan.FromMilliseconds(random.Next((int)at.TotalMilliseconds + 20_000)))]),
        4 => new ObserverCommand.Correct(random.Next(0, 12), [new ActChange.Strike(random.Next(3) > 0)]),
        5 => new ObserverCommand.Correct(random.Next(0, 12), Changes(process, random)),
        6 when process.Words is not null => new ObserverCommand.Enter(ObservableProcess.WordsSpoken, Ago(random)) { Role = Role(process, random), Say = Sayings[random.Next(Sayings.Length)] },
        _ => Act(process, random),
    };

    private static ObserverCommand.Enter Act(ObservableProcess process, Random random)
    {
        var act = process.Acts[random.Next(process.Acts.Length)];
        var data = act.Questions.Where(_ => random.Next(5) > 0).ToImmutableSortedDictionary(q => q.Name, q => Value(q, random), StringComparer.Ordinal);
        return new ObserverCommand.Enter(act.Name, Ago(random)) { Role = random.Next(4) > 0 ? Role(process, random) : null, Data = data };
    }

    private static ImmutableArray<ActChange> Changes(ObservableProcess process, Random random)
    {
        var act = process.Acts[random.Next(process.Acts.Length)];
        List<ActChange> changes = [new ActChange.Role(random.Next(3) > 0 ? Role(process, random) : null)];
        if (random.Next(2) == 0)
            changes.Add(new ActChange.Act(act.Name));
        if (act.Questions.Length > 0)
            changes.Add(new ActChange.Attribute(act.Questions[0].Name, random.Next(3) > 0 ? Value(act.Questions[0], random) : default));
        if (random.Next(3) == 0)
            changes.Add(new ActChange.Words(random.Next(2) == 0 ? null : Sayings[random.Next(Sayings.Length)]));
        return [.. changes];
    }

    private static TimeSpan Ago(Random random) => random.Next(4) > 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(random.Next(0, 90_000));

    private static string Role(ObservableProcess process, Random random) => process.Speakers[random.Next(process.Speakers.Length)].Name;

    private static Value Value(ActQuestion question, Random random)
    {
        var allowed = question.Attribute.Type.AllowedValues;
        return question.Attribute.Type.Kind switch
        {
            ValueKind.Bool => Core.Values.Value.Of(random.Next(2) == 0),
            ValueKind.Int => Core.Values.Value.Of(random.Next(3)),
            ValueKind.Timestamp => Core.Values.Value.Of(ObservingWorld.Start + TimeSpan.FromMinutes(random.Next(30))),
            ValueKind.List => Core.Values.Value.Of([Core.Values.Value.Of("x")]),
            _ when !allowed.IsEmpty => Core.Values.Value.Of(allowed[random.Next(allowed.Length)]),
            _ when question.Mentioned.Length > 0 && random.Next(3) > 0 => Core.Values.Value.Of(question.Mentioned[random.Next(question.Mentioned.Length)]),
            _ => Core.Values.Value.Of(new[] { "A", "B", "李 先生", "a \"b\" \\" }[random.Next(4)]),
        };
    }
}
