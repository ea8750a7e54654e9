import type { Report } from '../report.ts';

/** What a verdict does to the pull request: a sign for those who skim, and whether it blocks, or who let it through. */
export interface Effect {
  readonly sign: '✅' | '❌' | '⚠️' | '⛔' | '☑️';
  readonly words: string;
}

const signs = { pass: '✅', fail: '❌', inconclusive: '⚠️', invalid: '⛔' } as const;

/** The sign of a verdict, and what its colour means to whoever wants to merge; `acceptedBy` let through what would block. */
export function describeEffect(
  { verdict, green }: Pick<Report, 'verdict' | 'green'>,
  acceptedBy: string | null = null,
): Effect {
  if (green && acceptedBy !== null) return { sign: '☑️', words: `accepted by ${acceptedBy}` };
  return { sign: signs[verdict], words: green ? 'does not block' : 'blocks merging' };
}
