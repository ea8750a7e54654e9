import { describe, expect, it } from '@jest/globals';
import { ModelConfigError } from '../../src/errors.ts';
import { validateTree } from '../../src/pipeline/validate.ts';
import type { ModelCall } from '../../src/ports.ts';
import { createFakeRepository, type Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, aSelfContained, aTree, exactEvaluator, numberOf, tell } from './story.ts';

const rubric = '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n';
const judged = (id: string, suite = '    judges:\n      - { name: useful, type: rubric, rubric: r.md }') =>
  aConfigFile({
    top: `judge: { model: { id: ${id}, base-url: "https://elsewhere.example/v1", parameters: { temperature: 0 } } }`,
    suite,
  });

/** Main answers right; the candidate is wrong on every third row where it may be. */
const answer = (call: ModelCall, isBroken = false) =>
  isBroken && call.arm === 'candidate' && numberOf(call) % 3 === 0 ? 'no' : 'yes';
const outputOf = (text: string) => /<output-(\w+)>\n([\s\S]*?)\n<\/output-\1>/.exec(text)?.[2] ?? '';
const level = ({ request }: ModelCall) => {
  const isRight = outputOf(request.messages[1]?.content ?? '') === 'yes';
  return JSON.stringify({ score: isRight ? 5 : 1, abstain: false, reason: '' });
};
const scriptOf =
  (isBroken = false): Script =>
  (call) =>
    call.purpose === 'judge' ? level(call) : answer(call, isBroken);
const judgeModels = (calls: readonly ModelCall[]) =>
  new Set(calls.filter(({ purpose }) => purpose === 'judge').map(({ request }) => request.model));

describe('a pull request that adds the first judge', () => {
  const base = aTree();
  const files = { 'prompt-assay.yml': judged('judge-1'), 'r.md': rubric };

  it('is judged by what main has, and shows the judge with the model that it brings', async () => {
    const { report, calls } = await tell({ base, candidate: aChangedTree(files), script: scriptOf(true) });
    expect(report.errors).toEqual([]);
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ metric, gates }) => [metric, gates])).toEqual([
      ['label', true],
      ['useful (proposed)', false],
    ]);
    expect(report.metrics[1]).toMatchObject({ worse: 34, unscored: 0 });
    expect(judgeModels(calls)).toEqual(new Set(['judge-1']));
  });

  it('passes where nothing else changed, without a call', async () => {
    const { report, calls } = await tell({ base, candidate: aTree(files) });
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
    expect(calls).toEqual([]);
  });

  it('asks with the parameters that it brings', async () => {
    const { calls } = await tell({ base, candidate: aChangedTree(files), script: scriptOf() });
    const asked = calls.find(({ purpose }) => purpose === 'judge');
    expect(asked?.request.parameters).toEqual({ temperature: 0 });
  });

  it('may bring a panel with it', async () => {
    const panel = judged(
      'judge-1',
      '    judges:\n      - { name: a, type: rubric, rubric: r.md }\n      - { name: b, type: rubric, rubric: r.md, model: judge-2 }\n    panels:\n      - { name: both, members: [a, b] }',
    );
    const candidate = aChangedTree({ ...files, 'prompt-assay.yml': panel });
    const { report, calls } = await tell({ base, candidate, script: scriptOf() });
    expect(report).toMatchObject({ verdict: 'pass', errors: [] });
    expect(report.metrics.map(({ metric }) => metric)).toContain('both (proposed)');
    expect(judgeModels(calls)).toEqual(new Set(['judge-1', 'judge-2']));
  });

  it('may bring a suite with it', async () => {
    const second = `${judged('judge-1')}  - name: second\n    prompts: second/*.md\n    dataset: evals/triage.jsonl\n    judges:\n      - { name: kind, type: rubric, rubric: r.md }\n`;
    const candidate = aChangedTree({ ...files, 'prompt-assay.yml': second, 'second/p.md': 'Be kind: {{input}}' });
    const { report } = await tell({ base, candidate, script: scriptOf(true) });
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
    expect(report.metrics.find(({ metric }) => metric === 'kind')).toMatchObject({ gates: false, unscored: 0 });
  });

  it('is not invalid where its model cannot be asked: a judge that only reports costs its own scores', async () => {
    const script: Script = (call) => {
      if (call.purpose === 'judge')
        throw new ModelConfigError('the endpoint does not serve "judge-1" (404).', '', 'model');
      return answer(call, true);
    };
    const { report, world } = await tell({ base, candidate: aChangedTree(files), script });
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
    expect(report.metrics[1]).toMatchObject({ metric: 'useful (proposed)', unscored: 100 });
    expect(world.log.lines.join('\n')).toContain('does not serve "judge-1"');
  });
});

