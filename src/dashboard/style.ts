import { colourRules } from './colours.ts';

/** The style sheet of the page. */
export function pageStyle(): string {
  return colourRules() + RULES.replace(/\n\s*/g, '');
}

const RULES = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:4.5rem}
body{margin:0;background:var(--page);color:var(--text);
  font:400 1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:.25rem}
code,.tag{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--surface);padding:.5rem 1rem;z-index:3}
.skip:focus{top:.5rem}
.top,main,footer{width:100%;max-width:72rem;margin:0 auto;padding-inline:1.25rem}
.top{display:flex;flex-wrap:wrap;align-items:flex-end;gap:1rem;padding-block:2.5rem 1.25rem}
.top div{flex:1 1 18rem}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 .3rem;font-weight:680}
h2{overflow-wrap:anywhere;font-size:1.3rem;line-height:1.25;letter-spacing:-.012em;margin:0;font-weight:650}
h3{font-size:1rem;line-height:1.35;margin:0;font-weight:620}
.top p,.origin,.note,footer p{color:var(--muted);font-size:.875rem;margin:0}
.origin{overflow-wrap:anywhere}
button{font:inherit;font-size:.875rem;color:inherit;cursor:pointer;background:var(--surface);
  border:1px solid var(--control);border-radius:.6rem;padding:.45rem .85rem;min-height:2.5rem}
button:hover{border-color:var(--accent);color:var(--accent)}
button svg{width:1rem;height:1rem;vertical-align:-.15em;margin-right:.5rem}
nav{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line)}
nav ul{display:flex;gap:.25rem;list-style:none;max-width:72rem;margin:0 auto;padding:.5rem .75rem;overflow-x:auto}
nav a{display:block;max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:.4rem .75rem;border-radius:.5rem;color:var(--muted);text-decoration:none;
  font-size:.9rem;font-weight:550}
nav a:hover{background:var(--accent-soft);color:var(--accent)}
section{padding-top:2.25rem}
.section{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem .9rem;margin-bottom:1rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem;margin:0;min-width:0}
.empty{color:var(--muted);margin:0;max-width:46rem}
.card.empty{max-width:none}
.notice{margin-bottom:1rem;padding-block:.8rem;max-width:none}
.notice .outcome{font-weight:620}
h3+.empty{margin-top:.5rem}
.kpis{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem;margin:0 0 1rem}
.kpi{display:flex;flex-direction:column;padding:1rem 1.25rem}
.kpi dt{color:var(--muted);font-size:.8125rem;font-weight:550}
.kpi dd{margin:0;display:flex;flex-direction:column;gap:.1rem}
.kpi strong{font-size:1.6rem;line-height:1.35;letter-spacing:-.02em;font-weight:650}
.kpi strong .tag{font-size:1.15rem;letter-spacing:-.02em;overflow-wrap:anywhere}
.kpi dd>span{color:var(--muted);font-size:.8125rem}
.grid{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
.chart{container-type:inline-size;display:flex;flex-direction:column}
.note{margin-top:.15rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.75rem 0 0;padding:0;font-size:.8125rem;color:var(--muted)}
.legend li{display:flex;align-items:baseline;gap:.4rem;min-width:0;overflow-wrap:anywhere}
.key{flex:none;width:.65rem;height:.65rem}
.drawing{margin:auto 0 .5rem;padding-top:.75rem}
.drawing svg{display:block;width:100%;height:auto}
.drawing text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:12px}
.wide{display:none}
@container (min-width:26rem){.wide{display:block}.narrow{display:none}}
@container (min-width:26rem) and (max-width:44rem){.full .wide{display:none}.full .narrow{display:block}}
details{font-size:.875rem}
.group{font-size:1rem;margin-top:1rem}
.group>summary{width:auto;padding:.6rem .9rem;background:var(--surface);border:1px solid var(--line);border-radius:.9rem;color:var(--text)}
.group>summary h3{display:inline;font-size:1rem}
.group[open]>summary{margin-bottom:1rem}
.glance{list-style:none;padding-block:.25rem;display:grid;gap:0}
.glance li{display:grid;grid-template-columns:minmax(9rem,2fr) repeat(4,minmax(7.5rem,1.2fr)) 7.5rem;gap:.25rem 1rem;align-items:center;padding:.7rem 0;border-bottom:1px solid var(--line);font-size:.9rem}
.glance li:last-child{border-bottom:0}
.glance .name{font-weight:620;font-size:1rem;overflow-wrap:anywhere}
.glance .quiet{color:var(--muted)}
.glance strong{font-weight:650}
.trend{display:block;width:7.5rem;height:1.75rem;justify-self:end}
summary{cursor:pointer;color:var(--muted);padding:.35rem 0;width:fit-content;border-radius:.25rem}
summary:hover{color:var(--accent)}
.scroll{overflow:auto;max-height:26rem;margin-top:.5rem;border:1px solid var(--line);border-radius:.6rem}
.full>.scroll{max-height:none}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{padding:.5rem .8rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line)}
tbody:last-child tr:last-child>*{border-bottom:0}
th:first-child{text-align:left}
thead th{position:sticky;top:0;background:var(--surface);color:var(--muted);font-weight:550;font-size:.8125rem;
  box-shadow:inset 0 -1px var(--line)}
