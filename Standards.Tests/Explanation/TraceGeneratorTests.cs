using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation.Traces;
using Standards.Tests.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace Standards.Tests.Explanation;

public sealed class TraceGeneratorTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_norm_of_the_shipped_packs_is_shown_kept_and_broken()
    {
        var book = RuleBook.Load(GoldenFile.RepositoryPath("rules")).RuleBook!;
        var generator = new TraceGenerator(book);
        var without = new List<string>();
        foreach (var norm in book.Bound.Norms.Where(n => n.Form is not NormForm.Quota))
        {
            if (generator.Keeping(norm) is null)
                without.Add($"{norm.Id} kept");
            if (generator.Breaking(norm) is null)
                without.Add($"{norm.Id} broken");
        }

        foreach (var line in without)
            output.WriteLine(line);
        Assert.Empty(without);
    }
}
