using System.Diagnostics.CodeAnalysis;

namespace Standards.Rules.Binding.Expressions;

/// <summary>The names that an expression may use where it stands. Implementations need not be thread-safe.</summary>
internal interface IExpressionScope
{
    /// <summary>What a whole dotted name, such as <c>desk.occupied</c>, stands for.</summary>
    bool TryResolveName(string dottedName, [NotNullWhen(true)] out NameBinding? binding);

    /// <summary>Every name that resolves, for "did you mean".</summary>
    IEnumerable<string> KnownNames { get; }

    /// <summary>The decision table that <c>decision('id')</c> asks.</summary>
    bool TryResolveDecision(string id, [NotNullWhen(true)] out NameBinding.Derived? decision);

    /// <summary>Every decision table, for "did you mean".</summary>
    IEnumerable<string> KnownDecisions { get; }

    /// <summary>The process with that id.</summary>
    bool TryResolveProcess(string id, [NotNullWhen(true)] out ProcessBinding? process);

    /// <summary>Every process, for "did you mean".</summary>
    IEnumerable<string> KnownProcesses { get; }
}
