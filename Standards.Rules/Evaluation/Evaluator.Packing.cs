using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Compilation;

namespace Standards.Rules.Evaluation;

/// <summary>
/// Puts the state of a quiet case into bytes and back, within one run: the bytes name programs by number. Not thread-safe.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly List<Program> _packedPrograms = [];
    private readonly Dictionary<Program, int> _programNumbers = [];

    /// <summary>
    /// Writes the case and gives its state back. False, with nothing done, where it holds what bytes cannot: captured
    /// attributes, near misses, lists.
    /// </summary>
    public bool TryPack(CaseState state, ArrayBufferWriter<byte> target)
    {
        if (!IsPackable(state))
            return false;
        if (!_programNumbers.TryGetValue(state.Program, out var program))
        {
            program = _packedPrograms.Count;
            _packedPrograms.Add(state.Program);
            _programNumbers.Add(state.Program, program);
        }

        Put(target, new PackedHeader
        {
            LastAt = state.LastAt,
            NextDue = state.NextDue,
            FirstAt = state.FirstAt,
            LastEventAt = state.LastEventAt,
            EndedPacks = state.EndedPacks,
            First = state.First,
            Program = program,
            LastProcess = state.LastProcess,
            Moment = state.Moment,
            Facts = state.FactCount,
            Norms = Count(state),
            Started = state.Started,
            SpeechLogged = state.SpeechLogged,
            SpeechIsFact = state.SpeechIsFact,
        });
        for (var pack = 0; pack < state.Program.EndingMachines.Length; pack++)
            Put(target, state.Mark(pack));

        for (var i = 0; i < state.FactCount; i++)
        {
            Put(target, state.Facts[i].Attribute);
            PutValue(target, state.Facts[i].Value);
        }

        foreach (ref var norm in state.Table)
        {
            if (norm.Tag != 0)
                PackNorm(target, ref norm);
        }

        Release(state);
        return true;
    }

    /// <summary>The state that <see cref="TryPack"/> wrote.</summary>
    public CaseState Unpack(int id, ReadOnlySpan<byte> source)
    {
        var header = Take<PackedHeader>(ref source);
        var state = Open(id, _packedPrograms[header.Program]);
        state.LastAt = header.LastAt;
        state.NextDue = header.NextDue;
        state.FirstAt = header.FirstAt;
        state.LastEventAt = header.LastEventAt;
        state.First = header.First;
        state.LastProcess = header.LastProcess;
        state.Moment = header.Moment;
        state.Started = header.Started;
        state.SpeechLogged = header.SpeechLogged;
        state.SpeechIsFact = header.SpeechIsFact;
        state.EndedPacks = header.EndedPacks;
        for (var pack = 0; pack < state.Program.EndingMachines.Length; pack++)
            state.SetMark(pack, Take<long>(ref source));

        for (var i = 0; i < header.Facts; i++)
        {
            var attribute = Take<int>(ref source);
            state.AddFact(new AttributeValue(attribute, TakeValue(ref source)));
        }

        for (var i = 0; i < header.Norms; i++)
            UnpackNorm(state, ref source);
        return state;
    }

    private struct PackedHeader
    {
        public long LastAt;
        public long NextDue;
        public long FirstAt;
        public long LastEventAt;
        public ulong EndedPacks;
        public EventReference First;
        public int Program;
        public int LastProcess;
        public int Moment;
        public int Facts;
        public int Norms;
        public bool Started;
        public bool SpeechLogged;
        public bool SpeechIsFact;
    }

    private struct PackedNorm
    {
        public int Local;
        public int Bits;
        public int Satisfied;
        public int Obligations;
    }

    private struct PackedObligation
    {
        public long At;
        public long Due;
        public long From;
        public EventReference Activation;
        public int Count;
        public int MaybeCount;
        public ObligationFlags Flags;
    }

    private static int Count(CaseState state)
    {
        var count = 0;
        foreach (ref var norm in state.Table)
            count += norm.Tag != 0 ? 1 : 0;
        return count;
    }

    private bool IsPackable(CaseState state)
    {
        for (var i = 0; i < state.FactCount; i++)
        {
            if (!IsPackable(state.Facts[i].Value))
                return false;
        }

        foreach (ref var norm in state.Nodes == 0 ? [] : state.Table)
        {
            for (var node = norm.Head; node != 0; node = _pool[node].Next)
            {
                if (_pool[node].Extra is not null || !IsPackable(_pool[node].Key))
                    return false;
            }
        }

        return true;
    }

    private static bool IsPackable(Value value) => value.Kind is not (ValueKind.List or ValueKind.Map) && value.Fault is null;

    private void PackNorm(ArrayBufferWriter<byte> target, ref NormState norm)
    {
        var count = 0;
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
            count++;
        Put(target, new PackedNorm { Local = norm.Tag - 1, Bits = norm.Bits, Satisfied = norm.Satisfied, Obligations = count });
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            Put(target, new PackedObligation
            {
                At = item.At,
                Due = item.Due,
                From = item.From,
                Activation = item.Activation,
                Count = item.Count,
                MaybeCount = item.MaybeCount,
                Flags = item.Flags,
            });
            PutValue(target, item.Key);
        }
    }

    private void UnpackNorm(CaseState state, ref ReadOnlySpan<byte> source)
    {
        var packed = Take<PackedNorm>(ref source);
        ref var norm = ref state.State(packed.Local);
        norm.Bits = packed.Bits;
        norm.Satisfied = packed.Satisfied;
        for (int i = 0, previous = 0; i < packed.Obligations; i++)
        {
            var obligation = Take<PackedObligation>(ref source);
            var key = TakeValue(ref source);
            var node = Rent(state);
            ref var item = ref _pool[node];
            item = new Obligation
            {
                At = obligation.At,
                Due = obligation.Due,
                From = obligation.From,
                Activation = obligation.Activation,
                Key = key,
                Count = obligation.Count,
                MaybeCount = obligation.MaybeCount,
                Flags = obligation.Flags,
            };
            if (obligation.Due != long.MaxValue)
                state.Clocks++;
            if (previous == 0)
                norm.Head = node;
            else
                _pool[previous].Next = node;
            previous = node;
        }
    }

    private static void Put<T>(ArrayBufferWriter<byte> target, T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(target.GetSpan(Unsafe.SizeOf<T>()), in value);
        target.Advance(Unsafe.SizeOf<T>());
    }

    private static T Take<T>(ref ReadOnlySpan<byte> source)
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(source);
        source = source[Unsafe.SizeOf<T>()..];
        return value;
    }

    private static void PutValue(ArrayBufferWriter<byte> target, Value value)
    {
        Put(target, value.Kind);
        switch (value.Kind)
        {
            case ValueKind.String:
                var length = Encoding.UTF8.GetByteCount(value.AsString);
                Put(target, length);
                Encoding.UTF8.GetBytes(value.AsString, target.GetSpan(length));
                target.Advance(length);
                break;
            case ValueKind.Bool or ValueKind.Int or ValueKind.Double or ValueKind.Duration or ValueKind.Timestamp:
                Put(target, value.AsInt);
                break;
        }
    }

    private static Value TakeValue(ref ReadOnlySpan<byte> source)
    {
        var kind = Take<ValueKind>(ref source);
        switch (kind)
        {
            case ValueKind.Missing:
                return Value.Missing;
            case ValueKind.Null:
                return Value.Null;
            case ValueKind.String:
                var length = Take<int>(ref source);
                var text = Encoding.UTF8.GetString(source[..length]);
                source = source[length..];
                return Value.Of(text);
            default:
                var bits = Take<long>(ref source);
                return kind switch
                {
                    ValueKind.Bool => Value.Of(bits != 0),
                    ValueKind.Double => Value.Of(BitConverter.Int64BitsToDouble(bits)),
                    ValueKind.Duration => Value.Of(new TimeSpan(bits)),
                    ValueKind.Timestamp => Value.Of(new Instant(bits)),
                    _ => Value.Of(bits),
                };
        }
    }
}
