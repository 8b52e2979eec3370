using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Binding;

/// <summary>The form of a norm; docs/language.md, section 3, gives the meaning of each.</summary>
internal abstract record NormForm
{
    private NormForm()
    {
    }

    public sealed record Require(BoundPattern Pattern, BoundDeadline? Within, BoundPattern? Until) : NormForm;

    public sealed record Forbid(BoundPattern Pattern, BoundDeadline? Within, BoundPattern? Until) : NormForm;

    public sealed record Before(ImmutableArray<BoundPrerequisite> Prerequisites, TimeSpan? Within, BoundPattern? Since) : NormForm;

    public sealed record Order(ImmutableArray<BoundPattern> Steps, bool Skip) : NormForm;

    /// <param name="Distinct">Index of the attribute whose different values are counted; -1 to count events.</param>
    public sealed record Count(BoundPattern Pattern, int? AtLeast, int? AtMost, int Distinct, BoundDeadline? Within) : NormForm;

    /// <param name="Pattern">Any act by the speaker, saying one of the phrases.</param>
    public sealed record Say(ImmutableArray<BoundPhrase> Phrases, BoundPattern Pattern, BoundDeadline? Within, BoundPattern? Until) : NormForm;

    /// <param name="Pattern">Any act by the speaker, saying a term.</param>
    public sealed record NeverSay(ImmutableArray<BoundLexicon> Lexicons, BoundPattern Pattern, BoundDeadline? Within, BoundPattern? Until) : NormForm;

    /// <param name="FormAttribute">Index of the attribute that names the form.</param>
    public sealed record Record(BoundForm Form, ImmutableArray<int> Fields, int FormAttribute, BoundDeadline? Within) : NormForm;

    public sealed record Decide(BoundDecision Decision, int Recorded) : NormForm;

    public sealed record By(ImmutableArray<string> Roles) : NormForm;

    public sealed record Ensure(BoundExpression Condition) : NormForm;

    public sealed record During(BoundSchedule Schedule) : NormForm;

    public sealed record Tariff(BoundExpression Derived, int Charged) : NormForm;

    public sealed record Observe(LocalizedText Question, bool ExpectSeen) : NormForm;

    public sealed record Quota(QuotaMeasure Measure, BoundPattern? Of, ImmutableArray<QuotaKey> Per, QuotaPeriod Every, QuotaBound? AtLeast, QuotaBound? AtMost) : NormForm;

    /// <summary>The norm that every process brings with it: acts only where a state allows them.</summary>
    /// <param name="IsSilent">The profile disables it: the machine runs, for its states and its end, and judges nothing.</param>
    public sealed record OutOfOrder(BoundProcess Process, bool IsSilent = false) : NormForm;
}

/// <summary>A clock: time, or occurrences of the act of a unit.</summary>
internal abstract record BoundDeadline
{
    private BoundDeadline()
    {
    }

    public sealed record Time(Deadline Deadline) : BoundDeadline;

    public sealed record Units(int Limit, BoundUnit Unit) : BoundDeadline;
}

/// <summary>A unit that deadlines may count: occurrences of an act, or a number carried by the answering event.</summary>
/// <param name="Attribute">Index of the attribute with the number; -1 for none.</param>
internal sealed record BoundUnit(string Name, LocalizedText Title, int Act, int Attribute);

/// <summary>What must have been before an act.</summary>
internal abstract record BoundPrerequisite
{
    private BoundPrerequisite()
    {
    }

    public sealed record Earlier(BoundPattern Pattern, string Text) : BoundPrerequisite;

    public sealed record That(BoundExpression Condition, string Text) : BoundPrerequisite;
}

/// <summary>A form with its act and its fields (indices of attributes).</summary>
internal sealed record BoundForm(string Id, LocalizedText Title, int Act, ImmutableArray<int> Fields);

/// <summary>A named schedule; a null <see cref="Schedule"/> means the opening hours of the calendar.</summary>
internal sealed record BoundSchedule(string Id, LocalizedText Title, Schedule? Schedule);

/// <summary>What a quota counts.</summary>
internal abstract record QuotaMeasure
{
    private QuotaMeasure()
    {
    }

    public sealed record Events(BoundPattern Pattern) : QuotaMeasure;

    public sealed record Kept(string Norm) : QuotaMeasure;
}

/// <summary>What groups the events of a quota: an attribute, or the actor, or the role.</summary>
internal sealed record QuotaKey(string Name, int Attribute)
{
    public const int Actor = -2;
    public const int Role = -3;
}

internal enum QuotaPeriod
{
    Day,
    Week,
    Month,
    TwoMonths,
    Quarter,
    Year,
    All,
}

/// <param name="Value">A count, or a share from 0 to 1.</param>
internal readonly record struct QuotaBound(decimal Value, bool IsShare);
