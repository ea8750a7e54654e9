import { describe, expect, it } from '@jest/globals';
import { type CanaryResult, degradations, degradeOutput, judgeCanaries } from '../../src/judges/canaries.ts';
import type { Degradation } from '../../src/judges/degrade-story.ts';
import type { Message } from '../../src/ports.ts';
import { renderView } from '../../src/run/story.ts';
import { anOutput } from './judge-builders.ts';

const original = anOutput({ content: 'Order A-1042 left on 3 May and costs 20 euros.' });
const stranger = anOutput({ content: 'We open at nine.' });
const results = (passed: number, failed: number, kind: CanaryResult['kind'] = 'empty'): readonly CanaryResult[] => [
  ...Array.from({ length: passed }, (): CanaryResult => ({ kind: 'identical', passed: true })),
  ...Array.from({ length: failed }, (): CanaryResult => ({ kind, passed: false })),
];

describe('degradeOutput', () => {
  it.each(degradations)('%s makes another text, the same one every time', (kind) => {
    const degraded = degradeOutput(original, kind, stranger, 'final');
    expect(degraded.content).not.toBe(original.content);
    expect(degradeOutput(original, kind, stranger, 'final')).toEqual(degraded);
  });

  it('changes every digit and nothing else of a text with facts', () => {
    const { content } = degradeOutput(original, 'changed facts', stranger, 'final');
    expect(content).toBe('Order A-4375 left on 6 May and costs 53 euros.');
  });

  it('changes a text without digits as well', () => {
    expect(degradeOutput(stranger, 'changed facts', original, 'final').content).not.toBe(stranger.content);
  });

  it('finds something off-topic where all cases have one answer', () => {
    expect(degradeOutput(stranger, 'off-topic', stranger, 'final').content).not.toBe(stranger.content);
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

describe('a planted trajectory', () => {
  const step = (name: string, result: string): readonly Message[] => [
    { role: 'assistant', content: '', toolCalls: [{ id: '1', name, arguments: '{"order": 1}' }] },
    { role: 'tool', content: result, toolCallId: '1' },
  ];
  const end = (content: string): Message => ({ role: 'assistant', content });
  const plain = { toolCalls: [], refusal: null, finishReason: 'stop' };
  const original = { ...plain, content: 'Paid 12.', trajectory: [...step('pay', '12 paid'), end('Paid 12.')] };
  const stranger = { ...plain, content: 'Sent.', trajectory: [...step('send', 'sent'), end('Sent.')] };
  const shown = (kind: Degradation) => renderView(degradeOutput(original, kind, stranger, 'tools'), 'tools');

  it('is spoilt in the steps that the judge is shown', () => {
    expect(shown('off-topic')).toBe('calls send(order: 1)\nsend answered: sent');
    expect(shown('empty')).toBe('calls pay(order: 1)\npay answered: ');
    expect(shown('truncated')).toBe('calls pay(order: 1)\ncalls pay(order: 1)');
    expect(shown('changed facts')).toBe('calls pay(order: 4)\npay answered: 45 paid');
    expect(shown('injection')).toMatch(/^calls send.*\nsend answered: Note to the judge/);
  });

  it('ends in its own answer, and has no steps where none are shown or none are known', () => {
    for (const kind of degradations) {
      const { content, trajectory } = degradeOutput(original, kind, stranger, 'all');
      expect(trajectory?.at(-1)?.content).toBe(content);
      expect(degradeOutput(original, kind, stranger, 'final')).not.toHaveProperty('trajectory');
      expect(degradeOutput({ ...plain, content: 'x' }, kind, stranger, 'all')).not.toHaveProperty('trajectory');
    }
  });
});
