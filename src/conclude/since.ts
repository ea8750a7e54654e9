import { digestContent } from '../gate/asked.ts';
import { isWorse } from '../gate/case-label.ts';
import { contentHash } from '../json.ts';
import { isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { CaseChange, CaseReport } from '../report/case-report.ts';
import type { Report, SinceReport } from '../report/report.ts';
import { mostCases } from './cases.ts';

/** The cases of one prompt that were broken under what gates, as the comment's hidden line keeps them. */
export interface BrokenCases {
  readonly suite: string;
  /** Digest of the suite's content key. */
  readonly content: string;
  /** Digest of what they were held to: under equal ones the same cases were asked, beside the same version of main, and scored alike. */
  readonly basis: string;
  /** Their digests. */
  readonly cases: readonly string[];
}

/** What was broken at a head. */
export interface BrokenAtHead {
  readonly head: string;
  readonly prompts: readonly BrokenCases[];
}

/** Hexadecimal digits of the digests. */
export const basisDigits = 12;
export const caseDigits = 6;

/** Of more broken cases than these nothing is kept: a hidden line should not crowd a comment. */
const mostBroken = 300;

/** The cases that are broken under what gates, for the next run of the same pull request; null where they cannot be kept, or were not judged. */
export function listBroken(report: Report, plans: readonly SuitePlan[]): readonly BrokenCases[] | null {
  if (report.verdict === 'invalid' || report.cases.length >= mostCases) return null;
  const prompts = listGated(report, plans).map(({ content, plan, prompt }): BrokenCases => {
    const cases = listDigests(report.cases, prompt, isWorse);
    return { suite: prompt.suite, content, basis: identifyBasis(plan, prompt), cases };
  });
  return prompts.reduce((sum, { cases }) => sum + cases.length, 0) > mostBroken ? null : prompts;
}

/**
 * What became of the cases that were broken at an earlier head, over the prompts whose content is another now while what they are held to is
 * not. A case that has no score now is neither mended nor new. Null where nothing can be compared, or nothing was broken then or is now.
 */
export function compareBroken(
  before: BrokenAtHead | null,
  report: Report,
  plans: readonly SuitePlan[],
): SinceReport | null {
  const now = listBroken(report, plans);
  const head = report.head?.pushed ?? report.head?.commit;
  if (before === null || now === null || before.head === head) return null;
  const pairs = listGated(report, plans).flatMap(({ prompt }, index) => {
    const { basis, content, cases } = now[index] as BrokenCases;
    const earlier = before.prompts.find((one) => one.basis === basis && one.content !== content);
    const open = new Set(listDigests(report.cases, prompt, (label) => label === 'unscored'));
    return earlier === undefined ? [] : [{ before: new Set(earlier.cases), now: new Set(cases), open }];
  });
  if (pairs.every((pair) => pair.before.size + pair.now.size === 0)) return null;
  const count = (of: (pair: (typeof pairs)[number]) => readonly string[]) =>
    pairs.reduce((sum, pair) => sum + of(pair).length, 0);
  return {
    head: before.head,
    mended: count((pair) => [...pair.before].filter((one) => !pair.now.has(one) && !pair.open.has(one))),
    fresh: count((pair) => [...pair.now].filter((one) => !pair.before.has(one))),
  };
}

/** Prompts that were compared in a metric that gates, of suites that were judged. */
function listGated({ suites, contentKeys }: Report, plans: readonly SuitePlan[]) {
  return plans.flatMap((plan) => {
    const { name } = plan.config;
    const key = contentKeys[name];
    const isJudged = suites.find((suite) => suite.name === name)?.verdict !== 'invalid';
    if (key === undefined || !isJudged) return [];
    return plan.prompts
      .filter((prompt) => isCompared(prompt) && prompt.metrics.some(({ gates }) => gates))
      .map((prompt) => ({ plan, prompt, content: digestContent(key) }));
  });
}

function identifyBasis({ rows, config: { samples } }: SuitePlan, { suite, id, base, metrics }: PromptPlan): string {
  const gating = metrics.filter(({ gates }) => gates).map(({ name, hash }) => [name, hash]);
  return contentHash([suite, id, rows, samples, base?.version ?? null, gating]).slice(0, basisDigits);
}

function listDigests(
  cases: readonly CaseReport[],
  { suite, id, metrics }: PromptPlan,
  isMeant: (label: CaseChange) => boolean,
): readonly string[] {
  const gating = new Set(metrics.filter(({ gates }) => gates).map(({ name }) => name));
  const own = cases.filter(
    (one) =>
      one.suite === suite &&
      one.prompt === id &&
      one.metrics.some(({ metric, label }) => gating.has(metric) && isMeant(label)),
  );
  return own.map((one) => contentHash([suite, id, one.case]).slice(0, caseDigits));
}
