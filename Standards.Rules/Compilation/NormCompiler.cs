using System.Collections.Immutable;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Compilation;

/// <summary>Lowers one bound norm to a plan and its interests. Fourteen forms become seven kinds of plan.</summary>
internal sealed class NormCompiler(BoundRules rules, ImmutableArray<DecisionPlan> decisions, Func<WorkingCalendar, Deadline, ClockPlan> clock)
{
    private readonly ILookup<string, BoundNorm> _byId = rules.Norms.ToLookup(n => n.Id, StringComparer.Ordinal);

    public (NormPlan Plan, ImmutableArray<Interest> Interests) Compile(BoundNorm norm, int index)
    {
        var shape = Shape(norm);
        var interests = new List<Interest>();
        AddActivation(norm, shape.Kind, interests);
        AddExceptions(norm, interests);
        interests.AddRange(shape.Interests);
        var plan = new NormPlan
        {
            Index = index,
            Norm = norm,
            Kind = shape.Kind,
            IsStanding = norm.On is null,
            StandingWhen = norm.On is null ? When(norm) : null,
            ExceptThat = ExceptThat(norm),
            HasExceptionEvents = interests.Exists(i => i.Role == ListenerRole.Except),
            Key = norm.Per,
            Clock = shape.Within is BoundDeadline.Time time ? clock(norm.Pack.Calendar, time.Deadline) : null,
            UnitLimit = shape.Within is BoundDeadline.Units units ? units.Limit : -1,
            UnitAttribute = shape.Within is BoundDeadline.Units { Unit: var unit } ? unit.Attribute : -1,
            Captures = norm.Captures,
            ReadsActivation = norm.ReadsActivation,
            AtLeast = shape.AtLeast,
            AtMost = shape.AtMost,
            Distinct = shape.Distinct,
            StepCount = shape.StepCount,
            SkipSteps = shape.SkipSteps,
            Check = shape.Check,
            Machine = shape.Machine,
            NeedsSpeech = norm.Form is NormForm.Say or NormForm.NeverSay,
            SilenceIsUnknown = norm.Form is NormForm.Observe,
            NearMiss = shape.NearMiss,
            IsBlind = IsBlind(norm, shape),
            PrerequisiteBits = norm.Per < 0 && shape.Check is BeforeCheck { InBits: true } before ? (1u << before.Count) - 1 : 0,
            MissingKey = norm.Per >= 0 ? new Fault(FaultKind.MissingAttribute, rules.Vocabulary.Attributes[norm.Per].Name) : null,
        };
        return (plan, [.. interests]);
    }

    /// <summary>What a form comes down to.</summary>
    private sealed record Lowered(PlanKind Kind)
    {
        public List<Interest> Interests { get; } = [];

        public BoundDeadline? Within { get; init; }

        public int AtLeast { get; init; }

        public int AtMost { get; init; } = int.MaxValue;

        public int Distinct { get; init; } = -1;

        public int StepCount { get; init; }

        public bool SkipSteps { get; init; }

        public CheckPlan? Check { get; init; }

        public MachinePlan? Machine { get; init; }

        public NearMissPlan? NearMiss { get; init; }

        public Lowered Listening(BoundPattern? pattern, ListenerRole role, int index = 0)
        {
            Interests.AddRange(PatternCompiler.Interests(pattern, role, index));
            return this;
        }

        /// <summary>Adds the act that a clock of units counts.</summary>
        public Lowered Ticking()
        {
            if (Within is BoundDeadline.Units { Unit: var unit })
                Interests.Add(new Interest(unit.Act, ListenerRole.UnitTick, null));
            return this;
        }
    }

