using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Standards.Rules.Binding.Expressions;

/// <summary>How the built-in names are written, for scopes that offer them.</summary>
internal static class BuiltinNames
{
    /// <summary>All of them, as written.</summary>
    public static readonly ImmutableArray<string> All = ["act", "role", "actor", "say", "at", "activation.at"];

    /// <summary>The binding of a built-in name.</summary>
    public static bool TryResolve(string name, [NotNullWhen(true)] out NameBinding? binding)
    {
        binding = name switch
        {
            "act" => new NameBinding.Builtin(BuiltinName.Act, ExpressionType.String),
            "role" => new NameBinding.Builtin(BuiltinName.Role, ExpressionType.String),
            "actor" => new NameBinding.Builtin(BuiltinName.Actor, ExpressionType.String),
            "say" => new NameBinding.Builtin(BuiltinName.Say, ExpressionType.String),
            "at" => new NameBinding.Builtin(BuiltinName.At, ExpressionType.Timestamp),
            "activation.at" => new NameBinding.Builtin(BuiltinName.ActivationAt, ExpressionType.Timestamp),
            _ => null,
        };
        return binding is not null;
    }
}
