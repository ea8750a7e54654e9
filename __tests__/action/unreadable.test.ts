import { describe, expect, it } from '@jest/globals';
import type { ActionResult } from '../../src/action/mode.ts';
import { asError, ReportedError } from '../../src/errors.ts';
import { parseRecord } from '../../src/report/comment/marker.ts';
import { aConfig, files, reworded, rows } from '../dist/stories.ts';
import { mergeGroupEvent } from '../helpers/fake-github/events.ts';
import { type Fault, faults } from '../helpers/fake-github/faults.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const main = files({ 'evals/triage.jsonl': rows(60) });
/** Config, prompt and dataset differ, so that each is read on both sides; 30 of 60 cases break. */
const change = reworded({
  'prompt-assay.yml': aConfig({ suite: '    gate: { margin: 0.08 }' }),
  'evals/triage.jsonl': rows(61),
});
const worse = answering((arm, number) => arm === 'base' || number >= 30);

const kinds: readonly (readonly [string, Fault])[] = [
  ['403', faults.forbidden()],
  ['404', faults.missingScope()],
  ['409', faults.conflict()],
  ['422', faults.unprocessable()],
  ['500', faults.serverError()],
  ['a reset', faults.reset()],
  ['a truncated answer', faults.truncated()],
  ['a cut answer', faults.cut()],
  ['the rate limit', faults.primaryLimit(3000)],
];

/** What a run came to; an error that ends it is what the action shows as invalid. */
async function verdictOf(run: () => Promise<ActionResult>): Promise<string> {
  try {
    const { outputs, failure } = await run();
    return `${outputs.verdict}${failure === null ? ', green' : ''}`;
  } catch (error) {
    if (error instanceof ReportedError) return 'invalid';
    return `a defect: ${asError(error).message}`;
  }
}

/** The reads of a healthy run, each once, and what is asked of the model in it. */
async function listReads({ github, model }: ActionScene, run: () => Promise<ActionResult>) {
  const [before, asked] = [github.requests.length, model.calls.length];
  const verdict = await verdictOf(run);
  const reads = github.requests.slice(before).filter(({ method }) => method === 'GET');
  return { verdict, calls: model.calls.length - asked, paths: [...new Set(reads.map(({ path }) => path))] };
}

/** A third of the kinds, another one for each read; scripts/suite-faults.mjs meets each with all of them. */
const someKinds = (place: number) => kinds.filter((_, index) => index % 3 === place % 3);

/** Runs a story under faults at every one of its reads, and then once more in health. */
async function breakEverywhere(scene: ActionScene, run: () => Promise<ActionResult>, reset: () => void) {
  reset();
  const { paths } = await listReads(scene, run);
  expect(paths.length).toBeGreaterThan(8);
  const found: string[] = [];
  for (const [place, path] of paths.entries()) {
    for (const [name, fault] of someKinds(place)) {
      reset();
      scene.github.fault = ({ method, path: asked }) => (method === 'GET' && asked === path ? fault : null);
      const verdict = await verdictOf(run);
      scene.github.fault = null;
      const records = scene.github.comments.map(({ body }) => JSON.stringify(parseRecord(body)));
      const isHonest = (verdict === 'fail' || verdict === 'invalid') && !records.join().includes('"pass"');
      if (!isHonest || records.length > 1) found.push(`${name} for ${path}: ${verdict}, ${records.join()}`);
    }
  }
  reset();
  return { found, healthy: await verdictOf(run) };
}

const redPull = (scene: ActionScene, tell: () => Promise<void>) => {
  scene.answer = worse;
  return tell();
};

describe('a proven regression, under every fault at every read', () => {
  it(
    'stays red in a first run, and no pass is recorded',
    () =>
      withActionScene(main, (scene) =>
        redPull(scene, async () => {
          await scene.push(change);
          const forget = () => void scene.github.comments.splice(0);
          const { found, healthy } = await breakEverywhere(scene, () => scene.push(null), forget);
          expect(found).toEqual([]);
          expect(healthy).toBe('fail');
        }),
      ),
    600_000,
  );

  it(
    'stays red in the merge queue',
    () =>
      withActionScene(main, (scene) =>
        redPull(scene, async () => {
          await scene.push(change);
          const queued = await scene.repository.queuePull(7);
          const forget = () => void scene.github.comments.splice(0);
          const run = () => scene.evaluate(mergeGroupEvent(queued));
          const { found, healthy } = await breakEverywhere(scene, run, forget);
          expect(found).toEqual([]);
          expect(healthy).toBe('fail');
        }),
      ),
    600_000,
  );

  it(
    'is not drawn a second time in a re-run that cannot read what was recorded',
    () =>
      withActionScene(main, (scene) =>
        redPull(scene, async () => {
          await scene.push(change);
          const recorded = scene.github.comments.map((comment) => ({ ...comment }));
          const asked = scene.model.calls.length;
          scene.answer = () => 'yes';
          const restore = () => void scene.github.comments.splice(0, 99, ...recorded.map((one) => ({ ...one })));
          const { found, healthy } = await breakEverywhere(
            scene,
            () => scene.push(null, { action: 'edited' }),
            restore,
          );
          expect(found).toEqual([]);
          expect(healthy).toBe('fail');
          expect(scene.model.calls).toHaveLength(asked);
        }),
      ),
    600_000,
  );
});

it('a merge queue that may not read the pull request asks nothing, and names the permission', () =>
  withActionScene(main, async (scene) => {
    await scene.push(change);
    const queued = await scene.repository.queuePull(7);
    const asked = scene.model.calls.length;
    for (const refusal of [faults.forbidden(), faults.missingScope()]) {
      scene.github.fault = ({ path }) => (/\/(issues|pulls)\//.test(path) ? refusal : null);
      await expect(scene.evaluate(mergeGroupEvent(queued))).rejects.toThrow('`pull-requests: read`');
    }
    expect(scene.model.calls).toHaveLength(asked);
  }));
