using System.Collections.Frozen;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Sessions;

public sealed class SessionDeadlineTests
{
    /// <summary>Who waits for the next deadline must never be given one that has passed: he would wait in a circle.</summary>
    [Fact]
    public void What_was_due_before_it_began_is_decided_at_once_and_is_no_next_deadline()
    {
        var book = RulesSample.Book("norms: [{id: demo.norm, clause: D.1, title: 规, on: visitor.arrived, require: visitor.served, within: appointment -5 min .. +0 min}]\n");
        using var session = book.Open("C");
        var at = Instant.From(DateTimeOffset.Parse("2026-03-02T09:01:00+08:00", CultureInfo.InvariantCulture));
        var data = new Dictionary<string, Value> { ["appointment"] = Value.Of(at + TimeSpan.FromMinutes(-1)) }.ToFrozenDictionary();
        var finding = Assert.Single(session.Observe(new InteractionEvent("C", at, "visitor.arrived") { Data = data }));
        Assert.Equal((Verdict.Violated, at), (finding.Verdict, finding.At));
        Assert.Null(session.NextDeadline);
    }
}
