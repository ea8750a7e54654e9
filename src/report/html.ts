import { createHash } from 'node:crypto';
import { renderProblem } from '../errors.ts';
import type { Verdict } from '../gate/comparison.ts';
import { describeEvidence } from './decision.ts';
import { revealText } from './escape.ts';
import { findMetric, groupMetrics, nameSide, shortCommit } from './grouping.ts';
import { renderIntervalPlot } from './interval-plot.ts';
import { describeNotes } from './notes.ts';
import { formatDifference, formatDuration, formatInterval, formatScore, formatUsd } from './numbers.ts';
import { renderJsonText, renderOutputText } from './output-text.ts';
import { redactForPeople } from './redact.ts';
import type { CaseReport, MetricReport, PromptReport, Report, SideReport } from './report.ts';
import { describeRun } from './run-facts.ts';
import { diffTexts } from './text-diff.ts';
import { describeCounts, describeLimit, describeRole, describeScores, describeVerdict } from './words.ts';

const style = `:root{color-scheme:light dark;--line:#8884;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--note:#8250df}
@media(prefers-color-scheme:dark){:root{--bad:#ff7b72;--good:#3fb950;--warn:#d29922;--note:#bc8cff}}
body{background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.verdict{border-left:.3rem solid;padding:.2rem 1rem}.fail{border-color:var(--bad)}.pass{border-color:var(--good)}.inconclusive{border-color:var(--warn)}.invalid{border-color:var(--note)}
.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left}td.number{text-align:right;white-space:nowrap}
details{margin:.5rem 0}summary{cursor:pointer}pre{background:#8881;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0}
del{color:var(--bad);text-decoration:none}ins{color:var(--good);text-decoration:none}small{opacity:.8}
svg{width:160px;height:24px;display:block}svg .axis{stroke:currentColor;opacity:.4}svg .margin{stroke:var(--bad);stroke-dasharray:3 2}svg .span{stroke:currentColor;stroke-width:3}svg .point{fill:currentColor}`;

