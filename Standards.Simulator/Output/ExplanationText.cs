using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;
using Standards.Rules.Explanation.Traces;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Output;

/// <summary>A norm explained, as a page. Not thread-safe.</summary>
internal sealed class ExplanationText(Invocation invocation, RuleBook book)
{
    private readonly Page _page = invocation.NewPage();
    private readonly NormDescriber _describer = new(book.Bound);

    public string Of(NormExplanation explanation)
    {
        var norm = explanation.Norm;
        Head(norm);
        Clauses(explanation);
        _page.Heading(Say(Texts.Explain.Reading));
        Pairs(explanation.Reading.Select(r => (Say(r.About), Say(r.Text))));
        Settings(explanation);
        Trace(Texts.Explain.Kept, explanation.Kept, norm, Verdict.Satisfied);
        Trace(Texts.Explain.Broken, explanation.Broken, norm, Verdict.Violated);
        return _page.ToString();
    }

    private void Head(BoundNorm norm)
    {
        _page.Paragraph(Say(norm.Title), paint: _page.Ink.Bold).Line(norm.Id).Gap();
        var form = $"{FormNames.Of(norm.Form)} – {Say(FormNames.Title(norm.Form))}";
        Pairs(
        [
            (Say(Texts.Explain.Severity), Say(Texts.Of(norm.Severity)) + (norm.Scored ? "" : Say(Texts.Comma) + Say(Texts.Explain.NotScored))),
            (Say(Texts.Explain.Form), form),
            (Say(Texts.Explain.Pack), $"{norm.Pack.Label}  {Say(norm.Pack.Title)}"),
            (Say(Texts.Explain.Place), $"{norm.Span.File}:{norm.Span.Line}"),
        ]);
    }

    private void Clauses(NormExplanation explanation)
    {
        _page.Heading(Say(Texts.Explain.Clauses));
        if (explanation.Clauses.IsEmpty)
            _page.Paragraph(string.Join(", ", explanation.Norm.Clauses), indent: 2);
        else
            Pairs(explanation.Clauses.Select(c => (c.Id, Say(c.Text))));
    }

    private void Settings(NormExplanation explanation)
    {
        if (explanation.Settings.IsEmpty)
            return;
        _page.Heading(Say(Texts.Explain.Settings));
        foreach (var setting in explanation.Settings)
        {
            var title = Say(setting.Title);
            var text = string.Equals(setting.Text, setting.Default, StringComparison.Ordinal)
                ? Texts.Explain.Setting.With(setting.Text, title)
                : Texts.Explain.SettingDefault.With(setting.Text, title, setting.Default);
            _page.Pair(setting.Name, Say(text), TextWrapper.Width(setting.Name));
            if (setting.Note != LocalizedText.Empty)
                _page.Pair("", Say(setting.Note), TextWrapper.Width(setting.Name));
        }
    }

    private void Trace(LocalizedText heading, GeneratedTrace? trace, BoundNorm norm, Verdict verdict)
    {
        _page.Heading(Say(heading));
        if (trace is null)
        {
            _page.Paragraph(Say(norm.Form is NormForm.Quota ? Texts.Explain.QuotaTrace : Texts.Explain.NoTrace), indent: 2);
            return;
        }

        var instants = new InstantText(norm.Pack.Calendar.Zone);
        foreach (var item in trace.Events)
            Event(item, instants);
        var result = trace.Finding is { } finding
            ? $"{Say(Texts.Of(finding.Verdict))}{Say(Texts.Comma)}{instants.Short(finding.At)}{Say(Texts.Colon)}{Found(norm, finding)}"
            : Say(Texts.Explain.InOrder);
        _page.Paragraph("→ " + result, indent: 2, line => _page.Ink.Of(verdict, line), hang: 2);
    }

    /// <summary>What the message says beyond what this page has said already: the title and the expectation stand above.</summary>
    private string Found(BoundNorm norm, Finding finding)
    {
        var rest = Say(finding.Message);
        foreach (var known in new[] { Say(norm.Title), Say(_describer.Expectation(norm)) })
        {
            if (known.Length > 0 && rest.StartsWith(known, StringComparison.Ordinal) && rest.Length > known.Length)
                rest = rest[known.Length..].TrimStart(':', ';', '：', '；', ' ');
        }

        return rest;
    }

    private void Event(InteractionEvent item, InstantText instants)
    {
        var isFacts = string.Equals(item.Act, InteractionEvent.CaseFacts, StringComparison.Ordinal);
        List<string> parts = [isFacts ? Say(Texts.Explain.Facts) : $"{item.Act}{Separator}{Title(item.Act)}"];
        if (item.Role is not null)
            parts.Add(Say(Texts.Explain.By.With(Say(_describer.RoleTitle(item.Role)))));
        if (item.Actor is not null)
            parts.Add($"actor = {item.Actor}");
        if (item.Say is not null)
            parts.Add(Say(Texts.Explain.Says.With(item.Say)));
        parts.AddRange(item.Data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} = {ValueText.Of(d.Value, instants)}"));
        var time = instants.Short(item.At);
        _page.Pair(time, string.Join(Say(Texts.Explain.Semicolon), parts), TextWrapper.Width(time));
    }

    private static string Separator => " – ";

    private string Title(string act)
    {
        var found = book.Bound.Vocabulary.Acts.FirstOrDefault(a => string.Equals(a.Name, act, StringComparison.Ordinal));
        return found is null ? act : Say(found.Title);
    }

    private void Pairs(IEnumerable<(string Label, string Text)> pairs)
    {
        var all = pairs.ToList();
        var width = all.Count == 0 ? 0 : all.Max(p => TextWrapper.Width(p.Label));
        foreach (var (label, text) in all)
            _page.Pair(label, text, width);
    }

    private string Say(LocalizedText text) => invocation.In(text);
}
