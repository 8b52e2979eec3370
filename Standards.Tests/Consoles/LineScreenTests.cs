using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Xunit;

namespace Standards.Tests.Consoles;

/// <summary>Random keys and windows; what a terminal shows is compared with what was typed.</summary>
public sealed class LineScreenTests
{
    private const string Prompt = "\u001b[1m问\u001b[0m> ";
    private const string PlainPrompt = "问> ";
    private const string Above = "上文";

    private static readonly string[] Words =
    [
        "a", "好", "请坐，", "😀", "e\u0301", "\u0301", "👨\u200d👩", "🇨", " ", "left", "left", "right", "home", "end", "backspace", "delete", "ctrl-w", "alt-b", "alt-f",
        "ctrl-left", "一二三四五六七八九十", "up", "down",
    ];

    /// <summary>A key, a window to change to, or text of a tick.</summary>
    private static readonly Gen<string> Step = Gen.Frequency(
        (20, Gen.Elements(Words)),
        (2, Gen.Choose(5, 30).Select(c => $"columns {c.ToString(CultureInfo.InvariantCulture)}")),
        (1, Gen.Constant("tick")),
        (1, Gen.Constant("ctrl-k")),
        (1, Gen.Constant("draw")));

    [Fact]
    public void The_terminal_shows_the_line_and_the_cursor_whatever_is_typed() => Check(steps =>
    {
        var screen = new ScreenModel(20, 60);
        var line = new LineScreen();
        var editor = new LineEditor(new LineHistory(), completion: null);
        var above = new List<string> { Above };
        var columns = 20;
        screen.Write(Above + "\r\n" + line.Draw(Prompt, editor.Line, columns, 60));
        foreach (var step in steps)
        {
            if (step.StartsWith("columns ", StringComparison.Ordinal))
            {
                columns = int.Parse(step["columns ".Length..], CultureInfo.InvariantCulture);
                screen.Resize(columns, 60);
            }
            else if (string.Equals(step, "tick", StringComparison.Ordinal))
            {
                above.Add("到");
                screen.Write(line.DrawBelow("到", Prompt, editor.Line, columns, 60));
            }
            else
            {
                editor.Apply(Keys.Named(step), out _);
            }

            screen.Write(line.Draw(Prompt, editor.Line, columns, 60));
            var expected = PlainPrompt + editor.Line.Text;
            var rows = screen.Rows;
            Assert.True(above.SequenceEqual(rows.Take(above.Count), StringComparer.Ordinal), string.Join('\n', rows) + "\n" + string.Join(' ', steps) + "\nat " + step);
            Assert.Equal(Blankless(expected), Blankless(string.Concat(rows.Skip(above.Count))));
            Assert.All(rows, r => Assert.InRange(TextWrapper.Width(r), 0, columns));
            Assert.Equal(UnderCursor(editor.Line), screen.UnderCursor);
            Assert.True(screen.IsCursorVisible);
        }

        return true;
    });

    [Fact]
    public void The_cursor_never_stands_inside_a_character() => Check(steps =>
    {
        var editor = new LineEditor(new LineHistory(), completion: null);
        foreach (var step in steps.Where(s => !s.StartsWith("columns", StringComparison.Ordinal)))
        {
            editor.Apply(Keys.Named(step), out _);
            Assert.Contains(editor.Line.Cursor, StringInfo.ParseCombiningCharacters(editor.Line.Text).Append(editor.Line.Text.Length));
        }

        return true;
    });

    [Fact]
    public void A_line_that_is_drawn_is_not_drawn_again()
    {
        var screen = new LineScreen();
        Assert.NotEqual("", screen.Draw("1> ", LineBuffer.Of("好"), 80, 24));
        Assert.Equal("", screen.Draw("1> ", LineBuffer.Of("好"), 80, 24));
        Assert.NotEqual("", screen.Draw("2> ", LineBuffer.Of("好"), 80, 24));
        Assert.NotEqual("", screen.Draw("2> ", LineBuffer.Of("好").Left(), 80, 24));
    }

    [Fact]
    public void A_line_higher_than_the_window_shows_the_part_with_the_cursor()
    {
        var screen = new ScreenModel(10, 3);
        var drawing = new LineScreen();
        var line = LineBuffer.Of("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddee");
        screen.Write(drawing.Draw("", line, 10, 3));
        Assert.Equal(["cccccccccc", "dddddddddd", "ee"], screen.Rows);
        screen.Write(drawing.Draw("", line.Home(), 10, 3));
        Assert.Equal(["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"], screen.Rows);
        Assert.Equal((0, 0), screen.Cursor);
    }

    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("12345678", "12345678", 0, 8)]
    [InlineData("123456789", "123456789", 0, 9)]
    [InlineData("1234567890", "1234567890", 1, 0)]
    [InlineData("123456789好", "123456789|好", 1, 2)]
    [InlineData("一二三四五", "一二三四五", 1, 0)]
    [InlineData("一二三四五六", "一二三四五|六", 1, 2)]
    public void Rows_end_where_the_window_does(string text, string rows, int row, int column)
    {
        var layout = LineLayout.Of("", LineBuffer.Of(text), 10);
        Assert.Equal(rows, string.Join('|', layout.Rows.Select(r => r.Text)).TrimEnd('|'));
        Assert.Equal((row, column), (layout.CursorRow, layout.CursorColumn));
    }

    /// <summary>What lies in the first cell behind the cursor: a code point with the marks on it. Marks alone lie on the cell before.</summary>
    private static string UnderCursor(LineBuffer line)
    {
        var cell = "";
        foreach (var rune in line.Text[line.Cursor..].EnumerateRunes())
        {
            var isWide = TextWrapper.Width(rune.ToString()) > 0;
            if (isWide && cell.Length > 0)
                break;
            if (isWide || cell.Length > 0)
                cell += rune.ToString();
        }

        return cell.Length == 0 ? " " : cell;
    }

    private static string Blankless(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static void Check(Func<List<string>, bool> holds) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260302, 7919),
        Prop.ForAll(Step.ListOf().Select(s => s.ToList()).Resize(40).ToArbitrary(), holds));
}
