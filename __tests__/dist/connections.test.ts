import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { type Scene, withScene } from '../helpers/run-action.ts';
import { dispatchBaseline, files, pushPull, reworded, rows, wrongWhere } from './stories.ts';

jest.setTimeout(120_000);

const built = process.env.PROMPT_ASSAY_BUILT ?? '';
const hook = pathToFileURL(resolve('__tests__/helpers/trace-connections.mjs')).href;

/** The environment that makes a process write down where it connects to. */
function traceInto(scene: Scene, name: string) {
  return { NODE_OPTIONS: `--import ${hook}`, TRACED_CONNECTIONS: join(scene.folder, name) };
}

/** What the processes did, each thing once. */
async function readTrace(scene: Scene, name: string): Promise<readonly string[]> {
  const text = await readFile(join(scene.folder, name), 'utf8').catch(() => '');
  return [...new Set(text.split('\n').filter((line) => line !== ''))].sort();
}

/** The only places that a run was told of. */
const configured = ({ github, model }: Scene) =>
  [github, model].map(({ url }) => `connect ${new URL(url).host}`).sort();

describe('the bundle connects to the hosts that it was given, looks no other up, and starts nothing', () => {
  it.concurrent('in a verdict, a baseline, and where the model sends it elsewhere', () =>
    withScene(files({ 'evals/triage.jsonl': rows(12) }), async (scene) => {
      const env = traceInto(scene, 'action');
      scene.answer = wrongWhere((version) => version === 'v2');
      expect((await pushPull(scene, reworded(), { env })).outputs.verdict).toBe('fail');
      expect((await dispatchBaseline(scene, { env })).code).toBe(0);
      const elsewhere = { location: 'http://elsewhere.invalid/v1/chat/completions' };
      scene.answer = () => ({ status: 307, body: {}, headers: elsewhere });
      const redirected = await pushPull(scene, reworded({ 'evals/triage.jsonl': rows(10) }), { env });
      expect(redirected.outputs.verdict).toBe('invalid');
      expect(await readTrace(scene, 'action')).toEqual(configured(scene));
    }));

  it.concurrent('as a command, where git is all that it starts', () =>
    withScene(files({ 'evals/triage.jsonl': rows(12) }), async (scene) => {
      await scene.repository.commit('feature', reworded());
      const clone = join(scene.folder, 'clone');
      await promisify(execFile)('git', ['clone', '--quiet', scene.repository.dir, clone]);
      const run = (...args: readonly string[]) =>
        promisify(execFile)(process.execPath, [join(built, 'dist/cli.js'), 'run', ...args], {
          cwd: clone,
          env: {
            PATH: process.env.PATH,
            HOME: scene.folder,
            OPENAI_BASE_URL: scene.model.url,
            ...traceInto(scene, 'command'),
          },
        });
      await run('--base', 'origin/main', '--head', 'origin/feature', '--no-cache');
      expect(scene.model.requests.length).toBeGreaterThan(0);
      expect(await readTrace(scene, 'command')).toEqual([`connect ${new URL(scene.model.url).host}`, 'start git']);
    }));

  it('the watch itself sees a fetch, a look-up and a process', () =>
    withScene(files(), async (scene) => {
      const script = `fetch('${scene.github.url}').then(() => {}, () => {});
        require('node:dns').lookup('localhost', () => {});
        require('node:child_process').execFile('true');`;
      const env = { PATH: process.env.PATH, ...traceInto(scene, 'control') };
      await promisify(execFile)(process.execPath, ['--eval', script], { env });
      const { host } = new URL(scene.github.url);
      expect(await readTrace(scene, 'control')).toEqual([`connect ${host}`, 'look up localhost', 'start true']);
    }));
});
