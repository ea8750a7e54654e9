import type { WeighedGround } from '../gate/ground.ts';
import { nameComparison, namePrompt } from '../gate/reason.ts';
import type { EvaluateRequest } from '../pipeline/evaluate-request.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import type { Tree } from '../ports.ts';
import { readFiles } from '../read/read-files.ts';
import { cutText, oneLine } from '../report/escape.ts';
import type { MetricReport } from '../report/metric-report.ts';
import type { Report } from '../report/report.ts';
import { describeCauses } from '../report/words/cause.ts';
import { explainThreshold } from '../report/words/limit-words.ts';
import { closeSentence } from '../text/prose.ts';
import { type Annotation, mostOfLevel } from './annotate.ts';
import { findChangedLines, type Lines } from './changed-lines.ts';
import type { Scene } from './mode.ts';
import { isPublished } from './signals.ts';
import { tryTo } from './write-out.ts';

const maxTitle = 120;
const maxSentence = 600;
const mostSentences = 3;

/**
 * One annotation for each changed prompt file of a suite that fails or stays open, on the first lines that changed: what was found, and
 * what the broken cases have in common. An application has no prompt file; where one file of it changed, it is that one. `report` is what
 * people may see. Only the job of a pull request's own event stands on its head, where lines are shown.
 */
export async function annotateChange(
  { event, inputs, runner, world: { repository } }: Scene,
  report: Report,
  plans: readonly SuitePlan[],
  { base, candidate }: Pick<EvaluateRequest, 'base' | 'candidate'>,
): Promise<readonly Annotation[]> {
  if (event.name !== 'pull_request' || !isPublished(inputs)) return [];
  const notes = plans.flatMap((plan) => listNotes(report, plan)).slice(0, 2 * mostOfLevel);
  if (notes.length === 0) return [];
  const read = (tree: Tree, paths: readonly string[]) => readFiles(repository, tree, [...new Set(paths)]);
  const found = await tryTo('show it on the changed lines', runner, async () => {
    const before = await read(
      base.tree,
      notes.map((note) => note.basePath),
    );
    const after = await read(
      candidate.tree,
      notes.map((note) => note.path),
    );
    return notes.flatMap(({ basePath, from, ...note }): readonly Annotation[] => {
      const text = after.get(note.path)?.text;
      const lines = text === undefined ? null : findChangedLines(before.get(basePath)?.text ?? '', text, from);
      return lines === null ? [] : [{ ...note, ...lines }];
    });
  });
  return found ?? [];
}

/** What is said of one file, and where its text is looked for. */
interface Note extends Omit<Annotation, keyof Lines> {
  readonly basePath: string;
  /** The line with which the prompt begins. */
  readonly from: number;
}

function listNotes(report: Report, { config, prompts }: SuitePlan): readonly Note[] {
  const verdict = report.suites.find(({ name }) => name === config.name)?.verdict ?? null;
  if (verdict !== 'fail' && verdict !== 'inconclusive') return [];
  const byPath = new Map<
    string,
    { readonly place: Place; readonly grounds: WeighedGround[]; readonly said: string[] }
  >();
  for (const prompt of prompts) {
    const place = findPlace(prompt);
    const grounds = report.grounds.filter(
      (ground) => ground.verdict === verdict && ground.suite === config.name && ground.prompt === prompt.id,
    );
    const said = grounds.flatMap((ground) => explain(report, ground, prompt.candidate?.key != null) ?? []);
    if (place === null || said.length === 0) continue;
    const own = byPath.get(place.path) ?? { place, grounds: [], said: [] };
    byPath.set(place.path, own);
    own.grounds.push(...grounds);
    own.said.push(...said);
  }
  return [...byPath.values()].map(({ place, grounds, said }) => ({
    ...place,
    level: !report.green && grounds.some(({ blocks }) => blocks) ? 'error' : 'warning',
    title: cutText(`Prompt Assay: ${oneLine(config.name)}`, maxTitle),
    message: [
      ...said.slice(0, mostSentences),
      ...(said.length > mostSentences ? [`And ${said.length - mostSentences} more.`] : []),
    ].join('\n'),
  }));
}

type Place = Pick<Note, 'path' | 'basePath' | 'from'>;

function findPlace({ base, candidate }: PromptPlan): Place | null {
  if (candidate === null) return null;
  if (candidate.application !== undefined) {
    const earlier = base?.application?.sources ?? new Map<string, string>();
    const changed = [...candidate.application.sources].filter(([path, hash]) => earlier.get(path) !== hash);
    const [only] = changed;
    return only === undefined || changed.length > 1 ? null : { path: only[0], basePath: only[0], from: 1 };
  }
  const { path } = candidate;
  const lines = [...candidate.places.values()].flatMap((where) => (where.path === path ? (where.line ?? []) : []));
  return { path, basePath: base?.path ?? path, from: lines.length === 0 ? 1 : Math.min(...lines) };
}

/** A ground that the lines of a prompt may be to blame for, in plain text; null for any other. */
function explain(report: Report, { kind, suite, prompt, subject }: WeighedGround, isNamed: boolean): string | null {
  const isOwn = (row: MetricReport) => row.suite === suite && row.prompt === prompt;
  const name = nameComparison({ suite: null, prompt: isNamed ? prompt : null, metric: subject ?? '' });
  const metric = report.metrics.find((row) => isOwn(row) && row.metric === subject);
  if (metric !== undefined && (kind === 'comparison' || kind === 'threshold')) {
    const cause = describeCauses(metric);
    const sentence = kind === 'comparison' ? metric.sentence : closeSentence(describeThreshold(metric));
    return showPlain(`${name}: ${sentence}${cause === null ? '' : ` ${closeSentence(cause)}`}`);
  }
  if (kind !== 'expense') return null;
  const opening = `${namePrompt({ suite: suite ?? '', id: prompt ?? '' })}: the ${subject} `;
  const reason = report.reasons.find((one) => one.startsWith(opening));
  return reason === undefined ? null : showPlain(closeSentence(reason));
}

function describeThreshold({
  minScore,
  minScoreOn: on,
  direction,
  alpha,
  heldScore,
  binary,
  belowMinScore,
}: MetricReport) {
  const threshold = { minScore: minScore ?? 0, on, direction, alpha };
  return explainThreshold(threshold, { verdict: belowMinScore ? 'fail' : 'inconclusive', value: heldScore }, binary);
}

/** What is code in our prose is a quote where there is no markup. */
function showPlain(prose: string): string {
  return cutText(oneLine(prose).replaceAll('`', '"'), maxSentence);
}
