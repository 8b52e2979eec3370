using System.Collections.Immutable;
using Standards.Bench.Measuring;

namespace Standards.Bench.Reports;

/// <summary>Measurements of one scope and the one that they are compared with.</summary>
/// <param name="Title">What the figures cover.</param>
/// <param name="Yardstick">The name of the row that the ratios are taken against.</param>
/// <param name="Rows">The measurements, in the order of the table.</param>
internal sealed record Comparison(string Title, string Yardstick, ImmutableArray<Measurement> Rows)
{
    /// <summary>How many times the yardstick's time a row takes; null where the yardstick was not measured.</summary>
    public double? TimesTheYardstick(Measurement row) =>
        Rows.FirstOrDefault(r => string.Equals(r.Name, Yardstick, StringComparison.Ordinal)) is { } yardstick
            ? row.MedianSeconds / yardstick.MedianSeconds
            : null;
}
