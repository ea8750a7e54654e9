import { describe, expect, it } from '@jest/globals';
import { files, reworded, rows } from '../dist/stories.ts';
import { type Fault, type FaultPlan, faults } from '../helpers/fake-github/faults.ts';
import { answering } from '../pipeline/story.ts';
import { type SceneRun, withActionScene } from './scene.ts';

const worse = answering((arm, number) => arm === 'base' || number >= 8);
const small = files({ 'evals/triage.jsonl': rows(12) });
const commit: SceneRun = { inputs: { status: 'commit' } };

/** Lets the pending status through and then refuses so many. */
function refuseLater(fault: Fault, times: number): FaultPlan {
  let seen = 0;
  return ({ method, path }) => {
    if (method !== 'POST' || !path.includes('/statuses/')) return null;
    seen += 1;
    return seen > 1 && seen <= times + 1 ? fault : null;
  };
}

describe('the status that ends a run', () => {
  it.each([
    ['a server error', faults.serverError()],
    ['a refusal', faults.forbidden()],
    ['a rate limit', faults.primaryLimit(3000)],
    ['a conflict', faults.conflict()],
    ['a reset', faults.reset()],
  ])('is written after all, once %s is over', (_, fault) =>
    withActionScene(small, async (scene) => {
      scene.github.fault = refuseLater(fault, 2);
      scene.answer = worse;
      const { outputs, failure } = await scene.push(reworded(), {}, commit);
      expect(outputs.verdict).toBe('fail');
      expect(failure).toBeNull();
      expect(scene.github.statuses.map(({ state }) => state)).toEqual(['pending', 'failure']);
    }),
  );

  it('turns the job red where GitHub refuses it to the end, and the verdict stays', () =>
    withActionScene(small, async (scene) => {
      scene.github.fault = refuseLater(faults.forbidden(), 1000);
      scene.answer = worse;
      const { outputs, failure } = await scene.push(reworded(), {}, commit);
      expect(outputs.verdict).toBe('fail');
      expect(failure).toContain('does not let `github-token` set the status');
      expect(scene.github.comments).toHaveLength(1);
    }));

  it('takes the pending one back where the run broke off, too', () =>
    withActionScene(small, async (scene) => {
      const late = refuseLater(faults.forbidden(), 2);
      scene.github.fault = (request) => (/\/git\/trees\//.test(request.path) ? faults.serverError() : late(request));
      const broken = scene.push(reworded(), {}, commit);
      await expect(broken).rejects.toThrow('GitHub answered 500');
      expect(scene.github.statuses.map(({ state }) => state)).toEqual(['pending', 'error']);
    }));
});
