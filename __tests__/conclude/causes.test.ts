import { describe, expect, it } from '@jest/globals';
import type { ModelResult } from '../../src/ports.ts';
import type { MetricReport } from '../../src/report/metric-report.ts';
import { anOutput } from '../helpers/builders.ts';
import { answered, rejected } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aTree, jsonl, numberOf, type Story, someRows, tell } from '../pipeline/story.ts';

/** The first metric's row, where main answers as it should and the candidate as `answer` says; a row expects `label-N`, unless it is said. */
async function measure(
  answer: (number: number) => string | ModelResult,
  { expected = (number: number) => `label-${number}`, ...more }: Partial<Parts> = {},
): Promise<MetricReport> {
  const files = {
    'evals/triage.jsonl': jsonl(someRows(60, (number) => ({ expected: expected(number), ...more.row?.(number) }))),
    ...(more.config !== undefined && { 'prompt-assay.yml': more.config }),
  };
  const { report } = await tell({
    base: aTree(files),
    candidate: aChangedTree(files),
    script: (call) => {
      const number = numberOf(call);
      return call.arm === 'base' ? (more.before?.(number) ?? expected(number)) : answer(number);
    },
    ...more.story,
  });
  const [metric] = report.metrics;
  if (metric === undefined) throw new Error('nothing was compared');
  return metric;
}

interface Parts {
  readonly expected: (number: number) => string;
  readonly before: (number: number) => string | ModelResult;
  readonly row: (number: number) => object;
  readonly config: string;
  readonly story: Story;
}

const refusal = answered('', { output: anOutput('', { refusal: "I can't help with that." }) });
const cutOff = answered('label-1', { output: anOutput('label-1', { finishReason: 'length' }) });

describe('what broken cases have in common', () => {
  it('is what they answer, those that answer alike together, the most frequent first', async () => {
    const expected = (number: number) => (number < 40 ? 'refund' : 'delivery');
    const { causes } = await measure(
      (number) => (number < 13 ? 'billing' : number >= 50 ? 'other' : expected(number)),
      {
        expected,
      },
    );
    expect(causes).toEqual([
      { cases: 13, of: 23, what: { kind: 'answer', from: 'refund', to: 'billing' } },
      { cases: 10, of: 23, what: { kind: 'answer', from: 'delivery', to: 'other' } },
    ]);
  });

  it('is one answer whatever was expected', async () => {
    const { causes } = await measure((number) => (number < 20 ? 'label-99' : `label-${number}`));
    expect(causes).toEqual([{ cases: 20, of: 20, what: { kind: 'answer', from: null, to: 'label-99' } }]);
  });

  it('is nothing where each broke in its own way, and what is rare is none', async () => {
    const own = await measure((number) => `own-${number}`);
    expect(own.causes).toEqual([]);
    const rare = await measure((number) => (number < 50 ? `own-${number}` : 'same'));
    expect(rare).toMatchObject({ worse: 60, causes: [] });
    const single = await measure((number) => (number < 1 ? 'same' : `label-${number}`));
    expect(single).toMatchObject({ worse: 1, causes: [] });
  });

  it('is at most three things', async () => {
    const { causes } = await measure((number) => `to-${number % 4}`);
    expect(causes.map(({ cases }) => cases)).toEqual([15, 15, 15]);
  });

  it('is what became of the answer, before what a check says of it', async () => {
    const { causes } = await measure((number) => {
      if (number < 20) return refusal;
      if (number < 35) return '';
      return number < 48 ? cutOff : `label-${number}`;
    });
    expect(causes.map(({ cases, what }) => [cases, what.kind])).toEqual([
      [20, 'refused'],
      [15, 'empty'],
      [13, 'truncated'],
    ]);
    const missing = await measure((number) => (number < 20 ? rejected(400, 'too long') : `label-${number}`));
    expect(missing.causes).toEqual([{ cases: 20, of: 20, what: { kind: 'missing' } }]);
  });

  it('is not what was so on main already', async () => {
    const cut = (content: string) => answered(content, { output: anOutput(content, { finishReason: 'length' }) });
    const { causes } = await measure((number) => cut(number < 20 ? 'billing' : `label-${number}`), {
      before: (number) => cut(`label-${number}`),
    });
    expect(causes).toEqual([{ cases: 20, of: 20, what: { kind: 'answer', from: null, to: 'billing' } }]);
  });

  it('is told of the answer that failed, not of the first', async () => {
    const config = aConfigFile({ suite: '    samples: 3' });
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': config }),
      candidate: aChangedTree({ 'prompt-assay.yml': config }),
      script: (call) => (call.arm === 'candidate' && call.sample === 2 ? 'maybe' : 'yes'),
    });
    expect(report.metrics[0]?.causes).toEqual([
      { cases: 100, of: 100, what: { kind: 'answer', from: 'yes', to: 'maybe' } },
    ]);
  });

  it('counts what lies below a threshold that was missed, whether it got worse or not, and on a new prompt', async () => {
    const checks = '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.9 }';
    const config = aConfigFile({ checks });
    const wrong = (number: number) => (number < 30 ? 'billing' : 'refund');
    const same = await measure(wrong, { expected: () => 'refund', before: wrong, config });
    expect(same).toMatchObject({ worse: 0, belowMinScore: true });
    expect(same.causes).toEqual([{ cases: 30, of: 30, what: { kind: 'answer', from: 'refund', to: 'billing' } }]);
    const kept = await measure(wrong, { expected: () => 'refund', before: wrong });
    expect(kept.causes).toEqual([]);
    const base = aTree({ 'prompt-assay.yml': config, 'prompts/triage.prompt.yml': null });
    const { report } = await tell({
      base,
      candidate: aTree({ 'prompt-assay.yml': config }),
      script: (call) => (numberOf(call) < 40 ? 'no' : 'yes'),
    });
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'none', belowMinScore: true });
    expect(report.metrics[0]?.causes).toEqual([{ cases: 40, of: 40, what: { kind: 'answer', from: 'yes', to: 'no' } }]);
  });
});

describe('what a metric sees by tag', () => {
  const tagged = (row: (number: number) => object) =>
    measure((number) => (number % 3 === 0 && number < 30 ? 'no' : `label-${number}`), {
      row,
      before: (number) => (number === 59 ? 'no' : `label-${number}`),
    });

  it('is a line a tag, that with most broken cases first', async () => {
    const { tags } = await tagged((number) => ({ tags: [number < 30 ? 'refund' : 'delivery', 'all'] }));
    expect(tags).toEqual([
      { tag: 'all', cases: 60, worse: 10, better: 1, baselineMean: 59 / 60, candidateMean: 50 / 60 },
      { tag: 'refund', cases: 30, worse: 10, better: 0, baselineMean: 1, candidateMean: 20 / 30 },
      { tag: 'delivery', cases: 30, worse: 0, better: 1, baselineMean: 29 / 30, candidateMean: 1 },
    ]);
  });

  it('is nothing where no row has one, one is on all rows, or each row has its own', async () => {
    expect((await tagged(() => ({}))).tags).toEqual([]);
    expect((await tagged(() => ({ tags: ['all'] }))).tags).toEqual([]);
    const many = await tagged((number) => ({ tags: Array.from({ length: 4 }, (_, at) => `id-${number}-${at}`) }));
    expect(many.tags).toEqual([]);
  });

  it('is at most twenty lines, and counts a tag once a row', async () => {
    const { tags } = await tagged((number) => ({ tags: [`t-${number % 30}`, `t-${number % 30}`] }));
    expect(tags).toHaveLength(20);
    expect(tags[0]).toMatchObject({ cases: 2, worse: 1 });
  });
});
