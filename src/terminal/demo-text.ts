import { cutEnd, measure, pad, wrap } from '../report/console/cells.ts';
import { openScreen, type Style } from '../report/console/screen.ts';
import { oneLine } from '../report/escape.ts';
import type { MetricReport } from '../report/metric-report.ts';
import type { Report } from '../report/report.ts';
import { describeReportCauses } from '../report/words/cause.ts';
import { describeFigures, listArmFigures } from '../report/words/figures.ts';

/** One proposed change of the demo and what came of it. */
export interface DemoChange {
  /** Its folder, such as `2-without-examples`. */
  readonly name: string;
  /** What its author says: a title, an empty line, and why. */
  readonly story: string;
  readonly report: Report;
}

/** How the demo's text looks: `width` in cells. */
export interface DemoLook {
  readonly width: number;
  readonly colour: boolean;
}

const indent = '   ';

/** Verdicts as one sees them on a pull request. */
const verdicts: { readonly [verdict in Report['verdict']]: readonly [Style, string] } = {
  pass: ['green', '✓ passes'],
  fail: ['red', '✗ blocks merging'],
  inconclusive: ['yellow', '! not settled'],
  invalid: ['yellow', '! not judged'],
};

/** What is about to be shown. */
export function renderDemoIntro(look: DemoLook): string {
  return renderLines([
    ...wrap('Five changes to one prompt, each compared with main on 100 messages.', look.width),
    ...wrap('The answers are real, recorded from a very small model: no key, no network.', look.width),
    '',
  ]);
}

/** One change: what its author wanted, the verdict and why, and where it shows. */
export function renderDemoChange({ name, story, report }: DemoChange, look: DemoLook): string {
  const [title = '', why = ''] = story.split(/\n\s*\n/).map(oneLine);
  const [style, verdict] = verdicts[report.verdict];
  const isFree = report.verdict === 'inconclusive' && report.green;
  return renderLines([
    paint(look, 'bold', cutEnd(`${numberOf(name)}  ${title}`, look.width)),
    ...paragraph(why, look).map((line) => paint(look, 'dim', line)),
    ...startWith(look, style, `${verdict}${isFree ? ', does not block' : ''}:`, oneLine(report.title)),
    ...paragraph(listFigures(report).join(', '), look),
    ...[...describeReportCauses(report), ...report.notices].flatMap((text) => paragraph(oneLine(text), look)),
    ...(report.green ? [] : renderExample(report, look)),
    '',
  ]);
}

/** What is to be known of the judge and of money, where the pages are, and what to do in a repository of one's own. */
export function renderDemoEnd(changes: readonly DemoChange[], folder: string, look: DemoLook): string {
  const money = 'Costs are at the prices in its config, which are invented: the model ran on one core.';
  const line = (text: string) => cutEnd(`${indent}${text}`, look.width);
  return renderLines([
    ...[...explainJudge(changes), money].flatMap((text) => wrap(text, look.width)),
    '',
    paint(look, 'bold', 'Look at it'),
    // A path that is cut leads nowhere.
    `${indent}open ${oneLine(pageOf(changeToOpen(changes), folder))}`,
    ...paragraph('Each change has its folder, with comment.md as a pull request gets it.', look),
    '',
    ...wrap('In your own repository (README.md, "Use it")', look.width).map((text) => paint(look, 'bold', text)),
    line('npx prompt-assay init       writes a first config and workflow'),
    line('npx prompt-assay validate   what would run, and what it would cost'),
    line('npx prompt-assay run        your working tree against main'),
  ]);
}

/** The change whose page says most: the first that blocks. */
export function changeToOpen(changes: readonly DemoChange[]): string {
  return (changes.find(({ report }) => !report.green) ?? changes[0])?.name ?? '';
}

/** Where the page of a change is. */
export function pageOf(name: string, folder: string): string {
  return `${folder}/${name}/report.html`;
}

/** `2` of `2-without-examples`. */
export function numberOf(name: string): string {
  return name.split('-')[0] ?? name;
}

/** Gates and money: `order 83 % → 60 %`. */
function listFigures({ metrics, suites }: Report): readonly string[] {
  const gates = metrics.filter(({ gates }) => gates);
  const arms = suites.flatMap(({ prompts }) => prompts.flatMap(listArmFigures));
  const cost = arms.filter(({ name }) => name.startsWith('cost'));
  return [...gates.map((metric) => ({ name: oneLine(metric.metric), ...describeFigures(metric) })), ...cost].map(
    ({ name, baseline, candidate }) => `${name} ${baseline} → ${candidate}`,
  );
}

/** What the worst case answered on both sides. */
function renderExample({ cases }: Report, look: DemoLook): readonly string[] {
  const [worst] = cases;
  if (worst === undefined) return [];
  const name = cutEnd(oneLine(worst.case), Math.floor(look.width / 3));
  const line = (lead: string, side: string, output: typeof worst.baselineOutput) =>
    cutEnd(
      `${indent}${pad(lead, measure(name), 'left')}  ${side.padEnd(4)}  ${oneLine(output?.content ?? '')}`,
      look.width,
    );
  return [
    paint(look, 'red', line(name, 'main', worst.baselineOutput)),
    paint(look, 'green', line('', 'now', worst.candidateOutput)),
  ];
}

/** Why a judge's figures are left out, of the judges that are refused in every change. */
function explainJudge(changes: readonly DemoChange[]): readonly string[] {
  const [first, ...others] = changes.map(({ report }) => report.metrics.filter(({ refused }) => refused));
  const isRefused = ({ metric }: MetricReport) => others.every((own) => own.some((other) => other.metric === metric));
  return (first ?? []).filter(isRefused).map(({ metric, notes }) => {
    const how = notes.find((note) => note.startsWith('passed ')) ?? 'failed its checks on planted answers';
    return [
      `The judge "${oneLine(metric)}" is refused each time: it ${oneLine(how)}, since here the small model judges, too.`,
      'That is the guard at work: a judge that passes them, and agrees with labels of people, may gate.',
    ].join(' ');
  });
}

function paragraph(text: string, look: DemoLook): readonly string[] {
  return text === '' ? [] : wrap(text, look.width, indent);
}

function startWith(look: DemoLook, style: Style, lead: string, text: string): readonly string[] {
  const [first = '', ...others] = wrap(`${lead} ${text}`, look.width, indent);
  return [first.replace(lead, () => paint(look, style, lead)), ...others];
}

function paint({ width, colour }: DemoLook, style: Style, text: string): string {
  return openScreen({ columns: width, colour, links: false }).paint(style, text);
}

function renderLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
