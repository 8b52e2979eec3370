using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Sessions;

public sealed class SessionCostTests
{
    /// <summary>Somebody who watches ten thousand interactions at once has ten thousand sessions.</summary>
    [Fact]
    public void An_open_session_is_small()
    {
        var book = RulesSample.Book("norms: [{id: demo.norm, clause: D.1, title: 规, on: visitor.arrived, require: visitor.served, within: 3 min}]\n");
        using (book.Open("warm"))
        {
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        using var session = book.Open("C-1");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_000);
    }
}
