using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class Utf8TableTests
{
    [Fact]
    public unsafe void Names_of_every_length_are_found_under_their_numbers()
    {
        var random = new Random(3);
        var names = Enumerable.Range(0, 20_000).Select(i => new string((char)('a' + (i % 26)), random.Next(40)) + i.ToString(System.Globalization.CultureInfo.InvariantCulture)).Prepend("").ToArray();
        var table = Utf8Table.Of(names);
        for (var i = 0; i < names.Length; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(names[i]);
            Assert.Equal(i, table.Find(bytes));
            Assert.Equal(-1, table.Find(Encoding.UTF8.GetBytes(names[i] + "x")));
            var followed = bytes.Concat(Encoding.ASCII.GetBytes("\"garbage follows")).ToArray();
            fixed (byte* p = followed)
                Assert.Equal(i, table.Find(p, bytes.Length));
        }
    }

    [Fact]
    public void A_full_pool_still_gives_every_text()
    {
        var pool = new Utf8StringPool(2);
        Assert.Same(pool.Get("a"u8), pool.Get("a"u8));
        Assert.Same(pool.Get("b"u8), pool.Get("b"u8));
        Assert.Equal("c", pool.Get("c"u8));
        Assert.NotSame(pool.Get("c"u8), pool.Get("c"u8));
        Assert.Equal(2, pool.Count);
    }
}
