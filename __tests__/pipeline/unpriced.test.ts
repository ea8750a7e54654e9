import { describe, expect, it } from '@jest/globals';
import { rebaseline } from '../../src/pipeline/rebaseline.ts';
import { dearestPrice } from '../../src/prices/price-of.ts';
import { answered, createFakeWorld } from '../helpers/fake-ports.ts';
import { aConfigFile, aPromptFile, aTree, jsonl, someRows, tell } from './story.ts';

const known = 'prices: { some-model: { input-per-million-usd: 1, output-per-million-usd: 1 } }';
const rows = { 'evals/triage.jsonl': jsonl(someRows(25)) };

/** Main knows what its model costs, and has such a budget; the change asks another model. */
function trees(budget: string, model = 'nobody-knows-this') {
  const files = { ...rows, 'prompt-assay.yml': aConfigFile({ top: `${known}\n${budget}` }) };
  const prompt = aPromptFile('v2', 'triage', `model: ${model}\n`);
  return { base: aTree(files), candidate: aTree({ ...files, 'prompts/triage.prompt.yml': prompt }) };
}

const notes = ({ notes: said, errors }: { notes: readonly string[]; errors: readonly { message: string }[] }) =>
  [...said, ...errors.map(({ message }) => message)].join('\n');

describe('a model that nobody knows the price of', () => {
  it('does not lift the budget that somebody set: nothing is spent, and why is said', async () => {
    const { report, calls, world } = await tell(trees('budget: { per-run-usd: 2 }'));
    expect(report).toMatchObject({ verdict: 'invalid', calls: 0 });
    expect(calls).toEqual([]);
    const sentence = 'no price is known of `nobody-knows-this`: it counts as the dearest of the table, $150.00 in';
    expect(notes(report)).toContain('of at most $2.00 (budget.per-run-usd)');
    expect(notes(report)).toContain(sentence);
    expect(world.log.lines.find((line) => line.startsWith('At most'))).toContain(sentence);
  });

  it('is asked where even that fits; the report says how it was reckoned, and its cost stays unknown', async () => {
    const { report } = await tell(trees('budget: { per-run-usd: 500 }'));
    expect(report).toMatchObject({ verdict: 'pass', costUsd: null });
    expect(notes(report)).toContain('it counts as the dearest of the table');
  });

  it.each([
    ['nobody set a budget', '', 'nobody-knows-this'],
    ['somebody set none', 'budget: { per-run-usd: null }', 'nobody-knows-this'],
    ['somebody limited the calls alone', 'budget: { per-run-calls: 4000 }', 'nobody-knows-this'],
    ['its price is known', 'budget: { per-run-usd: 2 }', 'some-model'],
  ])('is as before where %s', async (_name, budget, model) => {
    const { report, world } = await tell(trees(budget, model));
    expect(report.verdict).toBe('pass');
    expect([...world.log.lines, notes(report)].join('\n')).not.toContain('dearest');
    expect(report.costUsd === null).toBe(model !== 'some-model');
  });

  it('may be the one of a judge that the change brings', async () => {
    const config = (judges: string) =>
      aConfigFile({ top: `${known}\nbudget: { per-run-usd: 1 }\njudge: { model: { id: a-judge } }`, suite: judges });
    const files = { ...rows, 'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n' };
    const judges = '    judges:\n      - { name: useful, type: rubric, rubric: r.md }';
    const { report, calls } = await tell({
      base: aTree({ ...files, 'prompt-assay.yml': config('') }),
      candidate: aTree({
        ...files,
        'prompt-assay.yml': config(judges),
        'prompts/triage.prompt.yml': aPromptFile('v2'),
      }),
    });
    expect(notes(report)).toContain('no price is known of `a-judge`');
    expect(calls).toEqual([]);
  });

  it('counts while the run is under way, too: answers that are longer than estimated end it', async () => {
    const usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 100_000, reasoningTokens: 0 };
    const { report, calls } = await tell({
      ...trees('budget: { per-run-usd: 200 }'),
      script: () => answered('yes', { usage }),
    });
    expect(report.title).toContain('budget of this run is spent');
    // Four answers at $60 are beyond it; those that are in flight are not called back.
    expect(100_000 * dearestPrice({}).outputPerMillionUsd).toBe(60e6);
    expect(calls.length).toBeLessThan(40);
  });

  it('counts by the length of its answers where the provider counts no tokens', async () => {
    const { report } = await tell({
      ...trees('budget: { per-run-usd: 200 }'),
      script: () => answered('y'.repeat(400_000), { usage: null }),
    });
    expect(report.title).toContain('budget of this run is spent');
  });

  it('does not lift it of a re-baseline either', async () => {
    const world = createFakeWorld(() => 'yes');
    const tree = world.repository.plant(
      aTree({ ...rows, 'prompt-assay.yml': aConfigFile({ top: 'budget: { per-run-usd: 0.5 }' }) }),
    );
    const request = { configPath: null, reason: null, who: null, onlyChanged: false, fresh: false, dryRun: false };
    const { green } = await rebaseline(world, { ...request, tree, label: 'main', noise: false });
    expect(green).toBe(false);
    expect(world.model.calls).toEqual([]);
    expect(world.log.lines.join('\n')).toContain('no price is known of `some-model`');
  });
});
