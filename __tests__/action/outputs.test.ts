import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { outputs } from '../../src/action/modes/outputs.ts';
import { renderMarker } from '../../src/report/comment/marker.ts';
import { dispatchEvent, mergeGroupEvent, pushEvent } from '../helpers/fake-github/events.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const rows = Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, input: `text ${index}`, expected: 'yes' }));
const jsonl = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const main = {
  'prompt-assay.yml': `version: 1
suites:
  - name: agent
    sources: src/**
    dataset: evals/rows.jsonl
    checks: [{ name: label, type: equals, expected: "{{ expected }}" }]
`,
  'src/agent.py': 'v1',
  'evals/rows.jsonl': jsonl(rows),
};
const changed = { 'src/agent.py': 'v2' };

/** What an application answers; the first `wrong` rows it gets wrong. */
const answers = (wrong = 0, samples = [0]) =>
  rows.flatMap(({ id }, index) =>
    samples.map((sample) => ({ case: id, sample, output: index < wrong ? 'no' : 'yes' })),
  );

/** The run of a job whose earlier steps wrote these outputs. */
async function supply({ folder }: ActionScene, candidate: readonly object[], baseline: readonly object[] | null) {
  const paths = { candidate: join(folder, 'candidate.jsonl'), baseline: join(folder, 'baseline.jsonl') };
  await writeFile(paths.candidate, jsonl(candidate));
  if (baseline !== null) await writeFile(paths.baseline, jsonl(baseline));
  const inputs = {
    'candidate-outputs': paths.candidate,
    ...(baseline !== null && { 'baseline-outputs': paths.baseline }),
  };
  return { mode: outputs, inputs };
}

