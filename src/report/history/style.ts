/** The style of the page of a history; the page's policy names its hash. */
export const style = `:root{color-scheme:light dark;--line:#8884;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--blue:#0969da}
@media(prefers-color-scheme:dark){:root{--bad:#ff7b72;--good:#3fb950;--warn:#d29922;--blue:#58a6ff}}
body{background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2.5rem}a{color:var(--blue)}small{opacity:.8}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:1rem}
figure{margin:0;border:1px solid var(--line);border-radius:.4rem;padding:.6rem}figcaption{font-weight:600;margin-bottom:.3rem}
svg{width:100%;height:auto;display:block}svg text{fill:currentColor;font:11px system-ui,sans-serif;opacity:.85}
svg .grid{stroke:currentColor;opacity:.15}svg .line{fill:none;stroke:var(--blue);stroke-width:1.5}svg .point{fill:var(--blue)}
svg .span{stroke:var(--blue);opacity:.3}svg .bar{stroke:var(--blue)}svg .model{stroke:currentColor;opacity:.6;stroke-dasharray:3 3}
.scroll{overflow-x:auto;margin-top:1rem}table{border-collapse:collapse}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal}th[scope=row]{font-weight:400;white-space:nowrap}
td:nth-child(3),td:last-child{min-width:14rem}.last{border-left:.3rem solid;padding:.2rem 1rem}.pass{color:var(--good)}.fail{color:var(--bad)}.inconclusive{color:var(--warn)}`;
