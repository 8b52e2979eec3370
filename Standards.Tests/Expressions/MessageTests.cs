using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Expressions;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class MessageTests
{
    private static readonly string[] Mistaken =
    [
        "rings = 3", "severity == “major”", "desk.occupied & urgent", "桌面 == 3", "rings ≥ 3 @", "name == 'open", "name == 'a\\qb'",
        "wait > 5m", "rings > 99999999999999999999", "rings == 3u", "b'abc' == b'abc'", "'''a'''", "(rings == 3", "size(tags", "[1 2]", "",
        "rings + * 2", "rings == 3 price", "desk.occupied and urgent", "not urgent", "rings is 3", "if == 1", "info.?floor", "Visitor{a: 1}",
        "{name: 1}", "sevrity == 'major'", "visitor.knid == 'media'", "kind.visitor == 'media'", "setting.umbrela_price > 1", "desk", "True", "zzzzzz",
        "name.contain('a')", "zzzzzz(1)", "uint(1)", "math.sqrt(2.0)", "state('bussy-desk') == 'open'", "state(name) == 'open'", "state('busy-desk') == 'oepn'",
        "decision('demo.gradding') == 'a'", "rings == '3'", "wait == '3m'", "rings + price > 1.0", "name + rings == 'a'", "name == null", "'a' in name",
        "severity < 'major'", "severity == 'magor'", "severity == 'zzz'", "severity in ['major', 'crtical']", "!rings", "-name == 'a'", "rings && urgent",
        "rings.contains('a')", "size(rings)", "due.getHours(8)", "due.getHours('Asia/Shangai')", "name.matches('(')", "name.matches('(?=a)')",
        "name.matches(visitor)", "has(tags[0])", "tags.all(t)", "tags.all(t, size(t))", "{'a': 1, 'a': 2}", "duration('5 min') < wait", "timestamp('2026-03-02') < at",
        "urgent ? 1 : 'a'", "urgent ? 1 : 1.5", "rings > 1 / 0", "'abc'.all(c, true)", "visitor.name == 'a'", "rings", "math.least('a')", "setting.cap[0]",
    ];

    [Fact]
    public void The_messages_are_the_reviewed_ones()
    {
        var source = SourceFile.FromText("norms.yaml", string.Join('\n', Mistaken));
        var text = new StringBuilder();
        for (var i = 0; i < Mistaken.Length; i++)
        {
            var line = i + 1;
            var diagnostics = new DiagnosticBag();
            var syntax = ExpressionParser.Parse(Mistaken[i], (offset, length) => new SourceSpan("norms.yaml", line, offset + 1, Math.Max(1, length)), diagnostics);
            var bound = ExpressionBinder.BindCondition(syntax, World.Instance, diagnostics);
            if (!diagnostics.HasErrors)
                ExpressionPlanner.PlanCondition(bound, diagnostics);
            Assert.True(diagnostics.Count > 0, Mistaken[i]);
            foreach (var language in (Language[])[Language.En, Language.Zh])
            {
                var renderer = new DiagnosticRenderer(_ => source, RenderOptions.Default with { Language = language });
                foreach (var diagnostic in diagnostics.ToSorted())
                    text.Append(renderer.Render(diagnostic));
            }

            text.Append('\n');
        }

        GoldenFile.AssertEqual("Expressions/Golden/messages.txt", text.ToString());
    }

    [Fact]
    public void A_message_follows_the_house_style()
    {
        foreach (var descriptor in typeof(ExpressionDiagnostics).GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!))
        {
            Assert.False(descriptor.Message.En.EndsWith('.'), descriptor.Code);
            Assert.False(descriptor.Message.Zh.EndsWith('。'), descriptor.Code);
            Assert.False(char.IsUpper(descriptor.Message.En[0]), descriptor.Code);
        }
    }
}
