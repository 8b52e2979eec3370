using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Standards.Core;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records.Exports;

/// <summary>What a course package says besides its scenarios. Immutable.</summary>
internal sealed record Cmi5Options
{
    public required ExportIds Ids { get; init; }

    /// <summary>The titles of packs, by id; a pack without one is called by its id.</summary>
    public ImmutableDictionary<string, LocalizedText> Packs { get; init; } = ImmutableDictionary<string, LocalizedText>.Empty;
}

/// <summary>
/// Scenarios as a cmi5 course package: one block of each pack, one assignable unit of each scenario, and of each a page that tells how to
/// play it. The same scenarios give the same bytes.
/// </summary>
internal static class Cmi5Package
{
    public const string Namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";

    // The first date that a zip can hold.
    private static readonly DateTimeOffset Beginning = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="stream">Takes the zip; stays open.</param>
    /// <param name="scenarios">At least one, in the order of the course.</param>
    public static void Write(Stream stream, IReadOnlyList<ScenarioHead> scenarios, Cmi5Options options)
    {
        if (scenarios.Count == 0)
            throw new ArgumentException("a course needs a scenario", nameof(scenarios));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "cmi5.xml", Structure(scenarios, options));
        foreach (var scenario in scenarios)
            Add(zip, PathOf(scenario.Id), LaunchPage.Of(scenario));
    }

    /// <summary>The course structure, as <c>cmi5.xml</c>.</summary>
    public static string Structure(IReadOnlyList<ScenarioHead> scenarios, Cmi5Options options)
    {
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("courseStructure", Namespace);
            xml.WriteStartElement("course", Namespace);
            xml.WriteAttributeString("id", options.Ids.Course);
            Localized(xml, "title", Texts.Records.CourseTitle);
            Localized(xml, "description", Texts.Records.CourseDescription);
            xml.WriteEndElement();
            foreach (var pack in scenarios.GroupBy(s => s.Pack, StringComparer.Ordinal))
                Block(xml, pack.Key, pack, options);
            xml.WriteEndElement();
        }

        return text.ToString() + "\n";
    }

    private static void Block(XmlWriter xml, string pack, IEnumerable<ScenarioHead> scenarios, Cmi5Options options)
    {
        var title = Called(options.Packs.GetValueOrDefault(pack), pack);
        xml.WriteStartElement("block", Namespace);
        xml.WriteAttributeString("id", options.Ids.Pack(pack));
        Localized(xml, "title", title);
        Localized(xml, "description", Texts.Records.BlockDescription.With(title));
        foreach (var scenario in scenarios)
            Unit(xml, scenario, options);
        xml.WriteEndElement();
    }

    private static void Unit(XmlWriter xml, ScenarioHead scenario, Cmi5Options options)
    {
        var title = Called(scenario.Title, scenario.Id);
        xml.WriteStartElement("au", Namespace);
        xml.WriteAttributeString("id", options.Ids.Subject(scenario.Id));
        xml.WriteAttributeString("moveOn", "Passed");
        xml.WriteAttributeString("masteryScore", scenario.PassMark.ToString("0.####", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("launchMethod", "AnyWindow");
        Localized(xml, "title", title);
        Localized(xml, "description", scenario.Scene is { } scene && scene.In(Language.En).Length > 0 ? scene : Texts.Records.UnitDescription.With(title));
        xml.WriteElementString("url", Namespace, PathOf(scenario.Id));
        xml.WriteElementString("launchParameters", Namespace, scenario.Id);
        xml.WriteEndElement();
    }

    private static void Localized(XmlWriter xml, string element, LocalizedText text)
    {
        xml.WriteStartElement(element, Namespace);
        foreach (var (tag, language) in new[] { ("zh-CN", Language.Zh), ("en", Language.En) })
        {
            xml.WriteStartElement("langstring", Namespace);
            xml.WriteAttributeString("lang", tag);
            xml.WriteString(text.In(language));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static LocalizedText Called(LocalizedText? title, string id) => title is not null && title.In(Language.En).Length > 0 ? title : new LocalizedText(id, id);

    private static string PathOf(string scenario) => $"scenarios/{Uri.EscapeDataString(scenario)}.html";

    private static void Add(ZipArchive zip, string path, string content)
    {
        var entry = zip.CreateEntry(Uri.UnescapeDataString(path), CompressionLevel.Optimal);
        entry.LastWriteTime = Beginning;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    /// <summary>Its encoding is what the XML declaration names.</summary>
    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
