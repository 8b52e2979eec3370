using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Loading;
using Xunit;

namespace Standards.Tests.Loading;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 2, 1, 3)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\n", 2, 2, 1)]
    [InlineData("\n\n\n", 3, 4, 1)]
    [InlineData("😀x", 2, 1, 3)]
    public void A_place_has_a_line_and_a_column(string text, int index, int line, int column) =>
        Assert.Equal((line, column), SourceFile.FromText("x", text).Position(index));

    [Fact]
    public void Lines_come_without_their_breaks()
    {
        var file = SourceFile.FromText("x", "a\r\nb\n\rc");
        Assert.Equal(["a", "b", "", "c"], Enumerable.Range(1, file.LineCount).Select(i => file.LineText(i).ToString()));
    }

    /// <summary>Bytes in hexadecimal, code, line, column.</summary>
    [Theory]
    [InlineData("61FF", "ST0006", 1, 2)]
    [InlineData("610A62C3", "ST0006", 2, 2)]
    [InlineData("E4B8ADC0AF", "ST0006", 1, 2)]
    [InlineData("F09F9880ED9FBFEDA080", "ST0006", 1, 4)]
    [InlineData("EFBBBF61FE", "ST0006", 1, 2)]
    [InlineData("FFFE6100", "ST0007", 1, 1)]
    [InlineData("FEFF0061", "ST0007", 1, 1)]
    public void Bytes_that_are_no_utf8_are_reported_with_their_place(string hex, string code, int line, int column)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(SourceFile.FromBytes("x.yaml", Convert.FromHexString(hex), LoadLimits.Default, diagnostics));
        var diagnostic = Assert.Single(diagnostics.ToSorted());
        Assert.Equal((code, line, column), (diagnostic.Code, diagnostic.Span.Line, diagnostic.Span.Column));
        Assert.NotNull(diagnostic.Help);
    }

    [Fact]
    public void The_message_names_the_byte()
    {
        var diagnostics = new DiagnosticBag();
        SourceFile.FromBytes("x.yaml", [0x61, 0xFF], LoadLimits.Default, diagnostics);
        Assert.Equal("the byte 0xFF is not valid UTF-8", diagnostics.ToSorted()[0].Message(Language.En));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        var file = SourceFile.FromBytes("x.yaml", [0xEF, 0xBB, 0xBF, (byte)'a'], LoadLimits.Default, new DiagnosticBag());
        Assert.Equal("a", file!.Text);
    }

    [Theory]
    [InlineData(3, "ST0005")]
    [InlineData(4, "")]
    public void The_size_of_a_file_is_limited(int limit, string code)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.yaml", "a: 1");
        var diagnostics = new DiagnosticBag();
        var file = SourceFile.Read(path, "x.yaml", LoadLimits.Default with { MaxFileBytes = limit }, diagnostics);
        Assert.Equal(code.Length == 0, file is not null);
        Assert.Equal(code.Length == 0 ? [] : [code], diagnostics.ToSorted().Select(d => d.Code));
    }

    [Fact]
    public void A_file_that_is_missing_or_no_file_is_reported()
    {
        using var folder = new TemporaryFolder();
        var diagnostics = new DiagnosticBag();
        Assert.Null(SourceFile.Read(Path.Combine(folder.Path, "none.yaml"), "none.yaml", LoadLimits.Default, diagnostics));
        Assert.Null(SourceFile.Read(Path.Combine(folder.Path, "no", "ne.yaml"), "no\\ne.yaml", LoadLimits.Default, diagnostics));
        Assert.Null(SourceFile.Read(folder.Path, "folder.yaml", LoadLimits.Default, diagnostics));
        Assert.Equal(["folder.yaml ST0004", "no/ne.yaml ST0003", "none.yaml ST0003"], diagnostics.ToSorted().Select(d => $"{d.Span} {d.Code}"));
    }
}
