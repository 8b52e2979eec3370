namespace Standards.Rules.Scoring;

/// <summary>What a norm asks of a person, by its form: what a trainee practises across processes.</summary>
public enum Skill
{
    /// <summary>Words that must, or must not, be said.</summary>
    Wording = 0,

    /// <summary>An act within its time.</summary>
    Promptness,

    /// <summary>Acts in their order, with what must come before them.</summary>
    Sequence,

    /// <summary>The right grade, decision or amount.</summary>
    Judgement,

    /// <summary>Forms and their fields.</summary>
    Records,

    /// <summary>Who may act, and when.</summary>
    Authority,

    /// <summary>Everything else: manner, appearance, what is to be done or left undone without a clock.</summary>
    Conduct,
}
