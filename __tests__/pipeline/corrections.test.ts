import { describe, expect, it } from '@jest/globals';
import { identifyOutput } from '../../src/judges/labels/items.ts';
import { calibrateVersion } from '../../src/pipeline/calibrate.ts';
import type { ModelCall } from '../../src/ports.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { createMemorySpool } from '../../src/run/spool.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { pageOf } from '../helpers/page.ts';
import { aChangedTree, aConfigFile, aRow, aTree, jsonl, numberOf, tell } from './story.ts';

const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const config = aConfigFile({
  top: 'judge: { model: { id: some-judge } }',
  suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, calibration: l.jsonl }\n',
  checks: '      - { name: label, type: starts-with, expected: yes }',
});
const right = (number: number) => `yes, order ${number} was sent on 3 May and arrives within 2 days`;
const wrong = (number: number) => `yes, order ${number} was lost`;
/** The change loses every fourth order. */
const isLost = (number: number) => number % 4 === 0;
const answer = (call: ModelCall) =>
  call.arm === 'candidate' && isLost(numberOf(call)) ? wrong(numberOf(call)) : right(numberOf(call));
/** Sees half of the lost orders. */
const judge = (call: ModelCall) => {
  const text = call.request.messages[1]?.content ?? '';
  const output = /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
  const [, number, end] = /^yes, order (\d+) (.*)$/.exec(output) ?? [];
  const fits = text.includes(`question q-${String(number).padStart(3, '0')}`);
  const isGood =
    fits && (end === 'was sent on 3 May and arrives within 2 days' || (end === 'was lost' && Number(number) % 8 !== 0));
  return JSON.stringify({ score: isGood ? 5 : 1, abstain: false, reason: 'because' });
};
const script = (call: ModelCall) => (call.purpose === 'judge' ? judge(call) : answer(call));

const itemOf = (number: number, content: string) =>
  identifyOutput({ suite: 'triage', prompt: 'triage', case: aRow(number).id, output: { content, toolCalls: [] } });
/** Both sides of a case, as people see them; what the judge says is added where it is to be bound. */
const labelsOf = (number: number) => [
  { item: itemOf(number, right(number)), judge: 1, human: 1 },
  ...(isLost(number) ? [{ item: itemOf(number, wrong(number)), judge: number % 8 === 0 ? 0 : 1, human: 0 }] : []),
];

async function bind(lines: readonly object[]): Promise<string> {
  const world = createFakeWorld(() => 'never asked');
  const tree = world.repository.plant(aTree({ 'prompt-assay.yml': config, 'r.md': rubric }));
  const labels = { path: 'in.jsonl', text: jsonl(lines) };
  const name = { suite: 'triage', judge: 'helpful' };
  const parts = { configPath: null, kind: 'binary', out: null, anew: false, fresh: false } as const;
  return (await calibrateVersion(world, { tree, name, labels, ...parts, ledger: createLedger(createMemorySpool()) }))
    .text;
}

async function corrected(base: string, candidate: string) {
  const files = (labels: string) => ({ 'prompt-assay.yml': config, 'r.md': rubric, 'l.jsonl': labels });
  const { report } = await tell({ base: aTree(files(base)), candidate: aChangedTree(files(candidate)), script });
  const metric = report.metrics.find(({ metric: name }) => name === 'helpful');
  return { metric, comment: renderComment(report, { commentKey: 'k', record: null }), html: pageOf(report) };
}

const stranger = [{ item: 'another output', judge: 1, human: 1 }];
const cases = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('the figures of a judge, corrected by labels', () => {
  it('are the difference by judge and people together, over cases labelled on both sides', async () => {
    const labels = await bind(cases(0, 40).flatMap(labelsOf));
    const { metric, comment, html } = await corrected(labels, labels);
    // The judge sees 13 of the 25 that were lost.
    expect(metric?.difference).toBeCloseTo(-0.13, 10);
    // By hand: 40 labelled cases, of which 10 were lost and 5 seen; 60 others, of which the judge sees 8.
    const [m, n] = [40, 60];
    const seen = 5 / m;
    const covariance = (5 - m * seen * 0.25) / (m - 1);
    const all = 13 / 100;
    const variance = (100 * all * (1 - all)) / 99;
    const lambda = Math.min(1, covariance / ((1 + m / n) * variance));
    expect(metric?.corrections?.difference?.estimate).toBeCloseTo(lambda * (-8 / n) - 0.25 + lambda * seen, 10);
    expect(metric?.corrections?.difference).toMatchObject({ labelled: 40, proposed: 0 });
    const { lower = 0, upper = 0 } = metric?.corrections?.difference ?? {};
    expect(lower).toBeLessThan(-0.25);
    expect(upper).toBeGreaterThan(-0.25);
    for (const text of [comment, html]) expect(text).toMatch(/together with the labels of 40 cases \(PPI/);
  });

  it('are rates without its mistakes, where it is fit for that', async () => {
    const labels = await bind(cases(0, 40).flatMap(labelsOf));
    const { metric, comment } = await corrected(labels, labels);
    // All 40 good ones are found, and 5 of 10 bad ones: se + sp − 1 = .5, (.87 + .5 − 1) / .5 = .74.
    expect(metric?.corrections?.rates?.baseline.estimate).toBeCloseTo(1, 10);
    expect(metric?.corrections?.rates?.candidate.estimate).toBeCloseTo(0.74, 10);
    expect(metric?.corrections?.rates?.labels).toBe(50);
    expect(comment).toContain('good on main and 74 % (');
    expect(comment).toContain('once its mistakes on 50 labels are taken out');
  });

  it('are not there for a judge that finds less than .4 more than a coin', async () => {
    const seen = cases(0, 40).flatMap(labelsOf);
    const missed = cases(1, 10).map((number) => ({ item: `missed ${number}`, judge: 1, human: 0 }));
    const labels = await bind([...seen, ...missed]);
    expect((await corrected(labels, labels)).metric?.corrections?.rates ?? null).toBeNull();
  });

  it('may rest on labels that only the change has, and say so; these turn no state', async () => {
    const main = await bind(stranger);
    const { metric, comment } = await corrected(main, await bind([...stranger, ...cases(0, 40).flatMap(labelsOf)]));
    expect(metric?.corrections).toMatchObject({ difference: { labelled: 40, proposed: 40 }, rates: null });
    expect(comment).toContain('labels of 40 cases, 40 of them by this change itself');
    expect(metric?.gates).toBe(false);
  });

  it('are nothing without labels of these outputs', async () => {
    const labels = await bind(stranger);
    const { metric, comment } = await corrected(labels, labels);
    expect(metric?.corrections).toBeNull();
    expect(comment).not.toContain('PPI');
  });
});

describe('what to label next', () => {
  it('is what the judge calls bad and nobody labelled, where the checks agree with it', async () => {
    const labels = await bind([...stranger, ...labelsOf(0), ...labelsOf(8)]);
    const { metric, comment } = await corrected(labels, labels);
    // A check that only looks for "yes" says the opposite of the judge for every lost order that it sees.
    expect(metric?.labelNext).toEqual(['q-016', 'q-024', 'q-032', 'q-040', 'q-048']);
    expect(comment).toContain('would gain most from labels of "q-016", "q-024"');
  });
});
