import { createHash } from 'node:crypto';
import { renderProblem } from '../../errors.ts';
import type { MetricReport } from '../metric-report.ts';
import { redactForPeople } from '../redact.ts';
import type { Report, SideReport } from '../report.ts';
import { describeEvidence } from '../words/evidence.ts';
import { describeFigures, type Figures, listArmFigures } from '../words/figures.ts';
import { type Group, groupMetrics, nameSide, shortCommit } from '../words/grouping.ts';
import { describeNotes } from '../words/notes.ts';
import { describeRun } from '../words/run-line.ts';
import { describeCounts, describeLimit, describeRole, describeVerdict } from '../words/words.ts';
import { renderHtmlCases } from './cases.ts';
import { renderIntervalPlot } from './interval-plot.ts';
import { list, prose, section, text } from './parts.ts';
import { renderHtmlPrompts } from './prompts.ts';

const style = `:root{color-scheme:light dark;--line:#8884;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--note:#8250df}
@media(prefers-color-scheme:dark){:root{--bad:#ff7b72;--good:#3fb950;--warn:#d29922;--note:#bc8cff}}
body{background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.verdict{border-left:.3rem solid;padding:.2rem 1rem}.fail{border-color:var(--bad)}.pass{border-color:var(--good)}.inconclusive{border-color:var(--warn)}.invalid{border-color:var(--note)}
.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left}td.number{text-align:right;white-space:nowrap}
details{margin:.5rem 0}summary{cursor:pointer}pre{background:#8881;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0}
del{color:var(--bad);text-decoration:none}ins{color:var(--good);text-decoration:none}del b,ins b{text-decoration:underline}small{opacity:.8}
svg{width:160px;height:24px;display:block}svg .axis{stroke:currentColor;opacity:.4}svg .margin{stroke:var(--bad);stroke-dasharray:3 2}svg .span{stroke:currentColor;stroke-width:3}svg .point{fill:currentColor}`;

/** A single HTML file without scripts, other files or addresses; its policy allows nothing but its own style. */
export function renderHtml(full: Report): string {
  const report = redactForPeople(full);
  const hash = createHash('sha256').update(style).digest('base64');
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  const sections = [
    `<h1>Prompt Assay: ${report.verdict}</h1>`,
    `<div class="verdict ${report.verdict}"><p><strong>${prose(report.title)}</strong></p>${list([...report.details, ...report.notices])}</div>`,
    section('Problems', list([...report.errors, ...report.warnings].map(renderProblem))),
    section(
      'Comparisons',
      groupMetrics(report)
        .map((group, index) => renderGroup(report, group, `comparison-${index + 1}`))
        .join(''),
    ),
    section(`Cases (${report.cases.length})`, renderHtmlCases(report)),
    section('Prompts', renderHtmlPrompts(report)),
    section('Not run', list(skipped.map(({ name, reason }) => `${name}: ${reason}`))),
    section('Run', list(describeFacts(report))),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>Prompt Assay: ${report.verdict}</title><style>${style}</style></head>
<body><main>
${sections.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

function describeFacts(report: Report): readonly string[] {
  return [
    ...report.notes,
    ...report.suites.flatMap(({ baseline, notes }) => [baseline ?? '', ...notes]),
    describeRun(report),
    report.reproduce === null ? '' : `Reproduce: ${report.reproduce}`,
    `Prompt Assay ${report.toolVersion}`,
  ].filter((fact) => fact !== '');
}

function renderGroup(report: Report, group: Group, id: string): string {
  const { suite, promptId, metrics } = group;
  const header = [
    '',
    side(report.base, 'baseline'),
    side(report.head, 'candidate'),
    'change',
    'between',
    '',
    'worse / better / same',
    '',
  ];
  const rows = metrics.map((metric) => renderMetric(report, metric)).join('');
  return `<h3 id="${id}">${text([suite, promptId].filter((part) => part !== null).join(' · '))}</h3>
<section class="scroll" tabindex="0" aria-labelledby="${id}"><table><thead><tr>${header.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead><tbody>${rows}${renderArms(group)}</tbody></table></section>`;
}

function renderMetric(report: Report, metric: MetricReport): string {
  const figures = describeFigures(metric);
  const numbers = [...numbersOf(figures), figures.note ?? ''];
  const evidence = metric.refused ? '' : `${describeEvidence(report, metric)}.`;
  const sentences = [metric.sentence, metric.remark ?? '', metric.held ?? '', describeNotes(report, metric), evidence];
  return `<tr><th scope="row">${text(metric.metric)} <small>${describeRole(metric)}</small></th>${numbers.map(number).join('')}
<td>${renderIntervalPlot(metric)}</td>${number(describeCounts(metric))}<td>${describeVerdict(metric)}</td></tr>
<tr><td colspan="8"><small>${prose(sentences.filter((part) => part !== '').join(' '))}</small></td></tr>`;
}

function renderArms({ prompt }: Group): string {
  return listArmFigures(prompt)
    .map(({ name, verdict, note, ...figures }) => {
      const limit = verdict === null ? '' : describeLimit(verdict);
      return `<tr><th scope="row">${name}</th>${numbersOf(figures).map(number).join('')}<td colspan="3">${text(note ?? '')}</td><td>${limit}</td></tr>`;
    })
    .join('');
}

function numbersOf({ baseline, candidate, change }: Omit<Figures, 'note'>): readonly string[] {
  return [baseline, candidate, change];
}

function side(report: SideReport | null, otherwise: string): string {
  return [nameSide(report, otherwise), shortCommit(report)].filter((part) => part !== null).join(' ');
}

function number(value: string): string {
  return `<td class="number">${text(value)}</td>`;
}
