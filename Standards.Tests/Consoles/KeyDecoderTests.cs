using System.Text;
using Standards.Simulator.Consoles;
using Xunit;

namespace Standards.Tests.Consoles;

public sealed class KeyDecoderTests
{
    [Theory]
    [InlineData("a好😀", "a 好 😀")]
    [InlineData("\r\n", "Enter Enter")]
    [InlineData("\u007f\b\t", "Backspace Backspace Tab")]
    [InlineData("\u0001\u0003\u001a", "Control-A Control-C Control-Z")]
    [InlineData("\0\u001c\u001f", "")]
    [InlineData("\u001b[A\u001b[B\u001b[C\u001b[D\u001b[H\u001b[F", "UpArrow DownArrow RightArrow LeftArrow Home End")]
    [InlineData("\u001bOA\u001bOD\u001bOH", "UpArrow LeftArrow Home")]
    [InlineData("\u001b[1~\u001b[3~\u001b[4~\u001b[7~\u001b[8~", "Home Delete End Home End")]
    [InlineData("\u001b[1;5D\u001b[1;3C\u001b[3;2~", "Control-LeftArrow Alt-RightArrow Shift-Delete")]
    [InlineData("\u001bb\u001bf\u001b\u007f", "Alt-B Alt-F Alt-Backspace")]
    [InlineData("\u001b\u001b[A", "Escape UpArrow")]
    [InlineData("\u001b好", "Escape 好")]
    [InlineData("\u001b[[Ax\u001b[15~y\u001b[<0;1;1My", "x y y")]
    [InlineData("\u001b[200~一\r\n二\u001b[A\u001b[201~三", "paste(一\r\n二\u001b[A) 三")]
    [InlineData("\u001b[200~\u001b[201~", "paste()")]
    public void Bytes_are_keys_however_they_come_apart(string bytes, string keys)
    {
        var all = Encoding.UTF8.GetBytes(bytes);
        for (var size = 1; size <= all.Length; size++)
            Assert.Equal(keys, string.Join(' ', Decode(all, size).Select(Keys.Name)));
    }

    [Fact]
    public void An_escape_alone_is_a_key_once_nothing_follows()
    {
        var decoder = new KeyDecoder();
        var keys = new Queue<Key>();
        decoder.Feed("\u001b"u8, keys);
        Assert.True(decoder.IsWaiting);
        Assert.Empty(keys);
        decoder.Pause(keys);
        Assert.False(decoder.IsWaiting);
        Assert.Equal([new Key.Stroke(ConsoleKey.Escape)], keys);
    }

    [Fact]
    public void A_character_that_is_late_is_waited_for()
    {
        var decoder = new KeyDecoder();
        var keys = new Queue<Key>();
        decoder.Feed([0xE5, 0xA5], keys);
        decoder.Pause(keys);
        decoder.Feed([0xBD], keys);
        Assert.Equal([new Key.Typed("好")], keys);
    }

    [Fact]
    public void Bytes_that_are_no_character_are_shown_as_such() =>
        Assert.Equal("\ufffd a \ufffd b", string.Join(' ', Decode([0xFF, (byte)'a', 0xE5, (byte)'b'], 4).Select(Keys.Name)));

    private static Queue<Key> Decode(byte[] bytes, int size)
    {
        var decoder = new KeyDecoder();
        var keys = new Queue<Key>();
        foreach (var chunk in bytes.Chunk(size))
            decoder.Feed(chunk, keys);
        Assert.False(decoder.IsWaiting);
        return keys;
    }
}
