using Standards.Audit.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>The fields of a line while it is read. Offsets count from the start of the line.</summary>
internal struct JsonEventFields
{
    public int CaseStart;
    public int CaseLength;

    /// <summary>The case id where it was written with escapes.</summary>
    public byte[]? CasePlain;

    public long At;
    public bool HasAt;
    public byte[]? ActName;
    public byte[]? ProcessName;
    public string? Actor;
    public string? Role;
    public string? Say;

    /// <summary>The fault of the first required field that is absent or empty.</summary>
    public readonly LineFault? FirstMissing()
    {
        var field = CaseLength == 0 ? "case" : !HasAt ? "at" : ActName is not { Length: > 0 } ? "act" : null;
        return field is null ? null : new LineFault(LogDiagnostics.MissingField, -1, [field], LogHelp.RequiredFields);
    }
}
