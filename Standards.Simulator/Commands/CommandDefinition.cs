using System.Collections.Immutable;
using Standards.Core;

namespace Standards.Simulator.Commands;

/// <summary>An option. Immutable.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="ValueName">How help names the value; null for a switch.</param>
/// <param name="Help">What it does.</param>
/// <param name="IsRepeatable">Whether it may be given several times.</param>
internal sealed record OptionSpec(string Name, string? ValueName, LocalizedText Help, bool IsRepeatable = false);

/// <summary>An argument. Immutable.</summary>
/// <param name="Name">In capitals, as help shows it.</param>
/// <param name="Help">What it is.</param>
/// <param name="IsRequired">Whether at least one must be given.</param>
/// <param name="IsRepeatable">Whether several may be given.</param>
internal sealed record ArgumentSpec(string Name, LocalizedText Help, bool IsRequired = true, bool IsRepeatable = false);

/// <summary>A command line that help shows, with what it does. Immutable.</summary>
internal sealed record Example(string Line, LocalizedText Does);

/// <summary>A command: what it takes, what it is called, and what it does. Immutable.</summary>
internal abstract class CommandDefinition
{
    public abstract string Name { get; }

    /// <summary>What it does, as half a sentence.</summary>
    public abstract LocalizedText Summary { get; }

    /// <summary>The forms of output, the default first.</summary>
    public abstract ImmutableArray<string> Formats { get; }

    public virtual ImmutableArray<ArgumentSpec> Arguments => [];

    /// <summary>Its own options, besides those that all commands take.</summary>
    public virtual ImmutableArray<OptionSpec> Options => [];

    public abstract ImmutableArray<Example> Examples { get; }

    /// <summary>Runs the command and returns its exit status.</summary>
    /// <exception cref="CommandFailure">It cannot be done.</exception>
    public abstract int Run(Invocation invocation);
}
