import type { Acceptance } from '../../gate/acceptance.ts';
import type { Ground, GroundId, GroundKind } from '../../gate/ground.ts';
import { inCode } from '../../text/prose.ts';

const words: { readonly [kind in GroundKind]: string } = {
  comparison: 'the comparison',
  threshold: 'the threshold of',
  expense: 'the limit of',
  rows: 'the changed rows of',
  'answer-key': 'the answer key in',
  prompt: 'the lost prompt',
  unjudged: 'what could not be judged in',
};

/** A ground as a sentence names it. */
export function nameGround({ kind, suite, prompt, subject }: GroundId): string {
  const parts = [...new Set([suite, prompt, subject])].filter((part) => part !== null);
  return `${words[kind]} ${parts.length > 0 ? inCode(parts.join(' / ')) : 'this change'}`;
}

/** Who accepted which of these grounds, as a sentence; null where that is none. */
export function explainAcceptance(acceptance: Acceptance | null, grounds: readonly Ground[]): string | null {
  const covered = grounds.filter((ground) => acceptance?.covers(ground));
  if (acceptance === null || covered.length === 0) return null;
  return `accepted by ${acceptance.by}: ${[...new Set(covered.map(nameGround))].join(', ')}`;
}
