using System.Globalization;
using System.Text;
using Standards.Core.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;
using Xunit;

namespace Standards.Tests.Loading;

/// <summary>An offset in the value of a scalar must lead to the character of the file that it came from.</summary>
public sealed class ScalarPositionTests
{
    private const int Seed = 20260302;
    private const int Rounds = 1_000;

    [Theory]
    [InlineData(YamlScalarStyle.Plain)]
    [InlineData(YamlScalarStyle.SingleQuoted)]
    [InlineData(YamlScalarStyle.DoubleQuoted)]
    [InlineData(YamlScalarStyle.Literal)]
    [InlineData(YamlScalarStyle.Folded)]
    public void Every_character_of_a_random_scalar_leads_to_its_place(YamlScalarStyle style)
    {
        var random = new Random(Seed + (int)style);
        for (var round = 0; round < Rounds; round++)
        {
            var written = ScalarWriter.Write(random, style);
            var scalar = Read(written.Text);
            Assert.Equal(style, scalar.Style);
            Assert.Equal(written.Value, scalar.Value);
            for (var i = 0; i < scalar.Value.Length; i++)
            {
                var span = scalar.SpanAt(i, 1);
                var expected = written.Places[i];
                Assert.True(
                    (span.Line, span.Column) == expected,
                    string.Create(CultureInfo.InvariantCulture, $"offset {i} of\n{written.Text}\nis at {span}, expected {expected}"));
            }
        }
    }

    /// <summary>Text of the file, what is looked for in the value, and the text that the span must cover in its line.</summary>
    [Theory]
    [InlineData("k: on arrival", "arrival", 1, 7, 7)]
    [InlineData("k: 'it''s on'", "on", 1, 11, 2)]
    [InlineData("k: 'it''s on'", "'s", 1, 7, 3)]
    [InlineData("k: \"a\\tb \\u4e2d c\"", "中 c", 1, 10, 8)]
    [InlineData("k: \"a\\tb \\u4e2d c\"", "c", 1, 17, 1)]
    [InlineData("k: \"x \\U0001F600 y\"", "y", 1, 18, 1)]
    [InlineData("k: \"one\n  two three\"", "three", 2, 7, 5)]
    [InlineData("k: \"one\\\n  two\"", "two", 2, 3, 3)]
    [InlineData("k: one\n  two three", "three", 2, 7, 5)]
    [InlineData("k: one\n\n  two", "two", 3, 3, 3)]
    [InlineData("k: 'one\n\n\n  two'", "two", 4, 3, 3)]
    [InlineData("k: |\n  first\n  second line\n", "line", 3, 10, 4)]
    [InlineData("k: |-\n    first\n     second", "second", 3, 6, 6)]
    [InlineData("k: |2\n    deep\n  x", "deep", 2, 5, 4)]
    [InlineData("k: | # why\n  x y", "y", 2, 5, 1)]
    [InlineData("k: >\n  first\n  second line\n", "line", 3, 10, 4)]
    [InlineData("k: >\n  a\n\n  b\n   c\n  d", "d", 6, 3, 1)]
    [InlineData("k: >-\r\n  first\r\n  second", "second", 3, 3, 6)]
    [InlineData("k: &x !!str 'a b'", "b", 1, 16, 1)]
    [InlineData("k: &x plain b", "b", 1, 13, 1)]
    [InlineData("k: !!str # why\n  'a b'", "b", 2, 6, 1)]
    [InlineData("k: {l: 'a b'}", "b", 1, 11, 1)]
    public void A_part_of_a_scalar_leads_to_its_place(string text, string part, int line, int column, int length)
    {
        var scalar = Read(text);
        var span = scalar.SpanAt(scalar.Value.IndexOf(part, StringComparison.Ordinal), part.Length);
        Assert.Equal((line, column, length), (span.Line, span.Column, span.Length));
    }

    [Theory]
    [InlineData("k: ab", 1, 6)]
    [InlineData("k: 'ab'", 1, 7)]
    [InlineData("k: |\n  ab", 2, 5)]
    [InlineData("k: |\n  ab\n", 3, 1)]
    public void The_place_after_the_last_character_is_a_place_too(string text, int line, int column)
    {
        var scalar = Read(text);
        var span = scalar.SpanAt(scalar.Value.Length, 5);
        Assert.Equal((line, column, 1), (span.Line, span.Column, span.Length));
    }

    [Fact]
    public void An_offset_outside_of_the_value_is_a_mistake_of_the_caller()
    {
        var scalar = Read("k: ab");
        Assert.Throws<ArgumentOutOfRangeException>(() => scalar.SpanAt(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => scalar.SpanAt(3, 1));
    }

    [Fact]
    public void A_scalar_of_no_file_is_all_at_its_span()
    {
        var span = new SourceSpan("x", 3, 4, 5);
        Assert.Equal(span, new YamlScalar(span, "hello").SpanAt(2, 1));
    }

    private static YamlScalar Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var root = YamlReader.ReadMapping(SourceFile.FromText("x.yaml", text), LoadLimits.Default, diagnostics);
        Assert.True(root is not null, string.Join('\n', diagnostics.ToSorted().Select(d => $"{d.Code} {d.Span}")) + "\n" + text);
        var value = root.Entries[^1].Value;
        return value is YamlMapping inner ? (YamlScalar)inner.Entries[0].Value : (YamlScalar)value;
    }

