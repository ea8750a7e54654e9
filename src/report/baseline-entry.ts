import type { Manifest } from '../baseline/stored-baseline.ts';
import { cutText, escapeInline, renderCode } from './escape.ts';
import { formatScore } from './words/numbers.ts';

/** A re-baseline as people read it in `CHANGELOG.md` of the baseline branch. */
export interface BaselineEntry {
  readonly manifest: Manifest;
  /** The manifest that it replaced; null for the first. */
  readonly previous: Manifest | null;
  /** Who ran it; null where that is not known. */
  readonly who: string | null;
  /** Why it was set by hand; null where it was not. */
  readonly reason: string | null;
}

/**
 * One item of a Markdown list: date, suite, commit, who, prompt versions and mean scores with those before, the reason.
 * Ends in a line end.
 */
export function renderBaselineEntry({ manifest, previous, who, reason }: BaselineEntry): string {
  const { date, suite, commit, prompts, means } = manifest;
  const versions = Object.entries(prompts).map(([id, { version }]) =>
    renderMove(id, previous?.prompts[id]?.version ?? null, version),
  );
  // Means by other rules of scoring are no move.
  const before = previous?.scoringRevision === manifest.scoringRevision ? previous?.means : undefined;
  const scores = Object.entries(means).map(([metric, mean]) =>
    renderMove(
      metric,
      before?.[metric] === undefined ? null : formatScore(before[metric] ?? null, false),
      formatScore(mean, false),
    ),
  );
  const parts = [
    `**${date.slice(0, 10)} ${escapeInline(cutText(suite, 100))}**`,
    `${renderCode(commit.slice(0, 12))}${who === null ? '' : ` by ${escapeInline(cutText(who, 100))}`}`,
    versions.join(', '),
    scores.join(', '),
    reason === null ? '' : escapeInline(cutText(reason.replace(/\s+/g, ' '), 500)),
  ];
  return `- ${parts.filter((part) => part !== '').join(' · ')}\n`;
}

function renderMove(name: string, before: string | null, after: string): string {
  const moved = before === null || before === after ? after : `${before} → ${after}`;
  return `${escapeInline(cutText(name, 120))} ${escapeInline(moved)}`;
}
