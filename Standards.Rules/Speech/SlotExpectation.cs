namespace Standards.Rules.Speech;

/// <summary>How what was said in a slot is held against an expected value.</summary>
public enum SlotRule
{
    /// <summary>The slot has the words of the value and no others.</summary>
    Equal,

    /// <summary>The slot has the words of the value, and at most as many as its longest on either side.</summary>
    Contain,
}

/// <summary>What must be said in a slot: a visitor's name, the name of the house. Immutable.</summary>
/// <param name="Slot">The name of the slot.</param>
/// <param name="Value">The words; compared folded, like the phrase itself, and never inside the tolerance.</param>
/// <param name="Rule">Whether the slot may hold more than the value.</param>
public sealed record SlotExpectation(string Slot, string Value, SlotRule Rule = SlotRule.Equal);