tbody th{font-weight:500}
thead th bdi{display:inline-block;max-width:14rem;white-space:normal}
.old{white-space:nowrap}
.old::before{content:"";display:inline-block;width:.6em;height:.6em;border-radius:.1em;transform:rotate(45deg);margin:0 .4em 0 .15em;background:var(--cancelled)}
.outcome::before{content:"";display:inline-block;width:.6em;height:.6em;border-radius:50%;margin-right:.5em;background:var(--skipped)}
.outcome.success::before{background:var(--success)}
.outcome.failure::before{background:var(--failure);border-radius:.1em}
.outcome.cancelled::before{background:var(--cancelled);border-radius:.1em;transform:rotate(45deg)}
.outcome.running::before{background:none;border:.15em solid var(--running)}
.pickers{display:flex;flex-wrap:wrap;align-items:flex-end;gap:.75rem;margin-top:.9rem}
label{display:flex;flex-direction:column;gap:.25rem;flex:1 1 14rem;max-width:24rem;min-width:0;font-size:.8125rem;color:var(--muted);font-weight:550}
select{font:inherit;font-size:.9rem;font-weight:400;width:100%;min-height:2.5rem;padding:.4rem .6rem;color:var(--text);
  background:var(--surface);border:1px solid var(--control);border-radius:.6rem}
.strip{display:block;max-width:100%;height:1.75rem}
.said{display:block;margin:.75rem 0 .25rem;font-size:.9rem;color:var(--muted)}
.changes{min-width:34rem}
.changes .rows th{white-space:normal;overflow-wrap:anywhere;min-width:12rem}
.group th{background:var(--page);color:var(--muted);font-size:.75rem;font-weight:600;letter-spacing:.02em}
.change tbody th{white-space:normal;overflow-wrap:anywhere;min-width:9rem}
.bars{display:block;width:100%;max-width:18rem;height:.7rem;margin-top:.3rem}
td[data-same=false]{font-weight:600}
td[data-same=true]{color:var(--muted)}
.matrix td,.matrix thead th{text-align:center}
.matrix td,.matrix thead th{padding-inline:.4rem}
.matrix td{border-left:1px solid var(--line);line-height:1.3}
.matrix thead th{white-space:normal;overflow-wrap:anywhere;position:static}
.matrix tbody th{white-space:normal;overflow-wrap:anywhere;min-width:9rem}
.matrix thead td{border:0}
.matrix thead th:first-child{text-align:left;padding-left:.8rem}
.matrix small{display:block;font-size:.75rem}
.matrix .right{background:var(--good)}
.matrix .sum{font-weight:600}
.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}.h4{background:var(--h4)}.h5{background:var(--h5)}
.slim{display:none}
footer{padding-block:2.5rem 3rem}
@media (min-width:52rem){.grid{grid-template-columns:repeat(2,minmax(0,1fr))}.full{grid-column:1/-1}}
@media (max-width:52rem){
  .glance li{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
  .glance li>:nth-child(even){justify-self:end;text-align:right}
}
@media (max-width:36rem){
  .top{padding-top:1.5rem}
  .top,main,footer{padding-inline:.9rem}
  .kpis{grid-template-columns:repeat(2,minmax(0,1fr));gap:.6rem}
  .kpi{padding:.8rem .9rem}
  .kpi strong{font-size:1.3rem}
  .kpi strong .tag{font-size:.95rem}
  .card{padding:.9rem}
  .pickers label{flex-basis:100%;max-width:none}
  th,td{padding:.45rem .6rem}
  .broad{display:none}
  .slim{display:block}
  .changes{min-width:0;table-layout:fixed;font-size:.78rem}
  .changes th,.changes td{padding:.4rem;white-space:normal;overflow-wrap:anywhere}
  .changes thead th:first-child{width:28%}
  .changes .rows th{min-width:0}
  .list{table-layout:auto}
  .list thead th:first-child{width:60%}
  .list td,.list thead th:not(:first-child){white-space:nowrap;overflow-wrap:normal}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{nav,#theme,details.values{display:none}.card{break-inside:avoid}}
`;
