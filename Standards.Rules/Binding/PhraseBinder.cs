using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Speech;
using Standards.Rules.Syntax.Deadlines;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds what norms name and what stands on its own: phrases, lexicons and schedules.</summary>
internal sealed class PhraseBinder(PackScope pack)
{
    public void Phrase(MappingReader reader)
    {
        var id = pack.OwnId(reader);
        var text = reader.Scalar("text", required: true);
        var must = reader.StringOrList("must");
        var fillers = reader.StringOrList("fillers");
        var options = new PhraseOptions
        {
            Tolerance = (int)Math.Clamp(reader.OptionalInt("tolerance") ?? 0, 0, 1000),
            Polite = reader.OptionalBool("polite") ?? true,
            Must = [.. must.Select(m => m.Value)],
            Fillers = [.. fillers.Select(f => f.Value)],
        };
        reader.Localized("title");
        reader.StringOrList("clause");
        reader.Localized("note");
        reader.Finish();
        if (text is null)
        {
            pack.Phrases.DeclareMistaken(id);
            return;
        }

        var source = new PhraseSource(text.SpanAt, reader.SpanOf("tolerance"), i => must[i].Span, i => fillers[i].Span);
        if (Speech.Phrase.TryCreate(text.Value, options, source, pack.Diagnostics) is { } phrase)
            pack.Phrases.Declare(id, new BoundPhrase(id, text.Value, phrase, reader.SpanOf("id")), reader.SpanOf("id"));
        else
            pack.Phrases.DeclareMistaken(id);
    }

    public void Lexicon(MappingReader reader)
    {
        var id = pack.OwnId(reader);
        var terms = reader.StringOrList("terms", required: true);
        var except = reader.StringOrList("except");
        reader.Localized("title");
        reader.StringOrList("clause");
        reader.Localized("note");
        reader.Finish();
        var lexicon = ForbiddenLexicon.TryCreate(
            [.. terms.Select(t => t.Value)],
            [.. except.Select(t => t.Value)],
            i => terms[i].Span,
            i => except[i].Span,
            pack.Diagnostics);
        if (lexicon is not null)
            pack.Lexicons.Declare(id, new BoundLexicon(id, lexicon, reader.SpanOf("id")), reader.SpanOf("id"));
        else
            pack.Lexicons.DeclareMistaken(id);
    }

    public void Schedule(MappingReader reader)
    {
        var id = pack.OwnId(reader);
        var title = reader.Localized("title") ?? LocalizedText.Empty;
        var rules = reader.Scalar("rules", required: true);
        reader.Localized("note");
        reader.StringOrList("clause");
        reader.Finish();
        if (rules is not null)
            pack.Schedules.Declare(id, new BoundSchedule(id, title, ScheduleParser.Parse(rules.Value, rules.SpanAt, pack.Diagnostics)), reader.SpanOf("id"));
    }
}
