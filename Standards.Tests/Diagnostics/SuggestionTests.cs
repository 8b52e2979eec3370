using Standards.Rules.Diagnostics;
using Xunit;

namespace Standards.Tests.Diagnostics;

public sealed class SuggestionTests
{
    /// <summary>The mistyped name, the candidates, the suggestions in order.</summary>
    [Theory]
    [InlineData("visitor.arived", "visitor.arrived visitor.served call.arrived", "visitor.arrived visitor.served")]
    [InlineData("arrived.visitor", "visitor.arrived call.arrived", "visitor.arrived")]
    [InlineData("visitor-arrived", "visitor.arrived visitor.served", "visitor.arrived visitor.served")]
    [InlineData("Visitor_Arrived", "visitor.arrived", "visitor.arrived")]
    [InlineData("visitorArrived", "visitor.arrived", "visitor.arrived")]
    [InlineData("arrived", "visitor.arrived call.picked-up", "visitor.arrived")]
    [InlineData("sevrity", "severity within require", "severity")]
    [InlineData("teh", "the a", "the")]
    [InlineData("within", "without in", "")]
    [InlineData("xyz", "severity within", "")]
    [InlineData("a", "b c", "")]
    [InlineData("on", "on", "")]
    [InlineData("", "a b", "")]
    [InlineData("访客到访", "访客到达 访客离开 电话响铃", "访客到达")]
    [InlineData("aaaa", "aaab aaac aaad aaae", "aaab aaac aaad")]
    [InlineData("major", "Major MAJOR mayor", "MAJOR Major mayor")]
    public void The_likeliest_names_come_first(string name, string candidates, string expected) =>
        Assert.Equal(expected, string.Join(' ', Suggestion.Closest(name, candidates.Split(' '))));

    [Fact]
    public void The_order_of_the_candidates_does_not_matter()
    {
        string[] names = ["aaab", "aaac", "aaad", "aaae", "aaaf"];
        Assert.Equal(Suggestion.Closest("aaaa", names).AsEnumerable(), Suggestion.Closest("aaaa", names.Reverse()));
    }

    [Theory]
    [InlineData("aaaa", "aaab", "did you mean `aaab`?", "是否想写 `aaab`？")]
    [InlineData("aaaa", "aaab aaac", "did you mean `aaab` or `aaac`?", "是否想写 `aaab` 或 `aaac`？")]
    [InlineData("aaaa", "aaab aaac aaad", "did you mean `aaab`, `aaac` or `aaad`?", "是否想写 `aaab`、`aaac` 或 `aaad`？")]
    public void The_help_line_names_them(string name, string candidates, string en, string zh)
    {
        var help = Suggestion.DidYouMean(name, candidates.Split(' '));
        Assert.Equal((en, zh), (help!.En, help.Zh));
    }

    [Fact]
    public void Where_nothing_is_close_there_is_no_help_line() => Assert.Null(Suggestion.DidYouMean("xyz", ["severity"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_typing_errors(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(left, right));
        Assert.Equal(distance, EditDistance.Between(right, left));
    }
}
