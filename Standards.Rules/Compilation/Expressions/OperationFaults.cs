using Standards.Core.Values;

namespace Standards.Rules.Compilation.Expressions;

/// <summary>The faults that one operation of an expression can end in, made beforehand. Immutable.</summary>
/// <param name="subject">The operation as the user wrote it.</param>
internal sealed class OperationFaults(string subject)
{
    public readonly Value Missing = Make(FaultKind.MissingAttribute, subject);
    public readonly Value NoSuchElement = Make(FaultKind.NoSuchElement, subject);
    public readonly Value Overflow = Make(FaultKind.Overflow, subject);
    public readonly Value DivisionByZero = Make(FaultKind.DivisionByZero, subject);
    public readonly Value Conversion = Make(FaultKind.Conversion, subject);
    public readonly Value WrongType = Make(FaultKind.WrongType, subject);

    private static Value Make(FaultKind kind, string subject) => Value.Faulty(new Fault(kind, subject));
}
