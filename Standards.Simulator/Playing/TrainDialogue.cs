using System.Collections.Immutable;
using System.Globalization;
using Standards.Simulator.Consoles;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>Plays a scenario with whoever types. Not thread-safe.</summary>
/// <param name="controller">What is played; begun already.</param>
/// <param name="reader">Who types.</param>
/// <param name="text">How it reads.</param>
/// <param name="clock">The wall clock; null where time passes by actions alone.</param>
/// <param name="accepted">Called after each line that was taken.</param>
internal sealed class TrainDialogue(PlayController controller, ILineReader reader, PlayText text, RealTime? clock, Action accepted)
{
    private string _shown = "";
    private ImmutableArray<SceneAction> _offered = [];

    /// <summary>Asks until the scenario ends or is left; returns whether it was interrupted.</summary>
    public bool Run(CancellationToken cancellation)
    {
        while (controller.Prompt is not PlayPrompt.Over)
        {
            if (cancellation.IsCancellationRequested)
                return true;
            ShowChoices();
            clock?.Start();
            switch (reader.Read(text.Prompt(controller.Prompt, controller.Play), clock is null || !reader.IsInteractive ? null : Tick))
            {
                case LineResult.Line line:
                    Pass();
                    reader.Write(text.Of(controller.Accept(AsOffered(line.Text))));
                    accepted();
                    break;
                case LineResult.Interrupted:
                    return true;
                case LineResult.EndOfInput:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The choices, where they are others than those last shown.</summary>
    private void ShowChoices()
    {
        if (controller.Prompt is not PlayPrompt.Choose choose)
            return;
        reader.Write(Offer(choose));
    }

    /// <summary>The choices as text; empty where they are those last shown.</summary>
    private string Offer(PlayPrompt.Choose choose)
    {
        var choices = text.Choices(choose, controller.Play);
        if (string.Equals(choices, _shown, StringComparison.Ordinal))
            return "";
        _offered = choose.Actions;
        return _shown = choices;
    }

    /// <summary>A number means what stood beside it when it was typed, also where time has changed the choices since.</summary>
    private string AsOffered(string typed) =>
        controller.Prompt is PlayPrompt.Choose now && !now.Actions.SequenceEqual(_offered)
        && int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _offered.Length
            ? _offered[number - 1].Id
            : typed;

    private Tick Tick()
    {
        var said = Passed();
        if (controller.Prompt is PlayPrompt.Choose choose)
            said += Offer(choose);
        return new Tick(said.Length > 0 ? said : null, text.Prompt(controller.Prompt, controller.Play), controller.Prompt is PlayPrompt.Over);
    }

    private void Pass()
    {
        if (reader.IsInteractive && Passed() is { Length: > 0 } said)
            reader.Write(said);
    }

    private string Passed() => clock is null ? "" : text.Of(controller.Tick(clock.Passed()));
}
