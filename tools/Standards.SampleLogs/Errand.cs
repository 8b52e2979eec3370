namespace Standards.SampleLogs;

/// <summary>What brings a customer to the desk.</summary>
internal sealed record Errand(string Purpose, string Matter, string Words)
{
    public static readonly IReadOnlyList<Errand> All =
    [
        new("payment", "缴纳物业费", "我来交这个季度的物业费。"),
        new("payment", "缴纳停车费", "我想交一下停车费。"),
        new("repair-request", "厨房水管漏水", "我家厨房水管漏水，想报修。"),
        new("repair-request", "楼道灯不亮", "我们那层楼道灯不亮了。"),
        new("application", "办理门禁卡", "我想办一张门禁卡。"),
        new("application", "装修备案", "我家下周装修，来办手续。"),
        new("application", "物品放行", "我要搬家具出去，怎么办放行？"),
        new("enquiry", "停车位咨询", "请问地下还有停车位吗？"),
        new("enquiry", "快递存放", "快递可以放在你们这里吗？"),
        new("other", "拾到物品", "我在花园捡到一串钥匙。"),
    ];
}
