import { renderProblem } from '../../errors.ts';
import { lazily } from '../../run/lazily.ts';
import { escapeScriptJson } from '../escape.ts';
import { redactForPeople, redactPageCase } from '../redact.ts';
import type { Report } from '../report.ts';
import { nameSide } from '../words/grouping.ts';
import { describeRun } from '../words/run-line.ts';
import type { PageData } from './browse/page-data.ts';
import { createCaseWriter } from './case-data.ts';
import { renderComparisons } from './comparisons.ts';
import type { PageCase, PageRun } from './page-run.ts';
import { list, section } from './parts.ts';
import { hashOf } from './policy.ts';
import { renderHtmlPrompts } from './prompts.ts';
import { style } from './style.ts';
import { renderVerdict } from './verdict.ts';
import { viewerScript } from './viewer-script.ts';

/**
 * A single HTML file in parts that are made as they are written: the summary, which needs no script, and the viewer with
 * all cases as data. Its policy allows nothing but its own style and its own script, and no address at all.
 */
export function renderHtml(full: Report, run: PageRun): Iterable<string> {
  return lazily(() => renderParts(full, run));
}

function* renderParts(full: Report, { cases, changes }: PageRun): Generator<string> {
  const report = redactForPeople(full);
  const shown = showCases(cases, report.examples);
  const first = shown.next();
  const data = first.done === true ? null : renderData(report, first.value, shown);
  yield renderHead(report, data !== null);
  yield renderVerdict(report);
  yield section('Problems', list([...report.errors, ...report.warnings].map(renderProblem)));
  yield section('Comparisons', renderComparisons(report, [...changes]));
  yield renderWork(report, data !== null);
  const skipped = report.suites.filter(({ status }) => status !== 'run');
  yield section('Not run', list(skipped.map(({ name, reason }) => `${name}: ${reason}`)));
  yield section('Run', list(describeFacts(report)));
  yield '</main>\n';
  if (data !== null) {
    yield '<script type="application/json" id="data">';
    yield* data;
    yield `</script>\n<script>${viewerScript}</script>\n`;
  }
  yield '</body></html>\n';
}

function* showCases(cases: Iterable<PageCase>, examples: Report['examples']): Generator<PageCase> {
  for (const entry of cases) {
    const shown = redactPageCase(entry, examples);
    if (shown !== null) yield shown;
  }
}

/** The data of the viewer, of which at least one case is there. */
function* renderData(report: Report, first: PageCase, rest: Iterable<PageCase>): Generator<string> {
  const writer = createCaseWriter(report);
  const write = (value: unknown) => escapeScriptJson(JSON.stringify(value));
  yield `{"cases":[${write(writer.write(first))}`;
  for (const entry of rest) yield `,\n${write(writer.write(entry))}`;
  const sides: PageData['sides'] = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')];
  yield `],"prompts":${write(writer.prompts())},"sides":${write(sides)}}`;
}

function renderHead({ verdict }: Report, hasScript: boolean): string {
  const script = hasScript ? `; script-src '${hashOf(viewerScript)}'` : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'${script}; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>Prompt Assay: ${verdict}</title><style>${style}</style></head>
<body><main>
`;
}

/** The cases, with what changed in the prompts beside them. */
function renderWork({ examples, ...report }: Report, hasCases: boolean): string {
  const prompts = renderHtmlPrompts({ ...report, examples });
  const aside =
    prompts === '' ? '' : `<aside aria-labelledby="prompts"><h2 id="prompts">Prompts</h2>${prompts}</aside>`;
  const cases = hasCases ? viewerPlace : examples === 'none' ? noCases : '';
  if (cases === '') return aside;
  return `<div class="work${aside === '' ? '' : ' wide'}">${aside}<section id="cases" aria-labelledby="cases-title"><h2 id="cases-title">Cases</h2>${cases}</section></div>\n`;
}

const viewerPlace =
  '<noscript><p>The list of all cases needs scripts: comment.md shows the worst of them, outputs.jsonl has every answer.</p></noscript><div id="viewer"></div>';
const noCases = '<p>No cases are shown: the config says <code>examples: none</code>.</p>';

function describeFacts(report: Report): readonly string[] {
  return [
    ...report.notes,
    ...report.suites.flatMap(({ baseline, noise, notes }) => [
      baseline ?? '',
      noise === null ? '' : `Noise: ${noise}`,
      ...notes,
    ]),
    describeRun(report),
    report.reproduce === null ? '' : `Reproduce: \`${report.reproduce}\``,
    `Prompt Assay ${report.toolVersion}`,
  ].filter((fact) => fact !== '');
}
