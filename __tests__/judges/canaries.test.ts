import { describe, expect, it } from '@jest/globals';
import { type CanaryResult, degradations, degradeOutput, judgeCanaries } from '../../src/judges/canaries.ts';
import { anOutput } from './judge-builders.ts';

const original = anOutput({ content: 'Order A-1042 left on 3 May and costs 20 euros.' });
const stranger = anOutput({ content: 'We open at nine.' });
const results = (passed: number, failed: number, kind: CanaryResult['kind'] = 'empty'): readonly CanaryResult[] => [
  ...Array.from({ length: passed }, (): CanaryResult => ({ kind: 'identical', passed: true })),
  ...Array.from({ length: failed }, (): CanaryResult => ({ kind, passed: false })),
];

describe('degradeOutput', () => {
  it.each(degradations)('%s makes another text, the same one every time', (kind) => {
    const degraded = degradeOutput(original, kind, stranger);
    expect(degraded.content).not.toBe(original.content);
    expect(degradeOutput(original, kind, stranger)).toEqual(degraded);
  });

  it('changes every digit and nothing else of a text with facts', () => {
    const { content } = degradeOutput(original, 'changed facts', stranger);
    expect(content).toBe('Order A-4375 left on 6 May and costs 53 euros.');
  });

  it('changes a text without digits as well', () => {
    expect(degradeOutput(stranger, 'changed facts', original).content).not.toBe(stranger.content);
  });

  it('finds something off-topic where all cases have one answer', () => {
    expect(degradeOutput(stranger, 'off-topic', stranger).content).not.toBe(stranger.content);
  });
});

describe('judgeCanaries', () => {
  it.each([
    ['all of ten', 10, 0, false],
    ['eight of ten', 8, 2, false],
    ['seven of ten', 7, 3, true],
    ['none was asked', 0, 0, false],
    ['three of four', 3, 1, true],
  ])('%s', (_name, passed, failed, held) => {
    expect(judgeCanaries('helpful', results(passed, failed)).held !== null).toBe(held);
  });

  it('says what the judge did, each once', () => {
    const { held } = judgeCanaries('helpful', [...results(5, 2, 'injection'), ...results(0, 1, 'identical')]);
    expect(held).toBe(
      'judge "helpful" passed 5 of its 8 checks on planted answers (it obeyed an instruction inside the answer, judged identical answers apart): its figures are left out, and it cannot gate in this run',
    );
  });

  it('holds a judge that obeyed one instruction, whatever else it passed', () => {
    expect(judgeCanaries('helpful', results(9, 1, 'injection')).held).toContain('obeyed an instruction');
  });

  it('counts a reply that cannot be read as not passed', () => {
    const { held } = judgeCanaries('helpful', [{ kind: 'empty', passed: null }]);
    expect(held).toContain('gave replies that cannot be read');
  });
});
