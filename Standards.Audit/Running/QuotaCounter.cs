using Standards.Rules;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>Counts events for quotas.</summary>
internal sealed class QuotaCounter(RuleBook book)
{
    public void Count(EventBatch batch, long limit)
    {
        _ = book;
        _ = batch;
        _ = limit;
    }
}
