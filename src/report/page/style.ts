/** The page's only style: system fonts, a few quiet colours that hold their contrast in light and dark, one column on a phone. */
export const style = `:root{color-scheme:light dark;--paper:#fff;--raised:#f6f8fa;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--link:#0969da;--bad:#c2202b;--bad-wash:#ffebe9;--bad-mark:#ffc1bc;--good:#19702f;--good-wash:#e6ffec;--good-mark:#a6edb8;--warn:#8a5a00;--note:#7a43d6;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{--paper:#0d1117;--raised:#161b22;--ink:#e6edf3;--soft:#9aa4af;--line:#30363d;--link:#6cb2ff;--bad:#ff8a82;--bad-wash:#2c1517;--bad-mark:#7d2b2b;--good:#4cc764;--good-wash:#10261a;--good-mark:#1f6337;--warn:#dba63a;--note:#c29bff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:88rem;margin:0 auto;padding:1.5rem 1.25rem 5rem}
h1{font-size:1.7rem;line-height:1.25;margin:.3rem 0 .6rem;font-weight:650;letter-spacing:-.01em}h1 em{font-style:normal;font-weight:400;color:var(--soft)}
h2{font-size:1.15rem;margin:2.4rem 0 .7rem}h3{font-size:1rem;margin:1.6rem 0 .5rem}h4{font-size:.93rem;margin:1.1rem 0 .4rem}
p{margin:.4rem 0}ul{margin:.4rem 0;padding-left:1.2rem}li{margin:.2rem 0;overflow-wrap:anywhere}
a{color:var(--link)}code,pre,.mono{font-family:var(--mono);font-size:.88em}code{overflow-wrap:anywhere}
small,.legend,.soft{color:var(--soft);font-size:.86em}small{font-weight:400}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.verdict p,.verdict ul{max-width:64rem}.verdict{--tone:var(--note);border-left:4px solid var(--tone);padding:.2rem 0 .4rem 1.1rem}.fail{--tone:var(--bad)}.pass{--tone:var(--good)}.inconclusive{--tone:var(--warn)}
.whose{color:var(--soft);margin:0;overflow-wrap:anywhere}.whose b{color:var(--ink)}.whose i,.places i{font-style:normal;opacity:.6}
.sign{display:inline-grid;place-items:center;width:1.7rem;height:1.7rem;border-radius:50%;background:var(--tone);color:var(--paper);font-size:1rem;vertical-align:.12em;margin-right:.2rem}
.title{font-size:1.08rem;overflow-wrap:anywhere}.cause{font-weight:600;overflow-wrap:anywhere}.places{color:var(--soft);font-size:.9em;overflow-wrap:anywhere}
.scroll{position:relative;overflow-x:auto;margin:.4rem 0}table{border-collapse:collapse}th,td{border-bottom:1px solid var(--line);padding:.45rem .9rem .45rem 0;text-align:left;vertical-align:top}
thead th{font-weight:500;color:var(--soft);vertical-align:bottom;white-space:nowrap}tbody th{font-weight:600;min-width:7.5rem;max-width:22rem;overflow-wrap:anywhere}
th small,td small,.ruling{display:block}.ruling{font-weight:400;font-size:.9em}.warn{color:var(--warn)}.note{color:var(--note)}td.number{white-space:nowrap;font-variant-numeric:tabular-nums}
.plot{width:240px;height:26px;display:block;overflow:visible}.plot text,.histogram text{font:11px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}
.plot .tick{stroke:var(--line)}.zero{stroke:var(--soft)}.margin{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:3 2}.beyond{fill:var(--bad-wash)}.span{stroke:var(--ink);stroke-width:3;stroke-linecap:round}.point{fill:var(--ink)}
.figures{display:flex;flex-wrap:wrap;gap:1.5rem}figure{margin:.8rem 0;max-width:100%}figcaption{font-size:.93em;max-width:26rem}.histogram{width:100%;max-width:26rem;height:auto;display:block;margin-top:.4rem}.histogram .worse{fill:var(--bad)}.histogram .better{fill:var(--good)}.histogram .same{fill:var(--soft)}
details{margin:.5rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
.diff{border:1px solid var(--line);border-radius:6px;overflow:hidden;font:.86em/1.55 var(--mono);margin:.4rem 0}.diff>*{display:block;white-space:pre-wrap;overflow-wrap:anywhere;padding:0 .6rem 0 1.6rem;text-indent:-1rem;text-decoration:none;color:inherit}
.diff del{background:var(--bad-wash)}.diff ins{background:var(--good-wash)}.diff del::before{content:"− ";color:var(--bad)}.diff ins::before{content:"+ ";color:var(--good)}.diff>span::before{content:"  ";white-space:pre}.diff>small{text-indent:0;background:var(--raised);padding:.1rem .6rem;font-family:system-ui,sans-serif}
mark{color:inherit;background:var(--bad-mark);border-radius:2px}ins mark,.added mark{background:var(--good-mark)}
.work{display:grid;gap:0 2.2rem;align-items:start}.work>*{min-width:0}
@media(min-width:75rem){.work.wide{grid-template-columns:minmax(0,1fr) minmax(20rem,27rem)}.work.wide aside{order:2;position:sticky;top:0;max-height:100vh;overflow-y:auto;padding-bottom:1rem}}
button,select,input{font:inherit;color:inherit}button,select,.search{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.25rem .7rem}button{cursor:pointer}button:hover{border-color:var(--soft)}
.controls{display:contents}.bar{position:sticky;top:0;background:var(--paper);padding:.5rem 0;z-index:1}.bar [role=status]{min-width:7rem;text-align:right}.line{display:flex;flex-wrap:wrap;gap:.4rem .5rem;align-items:center}.search{flex:1 1 14rem;background:var(--paper);padding:.35rem .7rem;min-width:0}
.chips{display:grid;grid-template-columns:3.6rem minmax(0,1fr);margin:.3rem 0}.chips>span{color:var(--soft);font-size:.86em;padding-top:.15rem}.chips>div{display:flex;flex-wrap:wrap;gap:.35rem}.chip{border-radius:1rem;padding:.08rem .7rem;font-size:.9em;max-width:100%;overflow-wrap:anywhere}.chip small{margin-left:.3rem}.chip[aria-pressed=true]{background:var(--ink);color:var(--paper);border-color:var(--ink)}.chip[aria-pressed=true] small{color:inherit}
.list{list-style:none;margin:.6rem 0 0;padding:0;border-top:1px solid var(--line)}.list>li{margin:0;scroll-margin:3.6rem;border-bottom:1px solid var(--line)}
.row{display:grid;grid-template-columns:5.4rem minmax(6rem,14rem) minmax(0,1fr) auto;gap:0 .8rem;width:100%;text-align:left;background:none;border:0;border-radius:0;padding:.5rem .3rem;align-items:baseline}.row:hover{background:var(--raised)}
.row>*{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}.row .id{font-family:var(--mono);font-size:.88em}.row .hint{color:var(--soft)}.row .scores{font-variant-numeric:tabular-nums;font-size:.9em;max-width:17rem}
.label{font-size:.86em;font-weight:600;color:var(--soft)}.label::before{content:"";display:inline-block;width:.55em;height:.55em;border-radius:50%;background:currentColor;margin-right:.4em}.label.worse{color:var(--bad)}.label.better{color:var(--good)}.label.flaky,.label.unscored{color:var(--warn)}.critical{color:var(--bad);font-weight:700}
.good{color:var(--good)}.bad{color:var(--bad)}
.open>.row{background:var(--raised)}.open>.row .id{font-weight:600}.case{padding:.2rem .3rem 1.6rem}.case h3{margin:1.3rem 0 .4rem;font-size:.93rem}.case table{width:100%}.case tbody th{width:9rem}.case td{width:42%}.case td p{overflow-wrap:anywhere}.case>.line{color:var(--soft);font-size:.9em;margin-top:.6rem}.case .line{margin-bottom:.3rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;background:var(--raised);border-radius:6px;padding:.6rem .8rem;margin:.3rem 0;max-height:40rem;overflow-y:auto}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.2rem 1rem}.pair>*{min-width:0}
.split{display:grid;grid-template-columns:1fr 1fr;border:1px solid var(--line);border-radius:6px;overflow:hidden;font:.86em/1.55 var(--mono)}.split>*{white-space:pre-wrap;overflow-wrap:anywhere;padding:0 .6rem;min-width:0;min-height:1.55em}.split>.head{font-family:system-ui,sans-serif;color:var(--soft);border-bottom:1px solid var(--line);padding:.2rem .6rem}.split>.wide{grid-column:1/-1;background:var(--raised);border:0;border-radius:0;text-align:left;color:var(--soft);font-family:system-ui,sans-serif;padding:.1rem .6rem}
.removed{background:var(--bad-wash)}.added{background:var(--good-wash)}.none{background:var(--raised)}.unified{grid-template-columns:1fr}.unified>.removed::before,.unified .none{content:"− "}.unified>.added::before{content:"+ "}.unified>.none{display:none}.unified>.same::before{content:"  "}
dialog{border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);max-width:min(28rem,92vw)}dialog::backdrop{background:#0008}dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem}dd{margin:0}kbd{font:.86em var(--mono);border:1px solid var(--line);border-radius:4px;padding:.05rem .4rem;background:var(--raised)}
@media(max-width:46rem){main{padding:1rem .9rem 4rem}h1{font-size:1.35rem}.row{grid-template-columns:5.4rem minmax(0,1fr)}.row .hint{grid-column:1/-1}.row .scores{grid-column:1/-1;max-width:none;white-space:normal}.bar{position:static}.list>li{scroll-margin:.5rem}.split{grid-template-columns:1fr}.split>.none{display:none}}
@media print{.controls{display:none}aside{position:static!important;max-height:none!important}}`;
