using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Speech;

/// <summary>
/// Parses the text of a phrase:
/// <code>
/// phrase   = sequence { "|" sequence }
/// sequence = { words | slot | "(" phrase ")" | "[" phrase "]" }
/// slot     = "{" name [ ":" shortest ".." longest ] "}"
/// </code>
/// </summary>
public sealed class PhraseParser
{
    /// <summary>The most words of a slot that names no length.</summary>
    public const int DefaultSlotLength = 12;

    /// <summary>The most words that a slot may ask for.</summary>
    public const int LongestSlot = 40;

    private const int DeepestNesting = 16;
    private const string WideSyntax = "｛｝［］｜";

    internal static readonly SearchValues<char> Syntax = SearchValues.Create("{}()[]|");

    private readonly string _text;
    private readonly Func<int, int, SourceSpan> _spanAt;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<string> _slots = [];
    private readonly TokenText _words = new();
    private int _position;
    private int _depth;
    private bool _mistaken;
    private bool _gaveUp;

    private PhraseParser(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        _text = text;
        _spanAt = spanAt;
        _diagnostics = diagnostics;
    }

    /// <summary>Parses a phrase; null where a mistake was reported as an error.</summary>
    /// <param name="text">The text as the pack has it.</param>
    /// <param name="spanAt">From a start and a length in <paramref name="text"/> to a place in the file.</param>
    /// <param name="diagnostics">Takes every mistake found.</param>
    public static PhraseTemplate? Parse(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spanAt);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new PhraseParser(text, spanAt, diagnostics).Whole();
    }

    private PhraseTemplate? Whole()
    {
        var root = Choice();
        while (_position < _text.Length)
        {
            Report(SpeechDiagnostics.UnexpectedBracket, _position, 1, _text[_position].ToString());
            _position++;
            root = Choice();
        }

        CheckWideSyntax();
        CheckSlots(root, []);
        if (!_mistaken && root.MayBeEmpty)
            Report(SpeechDiagnostics.PhraseWithoutWords, 0, _text.Length, _text);
        if (_mistaken)
            return null;
        if (root.FewestWords == 0)
            _diagnostics.Report(SpeechDiagnostics.OnlySlots, _spanAt(0, _text.Length), _text);
        return new PhraseTemplate(_text, root, [.. _slots]);
    }

    private PhrasePart Choice()
    {
        var alternatives = ImmutableArray.CreateBuilder<PhrasePart>();
        while (true)
        {
            var start = _position;
            var sequence = Sequence();
            alternatives.Add(sequence);
            var more = _position < _text.Length && _text[_position] == '|';
            if (sequence.Parts.IsEmpty && !_mistaken && (more || alternatives.Count > 1 || _depth > 0))
                ReportEmpty(start);
            if (!more)
                return alternatives.Count == 1 ? sequence : new PhrasePart.Choice(alternatives.ToImmutable());
            _position++;
        }
    }

    private PhrasePart.Sequence Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<PhrasePart>();
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case '|' or ')' or ']' or '}':
                    return new PhrasePart.Sequence(parts.ToImmutable());
                case '{':
                    if (Slot() is { } slot)
                        parts.Add(slot);
                    break;
                case '(':
                    parts.Add(Nested(')'));
                    break;
                case '[':
                    parts.Add(new PhrasePart.Optional(Nested(']')));
                    break;
                default:
                    var words = Words();
                    if (!words.Items.IsEmpty)
                        parts.Add(words);
                    break;
            }
        }

        return new PhrasePart.Sequence(parts.ToImmutable());
    }

    private PhrasePart.Words Words()
    {
        var start = _position;
        var length = _text.AsSpan(start).IndexOfAny(Syntax);
        _position = length < 0 ? _text.Length : start + length;
        _words.Refill(_text[start.._position]);
        var words = ImmutableArray.CreateBuilder<PhraseWord>(_words.Count);
        for (var i = 0; i < _words.Count; i++)
        {
            var range = _words.RangeOf(i);
            words.Add(new PhraseWord(_words.Keys[i], range with { Start = range.Start + start }));
        }

        return new PhrasePart.Words(words.MoveToImmutable());
    }

    private PhrasePart Nested(char close)
    {
        var open = _position++;
        if (++_depth > DeepestNesting)
        {
            Report(SpeechDiagnostics.PhraseTooDeep, open, 1, DeepestNesting.ToString(CultureInfo.InvariantCulture));
            _position = _text.Length;
            _gaveUp = true;
            return new PhrasePart.Sequence([]);
        }

        var part = Choice();
        _depth--;
        if (_position < _text.Length && _text[_position] == close)
            _position++;
        else if (!_gaveUp)
            Report(SpeechDiagnostics.UnclosedBracket, open, 1, _text[open].ToString(), close.ToString());
        return part;
    }

    private PhrasePart.Slot? Slot()
    {
        var open = _position;
        var close = _text.IndexOf('}', open);
        if (close < 0)
        {
            Report(SpeechDiagnostics.UnclosedBracket, open, 1, "{", "}");
            _position = _text.Length;
            return null;
        }

        _position = close + 1;
        var inside = _text[(open + 1)..close];
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? inside : inside[..colon]).Trim();
        if (!IsName(name))
        {
            Report(SpeechDiagnostics.SlotName, open, _position - open, name);
            return null;
        }

        var (shortest, longest) = (0, DefaultSlotLength);
        if (colon >= 0 && !TryLengths(inside.AsSpan(colon + 1), out shortest, out longest))
        {
            Report(SpeechDiagnostics.SlotLength, open + 1 + colon + 1, inside.Length - colon - 1, inside[(colon + 1)..].Trim());
            return null;
        }

        if (!_slots.Contains(name, StringComparer.Ordinal))
            _slots.Add(name);
        return new PhrasePart.Slot(name, shortest, longest, TextRange.Between(open, _position));
    }

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private static bool TryLengths(ReadOnlySpan<char> text, out int shortest, out int longest)
    {
        (shortest, longest) = (0, 0);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots >= 0
            && TryLength(text[..dots], out shortest)
            && TryLength(text[(dots + 2)..], out longest)
            && shortest <= longest
            && longest is > 0 and <= LongestSlot;
    }

    private static bool TryLength(ReadOnlySpan<char> text, out int length) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length);

    /// <summary>Reports a slot that stands twice on one way through the phrase; gives the slots of the part.</summary>
    private HashSet<string> CheckSlots(PhrasePart part, HashSet<string> before)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        switch (part)
        {
            case PhrasePart.Slot slot:
                if (before.Contains(slot.Name))
                    Report(SpeechDiagnostics.DuplicateSlot, slot.Range.Start, slot.Range.Length, slot.Name);
                found.Add(slot.Name);
                break;
            case PhrasePart.Sequence sequence:
                foreach (var item in sequence.Parts)
                    found.UnionWith(CheckSlots(item, [.. before, .. found]));
                break;
            case PhrasePart.Choice choice:
                foreach (var alternative in choice.Alternatives)
                    found.UnionWith(CheckSlots(alternative, before));
                break;
            case PhrasePart.Optional optional:
                return CheckSlots(optional.Part, before);
        }

        return found;
    }

    private void CheckWideSyntax()
    {
        for (var i = _text.AsSpan().IndexOfAny(WideSyntax); i >= 0 && i < _text.Length; i++)
        {
            var wide = WideSyntax.IndexOf(_text[i], StringComparison.Ordinal);
            if (wide >= 0)
                _diagnostics.Report(SpeechDiagnostics.WideSyntax, _spanAt(i, 1), _text[i].ToString(), "{}[]|"[wide].ToString());
        }
    }

    private void ReportEmpty(int start)
    {
        var length = Math.Max(1, _position - start);
        _diagnostics.ReportWithHelp(SpeechDiagnostics.EmptyAlternative, _spanAt(start, length), SpeechDiagnostics.WriteOptional);
        _mistaken = true;
    }

    private void Report(DiagnosticDescriptor descriptor, int start, int length, params ReadOnlySpan<string> arguments)
    {
        _diagnostics.Report(descriptor, _spanAt(start, Math.Max(1, length)), arguments);
        _mistaken = true;
    }
}
