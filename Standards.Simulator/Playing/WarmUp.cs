using Standards.Simulator.Records;

namespace Standards.Simulator.Playing;

/// <summary>
/// Plays a little of the scenario unseen while the trainee reads the scene: code that runs for the first time is slow, and nobody should
/// wait for it between a key and a prompt.
/// </summary>
internal static class WarmUp
{
    private static readonly string[] Commands = [":status", ":wait 1s", ":hint", ":back", ":help", ":tick 0.1 s"];

    public static void Begin(PlaySetup setup, PlayText text) => _ = Task.Run(() => Play(setup, text));

    private static void Play(PlaySetup setup, PlayText text)
    {
        using var controller = new PlayController(setup, PlayMode.Coach);
        controller.Begin();
        foreach (var line in Commands.Concat(controller.Play.Available.SelectMany(a => (string[])[a.Id, a.Speech?.Model.Zh ?? ":status", ":back"])).Concat(Commands))
        {
            text.Of(controller.Accept(line));
            if (controller.Prompt is PlayPrompt.Choose choose)
                text.Choices(choose, controller.Play);
        }
    }
}
