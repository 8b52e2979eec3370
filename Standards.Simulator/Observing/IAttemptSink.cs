using Standards.Simulator.Records;

namespace Standards.Simulator.Observing;

/// <summary>Where observations are kept. Not thread-safe.</summary>
internal interface IAttemptSink : IDisposable
{
    /// <summary>An id that no attempt has.</summary>
    string NextId(DateTimeOffset now, string subject);

    /// <summary>Keeps an attempt, in the place of an earlier one with its id.</summary>
    void Save(AttemptRecord attempt, Rules.Scoring.Scorer scorer);

    /// <summary>The attempt of that id; null where there is none.</summary>
    AttemptRecord? Find(string id);
}
