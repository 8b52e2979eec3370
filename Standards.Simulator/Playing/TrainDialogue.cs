using Standards.Simulator.Consoles;

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
                    reader.Write(text.Of(controller.Accept(line.Text)));
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
        var choices = text.Choices(choose, controller.Play);
        if (string.Equals(choices, _shown, StringComparison.Ordinal))
            return;
        _shown = choices;
        reader.Write(choices);
    }

    private Tick Tick()
    {
        var said = Passed();
        var stop = controller.Prompt is PlayPrompt.Over || (controller.Prompt is PlayPrompt.Choose choose && !string.Equals(text.Choices(choose, controller.Play), _shown, StringComparison.Ordinal));
        if (stop && controller.Prompt is PlayPrompt.Choose changed)
            said += _shown = text.Choices(changed, controller.Play);
        return new Tick(said.Length > 0 ? said : null, text.Prompt(controller.Prompt, controller.Play), controller.Prompt is PlayPrompt.Over);
    }

    private void Pass()
    {
        if (reader.IsInteractive && Passed() is { Length: > 0 } said)
            reader.Write(said);
    }

    private string Passed() => clock is null ? "" : text.Of(controller.Tick(clock.Passed()));
}