    private Lowered Shape(BoundNorm norm) => norm.Form switch
    {
        NormForm.Require f => Response(f.Pattern, f.Within, f.Until, null),
        NormForm.Say f => Response(f.Pattern, f.Within, f.Until, new PhraseNearMiss(f.Phrases)),
        NormForm.Record f => Recording(f),
        NormForm.Observe f => Observing(norm, f),
        NormForm.Forbid f => Absence(f.Pattern, f.Within, f.Until, null),
        NormForm.NeverSay f => Absence(f.Pattern, f.Within, f.Until, new TermsNearMiss(f.Lexicons)),
        NormForm.Count f => new Lowered(PlanKind.Count) { Within = f.Within, AtLeast = f.AtLeast ?? 0, AtMost = f.AtMost ?? int.MaxValue, Distinct = f.Distinct }
            .Listening(f.Pattern, ListenerRole.Hit).Ticking(),
        NormForm.Order f => Ordering(f),
        NormForm.Before f => Preceding(f),
        NormForm.By f => new Lowered(PlanKind.Check) { Check = new ByCheck(f.Roles) },
        NormForm.Ensure f => new Lowered(PlanKind.Check) { Check = new EnsureCheck(ExpressionPlanner.PlanCondition(f.Condition)) },
        NormForm.During f => new Lowered(PlanKind.Check) { Check = new DuringCheck(f.Schedule.Schedule, norm.Pack.Calendar) },
        NormForm.Decide f => new Lowered(PlanKind.Check) { Check = new DecideCheck(decisions[f.Decision.Index], f.Recorded) },
        NormForm.Tariff f => new Lowered(PlanKind.Check)
        {
            Check = new TariffCheck(ExpressionPlanner.Plan(f.Derived), f.Charged, new Fault(FaultKind.MissingAttribute, rules.Vocabulary.Attributes[f.Charged].Name)),
        },
        NormForm.OutOfOrder f => Machine(f),
        NormForm.Quota => new Lowered(PlanKind.Quota),
        _ => throw new InvalidOperationException($"the form of {norm.Id} is not known"),
    };

    private static Lowered Response(BoundPattern pattern, BoundDeadline? within, BoundPattern? until, NearMissPlan? nearMiss) =>
        new Lowered(PlanKind.Response) { Within = within, NearMiss = nearMiss }
            .Listening(pattern, ListenerRole.Discharge).Listening(until, ListenerRole.Until).Ticking();

    private static Lowered Absence(BoundPattern pattern, BoundDeadline? within, BoundPattern? until, NearMissPlan? nearMiss) =>
        new Lowered(PlanKind.Absence) { Within = within, NearMiss = nearMiss }
            .Listening(pattern, ListenerRole.Breach).Listening(until, ListenerRole.Until);

    private static Lowered Recording(NormForm.Record form)
    {
        var lowered = new Lowered(PlanKind.Response) { Within = form.Within, NearMiss = new FieldsNearMiss(form.FormAttribute, form.Form.Id, form.Fields) };
        lowered.Interests.Add(new Interest(form.Form.Act, ListenerRole.Discharge, new FieldsCondition(form.FormAttribute, form.Form.Id, form.Fields)));
        return lowered.Ticking();
    }

    /// <summary>An answer "yes" (or "no" where nothing must be seen) discharges; the opposite answer breaks; the rest leaves it unknown.</summary>
    private static Lowered Observing(BoundNorm norm, NormForm.Observe form)
    {
        var (good, bad) = form.ExpectSeen ? ("yes", "no") : ("no", "yes");
        var lowered = new Lowered(PlanKind.Response);
        lowered.Interests.Add(new Interest(BoundVocabulary.ChecklistTicked, ListenerRole.Discharge, new TickCondition(norm.Id, good)));
        lowered.Interests.Add(new Interest(BoundVocabulary.ChecklistTicked, ListenerRole.Breach, new TickCondition(norm.Id, bad)));
        return lowered;
    }

    private static Lowered Ordering(NormForm.Order form)
    {
        var lowered = new Lowered(PlanKind.Order) { StepCount = form.Steps.Length, SkipSteps = form.Skip };
        for (var k = 0; k < form.Steps.Length; k++)
            lowered.Listening(form.Steps[k], ListenerRole.Step, k);
        return lowered;
    }

