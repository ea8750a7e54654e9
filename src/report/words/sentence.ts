import type { Comparison } from '../../gate/comparison.ts';
import type { BrokenCase, GateDecision } from '../../gate/decide.ts';
import { nameComparison, renderCounts, renderPoints, renderSignedPoints } from '../../gate/reason.ts';
import { listCases } from '../../gate/small-set.ts';
import { describeNothing, nothingMeasured } from '../../gate/vacuous.ts';
import { closeSentence } from '../../text/prose.ts';

/** A verdict in plain words, without markup. */
export interface Sentence {
  /** What is known. */
  readonly title: string;
  /** The numbers behind it, possibly nothing. */
  readonly detail: string;
  /** The gate's own reason where title and detail leave it out; else null. */
  readonly remark: string | null;
}

/** What the words depend on beside the comparison. */
export interface SentenceContext {
  readonly target: 'inputs' | 'cases';
  /** True where an inconclusive verdict turns red. */
  readonly isBlocked: boolean;
  /** Cases of this comparison that broke. */
  readonly broken: readonly BrokenCase[];
}

/** Says what is known of one comparison. */
export function renderComparisonSentence(comparison: Comparison, context: SentenceContext): Sentence {
  switch (comparison.verdict) {
    case 'fail':
      return renderFail(comparison, context);
    case 'pass':
      return renderPass(comparison, context);
    case 'inconclusive':
      return comparison.gates ? renderInconclusive(comparison, context) : renderShown(comparison);
    case 'invalid':
      return {
        title: 'Could not be judged; this says nothing about the prompt.',
        detail: closeSentence(comparison.reason ?? ''),
        remark: null,
      };
  }
}

/** A decision in one line for a status or a headline, without a full stop. */
export interface Headline {
  /** E.g. `no regression found; drops up to 12 points not ruled out`. */
  readonly text: string;
  /** True where it gives the decision's first reason in full. */
  readonly saysReason: boolean;
}

/** Says what is known of a whole decision: `reasons` are those of the decisive comparisons, in order. */
export function renderHeadline(
  decision: Pick<GateDecision, 'verdict' | 'comparisons' | 'reasons' | 'broken'>,
): Headline {
  const gating = decision.comparisons.filter((one) => one.gates && one.direction !== 'neutral');
  const [reason] = decision.reasons;
  switch (decision.verdict) {
    case 'fail':
      return { text: renderFailTitle(gating, decision.broken), saysReason: false };
    case 'pass':
      return { text: renderPassTitle(gating), saysReason: false };
    case 'inconclusive': {
      const open = renderOpenTitle(gating) ?? renderNothingTitle(gating);
      return { text: open ?? reason ?? 'not enough evidence either way', saysReason: open === null };
    }
    case 'invalid':
      return { text: `could not be judged: ${reason ?? 'nothing was measured'}`, saysReason: true };
  }
}

/** A mid-p in words: how many harmless changes it takes to see one result this bad. */
export function renderFrequency(pValue: number): string {
  if (pValue < 1e-6) return 'fewer than 1 of a million runs';
  return `1 of ${Number((1 / pValue).toPrecision(2)).toLocaleString('en-US')} runs`;
}

function renderFail(comparison: Comparison, { target, broken }: SentenceContext): Sentence {
  // Either the cases that broke are told, or the rate that fell; the reason may hold both.
  if (broken.length > 0) return { ...renderBroken(broken), remark: comparison.proven ? comparison.reason : null };
  const where = target === 'cases' ? ` on these ${comparison.cases} cases` : '';
  return {
    title: `Regression proven${where}.`,
    detail: [closeSentence(renderCounts(comparison)), renderProof(comparison), renderEstimate(comparison)]
      .filter((part) => part !== '')
      .join(' '),
    remark: comparison.proven ? null : comparison.reason,
  };
}

/** What a proven regression rests on, without counts and size: whether a re-run upheld it, and how rare it would be by chance. */
export function renderProof({ pValue, looks }: Comparison): string {
  const held = looks === 2 ? 'Run again on both sides, the differences held. ' : '';
  const split = looks === 2 ? 'a result this bad' : 'a split this lopsided';
  const chance =
    pValue === null ? '' : `If this change were harmless, ${split} would occur in ${renderFrequency(pValue)}.`;
  return `${held}${chance}`.trim();
}

function renderEstimate({ difference, lowerBound, upperBound }: Comparison): string {
  if (difference === null || lowerBound === null || upperBound === null) return '';
  return `Estimated drop ${renderPoints(difference)} (between ${renderBetween(upperBound, lowerBound)}).`;
}

function renderPass(comparison: Comparison, { target }: SentenceContext): Sentence {
  const { margin, worse, better, cases, lowerBound, alpha } = comparison;
  if (comparison.small)
    return { title: 'No case broke.', detail: closeSentence(comparison.reason ?? ''), remark: null };
  const where = target === 'cases' ? ` on these ${cases} cases` : '';
  const stored = comparison.baselineSource === 'stored' ? ' Against a stored baseline.' : '';
  const settled = comparison.settled ? ` Settled in a further round (${comparison.samples} samples a case).` : '';
  const level = Math.round(1000 * (1 - alpha)) / 10;
  const ruledOut =
    (lowerBound ?? 0) < 0
      ? `a drop of more than ${renderPoints(lowerBound ?? 0)} is ruled out`
      : 'any drop is ruled out';
  return {
    title: `No regression larger than ${renderPoints(margin)}${where}.`,
    detail: `${worse} worse, ${better} better of ${cases}; ${ruledOut} (${level} %).${settled}${stored}`,
    remark: null,
  };
}

