import { quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { checkJudge, checkMetric, checkPanel } from './metric-rules.ts';
import { outsideHint, rejectOutside } from './path-rules.ts';
import { resolveGlob } from './paths.ts';
import { checkNames, listGroupMembers, listItems, type RuleContext } from './rule-context.ts';

/** Looks at one suite: its paths, its names, and keys that contradict each other. */
export function checkSuite(context: RuleContext, path: KeyPath): void {
  checkOrigin(context, path);
  checkGlobs(context, [...path, 'prompts']);
  checkGlobs(context, [...path, 'sources']);
  checkDataset(context, [...path, 'dataset']);
  checkSamples(context, path);
  const checks = listItems(context, [...path, 'checks']);
  const judges = listItems(context, [...path, 'judges']);
  const panels = listItems(context, [...path, 'panels']);
  checkNames(
    context,
    [...checks, ...judges, ...panels].map((metric) => [...metric, 'name']),
    'metric',
  );
  for (const metric of checks.flatMap((check) => [check, ...listGroupMembers(context, check)])) {
    checkMetric(context, metric, context.checkKinds);
  }
  for (const metric of judges) {
    checkMetric(context, metric, context.judgeKinds);
    checkJudge(context, metric);
  }
  for (const panel of panels) checkPanel(context, panel, judges);
  const readKey = (at: KeyPath, key: string) => context.file.get([...at, key]) ?? null;
  const seated = new Set(panels.flatMap((panel) => readKey(panel, 'members')));
  const speakers = judges.filter((judge) => readKey(judge, 'role') === 'gate' || !seated.has(readKey(judge, 'name')));
  warnOfManyGates(context, path, [...checks, ...speakers, ...panels]);
}

/** Outputs come of prompts that we send, or of an application that somebody runs. */
function checkOrigin({ file, reject }: RuleContext, path: KeyPath): void {
  const [prompts, sources] = ['prompts', 'sources'].map((name) => file.get([...path, name]));
  if (prompts !== undefined || sources !== undefined) return;
  const name = quoteName(String(file.get([...path, 'name']) ?? ''));
  const hint =
    'Add "prompts", globs of prompt files; or "sources", globs of the application whose outputs your workflow makes.';
  reject(path, `suite ${name} has neither "prompts" nor "sources".`, hint);
}

function checkGlobs(context: RuleContext, path: KeyPath): void {
  const isList = Array.isArray(context.file.get(path));
  for (const place of isList ? listItems(context, path) : [path]) {
    const glob = context.file.get(place);
    if (typeof glob !== 'string' || glob === '' || resolveGlob(context.path, glob) !== null) continue;
    const [fault, hint] = glob.startsWith('!')
      ? ['is a negated glob', 'Name the files that belong to the suite.']
      : ['does not stay inside the repository', outsideHint];
    context.reject(place, `${quoteName(glob)} ${fault}.`, hint as string);
  }
}

function checkDataset(context: RuleContext, path: KeyPath): void {
  const dataset = context.file.get(path);
  if (!Array.isArray(dataset)) {
    rejectOutside(context, path);
    return;
  }
  const kinds = new Set(dataset.map((item) => typeof item));
  if (kinds.has('string') && kinds.has('object')) {
    context.reject(path, '"dataset" mixes paths and rows.', 'List paths only, or rows only.');
  }
  for (const item of listItems(context, path)) rejectOutside(context, item);
}

function checkSamples({ file, reject }: RuleContext, path: KeyPath): void {
  const samples = file.get([...path, 'samples']);
  const target = file.get([...path, 'gate', 'target']);
  const isRerun = file.get([...path, 'gate', 'resample']) === 'discordant';
  const resample = [...path, 'gate', 'resample'];
  if (isRerun && typeof samples === 'number' && samples > 1) {
    reject(resample, '"resample: discordant" needs "samples: 1".', 'Remove "resample", or set "samples" to 1.');
  }
  if (isRerun && target === 'cases') {
    reject(resample, '"resample: discordant" does not go with "target: cases".', 'Remove "resample".');
  }
  checkSettle(file.get([...path, 'gate', 'settle']), samples, target, (message, hint) =>
    reject([...path, 'gate', 'settle'], message, hint),
  );
  if (target === 'cases' && samples === 1) {
    reject(
      [...path, 'samples'],
      '"target: cases" needs repeated samples.',
      'Remove "samples" (5 is then used), or set it to 2 or more.',
    );
  }
}

/** What settles brings single draws to more: where there are no single draws it would never do anything. */
function checkSettle(
  settle: unknown,
  samples: unknown,
  target: unknown,
  reject: (message: string, hint: string) => void,
): void {
  if (settle === undefined || settle === 'off') return;
  if (typeof samples === 'number' && samples > 1) {
    reject('"settle" needs "samples: 1".', 'Remove "settle", or set "samples" to 1.');
  } else if (target === 'cases') {
    reject('"settle" does not go with "target: cases".', 'Remove "settle".');
  }
}

/** A judge gates once labels vouch for it, or its config lets it gate without. */
function mayGate(file: RuleContext['file'], metric: KeyPath): boolean {
  if (file.get([...metric, 'role']) === 'report' || file.get([...metric, 'direction']) === 'neutral') return false;
  const isJudge = metric.at(-2) === 'judges';
  const allowed = file.get([...metric, 'allow-uncalibrated']) === true;
  return !isJudge || allowed || file.get([...metric, 'calibration']) !== undefined;
}

function warnOfManyGates({ file, warn }: RuleContext, path: KeyPath, metrics: readonly KeyPath[]): void {
  const gating = metrics.filter((metric) => mayGate(file, metric));
  const fourth = gating[3];
  if (fourth === undefined) return;
  const message = `${gating.length} metrics of ${quoteName(String(file.get([...path, 'name'])))} gate; each makes the others harder to prove.`;
  warn(fourth, message, 'Give "role: report" to all but the three that matter.');
}
