import { expect, it } from '@jest/globals';
import { acceptGrounds } from '../../src/gate/acceptance.ts';
import type { WeighedGround } from '../../src/gate/ground.ts';
import { explainAcceptance } from '../../src/report/words/ground-words.ts';

const aGround = (changes: Partial<WeighedGround> = {}): WeighedGround => ({
  ...{ kind: 'comparison', suite: 'triage', prompt: 'reply', subject: 'label', verdict: 'fail', blocks: true },
  ...changes,
});

it('tells of an acceptance who gave it, and what of this verdict it covers', () => {
  const lost = aGround({ kind: 'prompt', subject: null });
  const acceptance = acceptGrounds('@grace', [aGround(), aGround({ subject: 'tone' })]);
  expect(explainAcceptance(acceptance, [aGround(), lost])).toBe(
    'accepted by @grace: the comparison `triage / reply / label`',
  );
  expect(explainAcceptance(acceptance, [lost])).toBeNull();
  expect(explainAcceptance(null, [aGround()])).toBeNull();
});
