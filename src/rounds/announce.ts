import type { DrawReason } from '../run/records.ts';
import { count } from '../text/prose.ts';
import type { Work } from './run-plan.ts';

/** What a person watching is told of a round that begins, one sentence; null where nothing needs saying. */
export function announceWork(work: Extract<Work, { readonly do: 'draw' }>): string | null {
  switch (work.why) {
    case 'first-round':
      return null;
    case 'too-old':
      return `${work.count} known answers are over an hour older than what they are compared with: they are drawn anew.`;
    case 'judge-changed':
      return 'The judge is not as it was for the stored baseline: the base side runs now.';
    case 'stored-undecided':
      return 'The stored baseline cannot decide: the base side runs now.';
    case 'critical':
    case 'rerun':
      return `Not decided yet: ${count(countCases(work), 'case runs', 'cases run')} again on both sides.`;
    case 'settle':
      return `Both looks left it open: ${count(countCases(work), 'case is', 'cases are')} drawn further on both sides, to settle it.`;
  }
}

/** What a round is called while it is under way. */
export function nameRound(why: DrawReason): string {
  return names[why];
}

const names: { readonly [why in DrawReason]: string } = {
  'first-round': 'answers',
  'too-old': 'answers drawn anew',
  'judge-changed': 'answers of the base side',
  'stored-undecided': 'answers of the base side',
  critical: 'second look',
  rerun: 'second look',
  settle: 'settling',
};

function countCases({ keys }: Extract<Work, { readonly do: 'draw' }>): number {
  return new Set([...keys].map(({ suite, prompt, case: id }) => JSON.stringify([suite, prompt, id]))).size;
}
