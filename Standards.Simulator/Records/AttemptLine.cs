using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>An attempt in a list: a row of a table as wide as the page allows, or two lines where no table fits. Immutable.</summary>
internal sealed class AttemptLine
{
    /// <summary>Blanks between columns.</summary>
    private const int Gap = 2;

    private static readonly ImmutableArray<LocalizedText> Heads =
    [
        Texts.Records.Attempt, Texts.Records.When, Texts.Records.Subject, Texts.Records.Trainee, Texts.Records.Mode, Texts.Records.Duration, Texts.Records.Score, Texts.Records.Result,
    ];

    /// <summary>What a table shows, the fullest first: the id alone says when and what.</summary>
    private static readonly ImmutableArray<ImmutableArray<int>> Choices = [[0, 1, 2, 3, 4, 5, 6, 7], [0, 3, 4, 5, 6, 7], [0, 3, 5, 6, 7], [0, 3, 6, 7]];

    private readonly ImmutableArray<string> _cells;
    private readonly string _comma;
    private readonly Verdict? _tone;

    public AttemptLine(Invocation invocation, AttemptSummary attempt)
    {
        _cells =
        [
            attempt.Id,
            new InstantText(invocation.Time.LocalTimeZone).Short(attempt.StartedAt)[..16],
            attempt.Subject,
            attempt.Trainee,
            invocation.In(Texts.Of(attempt.Mode)),
            ScoreText.Of(attempt.Duration),
            invocation.In(ScoreText.Of(attempt.Score)),
            invocation.In(ScoreText.Result(attempt)),
        ];
        _comma = invocation.In(Texts.Comma);
        _tone = ScoreText.Tone(attempt.IsFinished, attempt.Score.IsPassed);
    }

    /// <summary>The rows as a table; null where the page is too narrow for one.</summary>
    public static string? Table(Invocation invocation, IReadOnlyCollection<AttemptLine> lines)
    {
        foreach (var columns in Choices)
        {
            if (columns.Sum(c => Gap + lines.Select(l => l._cells[c]).Append(invocation.In(Heads[c])).Max(TextWrapper.Width)) >= invocation.Terminal.Width)
                continue;
            var table = invocation.NewTable();
            foreach (var column in columns)
                table.Column(invocation.In(Heads[column]), isNumber: Heads[column] == Texts.Records.Duration, isWhole: true);
            foreach (var line in lines)
                table.Row([.. columns.Select(c => new Cell(line._cells[c], c == Heads.Length - 1 ? line._tone : null))]);
            return table.Render();
        }

        return null;
    }

    public void AddTo(Page page)
    {
        page.Paragraph(_cells[0]);
        page.Paragraph(string.Join(_comma, _cells[3..]), indent: 4, paint: text => Painted(page.Ink, text));
    }

    private string Painted(Ink ink, string text) =>
        _tone is { } tone && text.EndsWith(_cells[^1], StringComparison.Ordinal) ? text[..^_cells[^1].Length] + ink.Of(tone, _cells[^1]) : text;
}
