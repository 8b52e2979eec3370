using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Standards.Core;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary>The commands as the parser of command lines knows them, and what it makes of one. Not thread-safe.</summary>
internal sealed class CommandTree
{
    public const string ProgramName = "standards";

    private const int MostArguments = 100_000;

    private readonly Command _root = new(ProgramName);
    private readonly Dictionary<OptionSpec, Option> _options = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ArgumentSpec, Argument> _arguments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Command, CommandDefinition> _definitions = [];
    private readonly Option<bool> _version = new("--version") { Arity = ArgumentArity.Zero };

    public CommandTree(ImmutableArray<CommandDefinition> definitions)
    {
        foreach (var spec in CommonOptions.All)
        {
            var option = OptionOf(spec);
            option.Recursive = true;
            _root.Options.Add(option);
        }

        _options[CommonOptions.Help].Aliases.Add("-h");
        _options[CommonOptions.Help].Aliases.Add("-?");
        _root.Options.Add(_version);
        foreach (var definition in definitions)
            _root.Subcommands.Add(CommandOf(definition));
    }

    /// <summary>What the user asked for.</summary>
    public ParsedLine Parse(IReadOnlyList<string> arguments)
    {
        // A file of arguments is nobody's wish here: `@` is the beginning of a name like any other.
        var parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        return new ParsedLine(this, parsed, _definitions.GetValueOrDefault(parsed.CommandResult.Command));
    }

    /// <summary>A parsed command line.</summary>
    /// <param name="tree">The commands.</param>
    /// <param name="parsed">What the parser says.</param>
    /// <param name="definition">The command; null where none is named.</param>
    internal sealed class ParsedLine(CommandTree tree, ParseResult parsed, CommandDefinition? definition)
    {
        public CommandDefinition? Definition => definition;

        public bool AsksForHelp => Has(CommonOptions.Help);

        public bool AsksForVersion => parsed.GetResult(tree._version) is { Implicit: false };

        public bool Has(OptionSpec spec) => parsed.GetResult(tree._options[spec]) is { Implicit: false };

        public string? Value(OptionSpec spec) => parsed.GetValue((Option<string?>)tree._options[spec]);

        public ImmutableArray<string> Values(OptionSpec spec) => [.. parsed.GetValue((Option<string[]>)tree._options[spec]) ?? []];

        public ImmutableArray<string> Arguments(ArgumentSpec spec) => [.. parsed.GetResult(tree._arguments[spec])?.Tokens.Select(t => t.Value) ?? []];

        /// <summary>What is wrong with the line; null where nothing is.</summary>
        public CommandFailure? Failure()
        {
            foreach (var token in parsed.UnmatchedTokens)
                return tree.Unknown(token, definition);
            if (MistakenForArgument() is { } option)
                return tree.Unknown(option, definition);
            return definition is null || parsed.Errors.Count == 0 ? null : Explain(parsed.Errors[0]);
        }

        /// <summary>A mistyped option looks like an argument to the parser; only after <c>--</c> it is one.</summary>
        private string? MistakenForArgument()
        {
            var plain = parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
            return (definition?.Arguments ?? []).SelectMany(a => Arguments(a)).FirstOrDefault(a => a.Length > 1 && a[0] == '-' && plain.Contains(a));
        }
    }

    private Command CommandOf(CommandDefinition definition)
    {
        var command = new Command(definition.Name);
        _definitions.Add(command, definition);
        foreach (var spec in definition.Arguments)
        {
            Argument argument = spec.IsRepeatable ? new Argument<string[]>(spec.Name) : new Argument<string?>(spec.Name);
            argument.Arity = new ArgumentArity(spec.IsRequired ? 1 : 0, spec.IsRepeatable ? MostArguments : 1);
            _arguments.Add(spec, argument);
            command.Arguments.Add(argument);
        }

        foreach (var spec in definition.Options)
            command.Options.Add(OptionOf(spec));
        return command;
    }

    /// <summary>Several commands may take one option.</summary>
    private Option OptionOf(OptionSpec spec)
    {
        if (_options.TryGetValue(spec, out var known))
            return known;
        Option option = spec switch
        {
            { ValueName: null } => new Option<bool>(spec.Name) { Arity = ArgumentArity.Zero },
            { IsRepeatable: true } => new Option<string[]>(spec.Name) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false },
            _ => new Option<string?>(spec.Name) { Arity = ArgumentArity.ExactlyOne },
        };
        _options.Add(spec, option);
        return option;
    }

    private CommandFailure Unknown(string token, CommandDefinition? definition)
    {
        if (token.StartsWith('-') && token.Length > 1)
        {
            var names = CommonOptions.All.Concat(definition?.Options ?? []).Select(o => o.Name);
            return new CommandFailure(Texts.Usage.UnknownOption.With(token), Suggestion.DidYouMean(token, names));
        }

        return definition is null
            ? new CommandFailure(Texts.Usage.UnknownCommand.With(token), Suggestion.DidYouMean(token, _definitions.Values.Select(d => d.Name)))
            : new CommandFailure(Texts.Usage.Surplus.With(token));
    }

    private static CommandFailure Explain(ParseError error) => error.SymbolResult switch
    {
        OptionResult option => OfOption(option),
        ArgumentResult { Parent: OptionResult option } => OfOption(option),
        ArgumentResult argument => new CommandFailure(Texts.Usage.Missing.With(argument.Argument.Name)),
        _ => new CommandFailure(new LocalizedText(error.Message, error.Message)),
    };

    private static CommandFailure OfOption(OptionResult option) => new(
        (option.Tokens.Count == 0 ? Texts.Usage.NeedsValue : Texts.Usage.GivenTwice).With(option.Option.Name));
}
