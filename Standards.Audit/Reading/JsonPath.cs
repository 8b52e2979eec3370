using System.Text;

namespace Standards.Audit.Reading;

/// <summary>The dotted name of the attribute at hand. Not thread-safe.</summary>
internal sealed class JsonPath
{
    private byte[] _name = new byte[64];
    private int _length;

    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _length);

    public override string ToString() => Encoding.UTF8.GetString(Name);

    public void Clear() => _length = 0;

    /// <summary>Appends a key; the result is for <see cref="Pop"/>.</summary>
    public int Push(string key)
    {
        var before = _length;
        var most = _length + 1 + Encoding.UTF8.GetMaxByteCount(key.Length);
        if (most > _name.Length)
            Array.Resize(ref _name, most * 2);
        if (_length > 0)
            _name[_length++] = (byte)'.';
        _length += Encoding.UTF8.GetBytes(key, _name.AsSpan(_length));
        return before;
    }

    public void Pop(int before) => _length = before;
}
