namespace Standards.SampleLogs;

/// <summary>The questions that an observer answers about one interaction, and the answers. Immutable.</summary>
internal sealed class Checklist
{
    private Checklist(IReadOnlyList<(string Item, string Seen)> answers) => Answers = answers;

    public IReadOnlyList<(string Item, string Seen)> Answers { get; }

    /// <summary>All is well: yes to these.</summary>
    public static Checklist Good(params string[] items) => new([.. items.Select(i => (i, "yes"))]);

    /// <summary>What must not be seen was not.</summary>
    public Checklist Without(params string[] items) => new([.. Answers, .. items.Select(i => (i, "no"))]);

    public Checklist With(string item, string seen) => new([.. Answers.Select(a => string.Equals(a.Item, item, StringComparison.Ordinal) ? (item, seen) : a)]);
}
