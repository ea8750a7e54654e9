import type { ChangelogLine } from '../../baseline/changelog-line.ts';
import type { History } from '../../history/history.ts';
import type { Merge, MergedSuite } from '../../history/merge-line.ts';
import { type BaselineNews, roleWords, type Series, type SeriesPoint } from '../../history/series.ts';
import { count } from '../../text/prose.ts';
import { cutText, oneLine } from '../escape.ts';
import { formatCount, formatInterval, formatScore, formatUsd, unknown } from '../words/numbers.ts';

const commitDigits = 7;
const maxTitle = 100;

/** The day of an instant, as ISO 8601 has it. */
export const dayOf = (date: string) => date.slice(0, 10);

/** A commit as people name it. */
export const shortCommit = (commit: string) => commit.slice(0, commitDigits);

/** What was read, and how much of it. */
export function describeHistory({ branch, commit, suites, merges }: History): string {
  const baselines = suites.reduce((sum, suite) => sum + suite.baselines.length, 0);
  return `${branch} at ${shortCommit(commit)}: ${count(baselines, 'baseline')}, ${count(merges.length, 'merge')}`;
}

/** How much is older than what is shown; null where nothing is. */
export function describeLeftOut({ leftOut }: History): string | null {
  return leftOut === 0 ? null : `${formatCount(leftOut)} older lines are left out`;
}

/** A change of main: `#12 Title`, or the commit that was pushed. */
export function nameMerge({ pull, commit }: Pick<Merge, 'pull' | 'commit'>): string {
  return pull === null ? `commit ${shortCommit(commit)}` : `#${pull.number} ${shortTitle(pull.title)}`.trimEnd();
}

const shortTitle = (title: string) => cutText(oneLine(title), maxTitle);

/** A suite's verdict, and what limits it: who accepted it, and whether main is what was judged. */
export function describeMerged(merged: MergedSuite): string {
  const { suite, verdict, title } = merged;
  const sentence = title === null || title === '' ? '' : `: ${oneLine(title)}`;
  return `${[`${oneLine(suite)} ${verdict ?? 'not judged'}`, ...listReserves(merged)].join(', ')}${sentence}`;
}

/** What limits a recorded verdict, a clause each. */
export function listReserves({ verdict, green, accepted, matches }: MergedSuite): readonly string[] {
  return [
    ...(accepted === null ? [] : [`accepted by ${accepted.by}`]),
    ...(verdict !== null && !green ? ['it blocked'] : []),
    ...(matches === false ? ['main had gone on since it was judged'] : []),
    ...(verdict !== null && matches === null ? ['whether main is what was judged is not known'] : []),
  ];
}

/** A mean as its metric is shown. */
export function showMean(series: Series, { mean }: SeriesPoint): string {
  return formatScore(mean, series.measure?.binary === true);
}

/** Where the mean lies with 95 % confidence, without the unit; null where the baseline does not say. */
export function showInterval({ measure }: SeriesPoint): string | null {
  if (measure === null) return null;
  const { lower, upper, binary } = measure;
  return formatInterval(lower, upper, binary)?.replaceAll('+', '') ?? null;
}

/** What a metric may do, where that is not to block: `judge, is shown`. */
export function describeMeasure({ measure }: Series): string | null {
  if (measure === null) return null;
  const { kind, role, direction } = measure;
  const parts = [
    kind === 'check' ? '' : kind,
    kind === 'check' && role === 'gate' ? '' : roleWords[role],
    direction === 'lower' ? 'lower is better' : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || null;
}

/** What a baseline brought, a clause each. */
export function describeNews({ models, prompts, roles, hasOtherRules }: BaselineNews): readonly string[] {
  return [
    ...models.map((move) => `model ${move}`),
    ...prompts.map((move) => `prompt ${move}`),
    ...roles,
    ...(hasOtherRules ? ['scored by other rules than before'] : []),
  ];
}

/** Who set a baseline and why: `ada: "the first one"`. */
export function describeAuthor({ who, reason }: ChangelogLine): string {
  const name = who === null ? 'somebody' : oneLine(who);
  return reason === null ? name : `${name}: “${cutText(oneLine(reason), maxTitle)}”`;
}

/** What a baseline cost. */
export function showCost({ costMicroUsd }: ChangelogLine): string {
  return costMicroUsd === null ? unknown : formatUsd(costMicroUsd / 1e6);
}

/** The tokens that were paid for: into the model, and out of it. */
export function showTokens({ tokens }: ChangelogLine): string {
  return tokens === null ? unknown : `${formatCount(tokens.input)} in, ${formatCount(tokens.output)} out`;
}
