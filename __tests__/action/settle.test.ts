import { describe, expect, it } from '@jest/globals';
import { aConfig, aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { pullRequestEvent } from '../helpers/fake-github/events.ts';
import type { FakeGithubOptions } from '../helpers/fake-github/state.ts';
import { createFakeCache } from '../helpers/fake-ports.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const settle = 'prompt-assay:settle';
const people: Omit<FakeGithubOptions, 'repoDir'> = {
  collaborators: { author: 'write', maintainer: 'write', reader: 'read' },
};
const config = (settling: string) => aConfig({ suite: `    gate: { settle: ${settling} }` });
const main = (settling: string) => files({ 'prompt-assay.yml': config(settling), 'evals/triage.jsonl': rows(60) });

/** The first sample differs in five of 60 cases, and what both looks draw of these points the other way. */
const noise = answering((arm, number, sample) => {
  const isNoisy = [1, 2, 3, 5].includes(number);
  if (sample === 0) return !(arm === 'candidate' ? isNoisy : number === 4);
  return !(arm === 'base' && isNoisy && sample >= 3);
});
const worse = answering((arm, number) => arm === 'base' || number >= 20);

/** A pull request whose verdict is open and published. */
const onOpen = (
  tell: (scene: ActionScene & { readonly before: number }) => Promise<void>,
  settling = 'on-request',
  script = noise,
) =>
  withActionScene(
    main(settling),
    async (scene) => {
      scene.answer = script;
      const { outputs, failure } = await scene.push(reworded());
      expect([failure, outputs.verdict]).toEqual([null, 'inconclusive']);
      await tell({ ...scene, before: scene.model.calls.length });
    },
    { ...people, cache: createFakeCache() },
  );
const bodyOf = ({ github }: Pick<ActionScene, 'github'>) => github.comments[0]?.body ?? '';

describe('the label that settles', () => {
  it.each(['maintainer', 'author'])('has the further round drawn where %s sets it, from the first one on', (sender) =>
    onOpen(async (scene) => {
      expect(bodyOf(scene)).toContain('`prompt-assay:settle` may settle it, once');
      const settled = await scene.setLabel(settle, sender);
      expect(settled).toMatchObject({ failure: null, outputs: { verdict: 'pass' } });
      const drawn = scene.model.calls.slice(scene.before);
      expect(drawn.length).toBeGreaterThan(0);
      expect(drawn.every(({ sample }) => sample > 0)).toBe(true);
      expect(bodyOf(scene)).toContain('settled in a further round');
    }),
  );

  it('does nothing where a reader sets it, on a re-run, or as a label that is there', () =>
    onOpen(async (scene) => {
      const { setLabel, push, model, before, log } = scene;
      expect((await setLabel(settle, 'reader')).outputs.verdict).toBe('inconclusive');
      expect(log.warnings.at(-1)).toContain('no write permission');
      const { head, base, merge } = await scene.repository.openPull(7, 'feature');
      const labeled = { number: 7, headSha: head, baseSha: base, sha: merge, action: 'labeled', label: settle };
      const event = pullRequestEvent({ ...labeled, labels: [settle], sender: 'maintainer' });
      const again = { ...event, env: { ...event.env, GITHUB_RUN_ATTEMPT: '2' } };
      expect((await scene.evaluate(again)).outputs.verdict).toBe('inconclusive');
      expect(log.warnings.at(-1)).toContain('at its first attempt');
      expect((await push(null, { labels: [settle] })).outputs.verdict).toBe('inconclusive');
      expect(model.calls).toHaveLength(before);
    }));

  it('does nothing for a head that came after it', () =>
    onOpen(async ({ push, model, before }) => {
      await push({ [promptPath]: aPrompt('v3') }, { labels: [settle] });
      expect(
        model.calls
          .slice(before)
          .filter(({ arm }) => arm === 'candidate')
          .every(({ sample }) => sample < 5),
      ).toBe(true);
    }));

  it('draws nothing where an answer of the looks is gone, and the verdict stands', () =>
    onOpen(async (scene) => {
      const { entries } = scene.cache;
      const [first] = [...entries.keys()];
      entries.delete(first ?? '');
      expect((await scene.setLabel(settle, 'maintainer')).outputs).toMatchObject({
        verdict: 'inconclusive',
        calls: '0',
      });
      expect(scene.model.calls).toHaveLength(scene.before);
      expect(bodyOf(scene)).toContain('no longer all in the cache');
    }));

  it('draws nothing where an answer of the looks is another one', () =>
    onOpen(async (scene) => {
      const { entries } = scene.cache;
      // Another draw that says the same: the looks would leave it as open as before.
      for (const [key, value] of entries) {
        entries.set(key, JSON.parse(JSON.stringify(value).replace(/"latencyMs":\d+/, '"latencyMs":98765')));
      }
      expect((await scene.setLabel(settle, 'maintainer')).outputs.verdict).toBe('inconclusive');
      expect(scene.model.calls).toHaveLength(scene.before);
    }));

  it.each(['on-request', '3'])('does not settle twice what `settle: %s` left open', (settling) =>
    onOpen(
      async (scene) => {
        const { setLabel, removeLabel, push, model } = scene;
        await setLabel(settle, 'maintainer');
        const once = model.calls.length;
        scene.cache.entries.clear();
        await removeLabel(settle, 'maintainer');
        expect((await setLabel(settle, 'maintainer')).outputs.verdict).toBe('inconclusive');
        await push({ [promptPath]: aPrompt('v1') });
        await push(reworded());
        expect((await setLabel(settle, 'maintainer')).outputs.verdict).toBe('inconclusive');
        expect(model.calls).toHaveLength(once);
        expect(bodyOf(scene)).toContain('there is one for each content');
      },
      settling,
      answering((arm, number) => arm === 'base' || number >= 3),
    ),
  );

  it('leaves a fail and a pass as they are', () =>
    withActionScene(
      main('on-request'),
      async (scene) => {
        for (const [script, verdict, version] of [
          [worse, 'fail', 'v2'],
          [answering(() => true), 'pass', 'v3'],
        ] as const) {
          scene.answer = script;
          expect((await scene.push({ [promptPath]: aPrompt(version) })).outputs.verdict).toBe(verdict);
          const before = scene.model.calls.length;
          expect((await scene.setLabel(settle, 'maintainer')).outputs.verdict).toBe(verdict);
          expect(scene.model.calls).toHaveLength(before);
          expect(bodyOf(scene)).toContain('only what is open can be settled');
        }
      },
      { ...people, cache: createFakeCache() },
    ));

  it('does nothing where main says `settle: off`', () =>
    onOpen(async (scene) => {
      expect(bodyOf(scene)).not.toContain(settle);
      expect((await scene.setLabel(settle, 'maintainer')).outputs.verdict).toBe('inconclusive');
      expect(scene.model.calls).toHaveLength(scene.before);
      expect(bodyOf(scene)).toContain('`settle: off`');
    }, 'off'));
});

describe('`fresh: true`', () => {
  const run = { inputs: { fresh: 'true' } };
  it('is the further round where that is unspent, and draws anew after it', () =>
    onOpen(async ({ push, model, before }) => {
      expect((await push(null, {}, run)).outputs.verdict).toBe('pass');
      expect(model.calls.slice(before).every(({ sample }) => sample > 0)).toBe(true);
      const spent = model.calls.length;
      await push(null, {}, run);
      expect(model.calls.slice(spent).some(({ sample }) => sample === 0)).toBe(true);
    }));
});
