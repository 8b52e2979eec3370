using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;

namespace Standards.Simulator.Scenarios;

/// <summary>The names that the conditions of a scenario may use: its variables, and the states of its pack's processes.</summary>
internal sealed class ScenarioScope(ImmutableArray<(string Name, ExpressionType Type)> variables, BoundRules rules, string pack) : IExpressionScope
{
    public IEnumerable<string> KnownNames => variables.Select(v => v.Name);

    public IEnumerable<string> KnownDecisions => [];

    public IEnumerable<string> KnownProcesses => rules.Processes.Where(p => string.Equals(p.Pack, pack, StringComparison.Ordinal)).Select(p => p.Id);

    public bool TryResolveName(string dottedName, [NotNullWhen(true)] out NameBinding? binding)
    {
        var index = IndexOf(dottedName);
        binding = index < 0 ? null : new NameBinding.Attribute(index, variables[index].Type, Value.Missing);
        return binding is not null;
    }

    public bool TryResolveDecision(string id, [NotNullWhen(true)] out NameBinding.Derived? decision)
    {
        decision = null;
        return false;
    }

    public bool TryResolveProcess(string id, [NotNullWhen(true)] out ProcessBinding? process)
    {
        var found = rules.Processes.FirstOrDefault(p => string.Equals(p.Pack, pack, StringComparison.Ordinal) && string.Equals(p.Id, id, StringComparison.Ordinal));
        process = found is null ? null : new ProcessBinding(found.Index, pack, [.. found.States.Select(s => s.Id)]);
        return process is not null;
    }

    /// <summary>The index of a variable; -1 where there is none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < variables.Length; i++)
        {
            if (string.Equals(variables[i].Name, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    public ExpressionType TypeOf(int index) => variables[index].Type;
}
