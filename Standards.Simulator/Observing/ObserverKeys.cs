using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Binding;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>
/// Which key means what: small letters are acts, digits are checklist items, and capitals are what the console itself does. A key means the
/// same on its page for the whole observation: fingers learn it. Immutable.
/// </summary>
internal sealed class ObserverKeys(ObservableProcess process)
{
    public const int ActsOnPage = 26;
    public const int ItemsOnPage = 9;

    public const char Words = 'W';
    public const char Note = 'N';
    public const char Back = 'B';
    public const char Correct = 'E';
    public const char Undo = 'U';
    public const char Checklist = 'C';
    public const char Facts = 'F';
    public const char Other = 'A';
    public const char Close = 'Q';
    public const char Help = '?';
    public const char NextPage = '>';
    public const char PreviousPage = '<';

    /// <summary>At least one.</summary>
    public int Pages { get; } = Math.Max(1, Math.Max(PagesOf(process.Acts.Length, ActsOnPage), PagesOf(process.Checklist.Length, ItemsOnPage)));

    /// <summary>What the console itself does, with its keys, as far as there is use for it.</summary>
    public ImmutableArray<(string Key, LocalizedText Title)> Commands =>
    [
        .. process.Words is null ? Array.Empty<(string, LocalizedText)>() : [($"{Words}", Texts.Observe.KeyWords)],
        .. process.Checklist.IsEmpty ? Array.Empty<(string, LocalizedText)>() : [($"{Checklist}", Texts.Observe.KeyChecklist)],
        ($"{Note}", Texts.Observe.KeyNote), ($"{Back}", Texts.Observe.KeyBack), ($"{Correct}", Texts.Observe.KeyCorrect), ($"{Undo}", Texts.Observe.KeyUndo),
        ($"{Other}", Texts.Observe.KeyOther),
        .. process.Facts.IsEmpty ? Array.Empty<(string, LocalizedText)>() : [($"{Facts}", Texts.Observe.KeyFacts)],
        .. Pages > 1 ? [($"{PreviousPage}{NextPage}", Texts.Observe.KeyPage)] : Array.Empty<(string, LocalizedText)>(),
        ($"{Help}", Texts.Observe.KeyHelp), ($"{Close}", Texts.Observe.KeyClose),
    ];

    /// <summary>The acts of a page with their keys, in the order of the keys.</summary>
    public ImmutableArray<(char Key, ObservableAct Act)> ActsOf(int page) =>
        [.. process.Acts.Skip(page * ActsOnPage).Take(ActsOnPage).Select((act, i) => ((char)('a' + i), act))];

    /// <summary>The checklist items of a page with their keys.</summary>
    public ImmutableArray<(char Key, BoundNorm Item)> ItemsOf(int page) =>
        [.. process.Checklist.Skip(page * ItemsOnPage).Take(ItemsOnPage).Select((item, i) => ((char)('1' + i), item))];

    /// <summary>The act of a key; null where it has none on that page.</summary>
    public ObservableAct? Act(char key, int page) => ActsOf(page).Where(a => a.Key == key).Select(a => a.Act).FirstOrDefault();

    /// <summary>The checklist item of a key; null where it has none on that page.</summary>
    public BoundNorm? Item(char key, int page) => ItemsOf(page).Where(a => a.Key == key).Select(a => a.Item).FirstOrDefault();

    /// <summary>
    /// The name of an act in a script: its letter, with the number of its page behind it from the second on (<c>b2</c>); null for no such key.
    /// </summary>
    public ObservableAct? Named(string text)
    {
        if (text.Length is 0 or > 3 || text[0] is < 'a' or > 'z')
            return null;
        var page = text.Length == 1 ? 1 : int.TryParse(text.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        return page >= 1 && page <= Pages ? Act(text[0], page - 1) : null;
    }

    private static int PagesOf(int count, int onPage) => (count + onPage - 1) / onPage;
}
