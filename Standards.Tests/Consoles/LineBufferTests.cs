using Standards.Simulator.Consoles;
using Xunit;

namespace Standards.Tests.Consoles;

public sealed class LineBufferTests
{
    /// <summary>The cursor is the bar; keys are named by words.</summary>
    [Theory]
    [InlineData("", "您好", "您好|")]
    [InlineData("您|好", "王", "您王|好")]
    [InlineData("您好|", "left left x", "x|您好")]
    [InlineData("您好|", "backspace", "您|")]
    [InlineData("您|好", "delete", "您|")]
    [InlineData("|您好", "backspace left", "|您好")]
    [InlineData("您好|", "delete right", "您好|")]
    [InlineData("a😀b|", "left backspace", "a|b")]
    [InlineData("ae\u0301|", "backspace", "a|")]
    [InlineData("ae\u0301|", "left", "a|e\u0301")]
    [InlineData("👨\u200d👩\u200d👧好|", "left left x", "x|👨\u200d👩\u200d👧好")]
    [InlineData("🇨🇳|", "backspace", "|")]
    [InlineData("|\u0301", "e", "e\u0301|")]
    [InlineData("一二|三", "home x end y", "x一二三y|")]
    [InlineData("一二|三", "ctrl-k", "一二|")]
    [InlineData("一二|三", "ctrl-u", "|三")]
    [InlineData("您好，王先生|", "ctrl-w", "您好，|")]
    [InlineData("您好，王先生|", "ctrl-w ctrl-w", "|")]
    [InlineData("one two  |", "ctrl-w", "one |")]
    [InlineData("one two|", "alt-b alt-b alt-f", "one| two")]
    [InlineData("one| two", "alt-d", "one|")]
    [InlineData("您|，好", "ctrl-right", "您，好|")]
    [InlineData("您，好|", "ctrl-left", "您，|好")]
    [InlineData("a|b", "ctrl-t esc up down", "a|b")]
    [InlineData("ab|", "ctrl-a ctrl-d", "|b")]
    public void A_key_edits_the_line(string before, string keys, string after)
    {
        var at = before.IndexOf('|', StringComparison.Ordinal);
        var editor = new LineEditor(new LineHistory(), completion: null);
        editor.Apply(new Key.Typed(before.Replace("|", "", StringComparison.Ordinal)), out _);
        while (at >= 0 && editor.Line.Cursor > at)
            editor.Apply(new Key.Stroke(ConsoleKey.LeftArrow), out _);
        foreach (var key in keys.Split(' '))
            Assert.Null(editor.Apply(Keys.Named(key), out _));
        Assert.Equal(after, editor.Line.Text.Insert(editor.Line.Cursor, "|"));
    }

    [Theory]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb\nc\rd", "a b c d")]
    [InlineData("a\u001b[31mb\0\u0007", "a[31mb")]
    [InlineData("a\u2028b", "a b")]
    public void A_line_holds_no_control_characters(string inserted, string text) => Assert.Equal(text, LineBuffer.Of(inserted).Text);

    [Fact]
    public void Half_a_character_is_shown_as_such() => Assert.Equal("a\ufffdb", LineBuffer.Of(new string(['a', '\ud800', 'b'])).Text);

    [Fact]
    public void History_keeps_the_draft_and_no_repetition()
    {
        var history = new LineHistory();
        foreach (var line in (string[])["甲", "甲", " ", "乙"])
            history.Add(line);
        Assert.Equal("乙", history.Earlier("草稿"));
        Assert.Equal("甲", history.Earlier("乙"));
        Assert.Null(history.Earlier("甲"));
        Assert.Equal("乙", history.Later());
        Assert.Equal("草稿", history.Later());
        Assert.Null(history.Later());
    }

    [Theory]
    [InlineData("", "接待", null)]
    [InlineData("接", "接", "接待访客 接听电话")]
    [InlineData("接待", "接待访客", null)]
    [InlineData("记", "记录", null)]
    [InlineData("无", "无", null)]
    public void Tab_writes_what_is_certain_and_shows_what_is_not(string typed, string line, string? shown)
    {
        string[] known = typed.Length == 0 ? ["接待访客", "接待来电"] : ["接待访客", "接听电话", "记录"];
        var editor = new LineEditor(new LineHistory(), before => [.. known.Where(k => k.StartsWith(before, StringComparison.Ordinal))]);
        editor.Apply(new Key.Typed(typed), out _);
        editor.Apply(new Key.Stroke(ConsoleKey.Tab), out var effect);
        Assert.Equal(line, editor.Line.Text);
        Assert.Equal(shown, effect is LineEditor.Effect.ShowCandidates show ? string.Join(' ', show.Candidates) : null);
    }
}