function renderInconclusive(comparison: Comparison, { isBlocked }: SentenceContext): Sentence {
  const { reason, measuresNothing, margin, commonReason } = comparison;
  if (measuresNothing) {
    const title = closeSentence(`${nothingMeasured} (${isBlocked ? 'blocked' : 'not blocked'})`);
    return { title, detail: closeSentence(describeNothing('both sides', margin, commonReason)), remark: null };
  }
  const title = `Not enough evidence either way (${isBlocked ? 'blocked' : 'not blocked'}).`;
  const { worse, better, cases, lowerBound, upperBound, casesToSettle, detectableDrop } = comparison;
  if (!isRateOpen(comparison) || lowerBound === null || upperBound === null) {
    return { title, detail: closeSentence(reason ?? ''), remark: null };
  }
  const fit = `The data fit anything from ${renderSignedPoints(lowerBound)} to ${renderSignedPoints(upperBound)} points.`;
  const more = (casesToSettle ?? 0) - cases;
  const settle =
    more > 0 ? ` About ${more.toLocaleString('en-US')} more ${more === 1 ? 'case' : 'cases'} would settle it.` : '';
  const detectable =
    detectableDrop === null
      ? ''
      : ` This run could only have detected drops of ${renderPoints(detectableDrop)} or more.`;
  const further = comparison.settled ? ' A further round did not settle it.' : '';
  const detail = `${worse} worse, ${better} better of ${cases}.${further} ${fit}${settle}${detectable}`;
  return { title, detail, remark: reason };
}

/** Nothing is asked of a comparison that does not gate, so that nothing about it is open. */
function renderShown(comparison: Comparison): Sentence {
  const { lowerBound, upperBound } = comparison;
  const between =
    lowerBound === null || upperBound === null
      ? ''
      : `; the difference lies between ${renderSignedPoints(lowerBound)} and ${renderSignedPoints(upperBound)} points`;
  return { title: 'Only shown.', detail: closeSentence(`${renderCounts(comparison)}${between}`), remark: null };
}

function renderBroken(broken: readonly BrokenCase[]): Omit<Sentence, 'remark'> {
  return {
    title: closeSentence(nameBroken(broken)),
    detail: 'Asked several times on both sides, it held before this change and failed after it.',
  };
}

function renderFailTitle(gating: readonly Comparison[], broken: readonly BrokenCase[]): string {
  const failed = gating.filter((one) => one.verdict === 'fail');
  const names = failed.map(nameComparison).join(', ');
  if (broken.length > 0) return `${nameBroken(broken)} (${names})`;
  const [first] = failed;
  const counts = failed.length === 1 && first !== undefined ? `: ${renderCounts(first)}` : '';
  return `regression proven in ${names}${counts}`;
}

function renderPassTitle(gating: readonly Comparison[]): string {
  if (gating.some((one) => one.small)) {
    return 'no case broke (too few cases to rule out small drops)';
  }
  const settled = gating.some((one) => one.settled) ? ', settled in a further round' : '';
  return `no regression larger than ${renderPoints(Math.max(...gating.map((one) => one.margin)))}${settled}`;
}

function nameBroken(broken: readonly BrokenCase[]): string {
  const ids = [...new Set(broken.map((one) => one.case))];
  const critical = broken.some((one) => one.critical) ? 'critical ' : '';
  return `${critical}${listCases(ids)} broke`;
}

/** The largest drop that an open comparison does not rule out; null where it is not the rate that is open. */
function renderOpenTitle(gating: readonly Comparison[]): string | null {
  const open = gating.filter((one) => one.verdict === 'inconclusive' && isRateOpen(one));
  if (open.length === 0) return null;
  const bound = Math.min(...open.map((one) => one.lowerBound ?? 0));
  const isFalling = open.some((one) => (one.difference ?? 0) < 0 && one.looks === 2);
  return `${isFalling ? 'a drop was seen and is not proven' : 'no regression found'}; drops up to ${renderPoints(bound)} not ruled out${open.some((one) => one.settled) ? ' in a further round' : ''}`;
}

/** The metrics that measure nothing; null where another thing is open. */
function renderNothingTitle(gating: readonly Comparison[]): string | null {
  const open = gating.filter((one) => one.verdict === 'inconclusive');
  if (open.length === 0 || !open.every((one) => one.measuresNothing)) return null;
  return `${open.map(nameComparison).join(', ')} ${nothingMeasured}`;
}

function renderBetween(upper: number, lower: number): string {
  // Both ends as drops: the smaller first; a gain inside the interval keeps its sign.
  const end = (bound: number): string =>
    bound <= 0 ? (renderPoints(bound).split(' ')[0] ?? '') : renderSignedPoints(-bound);
  // The t interval knows no end of the scale; people do.
  return `${end(upper)} and ${end(Math.max(lower, -1))}`;
}

/** True where a rate was tested and a drop of the margin is not ruled out; else single cases or a screen keep the comparison open. */
function isRateOpen({ looks, lowerBound, margin }: Comparison): boolean {
  return looks > 0 && lowerBound !== null && lowerBound <= -margin;
}
