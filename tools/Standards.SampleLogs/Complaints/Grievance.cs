namespace Standards.SampleLogs.Complaints;

/// <summary>What somebody complains about, and the circumstances that grade it by one criterion. Immutable.</summary>
/// <param name="Circumstances">The facts of the criterion, as JSON.</param>
internal sealed record Grievance(string Criterion, string Department, string Matter, string Words, string Outcome, string Circumstances)
{
    private const string Engineering = "engineering-department";
    private const string Security = "security-department";
    private const string Centre = "customer-centre";
    private const string Finance = "finance-department";

    public static readonly IReadOnlyList<Grievance> All =
    [
        new("M1a", Engineering, "地下车库照明", "合同写明的车库照明，我提了好几次，到现在一盏都没装！", "照明灯具已补装", """{"service.promised":true,"complaint.times_raised":3,"complaint.unsolved":true,"service.provided":false}"""),
        new("M1a", Centre, "儿童游乐区开放", "你们承诺开放儿童游乐区，我问了四次都没有下文！", "游乐区已开放", """{"service.promised":true,"complaint.times_raised":4,"complaint.unsolved":true,"service.provided":false}"""),
        new("M1b", Centre, "楼道保洁", "合同写的是每天打扫，现在一周才扫一次，反映过三回了！", "楼道保洁恢复每日一次", """{"service.promised":true,"complaint.times_raised":3,"complaint.unsolved":true,"service.shortfall":true}"""),
        new("M1b", Security, "夜间巡逻", "约定的夜间巡逻总是缺岗，我已经提过五次！", "巡逻班次已补足", """{"service.promised":true,"complaint.times_raised":5,"complaint.unsolved":true,"service.shortfall":true}"""),
        new("M2a", Engineering, "管道返水", "公共管道堵塞返水，我家木地板全泡坏了！", "管道已疏通，损失已协商赔付", """{"company.fault":true,"harm.economic_loss":true,"complaint.cause":["facilities"]}"""),
        new("M2b", Engineering, "大堂地面湿滑", "大堂拖完地没有放警示牌，我母亲摔伤了！", "警示牌已配齐，医药费已处理", """{"company.fault":true,"harm.injury":true,"complaint.cause":["management-level"]}"""),
        new("M2c", Engineering, "电梯困人", "孩子一个人被关在电梯里四十分钟，现在不敢坐电梯！", "电梯已检修，已安排致歉", """{"company.fault":true,"harm.psychological":true,"complaint.cause":["equipment"]}"""),
        new("M4a", Engineering, "大面积停电", "三栋楼一下子全停电了，没有任何通知！", "供电已恢复", """{"complaint.sudden":true,"complaint.large_area":true,"complaint.cause":["power-cut"]}"""),
        new("M4b", Engineering, "大面积停水", "整个小区突然停水，做饭的时候一滴水都没有！", "供水已恢复", """{"complaint.sudden":true,"complaint.large_area":true,"complaint.cause":["water-cut"]}"""),
        new("M4c", Engineering, "电梯停运", "电梯突然停了，二十几层怎么走？", "电梯已恢复运行", """{"complaint.sudden":true,"complaint.cause":["equipment","equipment-stopped"]}"""),
        new("M5", Engineering, "水泵房噪音", "水泵房半夜一直响，我们这一层五户都睡不着！", "水泵已加装减振", """{"complaint.complainants":5,"complaint.cause":["equipment"]}"""),
        new("M5", Centre, "垃圾清运", "垃圾房臭了一个星期，我们七户一起来反映！", "垃圾清运已改为每日两次", """{"complaint.complainants":7,"complaint.cause":["management-level"]}"""),
        new("M6", Security, "陌生人尾随进楼", "陌生人跟着进了单元门，门禁形同虚设！", "门禁已更换", """{"complaint.company_class":"major","complaint.cause":["facilities"]}"""),
        new("I1", Engineering, "空调报修", "空调报修三天了，一直没有人来！", "空调已修复", """{"need.met_in_time":false,"complaint.effect":"serious","complaint.cause":["facilities"]}"""),
        new("I1", Engineering, "门禁失灵", "单元门三天打不开，老人进出都要等人！", "门禁已修复", """{"need.met_in_time":false,"complaint.effect":"serious","complaint.cause":["equipment"]}"""),
        new("I2a", Finance, "物业费重复扣款", "物业费扣了两次，问了也没人说得清！", "多扣款项已退还", """{"complaint.cause":["service-error"],"complaint.resentment":"great"}"""),
        new("I2a", Centre, "装修押金单据", "押金单据弄丢了，还要我自己证明交过钱！", "单据已补开", """{"complaint.cause":["service-error"],"complaint.resentment":"great"}"""),
        new("I2b", Security, "门岗态度", "门岗说话很冲，还让我别啰嗦！", "当事人已批评教育", """{"complaint.cause":["staff-attitude"],"complaint.resentment":"great"}"""),
        new("I2b", Finance, "收费窗口态度", "我问一句费用怎么算，窗口的人就摔本子！", "当事人已批评教育", """{"complaint.cause":["staff-attitude"],"complaint.resentment":"great"}"""),
        new("I3", Security, "消防通道被占", "消防通道天天停满车，出了事怎么办？", "通道已清空并设隔离桩", """{"complaint.company_class":"important","complaint.cause":["management-level"]}"""),
        new("L1", Engineering, "楼道灯不亮", "我们那层楼道灯又不亮了。", "灯管已更换", """{"complaint.easily_solved":true,"complaint.cause":["facilities"]}"""),
        new("L1", Engineering, "单元门关门声", "单元门关起来砰砰响，晚上很吵。", "闭门器已调整", """{"complaint.easily_solved":true,"complaint.cause":["equipment"]}"""),
        new("L1", Centre, "电梯轿厢卫生", "电梯里有水渍，一上午没人擦。", "轿厢已清洁", """{"complaint.easily_solved":true,"complaint.cause":["management-level"]}"""),
        new("L1", Security, "访客登记态度", "登记访客的时候，门岗爱理不理的。", "已提醒当班门岗", """{"complaint.easily_solved":true,"complaint.cause":["staff-attitude"]}"""),
        new("L1", Security, "车位被占", "我的车位被别的车占了，没人管。", "占位车辆已移走", """{"complaint.easily_solved":true,"complaint.cause":["management-level"]}"""),
        new("L1", Finance, "缴费排队", "月底缴费只开一个窗口，排了半个小时。", "已加开窗口", """{"complaint.easily_solved":true,"complaint.cause":["management-level","staff-attitude"]}"""),
        new("L1", Engineering, "花园长椅松动", "花园的长椅松了，坐上去直晃。", "长椅已加固", """{"complaint.easily_solved":true,"complaint.cause":["facilities"]}"""),
        new("L1", Centre, "快递架凌乱", "快递架上乱七八糟，找一件要翻半天。", "快递架已整理", """{"complaint.easily_solved":true,"complaint.cause":["management-level","other"]}"""),
    ];

