// SPDX-License-Identifier: Apache-2.0

/// The style of the page: light and dark, for screens from 400 pixels and for A4 paper.
///
/// Colours have a contrast of at least 4.5 to 1 against what they stand on (WCAG 2.2, 1.4.3).
enum PageStyle {
  static let sheet = """
    :root{color-scheme:light dark;--ink:#1b1f24;--soft:#4f5861;--paper:#fff;--line:#c9d1d9;\
    --bad:#a4161a;--good:#116329;--warn:#7d4e00;--calm:#57606a;--tint:#fdecea}
    @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#adbac7;--paper:#0d1117;\
    --line:#444c56;--bad:#ff9b94;--good:#7ee2a0;--warn:#f2c56b;--calm:#c3cdd6;--tint:#3a1518}}
    *{box-sizing:border-box}
    body{font:15px/1.5 system-ui,Helvetica,Arial,sans-serif;color:var(--ink);\
    background:var(--paper);max-width:80rem;margin:1.5rem auto;padding:0 1rem;overflow-wrap:anywhere}
    h1{font-size:1.5rem;margin:0}h2{font-size:1.25rem;margin:2rem 0 .5rem}
    h3{font-size:1.05rem;margin:1.5rem 0 .5rem;border-bottom:1px solid var(--line)}
    p{margin:.4rem 0;max-width:62rem}.soft{color:var(--soft)}code{font:.9em ui-monospace,Menlo,monospace}
    .badge{display:inline-block;border:2px solid currentColor;border-radius:.3rem;padding:0 .5rem;\
    font-weight:700;white-space:nowrap}.bad{color:var(--bad)}.good{color:var(--good)}.warn{color:var(--warn)}\
    .calm{color:var(--calm)}
    table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;\
    color:var(--soft)}
    th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
    th{color:var(--soft)}q{font-style:italic}
    ol.path{list-style:none;display:flex;flex-wrap:wrap;padding:0;margin:.5rem 0}
    ol.path li{flex:1 1 11rem;border:1px solid var(--line);padding:.4rem .6rem}
    ol.path li.hit{border:2px solid var(--bad);background:var(--tint)}
    svg{display:block;width:100%;height:auto;max-width:48rem;color:var(--ink);margin:.5rem 0}
    @media(min-width:40.01rem){td{min-width:7rem}td:first-child{min-width:6rem}\
    td:last-child{min-width:4rem}}
    @media(max-width:40rem){thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;\
    overflow:hidden}tr,td{display:block}td::before{content:attr(data-label);display:block;\
    color:var(--soft);font-size:.85em}tr{border-bottom:2px solid var(--line);padding:.4rem 0}\
    td{border:0;padding:.1rem 0}}
    @media print{@page{size:A4;margin:15mm}body{margin:0;max-width:none;font-size:10pt}\
    h3,tr,svg{break-inside:avoid}}
    """
}
