using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>
/// Keeps the open cases of a run. Where there are more than fit, those that have been quiet longest wait in a temporary file,
/// whose name is gone as soon as it is open where the system allows that. Not thread-safe.
/// </summary>
internal sealed class CaseShelf(Evaluator evaluator, int resident) : IDisposable
{
    private const int WriteBuffer = 1 << 20;
    private const int ReadBuffer = 1 << 18;
    private const int LengthPrefix = sizeof(int);

    private readonly ArrayBufferWriter<byte> _written = new(WriteBuffer);
    private readonly ArrayBufferWriter<byte> _one = new();
    private readonly byte[] _read = new byte[ReadBuffer];
    private SafeFileHandle? _file;
    private long _flushed;
    private long _readFrom;
    private int _readLength;
    private int _resident;
    private int _hand;

    /// <summary>The state of a case that has none in memory: a new one, or the one that waits in the file.</summary>
    public CaseState Bring(ref CaseEntry entry, int number)
    {
        entry.State = entry.Shelved == 0 ? evaluator.Open(number) : evaluator.Unpack(number, Fetch(entry.Shelved - 1));
        entry.Shelved = 0;
        _resident++;
        return entry.State;
    }

    /// <summary>Gives up the state of a case.</summary>
    public void Discard(ref CaseEntry entry)
    {
        if (entry.State is { } state)
        {
            evaluator.Release(state);
            _resident--;
        }

        entry.State = null;
        entry.Shelved = 0;
    }

    /// <summary>
    /// Puts quiet cases away where there are more than the run may keep: the hand of a clock goes round, spares a case that was touched
    /// since it last came by, and takes the others.
    /// </summary>
    public void Tidy(CaseEntry[] cases, int count)
    {
        if (_resident <= resident)
            return;
        var goal = resident - (resident / 4);
        for (var looked = 0; looked < 2 * count && _resident > goal; looked++)
        {
            _hand = _hand + 1 < count ? _hand + 1 : 0;
            ref var entry = ref cases[_hand];
            if (entry.State is null)
                continue;
            if (entry.IsRecent)
                entry.IsRecent = false;
            else
                PutAway(ref entry);
        }
    }

    public void Dispose() => _file?.Dispose();

    private void PutAway(ref CaseEntry entry)
    {
        _one.ResetWrittenCount();
        if (!evaluator.TryPack(entry.State!, _one))
            return;
        entry.State = null;
        entry.Shelved = _flushed + _written.WrittenCount + 1;
        _resident--;
        BinaryPrimitives.WriteInt32LittleEndian(_written.GetSpan(LengthPrefix), _one.WrittenCount);
        _written.Advance(LengthPrefix);
        _written.Write(_one.WrittenSpan);
        if (_written.WrittenCount >= WriteBuffer)
            Flush();
    }

    private void Flush()
    {
        _file ??= File.OpenHandle(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        RandomAccess.Write(_file, _written.WrittenSpan, _flushed);
        _flushed += _written.WrittenCount;
        _written.ResetWrittenCount();
    }

    private ReadOnlySpan<byte> Fetch(long offset)
    {
        if (offset >= _flushed)
        {
            var fresh = _written.WrittenSpan[(int)(offset - _flushed)..];
            return fresh.Slice(LengthPrefix, BinaryPrimitives.ReadInt32LittleEndian(fresh));
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(Stored(offset, LengthPrefix));
        return length <= ReadBuffer - LengthPrefix ? Stored(offset, LengthPrefix + length)[LengthPrefix..] : Large(offset + LengthPrefix, length);
    }

    /// <summary>Cases that came together were put away together: what is read ahead is often asked for next.</summary>
    private ReadOnlySpan<byte> Stored(long offset, int length)
    {
        if (offset < _readFrom || offset + length > _readFrom + _readLength)
        {
            _readFrom = offset;
            _readLength = RandomAccess.Read(_file!, _read, offset);
        }

        return _read.AsSpan((int)(offset - _readFrom), length);
    }

    private byte[] Large(long offset, int length)
    {
        var bytes = new byte[length];
        RandomAccess.Read(_file!, bytes, offset);
        return bytes;
    }
}