describe('a pull request that moves judges to another model', () => {
  it("is judged by main's, and shows the new one beside it", async () => {
    const files = (id: string) => ({
      'prompt-assay.yml': judged(
        id,
        '    judges:\n      - { name: useful, type: rubric, rubric: r.md, allow-uncalibrated: true }',
      ),
      'r.md': rubric,
    });
    const { report, calls } = await tell({
      base: aTree(files('judge-1')),
      candidate: aChangedTree(files('judge-2')),
      script: scriptOf(true),
    });
    expect(report.metrics.map(({ metric, gates }) => [metric, gates])).toEqual([
      ['label', true],
      ['useful', true],
      ['useful (proposed)', false],
    ]);
    expect(judgeModels(calls)).toEqual(new Set(['judge-1', 'judge-2']));
  });
});

const similar = '  - name: similar\n    uses: github/similarity\n';
const choice =
  '  - name: choice\n    llm: { prompt: "Is it right? {{completion}}", choices: [{ choice: "1", score: 1 }, { choice: "2", score: 0 }] }\n';

describe('evaluators that ask a judge where no model is named', () => {
  it.each([
    ['github/similarity', similar, 'similar'],
    ['llm', choice, 'choice'],
  ])('%s is left out with the lines that name one, and the rest decides', async (_kind, evaluator, name) => {
    const { report, calls } = await tell({
      base: { 'a.prompt.yml': aSelfContained('v1', 'solo', exactEvaluator + evaluator) },
      candidate: { 'a.prompt.yml': aSelfContained('v2', 'solo', exactEvaluator + evaluator) },
      script: scriptOf(true),
    });
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
    expect(report.metrics.map(({ metric }) => metric)).toEqual(['exact']);
    expect(report.warnings).toEqual([
      expect.objectContaining({
        path: 'a.prompt.yml',
        message: `the judge "${name}" is left out: no model is named for judges.`,
        hint: expect.stringContaining('"judge: { model: { id: … } }"'),
      }),
    ]);
    expect(judgeModels(calls)).toEqual(new Set());
  });

  it.each([
    ['added by the change', exactEvaluator, exactEvaluator + similar],
    ['taken away by it', exactEvaluator + similar, exactEvaluator],
  ])('one that is %s is no mistake', async (_name, before, after) => {
    const { report } = await tell({
      base: { 'a.prompt.yml': aSelfContained('v1', 'solo', before) },
      candidate: { 'a.prompt.yml': aSelfContained('v2', 'solo', after) },
      script: scriptOf(),
    });
    expect(report).toMatchObject({ verdict: 'pass', errors: [] });
  });

  it('a prompt with nothing else is no pass, asks nothing, and keeps no other prompt from being judged', async () => {
    const base = { 'a.prompt.yml': aSelfContained('v1', 'solo', similar) };
    const candidate = { 'a.prompt.yml': aSelfContained('v2', 'solo', similar) };
    const alone = await tell({ base, candidate, script: scriptOf() });
    expect(alone.report).toMatchObject({ verdict: 'inconclusive', title: 'Nothing may gate yet.' });
    expect(alone.calls).toEqual([]);
    const { report } = await tell({
      base: { ...base, 'b.prompt.yml': aSelfContained('v1', 'other', exactEvaluator) },
      candidate: { ...candidate, 'b.prompt.yml': aSelfContained('v2', 'other', exactEvaluator) },
      script: scriptOf(true),
    });
    expect(report).toMatchObject({ verdict: 'fail', errors: [] });
  });

  it('`validate` says it with the place', async () => {
    const repository = createFakeRepository();
    const tree = repository.plant({ 'a.prompt.yml': aSelfContained('v1', 'solo', exactEvaluator + similar) });
    const { ok, warnings } = await validateTree(repository, tree, null);
    expect(ok).toBe(true);
    expect(warnings.map(({ message }) => message)).toContain(
      'the judge "similar" is left out: no model is named for judges.',
    );
  });
});
