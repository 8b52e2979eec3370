using System.IO.Compression;

namespace Standards.Audit.Reading;

/// <summary>
/// Decompresses a gzip file of one or several members, and knows whether its last member was whole, which <see cref="GZipStream"/> alone does
/// not tell.
/// </summary>
internal sealed class GzipLogStream : Stream
{
    private static readonly byte[] Mark = "standards: whole"u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly Tail _source;
    private readonly GZipStream _gzip;

    public GzipLogStream(Stream source)
    {
        _source = new Tail(source);
        _gzip = new GZipStream(_source, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Whether the file, read to its end, ended with its last member. Feeds a member of our own to the decompressor: only one that stands
    /// between members decodes it.
    /// </summary>
    public bool EndedWhole()
    {
        _source.Append(MarkMember);
        Span<byte> read = stackalloc byte[Mark.Length + 1];
        try
        {
            return read[.._gzip.ReadAtLeast(read, read.Length, throwOnEndOfStream: false)].SequenceEqual(Mark);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => _gzip.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _gzip.Read(buffer);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] text)
    {
        var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(text);
        return member.ToArray();
    }

    /// <summary>A stream to whose end bytes can be appended.</summary>
    private sealed class Tail(Stream source) : Stream
    {
        private readonly MemoryStream _appended = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Append(byte[] bytes)
        {
            _appended.Write(bytes);
            _appended.Position -= bytes.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => source.Read(buffer) is > 0 and var read ? read : _appended.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
