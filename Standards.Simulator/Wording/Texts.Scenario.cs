using Standards.Core;

namespace Standards.Simulator.Wording;

/// <summary>What beginning a scenario says.</summary>
internal static partial class Texts
{
    public static class Scenario
    {
        public static readonly LocalizedText Summary = new("起草一个训练场景", "begins a training scenario");
        public static readonly LocalizedText New = new("new：从流程的一个用例起草", "new: begin one from a case of a process");
        public static readonly LocalizedText Process = new("流程的编号", "the id of the process");
        public static readonly LocalizedText Id = new("场景的编号；默认为 `<规范包>.<流程>-new`", "the id of the scenario; default: `PACK.PROCESS-new`");
        public static readonly LocalizedText From = new("取自这个用例；默认取做到规范最多的一个", "the case that it is made from; default: the one that keeps the most norms");
        public static readonly LocalizedText ExampleNew = new("从流程的用例起草场景，随后可用 check 证明", "begin a scenario that `check` can prove at once");
        public static readonly LocalizedText NoCase = new("流程 `{0}` 没有全部做到的用例，无从起草", "no case of the process `{0}` keeps everything: there is nothing to begin from");
        public static readonly LocalizedText NoSuchCase = new("没有用例 `{0}`", "there is no case `{0}`");
        public static readonly LocalizedText NameCase = new("用 `--from` 指明一个用例；`standards test` 检查用例", "name a case with `--from`; `standards test` runs the cases");
    }
}