    private static Lowered Preceding(NormForm.Before form)
    {
        var conditions = form.Prerequisites.Select(p => p is BoundPrerequisite.That that ? ExpressionPlanner.PlanCondition(that.Condition) : null).ToImmutableArray();
        var lowered = new Lowered(PlanKind.Check) { Check = new BeforeCheck(conditions, form.Within?.Ticks) };
        for (var k = 0; k < form.Prerequisites.Length; k++)
        {
            if (form.Prerequisites[k] is BoundPrerequisite.Earlier earlier)
                lowered.Listening(earlier.Pattern, ListenerRole.Prerequisite, k);
        }

        return lowered.Listening(form.Since, ListenerRole.Since);
    }

    private Lowered Machine(NormForm.OutOfOrder form)
    {
        var process = form.Process;
        var lowered = new Lowered(PlanKind.Machine) { Machine = MachineCompiler.Compile(process, form.IsSilent, d => clock(process.Calendar, d)) };
        lowered.Interests.AddRange(process.Alphabet.Select(act => new Interest(act, ListenerRole.Machine, null)));
        return lowered;
    }

    private static void AddActivation(BoundNorm norm, PlanKind kind, List<Interest> interests)
    {
        if (kind != PlanKind.Quota)
            interests.AddRange(Activations(norm, ListenerRole.Activate));
    }

    private static IEnumerable<Interest> Activations(BoundNorm norm, ListenerRole role) =>
        PatternCompiler.Interests(norm.On, role, and: When(norm));

    private static bool IsBlind(BoundNorm norm, Lowered shape) =>
        norm.Per < 0 && !norm.ReadsActivation && shape.NearMiss is null && shape.Distinct < 0
        && !norm.Unless.Any(u => u is BoundException.That) && (norm.On is not null || norm.When.IsEmpty)
        && shape.Within is null or BoundDeadline.Time { Deadline: Deadline.Elapsed }
        && shape.Check is null or BeforeCheck { InBits: true };

    private static Condition? When(BoundNorm norm) =>
        norm.When.Select(ExpressionPlanner.PlanCondition).Aggregate((Condition?)null, PatternCompiler.Both);

    private void AddExceptions(BoundNorm norm, List<Interest> interests)
    {
        foreach (var exception in norm.Unless)
        {
            interests.AddRange(exception switch
            {
                BoundException.Event e => PatternCompiler.Interests(e.Pattern, ListenerRole.Except),
                BoundException.Norm n => ActivationsOf(Named(norm, n.Id)),
                _ => [],
            });
        }
    }

    private static IEnumerable<Interest> ActivationsOf(BoundNorm norm) =>
        Activations(norm, ListenerRole.Except).Select(i => i with { Processes = norm.Processes });

    /// <summary>The norm that another names: that of the same version of the pack, where there are several.</summary>
    private BoundNorm Named(BoundNorm norm, string id) =>
        _byId[id].FirstOrDefault(n => ReferenceEquals(n.Pack, norm.Pack)) ?? _byId[id].First();

    private static Condition? ExceptThat(BoundNorm norm)
    {
        var conditions = norm.Unless.OfType<BoundException.That>().Select(t => ExpressionPlanner.PlanCondition(t.Condition)).ToImmutableArray();
        return conditions.Length == 0 ? null : conditions.Length == 1 ? conditions[0] : new AnyCondition(conditions);
    }
}

/// <summary>The event ticks this item with this answer.</summary>
internal sealed class TickCondition(string item, string answer) : Condition
{
    private static readonly Fault NoAnswer = new(FaultKind.MissingAttribute, "seen");

    public override Truth Test(Evaluation.Frame frame)
    {
        var ticked = frame.Attribute(BoundVocabulary.Item);
        if (ticked.Kind != ValueKind.String || !string.Equals(ticked.AsString, item, StringComparison.Ordinal))
            return Truth.False;
        var seen = frame.Attribute(BoundVocabulary.Seen);
        return seen.Kind == ValueKind.String && string.Equals(seen.AsString, answer, StringComparison.Ordinal) ? Truth.True : Truth.False;
    }

    public override Fault? Explain(Evaluation.Frame frame) => NoAnswer;
}
