using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records.Exports;

/// <summary>The ids of what is exported: the same input gives the same ids. Immutable; thread-safe.</summary>
internal sealed partial class ExportIds
{
    /// <summary>An IRI that needs no host: <c>example</c> is nobody's name.</summary>
    public const string UsualBase = "tag:standards.example,2026:";

    // RFC 4122, appendix C: the name space of URLs.
    private static readonly Guid UrlSpace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private readonly Guid _space;

    /// <param name="start">What all IRIs begin with; an absolute IRI.</param>
    /// <exception cref="CommandFailure">It is no absolute IRI.</exception>
    public ExportIds(string start = UsualBase)
    {
        if (!AbsoluteIri().IsMatch(start))
            throw new CommandFailure(Texts.Records.BadBase.With(start), Texts.Records.BaseForm);
        Base = start[^1] is '/' or ':' or '#' or '=' ? start : start + "/";
        _space = NameBased(UrlSpace, Base);
    }

    public string Base { get; }

    public string Course => Base + "course";

    public string Pack(string id) => $"{Base}pack/{Uri.EscapeDataString(id)}";

    public string Subject(string id) => $"{Base}scenario/{Uri.EscapeDataString(id)}";

    public string Norm(string id) => $"{Base}norm/{Uri.EscapeDataString(id)}";

    public string Extension(string name) => $"{Base}extension/{name}";

    /// <summary>The registration of an attempt: it stays while the attempt is resumed or corrected.</summary>
    public Guid Registration(AttemptRecord attempt) => NameBased(_space, NameOf(attempt));

    /// <summary>
    /// The id of a statement about an attempt. Statements never change: what was resumed or corrected since makes new ones.
    /// </summary>
    public Guid Statement(AttemptRecord attempt, string about) =>
        NameBased(_space, string.Create(CultureInfo.InvariantCulture, $"{NameOf(attempt)}\n{attempt.EndedAt.Ticks}\n{attempt.Corrections.Length}\n{about}"));

    /// <summary>An id alone is unique in its store only; the rest tells stores apart.</summary>
    private static string NameOf(AttemptRecord attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{attempt.Id}\n{attempt.Trainee}\n{attempt.StartedAt.Ticks}\n{attempt.Seed}");

    /// <summary>A UUID of version 5: RFC 4122, section 4.3.</summary>
    internal static Guid NameBased(Guid space, string name)
    {
        var input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));
#pragma warning disable CA5350 // The version prescribes SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    [GeneratedRegex("""^[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>"{}|\\^`]+$""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AbsoluteIri();
}
