namespace Standards.Simulator.Debriefs;

/// <summary>
/// The style sheet of a debrief. What is broken and what is kept differ in word, weight and line as well as in colour; the colours are
/// an orange and a blue that every kind of sight tells apart, in light and in dark.
/// </summary>
internal static class DebriefStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --soft: #5a5a5a; --line: #d0d0d0; --panel: #f5f5f3; --bad: #b04400; --good: #00588f; --open: #6a5900; --missing: #ffe3cf; --extra: #dcebf8; }
        @media (prefers-color-scheme: dark) { :root { --paper: #17181a; --ink: #ececec; --soft: #a9a9a9; --line: #3c3e42; --panel: #212327; --bad: #ffab70; --good: #85c5ff; --open: #e6d274; --missing: #5b3115; --extra: #1d3c57; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
        h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
        h3 { font-size: 1rem; margin: 0 0 .2rem; }
        p { margin: .2rem 0; }
        .soft { color: var(--soft); }
        .result { margin: 1rem 0; padding: .8rem 1rem; background: var(--panel); border-left: .5rem solid var(--open); }
        .result.passed { border-color: var(--good); }
        .result.failed { border-color: var(--bad); border-left-style: double; }
        .result strong { font-size: 1.4rem; }
        .warning { color: var(--open); font-weight: 600; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: var(--soft); padding: .4rem 0; }
        th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; font-weight: normal; }
        thead th { color: var(--soft); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .bar { display: block; width: 8rem; height: .7rem; border: 1px solid var(--soft); }
        .bar span { display: block; height: 100%; background: var(--good); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .3rem 0; }
        dt { color: var(--soft); }
        dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        ol.practice li, .corrections li { margin-bottom: .7rem; }
        ol.timeline { list-style: none; margin: 0; padding: 0; }
        ol.timeline > li { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 .8rem; padding: .35rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
        .when { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
        .when span { display: inline-block; min-width: 3.6rem; text-align: right; padding-right: .6rem; color: var(--ink); }
        .what { min-width: 0; overflow-wrap: anywhere; }
        .time > .what > p:first-child, .end > .what > p:first-child { color: var(--soft); font-style: italic; }
        .verdict { margin: .35rem 0; padding: .3rem .7rem; border-left: .3rem solid var(--line); }
        .verdict.broken { border-left: .3rem double var(--bad); background: var(--panel); }
        .verdict.kept { border-left-color: var(--good); padding-top: 0; padding-bottom: 0; }
        .broken .badge { color: var(--bad); font-weight: 700; }
        .kept .badge { color: var(--good); font-weight: 600; }
        .badge { margin-right: .5rem; }
        .words { font-size: 1.05em; }
        mark { color: inherit; padding: 0 .1em; }
        mark.missing { background: var(--missing); font-weight: 700; text-decoration: underline dashed; text-underline-offset: .2em; }
        mark.extra { background: var(--extra); text-decoration: line-through; }
        summary { cursor: pointer; color: var(--soft); }
        pre { background: var(--panel); padding: .7rem 1rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
        @media (max-width: 40rem) { ol.timeline > li { grid-template-columns: 1fr; } .bar { width: 4rem; } }
        @media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --panel: #fff; --bad: #8a3500; --good: #00456f; --open: #4d4100; --missing: #fff; --extra: #fff; } body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-after: avoid; } .bar { print-color-adjust: exact; } }

        """;
}