    /// <summary>Writes random scalars character by character and notes where each one of the value went: an oracle that reads no YAML.</summary>
    private sealed class ScalarWriter(Random random)
    {
        private const string Letters = "abc .'\"中访\\:#-{}[]&*!|>%@é";

        private readonly StringBuilder _text = new();
        private readonly StringBuilder _value = new();
        private readonly List<(int Line, int Column)> _places = [];
        private readonly string _break = random.Next(4) == 0 ? "\r\n" : "\n";
        private int _line = 1;
        private int _column = 1;

        public static (string Text, string Value, List<(int Line, int Column)> Places) Write(Random random, YamlScalarStyle style)
        {
            var writer = new ScalarWriter(random);
            writer.Raw("first: 1");
            writer.Break();
            writer.Raw("k: ");
            writer.Scalar(style);
            return (writer._text.ToString(), writer._value.ToString(), writer._places);
        }

        private void Scalar(YamlScalarStyle style)
        {
            if (random.Next(5) == 0)
                Raw(style == YamlScalarStyle.Plain ? "&anchor " : "!!str ");
            switch (style)
            {
                case YamlScalarStyle.Literal or YamlScalarStyle.Folded:
                    Block(style == YamlScalarStyle.Folded);
                    break;
                case YamlScalarStyle.Plain:
                    Flow(() => Plain("abc.中访é-"));
                    break;
                case YamlScalarStyle.SingleQuoted:
                    Raw("'");
                    Flow(() => Single(Letters[random.Next(Letters.Length)]));
                    Raw("'");
                    break;
                default:
                    Raw("\"");
                    Flow(Double);
                    Raw("\"");
                    break;
            }
        }

        /// <summary>Words, with a space or a fold between two of them.</summary>
        private void Flow(Action letter)
        {
            var words = random.Next(1, 6);
            for (var word = 0; word < words; word++)
            {
                if (word > 0)
                    Between();
                Plain("abc");
                for (var i = random.Next(6); i > 0; i--)
                    letter();
                Plain("xyz中");
            }
        }

        private void Between()
        {
            if (random.Next(3) > 0)
            {
                Put(' ', " ");
                return;
            }

            var trailing = new string(' ', random.Next(3));
            var empty = random.Next(3);
            Raw(trailing);
            if (empty == 0)
            {
                Note(' ');
                Break();
            }
            else
            {
                Break();
                for (; empty > 0; empty--)
                {
                    Note('\n');
                    Break();
                }
            }

            Raw(new string(' ', random.Next(1, 5)));
        }

        private void Plain(string letters) => Put(letters[random.Next(letters.Length)]);

        private void Single(char c)
        {
            // A blank beside a fold would be lost: keep to letters.
            if (c == ' ')
                c = '·';
            Put(c, c == '\'' ? "''" : c.ToString());
        }

        private void Double()
        {
            switch (random.Next(8))
            {
                case 0:
                    Put('\n', "\\n");
                    break;
                case 1:
                    Put('"', "\\\"");
                    break;
                case 2:
                    Put('\\', "\\\\");
                    break;
                case 3:
                    Put('中', "\\u4e2d");
                    break;
                case 4:
                    Put('é', "\\xe9");
                    break;
                case 5:
                    Note('\uD83D');
                    Put('\uDE00', "\\U0001F600");
                    break;
                default:
                    Plain("abc'中#:");
                    break;
            }
        }

        private void Block(bool folds)
        {
            var indent = random.Next(1, 5);
            var explicitIndent = random.Next(4) == 0;
            var chomp = random.Next(3);
            Raw((folds ? ">" : "|") + (explicitIndent ? indent.ToString(CultureInfo.InvariantCulture) : "") + chomp switch { 0 => "-", 1 => "", _ => "+" });
            Break();
            var lines = random.Next(1, 6);
            for (var line = 0; line < lines; line++)
            {
                Raw(new string(' ', indent));
                var moreIndented = !folds && line > 0 && random.Next(3) == 0;
                if (moreIndented)
                    Put(' ');
                Plain("abc中");
                for (var i = random.Next(8); i > 0; i--)
                    Plain("abc'\"\\:#中 é{");
                Plain("xyz访");
                var last = line == lines - 1;
                var empty = last ? 0 : random.Next(3);
                BlockBreak(folds && !last && empty == 0, noted: last ? chomp != 0 : !folds || empty == 0);
                for (; empty > 0; empty--)
                {
                    Note('\n');
                    Break();
                }
            }
        }

        private void BlockBreak(bool joined, bool noted)
        {
            if (noted)
                Note(joined ? ' ' : '\n');
            Break();
        }

        private void Put(char c) => Put(c, c.ToString());

        private void Put(char c, string written)
        {
            Note(c);
            Raw(written);
        }

        private void Note(char c)
        {
            _value.Append(c);
            _places.Add((_line, _column));
        }

        private void Raw(string written)
        {
            _text.Append(written);
            _column += written.Length;
        }

        private void Break()
        {
            _text.Append(_break);
            _line++;
            _column = 1;
        }
    }
}
