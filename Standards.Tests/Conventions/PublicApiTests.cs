using System.Reflection;
using System.Text;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Conventions;

/// <summary>What embedders see changes only on purpose: run with UPDATE_GOLDEN=1 and review the difference.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Standards.Core")]
    [InlineData("Standards.Rules")]
    [InlineData("Standards.Audit")]
    public void The_public_surface_is_the_approved_one(string assembly) =>
        GoldenFile.AssertEqual($"Conventions/Golden/{assembly}.txt", Surface(Assembly.Load(assembly)));

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.IsEnum ? "enum " : type.IsInterface ? "interface " : type.IsValueType ? "struct " : "class ").Append(Name(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
            return Enum.GetNames(type);
        return type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})")
            .Concat(type.GetProperties(Declared).Select(p => $"{Name(p.PropertyType)} {p.Name} {{{(p.CanRead ? " get;" : "")}{(p.SetMethod?.IsPublic == true ? " set;" : "")} }}"))
            .Concat(type.GetFields(Declared).Select(f => $"{Name(f.FieldType)} {f.Name}"))
            .Concat(type.GetMethods(Declared).Where(m => !m.IsSpecialName && !m.Name.Contains('<', StringComparison.Ordinal))
                .Select(m => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})"))
            .Distinct(StringComparer.Ordinal);
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (type.IsGenericType)
            return $"{(type.FullName ?? type.Name).Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : type.FullName ?? type.Name;
    }
}
