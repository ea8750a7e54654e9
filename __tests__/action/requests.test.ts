import { describe, expect, it } from '@jest/globals';
import { dispatchEvent, pushEvent } from '../helpers/fake-github/events.ts';
import type { FileSpecs } from '../helpers/fake-github/repository.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const promptPath = (number: number) => `prompts/p${number}.prompt.yml`;

/** Prompts that say `text`, so many of them. */
function prompts(count: number, text: string): FileSpecs {
  const one = (number: number) =>
    `name: p${number}\nmessages:\n  - { role: user, content: "${number} ${text} {{input}}" }\n`;
  return Object.fromEntries(Array.from({ length: count }, (_, number) => [promptPath(number), one(number)]));
}

/** A config with suites over these globs, and the rows that they share. */
function suitesOver(globs: readonly string[]): FileSpecs {
  const suites = globs.map(
    (glob, number) => `  - name: s${number}
    prompts: ${glob}
    dataset: rows.jsonl
    baseline: { samples: 1 }
    gate: { margin: 0.6 }
    checks:
      - { name: label, type: equals, expected: "{{ expected }}" }
`,
  );
  const rows = Array.from({ length: 4 }, (_, row) => `{"id": "r${row}", "input": "q${row}", "expected": "yes"}\n`);
  return {
    'prompt-assay.yml': `version: 1\nmodel: { id: some-model }\nbudget: { per-run-calls: 100000 }\nsuites:\n${suites.join('')}`,
    'rows.jsonl': rows.join(''),
  };
}

/** Runs something and says how many requests to GitHub it took; fails where it took as many as `limit`. */
async function countRequests<T>({ github }: ActionScene, what: string, limit: number, work: () => Promise<T>) {
  const before = github.requests.length;
  const result = await work();
  const requests = github.requests.length - before;
  console.log(`${what}: ${requests} requests to GitHub`);
  expect({ what, isBelow: requests < limit, requests }).toMatchObject({ isBelow: true });
  return result;
}

describe('requests to GitHub', () => {
  it('stay below sixty for sixty suites: baseline, again, after a merge, and a pull request on them', () => {
    const paths = Array.from({ length: 60 }, (_, number) => promptPath(number));
    return withActionScene(
      { ...suitesOver(paths), ...prompts(60, 'v1') },
      async (scene) => {
        const { repository, github } = scene;
        const dispatch = async () => scene.rebaseline(dispatchEvent({ sha: await repository.sha('main') }));
        const first = await countRequests(scene, 'the first baseline of 60 suites', 60, dispatch);
        expect(first.outputs).toMatchObject({ verdict: 'pass', calls: '240' });
        const again = await countRequests(scene, 'the next one', 60, dispatch);
        expect(again.outputs).toMatchObject({ verdict: 'pass', calls: '240' });
        const sha = await repository.commit('main', { [promptPath(0)]: prompts(1, 'v2')[promptPath(0)] ?? '' });
        const event = pushEvent({ branch: 'main', sha });
        const merged = await countRequests(scene, 'one after a merge', 60, () => scene.rebaseline(event));
        expect(merged.outputs).toMatchObject({ verdict: 'pass', calls: '4' });
        const pull = await countRequests(scene, 'a pull request that changes all of them', 60, () =>
          scene.push(prompts(60, 'v3')),
        );
        expect(pull).toMatchObject({ outputs: { verdict: 'pass', cases: '240' }, problems: [] });
        // All sixty stored baselines were read.
        expect(github.comments[0]?.body.match(/"baseline":/g)).toHaveLength(60);
      },
      { onBranch: true },
    );
  });

  it('are six at most where a pull request changes nothing that matters', () =>
    withActionScene({ ...suitesOver(['prompts/*.yml']), ...prompts(3, 'v1') }, async (scene) => {
      const idle = () => scene.push({ 'README.md': 'read me' });
      const { outputs } = await countRequests(scene, 'an idle pull request', 7, idle);
      expect(outputs).toMatchObject({ verdict: 'pass', calls: '0' });
    }));

  it('leave enough for publishing where five hundred prompts change', () =>
    withActionScene({ ...suitesOver(['prompts/*.yml']), ...prompts(500, 'v1') }, async (scene) => {
      const run = { inputs: { 'dry-run': 'true' } };
      const push = () => scene.push(prompts(500, 'v2'), {}, run);
      const { problems } = await countRequests(scene, 'a pull request that changes 500 prompts', 60, push);
      expect(problems).toEqual([]);
    }));
});
