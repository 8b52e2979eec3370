using Standards.Core;
using Standards.Simulator.Proving;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Playing;

/// <summary>Finds what to do next: the first thing on a way to an ending that breaks nothing more.</summary>
internal static class HintFinder
{
    private const int Budget = 400;

    public static LocalizedText Next(PlayController controller)
    {
        var inputs = controller.Inputs;
        if (controller.Prompt is PlayPrompt.Speak speak)
            return Texts.Train.SayLike.With(controller.Play.Fill(speak.Action.Speech!.Model));
        if (controller.Prompt is PlayPrompt.Fill fill)
            return Texts.Train.FillLike.With(controller.Play.Fill(new LocalizedText(fill.Question.Model, fill.Question.Model)));
        var way = new FlawlessSearch(controller.Setup, Budget).From(inputs);
        var next = way is not null && way.Count > inputs.Length ? way[inputs.Length] : null;
        if (next is null)
            return OwnHint(controller) ?? Texts.Train.NoHint;
        if (next.StartsWith(':'))
            return Texts.Train.HintWait;
        var action = controller.Play.Available.First(a => string.Equals(a.Id, next, StringComparison.Ordinal));
        var title = controller.Play.Fill(action.Title);
        return action.Hint is { } hint ? Texts.Train.HintWithWhy.With(title, controller.Play.Fill(hint)) : Texts.Train.HintDo.With(title);
    }

    private static LocalizedText? OwnHint(PlayController controller) =>
        controller.Play.Available.FirstOrDefault(a => a.Breaks.IsEmpty && a.Hint is not null && !controller.Play.Did.Contains(a.Id, StringComparer.Ordinal)) is { } action
            ? controller.Play.Fill(action.Hint!)
            : null;
}
