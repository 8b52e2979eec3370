using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Standards.Core;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records.Exports;

/// <summary>The page that a course shows for a scenario: what happens in it, and how to play it. Needs no script and no network.</summary>
internal static class LaunchPage
{
    private const string Style =
        ":root{color-scheme:light dark}body{font:16px/1.6 system-ui,\"Noto Sans SC\",\"Microsoft YaHei\",sans-serif;margin:2rem auto;max-width:42rem;padding:0 1rem}"
        + "section+section{border-top:1px solid #8886;margin-top:2rem;padding-top:1rem}pre{background:#8882;overflow-x:auto;padding:.6rem .8rem}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(ScenarioHead scenario)
    {
        var page = new StringBuilder();
        var title = scenario.Title.In(Language.En).Length > 0 ? scenario.Title : new LocalizedText(scenario.Id, scenario.Id);
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Encoder.Encode(title.In(Language.Zh))}</title>\n<style>{Style}</style>\n</head>\n<body>\n");
        foreach (var (tag, language) in new[] { ("zh-CN", Language.Zh), ("en", Language.En) })
        {
            page.Append(CultureInfo.InvariantCulture, $"<section lang=\"{tag}\">\n<h1>{Encoder.Encode(title.In(language))}</h1>\n");
            foreach (var line in (scenario.Scene?.In(language) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                page.Append(CultureInfo.InvariantCulture, $"<p>{Encoder.Encode(line)}</p>\n");
            page.Append(CultureInfo.InvariantCulture, $"<p>{Encoder.Encode(Texts.Records.PlayIt.In(language))}</p>\n<pre><code>standards train {Encoder.Encode(scenario.Id)}</code></pre>\n");
            page.Append(CultureInfo.InvariantCulture, $"<p>{Encoder.Encode(Texts.Records.ThenExport.In(language))}</p>\n<pre><code>standards export --scenario {Encoder.Encode(scenario.Id)} --xapi statements.json</code></pre>\n</section>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }
}
