namespace Standards.SampleLogs;

/// <summary>What is said at a desk: the prescribed words, mostly to the letter, now and then as people really say them.</summary>
internal static class Speech
{
    private static readonly string[] Greetings =
    [
        "您好,请问有什么能帮您?",
        "您好,请问有什么能帮您?",
        "您好！请问有什么能帮您？",
        "您好，请问有什么能帮到您？",
        "先生您好，请问有什么能帮您？",
        "您好，请问有什么能帮您的？",
    ];

    private static readonly string[] Titles = ["先生", "女士", "小姐", "阿姨", "大爷"];

    private static readonly string[] Colleagues = ["小李", "小王", "小陈", "我同事"];

    public static string Greeting(Dice dice) => dice.Pick(Greetings);

    public static string SitAndWait(Dice dice) => dice.Pick(
    [
        $"很抱歉,请您先坐下稍等一会,我帮这位{dice.Pick(Titles)}办理完事务之后立刻为您服务。",
        $"很抱歉，请您先坐下稍等一会儿，我帮这位{dice.Pick(Titles)}办理完事务之后立刻为您服务。",
        $"很抱歉，请您先坐，稍等一会，我帮这位{dice.Pick(Titles)}办理完事务之后立刻为您服务。",
    ]);

    public static string ExcuseToA(Dice dice) => dice.Pick(
    [
        $"请您稍等一下,我帮这位{dice.Pick(Titles)}安排其他人员接待,马上回来。",
        $"请您稍等一下，我帮这位{dice.Pick(Titles)}安排其他人员接待，我马上回来。",
    ]);

    public static string Hold(Dice dice) => dice.Pick(
    [
        "很抱歉,我这里有紧急事情需要处理一下,请您等我20秒好么?我会马上回来。",
        "很抱歉，我这里有紧急事情需要处理一下，请您等我20秒好吗？我会马上回来。",
    ]);

    public static string Introduce(Dice dice) => dice.Pick(
    [
        $"您好,请{dice.Pick(Colleagues)}帮您办理好么?",
        $"您好，请{dice.Pick(Colleagues)}帮您办理好吗？",
    ]);

    public static string SorryForDelay(Dice dice) => dice.Pick(
    [
        "很抱歉耽误了您的时间,我们继续。",
        "很抱歉，耽误了您的时间，我们继续。",
        "很抱歉耽误您的时间，我们继续吧。",
    ]);
}
