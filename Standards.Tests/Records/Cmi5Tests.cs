using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using Standards.Core;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Records.Exports;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Records;

public sealed class Cmi5Tests
{
    private static readonly ScenarioHead[] Scenarios =
    [
        new("lf.busy-desk.serving", "lf", new LocalizedText("办理中<B>到来", "B comes & waits")),
        new("lf.服务台", "lf", LocalizedText.Empty),
        new("wy.release", "wy", new LocalizedText("物品放行", "")) { Scene = new LocalizedText("业主来了。\n要搬<家具>。", "The owner comes.\nFurniture is to leave.") },
    ];

    private static readonly Cmi5Options Options = new()
    {
        Ids = new ExportIds(),
        Packs = ImmutableDictionary<string, LocalizedText>.Empty.Add("lf", new LocalizedText("礼服", "LF standards")),
    };

    /// <summary>The project's own statement of the structure, and the published schema where it lies beside the repository.</summary>
    public static TheoryData<string> Schemas
    {
        get
        {
            var schemas = new TheoryData<string> { GoldenFile.RepositoryPath("Standards.Tests/Records/Fixtures/course-structure.xsd") };
            if (PublishedSchema() is { } published)
                schemas.Add(published);
            return schemas;
        }
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void The_course_structure_is_valid(string schema) => Assert.Empty(Mistakes(schema, Cmi5Package.Structure(Scenarios, Options)));

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_finds_what_is_wrong(string schema)
    {
        var structure = Cmi5Package.Structure(Scenarios, Options);
        Assert.NotEmpty(Mistakes(schema, structure.Replace("masteryScore=\"0.8\"", "masteryScore=\"80\"", StringComparison.Ordinal)));
        Assert.NotEmpty(Mistakes(schema, structure.Replace("moveOn=\"Passed\"", "moveOn=\"Whenever\"", StringComparison.Ordinal)));
        Assert.NotEmpty(Mistakes(schema, structure.Replace("langstring", "string", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_scenario_is_a_unit_in_the_block_of_its_pack()
    {
        XNamespace cmi5 = Cmi5Package.Namespace;
        var course = XDocument.Parse(Cmi5Package.Structure(Scenarios, Options)).Root!;
        Assert.Equal(
            ["礼服: lf.busy-desk.serving lf.服务台", "wy: wy.release"],
            course.Elements(cmi5 + "block").Select(b => $"{b.Element(cmi5 + "title")!.Elements().First().Value}: {string.Join(' ', b.Elements(cmi5 + "au").Select(a => a.Element(cmi5 + "launchParameters")!.Value))}"));
        var ids = course.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.StartsWith("tag:standards.example,2026:", id, StringComparison.Ordinal));
        Assert.All(course.Descendants(cmi5 + "langstring"), l => Assert.NotEqual("", l.Value));
    }

    [Fact]
    public void Every_unit_has_its_page_in_the_package()
    {
        XNamespace cmi5 = Cmi5Package.Namespace;
        using var zip = new ZipArchive(new MemoryStream(Package()));
        var urls = XDocument.Parse(Text(zip, "cmi5.xml")).Descendants(cmi5 + "url").Select(u => Uri.UnescapeDataString(u.Value)).ToList();
        Assert.Equal(Scenarios.Length, urls.Count);
        Assert.Equal(["cmi5.xml", .. urls], zip.Entries.Select(e => e.FullName));
        foreach (var (url, scenario) in urls.Zip(Scenarios))
        {
            var page = Text(zip, url);
            Assert.Contains($"standards train {scenario.Id}", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<B>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<家具>", page, StringComparison.Ordinal);
        }

        Assert.Contains("<p>业主来了。</p>", Text(zip, urls[2]), StringComparison.Ordinal);
        Assert.Contains("<p>Furniture is to leave.</p>", Text(zip, urls[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_scenarios_give_the_same_bytes() => Assert.Equal(Package(), Package());

    [Fact]
    public void The_zip_holds_no_time_of_its_making()
    {
        using var zip = new ZipArchive(new MemoryStream(Package()));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void A_course_without_scenarios_is_no_course() => Assert.Throws<ArgumentException>(() => Cmi5Package.Write(new MemoryStream(), [], Options));

    private static byte[] Package()
    {
        using var stream = new MemoryStream();
        Cmi5Package.Write(stream, Scenarios, Options);
        return stream.ToArray();
    }

    private static string Text(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static List<string> Mistakes(string schema, string structure)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(Cmi5Package.Namespace, schema);
        var mistakes = new List<string>();
        XDocument.Parse(structure).Validate(schemas, (_, e) => mistakes.Add(e.Message));
        return mistakes;
    }

    /// <summary>The schema that the specification publishes is no part of the project: it is used where it is.</summary>
    private static string? PublishedSchema()
    {
        var repository = GoldenFile.RepositoryPath("");

        // A second working tree names its repository in a file.
        var link = Path.Combine(repository, ".git");
        var main = File.Exists(link) ? Path.GetFullPath(Path.Combine(File.ReadAllText(link).Trim()["gitdir: ".Length..], "..", "..", "..")) : repository;
        var path = Path.GetFullPath(Path.Combine(main, "..", "shared", "data", "cmi5", "CourseStructure.xsd"));
        return File.Exists(path) ? path : null;
    }
}
