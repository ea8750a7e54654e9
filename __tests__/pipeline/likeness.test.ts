import { describe, expect, it } from '@jest/globals';
import { compareTexts } from '../../src/checks/token-f1.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { answered } from '../helpers/fake-ports.ts';
import { answering, aPromptFile, aTree, tell } from './story.ts';

describe('how alike the answers of both sides are', () => {
  it.each([
    ['equal texts', 'a cat', 'a cat', 1],
    ['equal texts without a word', '—', '—', 1],
    ['other order and articles', 'the big cat', 'A cat, big.', 1],
    ['one word of two', 'big cat', 'big dog', 0.5],
    ['nothing shared', 'yes', 'no', 0],
    ['texts without a word that differ', '—', '!', 0],
  ])('%s', (_name, one, other, expected) => {
    expect(compareTexts(one, other)).toBe(expected);
    expect(compareTexts(other, one)).toBe(expected);
  });

  it('is told of each prompt that is compared, and decides nothing', async () => {
    const script = answering((arm, number) => answered(arm === 'base' || number >= 9 ? 'yes' : 'yes indeed'));
    const { report } = await tell({ script });
    const [{ likeness } = { likeness: null }] = report.suites[0]?.prompts ?? [];
    const cases = likeness?.cases ?? 0;
    expect([cases > 9, likeness?.same]).toEqual([true, cases - 9]);
    // One of one word, and one of two: 2 · 1 / (1 + 2).
    expect(likeness?.mean).toBeCloseTo((cases - 9 + 9 * (2 / 3)) / cases, 12);
    const told = `${cases - 9} of ${cases} the same, on average ${likeness?.mean.toFixed(2)} alike (token F1)`;
    expect(renderComment(report, { commentKey: 'a', record: null })).toContain(told);
  });

  it('is null where nothing is compared', async () => {
    const added = aTree({ 'prompts/new.prompt.yml': aPromptFile('v1', 'new') });
    const { report } = await tell({ candidate: added, script: answering(() => true) });
    const prompts = report.suites.flatMap((suite) => suite.prompts);
    expect(prompts.map(({ id, likeness }) => [id, likeness])).toContainEqual(['new', null]);
  });
});