const readNeeded = async ({ folder }: ActionScene) => {
  const text = await readFile(join(folder, 'report', 'needed.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** The first look's outputs and those that were wanted, as a second step of the job makes them. */
async function answerNeeded(scene: ActionScene, first: readonly object[], side: string, output: string) {
  const needed = (await readNeeded(scene)).filter((one) => one.side === side);
  return [...first, ...needed.map((one) => ({ case: one.case, sample: one.sample, output }))];
}

describe('outputs that earlier steps of the job made', () => {
  it('are judged, and told of in a comment of their own', () =>
    withActionScene(main, async (scene) => {
      const result = await scene.push(changed, {}, await supply(scene, answers(9), answers()));
      expect(result.failure).toMatch(/^fail: Regression proven/);
      expect(result.outputs).toMatchObject({ verdict: 'fail', calls: '0', needed: '0', 'needed-path': '' });
      expect(scene.model.calls).toHaveLength(0);
      const [comment] = scene.github.comments;
      expect(comment?.body).toContain(renderMarker('prompt-assay.yml#outputs'));
      expect(comment?.body).toContain('utputs supplied by the workflow');
      expect(comment?.body).toContain(
        '(1 file)</summary>\n\n| setting | main | this PR |\n| :- | :- | :- |\n| file src/agent.&#8203;py | blob ',
      );
    }));

  it('stand as they were judged first: other outputs of the same content are not looked at', () =>
    withActionScene(main, async (scene) => {
      await scene.push(changed, {}, await supply(scene, answers(9), answers()));
      const again = await scene.push(null, {}, await supply(scene, answers(), answers()));
      expect(again.outputs.verdict).toBe('fail');
      expect(again.failure).not.toBeNull();
    }));

  it('get a second look that is at the same outputs, and no other', () =>
    withActionScene(main, async (scene) => {
      const [before, after] = [answers(), answers(4)];
      const first = await scene.push(changed, {}, await supply(scene, after, before));
      expect(first.outputs).toMatchObject({ verdict: 'inconclusive', needed: '32' });
      expect(scene.github.comments[0]?.body).toContain('second look is wanted');
      const candidate = await answerNeeded(scene, after, 'candidate', 'no');
      const baseline = await answerNeeded(scene, before, 'baseline', 'yes');

      // Whoever draws the first round anew until it pleases gets the verdict that stands.
      const luckier = await scene.push(null, {}, await supply(scene, answers(), answers()));
      expect(luckier.outputs).toMatchObject({ verdict: 'inconclusive', needed: '0' });
      const told = await readFile(join(scene.folder, 'summary'), 'utf8');
      expect(told).toContain('a second look, which has to be at the very outputs of the first one');

      const faster = candidate.map((line) => ({ ...line, latencyMs: 1 }));
      const other = await scene.push(null, {}, await supply(scene, faster, baseline));
      expect(other.outputs).toMatchObject({ verdict: 'inconclusive', needed: '0' });

      const second = await scene.push(null, {}, await supply(scene, candidate, baseline));
      expect(second.failure).toMatch(/^fail: /);
      expect(second.outputs.needed).toBe('0');
      const third = await scene.push(null, {}, await supply(scene, answers(), answers()));
      expect(third.outputs.verdict).toBe('fail');
    }));

  it('of two suites get their second look together, by the error rates of both', () => {
    const section = main['prompt-assay.yml'].slice(main['prompt-assay.yml'].indexOf('  - name'));
    const config = main['prompt-assay.yml'] + section.replace('agent', 'other');
    return withActionScene({ ...main, 'prompt-assay.yml': config }, async (scene) => {
      const both = (wrong: number) =>
        ['agent', 'other'].flatMap((suite) =>
          answers(suite === 'agent' ? wrong : 0).map((line) => ({ suite, ...line })),
        );
      const first = await scene.push(changed, {}, await supply(scene, both(6), both(0)));
      // Six worse are proven among one comparison, and not yet among two.
      expect(first.outputs).toMatchObject({ verdict: 'inconclusive', needed: '48' });
      const needed = await readNeeded(scene);
      const make = (wanted: string, output: string) =>
        needed
          .filter(({ side }) => side === wanted)
          .map(({ suite, case: id, sample }) => ({ suite, case: id, sample, output }));
      const [candidate, baseline] = [make('candidate', 'yes'), make('baseline', 'no')];
      const second = await scene.push(
        null,
        {},
        await supply(scene, [...both(6), ...candidate], [...both(0), ...baseline]),
      );
      expect(second.outputs).toMatchObject({ verdict: 'inconclusive', needed: '0' });
    });
  });

  it('are kept as main on the default branch, and screen a change from then on', () =>
    withActionScene(main, async (scene) => {
      const sha = await scene.repository.sha('main');
      const kept = await scene.evaluate(
        dispatchEvent({ sha, sender: 'maintainer' }),
        await supply(scene, answers(0, [0, 1, 2]), null),
      );
      expect([kept.failure, kept.outputs.verdict]).toEqual([null, 'pass']);
      expect(scene.baselines.messages).toHaveLength(1);
      const passed = await scene.push(changed, {}, await supply(scene, answers(), null));
      expect(passed.outputs.verdict).toBe('pass');
      const worse = await scene.push({ 'src/agent.py': 'v3' }, {}, await supply(scene, answers(9), null));
      expect(worse.outputs).toMatchObject({ verdict: 'inconclusive', needed: '30' });
      const convicted = await scene.push(null, {}, await supply(scene, answers(9), answers()));
      expect(convicted.outputs.verdict).toBe('fail');
    }));

  it('keep no baseline that is not whole', () =>
    withActionScene(main, async (scene) => {
      const sha = await scene.repository.sha('main');
      const kept = await scene.evaluate(
        dispatchEvent({ sha, sender: 'maintainer' }),
        await supply(scene, answers().slice(1), null),
      );
      expect(kept.failure).toContain('1 output is missing');
      expect(scene.baselines.messages).toHaveLength(0);
    }));

  it('pass a pull request and its merge group without a file where nothing of the application changed', () =>
    withActionScene(main, async (scene) => {
      const run = { mode: outputs, inputs: { 'candidate-outputs': 'nowhere.jsonl' } };
      const idle = await scene.push({ 'readme.md': 'words' }, {}, run);
      expect([idle.failure, idle.outputs.verdict]).toEqual([null, 'pass']);
      expect(scene.github.comments).toHaveLength(0);
    }));

  it('keep their verdict in the merge queue', () =>
    withActionScene(main, async (scene) => {
      await scene.push(changed, {}, await supply(scene, answers(9), answers()));
      const { head, base, merge } = await scene.repository.openPull(7, 'feature');
      const headRef = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
      const group = mergeGroupEvent({ baseSha: base, headSha: merge, headRef });
      const queued = await scene.evaluate(group, await supply(scene, answers(), answers()));
      expect([head.length, queued.outputs.verdict]).toEqual([40, 'fail']);
    }));

  it('keep the keys that an application repeats to themselves', () =>
    withActionScene(main, async (scene) => {
      const key = 'sk-live-4f9a8b7c6d5e4f3a2b1c';
      const leaked = answers(9).map((line) => (line.output === 'no' ? { ...line, output: `the key is ${key}` } : line));
      const run = { ...(await supply(scene, leaked, answers())), env: { AGENT_API_KEY: key } };
      expect((await scene.push(changed, {}, run)).outputs.verdict).toBe('fail');
      const body = scene.github.comments[0]?.body ?? '';
      expect(body).toContain('the key is');
      expect(body).not.toContain(key);
      expect(await readFile(join(scene.folder, 'report', 'outputs.jsonl'), 'utf8')).not.toContain(key);
    }));

  it('that another commit made are invalid', () =>
    withActionScene(main, async (scene) => {
      const old = answers().map((line) => ({ ...line, commit: 'f'.repeat(40) }));
      const result = await scene.push(changed, {}, await supply(scene, old, answers()));
      expect(result.failure).toContain('was made of commit "ffffffffffff');
      expect(result.outputs.verdict).toBe('invalid');
    }));

  it('of a push to the default branch re-baseline only what changed', () =>
    withActionScene(main, async (scene) => {
      const push = async () => pushEvent({ sha: await scene.repository.sha('main'), branch: 'main' });
      const run = await supply(scene, answers(0, [0, 1, 2]), null);
      await scene.evaluate(await push(), run);
      await scene.evaluate(await push(), run);
      expect(scene.baselines.messages).toHaveLength(1);
    }));
});