/** A single HTML file without scripts, other files or addresses; its policy allows nothing but its own style. */
export function renderHtml(full: Report): string {
  const report = redactForPeople(full);
  const hash = createHash('sha256').update(style).digest('base64');
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  const sections = [
    `<h1>Prompt Assay: ${report.verdict}</h1>`,
    `<div class="verdict ${report.verdict}"><p><strong>${text(report.title)}</strong></p>${list([...report.details, ...report.notices])}</div>`,
    section('Problems', list([...report.errors, ...report.warnings].map(renderProblem))),
    section(
      'Comparisons',
      groupMetrics(report)
        .map((group, index) => renderGroup(report, group, `comparison-${index + 1}`))
        .join(''),
    ),
    section(`Cases (${report.cases.length})`, report.cases.map((entry) => renderCase(report, entry)).join('')),
    section('Prompts', report.suites.flatMap(({ prompts }) => prompts.map(renderPrompt)).join('')),
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

function renderGroup(
  report: Report,
  { suite, promptId, prompt, metrics }: ReturnType<typeof groupMetrics>[number],
  id: string,
): string {
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
<section class="scroll" tabindex="0" aria-labelledby="${id}"><table><thead><tr>${header.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead><tbody>${rows}${renderArms(prompt)}</tbody></table></section>`;
}

function renderMetric(report: Report, metric: MetricReport): string {
  const numbers = [
    formatScore(metric.baselineMean, metric.binary),
    formatScore(metric.candidateMean, metric.binary),
    formatDifference(metric.difference, metric.binary),
    formatInterval(metric.lowerBound, metric.upperBound, metric.binary) ?? '',
  ];
  const evidence = metric.refused ? '' : `${describeEvidence(report, metric)}.`;
  const sentences = [metric.sentence, metric.remark ?? '', metric.held ?? '', describeNotes(report, metric), evidence];
  return `<tr><th scope="row">${text(metric.metric)} <small>${describeRole(metric)}</small></th>${numbers.map(number).join('')}
<td>${renderIntervalPlot(metric)}</td>${number(describeCounts(metric))}<td>${describeVerdict(metric)}</td></tr>
<tr><td colspan="8"><small>${text(sentences.filter((part) => part !== '').join(' '))}</small></td></tr>`;
}

function renderArms(prompt: PromptReport | null): string {
  const { baseline = null, candidate = null } = prompt ?? {};
  const usd = (micro: number | null | undefined) =>
    formatUsd(micro === null || micro === undefined ? null : micro / 1e6);
  const row = (name: string, from: string, to: string, verdict: Verdict | null = null) =>
    `<tr><th scope="row">${name}</th>${number(from)}${number(to)}<td colspan="4"></td><td>${verdict === null ? '' : describeLimit(verdict)}</td></tr>`;
  if (baseline === null && candidate === null) return '';
  return (
    row(
      'cost per 1,000',
      usd(baseline?.costPerThousandMicroUsd),
      usd(candidate?.costPerThousandMicroUsd),
      prompt?.costVerdict,
    ) +
    row(
      'latency, median',
      formatDuration(baseline?.latencyMedianMs ?? null),
      formatDuration(candidate?.latencyMedianMs ?? null),
      prompt?.latencyVerdict,
    )
  );
}

function renderCase(report: Report, entry: CaseReport): string {
  const metric = findMetric(report, entry);
  const summary = [
    entry.case,
    entry.label + (entry.critical ? ', critical' : ''),
    entry.suite,
    entry.prompt,
    entry.metric,
  ];
  const scores = [
    `${nameSide(report.base, 'baseline')} ${describeScores(entry.baselineScores, metric)}`,
    `${nameSide(report.head, 'candidate')} ${describeScores(entry.candidateScores, metric)}`,
  ];
  return `<details><summary><b>${text(summary[0] ?? '')}</b> · ${text([...summary.slice(1), ...scores].join(' · '))}</summary>
${field('Input', entry.input === null ? null : renderJsonText(entry.input))}${field('Expected', entry.expected === null ? null : renderJsonText(entry.expected))}
${renderOutputs(report, entry)}${field('Reason', entry.reason)}</details>`;
}

function renderOutputs(report: Report, { baselineOutput, candidateOutput }: CaseReport): string {
  const [before, after] = [renderOutputText(baselineOutput), renderOutputText(candidateOutput)];
  if (baselineOutput === null || candidateOutput === null) {
    const one = baselineOutput === null ? nameSide(report.head, 'candidate') : nameSide(report.base, 'baseline');
    return field(`${one} answered`, before + after === '' ? null : before + after);
  }
  if (before === after) return field('Both sides answered', before);
  const signs = { removed: '-', added: '+', same: ' ', gap: ' ' } as const;
  const lines = diffTexts(before, after).map(({ kind, text: line }) => renderDiffLine(signs[kind] + line));
  return `<p>Outputs</p><pre>${lines.join('\n')}</pre>`;
}

function field(name: string, value: string | null): string {
  return value === null ? '' : `<p>${text(name)}</p><pre>${text(value)}</pre>`;
}

function renderPrompt({ path, change, diff }: PromptReport): string {
  if (diff.length === 0) return `<p><code>${text(path)}</code>: ${change}</p>`;
  return `<details><summary><code>${text(path)}</code>: ${change}</summary><pre>${diff.map(renderDiffLine).join('\n')}</pre></details>`;
}

function renderDiffLine(line: string): string {
  if (line.startsWith('-')) return `<del>${text(line)}</del>`;
  return line.startsWith('+') ? `<ins>${text(line)}</ins>` : text(line);
}

function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>\n${body}</section>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
}

function side(report: SideReport | null, otherwise: string): string {
  return [nameSide(report, otherwise), shortCommit(report)].filter((part) => part !== null).join(' ');
}

function number(value: string): string {
  return `<td class="number">${text(value)}</td>`;
}

function text(value: string): string {
  const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return revealText(value).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
