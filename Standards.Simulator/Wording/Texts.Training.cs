using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Wording;

/// <summary>Words that everything about training shares.</summary>
internal static partial class Texts
{
    public static LocalizedText Of(Skill skill) => skill switch
    {
        Skill.Wording => new("用语", "wording"),
        Skill.Promptness => new("及时", "promptness"),
        Skill.Sequence => new("次序", "sequence"),
        Skill.Judgement => new("判断", "judgement"),
        Skill.Records => new("记录", "records"),
        Skill.Authority => new("权限", "authority"),
        _ => new("举止", "conduct"),
    };

    public static LocalizedText Of(PlayMode mode) => mode switch
    {
        PlayMode.Coach => new("教练模式", "coach mode"),
        _ => new("考试模式", "exam mode"),
    };
}