    public static Grievance Of(Dice dice, ComplaintPlan plan)
    {
        if (plan.Course is ComplaintCourse.Invalid)
            return dice.Pick(Misunderstandings);
        var initial = plan.Grade switch
        {
            "major" => 'M',
            "important" => 'I',
            _ => 'L',
        };
        return dice.Pick(All.Where(g => plan.Criterion is null ? g.Criterion[0] == initial : string.Equals(g.Criterion, plan.Criterion, StringComparison.Ordinal)).ToList());
    }

    /// <summary>Complaints that turn out not to be valid.</summary>
    private static readonly IReadOnlyList<Grievance> Misunderstandings =
    [
        new("L1", Finance, "电费单价", "你们电费是不是多收了？比我老家贵。", "电价按政府公布标准", """{"complaint.easily_solved":true,"complaint.cause":["management-level"]}"""),
        new("L1", Centre, "邻居装修时间", "楼上白天装修，你们怎么不禁止？", "装修在允许时段内", """{"complaint.easily_solved":true,"complaint.cause":["management-level"]}"""),
        new("L1", Security, "外卖不得进楼", "外卖员为什么不能上楼送？", "系业主大会的决定", """{"complaint.easily_solved":true,"complaint.cause":["staff-attitude"]}"""),
        new("L1", Engineering, "自家龙头滴水", "厨房龙头滴水，你们应该免费换。", "属业主自用部分", """{"complaint.easily_solved":true,"complaint.cause":["facilities"]}"""),
    ];
}
