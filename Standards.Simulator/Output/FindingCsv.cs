using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Simulator.Output;

/// <summary>Findings as a table (RFC 4180), one a row. Not thread-safe.</summary>
internal sealed class FindingCsv(Language language, TimeZoneInfo zone)
{
    private const string Header = "case,norm,clauses,pack,verdict,severity,key,at,due,message,evidence\r\n";
    private const int PieceSize = 1 << 15;

    private readonly InstantText _instants = new(zone);
    private readonly StringBuilder _text = new(PieceSize + 4096);

    /// <param name="stream">Takes UTF-8.</param>
    /// <param name="findings">What is written.</param>
    /// <param name="mark">Whether a byte order mark stands first, which some spreadsheets need.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public void Write(Stream stream, IEnumerable<Finding> findings, bool mark, CancellationToken cancellation)
    {
        _text.Append(mark ? "\uFEFF" : "").Append(Header);
        foreach (var finding in findings)
        {
            cancellation.ThrowIfCancellationRequested();
            Row(finding);
            if (_text.Length >= PieceSize)
                Send(stream);
        }

        Send(stream);
    }

    private void Row(Finding finding)
    {
        Cell(finding.Case, ',');
        Cell(finding.Norm, ',');
        Cell(string.Join(' ', finding.Clauses), ',');
        Cell(finding.Pack, ',');
        Cell(VerdictNames.Of(finding.Verdict), ',');
        Cell(VerdictNames.Of(finding.Severity), ',');
        Cell(finding.Key ?? "", ',');
        Cell(_instants.Full(finding.At), ',');
        Cell(finding.Due is { } due ? _instants.Full(due) : "", ',');
        Cell(finding.Message.In(language), ',');
        Cell(string.Join("; ", finding.Evidence.Select(Evidence)), '\r');
        _text.Append('\n');
    }

    private string Evidence(Evidence evidence)
    {
        var place = evidence.File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{evidence.File}:{evidence.Line} ");
        return $"{place}{evidence.Act} {_instants.Full(evidence.At)}";
    }

    private void Cell(string text, char after) => CsvCell.Append(_text, text, after);

    private void Send(Stream stream)
    {
        stream.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
    }
}
