import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadTypescript } from '../suites/load-typescript.mjs';
import { action, cli, makeFolder, must, root, run } from '../suites/suite.mjs';

const startMs = Date.parse('2026-03-02T09:00:00Z');
const model = 'https://models.acme.example/v1';
const preload = `--import=${pathToFileURL(join(root, 'scripts/pictures/still-world.mjs'))}`;
const columns = 80;
const quietGit = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

/**
 * What plays scenarios: `play(scenario, folder)` runs the built action on a fake GitHub and leaves in the folder what people then see: comment.md
 * and report.html, and terminal.txt where the scenario `isWhole`, of the command in a clone. A scenario has the files of `main`, those of the
 * `change` (null removes one), how the stand-in for its models answers, and maybe `tell`, which tells a longer story than one push.
 */
export async function openTheatre(suite) {
  process.env.PROMPT_ASSAY_BUILT = action;
  const helpers = [
    '__tests__/helpers/run-action.ts',
    '__tests__/dist/stories.ts',
    '__tests__/helpers/fake-github/events.ts',
  ];
  const { withScene, pushPull, dispatchEvent } = await loadTypescript(suite, ...helpers);

  const play = async (scenario, folder) => {
    await mkdir(folder, { recursive: true });
    const options = { nowMs: startMs, collaborators: { author: 'write', maria: 'write' } };
    await withScene(
      scenario.main,
      async (scene) => {
        scene.answer = scenario.answer;
        const still = (width) => ({
          NODE_OPTIONS: preload,
          STILL_WORLD: JSON.stringify({ model, standIn: scene.model.url, startMs, columns: width }),
        });
        const inputs = { 'base-url': model, 'api-key': 'stand-in-key' };
        const stage = {
          ...scene,
          /** Pushes changed files to the pull request, or for null sets a label or asks again. */
          push: (files, event = {}) => pushPull(scene, files, { inputs, env: still(0), event }),
          /** Binds the labels of main's judges to them, and commits that to main. */
          calibrate: async (path) => {
            const event = dispatchEvent({ sha: await scene.repository.sha('main') });
            const bound = await scene.run(event, { inputs: { ...inputs, mode: 'calibrate' }, env: still(0) });
            await scene.repository.commit('main', { [path]: await findLabels(bound, path) });
          },
        };
        const seen = await (scenario.tell ?? tellOfPush)(stage, scenario);
        const terminal = scenario.isWhole ? await runCommand(suite, scene.repository.dir, still(columns)) : null;
        const files = {
          'comment.md': scene.github.comments[0]?.body ?? null,
          'report.html': await seen.readReport('report.html'),
          'results.json': await seen.readReport('results.json'),
          'log.txt': seen.log,
          'terminal.txt': terminal,
        };
        for (const [name, text] of Object.entries(files)) if (text !== null) await writeFile(join(folder, name), text);
      },
      options,
    );
  };
  return { play };
}

async function tellOfPush({ push }, { change }) {
  return push(change);
}

async function findLabels(bound, path) {
  const text = await bound.readReport(path);
  if (text === null) throw new Error(`calibrate left no ${path}\n${bound.log}\n${bound.summary}`);
  return text;
}

/** What the command prints in a clone of the change. */
async function runCommand(suite, repository, env) {
  const clone = join(await makeFolder(suite), 'prompts');
  await must('git', ['clone', '--quiet', '--branch', 'feature', repository, clone], { env: quietGit });
  const args = [cli, 'run', '--base', 'origin/main', '--report', 'report', '--no-cache', '--base-url', model];
  const secrets = { OPENAI_API_KEY: 'stand-in-key', NO_COLOR: undefined };
  const { stdout } = await run(process.execPath, args, { cwd: clone, env: { ...env, ...quietGit, ...secrets } });
  return stdout;
}
