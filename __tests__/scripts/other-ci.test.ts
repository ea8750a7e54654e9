import { execFile } from 'node:child_process';
import { access, chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'yaml';
import { startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { type FakeFault, type FakeNotes, startFakeNotes } from '../helpers/fake-notes.ts';
import { aPromptFile, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, writeFiles } from '../terminal/terminal.ts';

// Whole jobs run here.
jest.setTimeout(120_000);

const recipes = join(import.meta.dirname, '../../docs/recipes/other-ci');
const cli = join(process.env.PROMPT_ASSAY_BUILT ?? '', 'dist', 'cli.js');
const marker = '<!-- prompt-assay:comment key=local -->';
/** Bitbucket's interface has one address; its requests go to the server of the test. */
const detour = `data:text/javascript,const go = globalThis.fetch; globalThis.fetch = (url, options) => go(String(url).replace('https://api.bitbucket.org', process.env.FAKE_NOTES), options);`;

let hosts: FakeNotes;

beforeEach(async () => {
  hosts = await startFakeNotes();
});

afterEach(async () => {
  await hosts.close();
  await removeFolders();
});

const variables = {
  gitlab: () => ({
    GITLAB_CI: 'true',
    CI_API_V4_URL: `${hosts.url}/api/v4`,
    CI_MERGE_REQUEST_PROJECT_ID: '7',
    CI_MERGE_REQUEST_IID: '3',
  }),
  bitbucket: () => ({
    BITBUCKET_REPO_FULL_NAME: 'acme/shop',
    BITBUCKET_PR_ID: '3',
    FAKE_NOTES: hosts.url,
    NODE_OPTIONS: `--import="${detour.replaceAll('"', '\\"')}"`,
  }),
};
type System = keyof typeof variables;
const systems = Object.keys(variables) as readonly System[];
/** How a note of ours begins, and one that only looks like it. */
const beginnings = { gitlab: `${marker}\n`, bitbucket: '**Prompt Assay**\n\n    ' };

interface Ended {
  readonly code: number;
  readonly out: string;
}

function start(command: string, args: readonly string[], env: Record<string, string>, cwd: string): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { PATH, HOME, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
    );
  });
}

/** A folder as `run --report` leaves it, and what note.mjs makes of it. */
async function keep(system: System, comment: string, changes: Record<string, string> = {}, report: object = {}) {
  const folder = await makeFolder();
  const results = { verdict: 'fail', suites: [{ status: 'run' }], ...report };
  await writeFiles(folder, {
    'comment.md': `${marker}\n\n${comment}\n`,
    'prompt-assay.txt': `${comment}\n`,
    'results.json': JSON.stringify(results),
  });
  const env = { ...variables[system](), PROMPT_ASSAY_NOTE_TOKEN: 'secret', ...changes };
  return start(process.execPath, [join(recipes, 'note.mjs'), folder], env, folder);
}

describe.each(systems)('a note on %s', (system) => {
  const bodies = () => hosts.notes.map(({ author, body }) => [author, body.split('\n').at(-2)?.trim()]);
  /** Comments of people, over three pages. */
  const talk = () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) hosts.add('ann', `comment ${number}`);
  };

  it('is added once, and then changed, also behind several pages of others', async () => {
    talk();
    expect(await keep(system, 'first')).toEqual({ code: 0, out: "Prompt Assay's note was added.\n" });
    talk();
    expect(await keep(system, 'second')).toEqual({ code: 0, out: "Prompt Assay's note was changed.\n" });
    expect(hosts.notes).toHaveLength(15);
    expect(bodies().filter(([author]) => author === 'bot')).toEqual([['bot', 'second']]);
    expect(hosts.notes[7]?.body.startsWith(beginnings[system])).toBe(true);
  });

  it('leaves alone what others wrote that looks like it', async () => {
    const forged = `${beginnings[system]}All is well\n`;
    hosts.add('mallory', forged);
    await keep(system, 'truth');
    await keep(system, 'still true');
    expect(hosts.notes.map(({ author, body }) => [author, body === forged])).toEqual([
      ['mallory', true],
      ['bot', false],
    ]);
  });

  it.each<[string, { readonly [method: string]: readonly FakeFault[] }]>([
    ['cannot be read at first', { GET: [502, 'reset', 429] }],
    ['is listed by half', { GET: ['half'] }],
    ['cannot be added at first', { POST: [502] }],
    ['was added, and the answer was lost', { POST: ['lost'] }],
  ])('where it %s there is one in the end', async (_name, faults) => {
    for (const [method, list] of Object.entries(faults)) hosts.faults[method]?.push(...list);
    expect((await keep(system, 'first')).code).toBe(0);
    expect(bodies()).toEqual([['bot', 'first']]);
  });

  it('gives up on a system that is down, and says so', async () => {
    hosts.faults.GET?.push(502, 502, 502, 502);
    const { code, out } = await keep(system, 'first');
    expect(code).toBe(1);
    expect(out).toMatch(/^Prompt Assay's note was not kept\. GET \/\S+ was answered with 502\.\n$/);
    expect(hosts.asked).toHaveLength(4);
  });

  it('does not take the token where an answer leads', async () => {
    hosts.faults.GET?.push(302, 302, 302, 302);
    expect((await keep(system, 'first')).code).toBe(1);
    expect(new Set(hosts.asked).size).toBe(1);
  });

  it('a token that is refused is not tried again, and not shown', async () => {
    const { code, out } = await keep(system, 'first', { PROMPT_ASSAY_NOTE_TOKEN: 'wrong-token' });
    expect(code).toBe(1);
    expect(out).toMatch(/was answered with 401\. The token needs /);
    expect(out).not.toContain('wrong-token');
    expect(hosts.asked).toHaveLength(1);
  });

  it('no token, no merge request, no report: each is named, and nothing is asked', async () => {
    expect((await keep(system, 'first', { PROMPT_ASSAY_NOTE_TOKEN: '' })).out).toContain(
      'PROMPT_ASSAY_NOTE_TOKEN is not set',
    );
    const name = system === 'gitlab' ? 'CI_MERGE_REQUEST_IID' : 'BITBUCKET_PR_ID';
    expect((await keep(system, 'first', { [name]: '' })).out).toContain(`${name} is not set`);
    const env = { ...variables[system](), PROMPT_ASSAY_NOTE_TOKEN: 'secret' };
    const nothing = await start(process.execPath, [join(recipes, 'note.mjs')], env, await makeFolder());
    expect(nothing).toMatchObject({ code: 1, out: expect.stringContaining('results.json is not there') });
    expect(hosts.asked).toEqual([]);
  });

  it('where nothing ran none is added, and one that is there is changed', async () => {
    const idle = { verdict: 'pass', suites: [{ status: 'skipped' }] };
    expect(await keep(system, 'nothing changed', {}, idle)).toEqual({
      code: 0,
      out: "Prompt Assay's note was not needed.\n",
    });
    expect(hosts.notes).toEqual([]);
    await keep(system, 'a regression');
    await keep(system, 'nothing changed', {}, idle);
    expect(bodies()).toEqual([['bot', 'nothing changed']]);
    expect((await keep(system, 'a mistake', {}, { verdict: 'invalid', suites: [] })).out).toContain('changed');
    expect(bodies()).toEqual([['bot', 'a mistake']]);
  });
});

describe('what a model says', () => {
  const said = ['/merge', '  /label ~x', 'see !12', '```', '/close', '**bold** @all'].join('\n');

  it('is no command to GitLab, and no link to another merge request', async () => {
    await keep('gitlab', said);
    expect(hosts.notes[0]?.body).not.toMatch(/^\s*\/\w/m);
    expect(hosts.notes[0]?.body).not.toMatch(/!\d/);
    expect(hosts.notes[0]?.body.replaceAll('\u200B', '')).toBe(`${marker}\n\n${said}\n`);
  });

  it('is code on Bitbucket, and cut where it is too long', async () => {
    await keep('bitbucket', said);
    expect(hosts.notes[0]?.body.split('\n').slice(2)).toEqual([...said.split('\n'), ''].map((line) => `    ${line}`));
    await keep('bitbucket', 'x'.repeat(50_000));
    expect(hosts.notes[0]?.body.length).toBeLessThan(32_768);
  });
});

/** A clone as a runner makes it, of a change that a model answers wrong; `npm` and `npx` are stand-ins that start the built command. */
async function makeRunner() {
  const tree = aTree({ 'evals/triage.jsonl': jsonl(someRows(30)) });
  const { folder: origin, git } = await makeClone({
    ...tree,
    'ci/note.mjs': await readFile(join(recipes, 'note.mjs'), 'utf8'),
  });
  await git(['checkout', '--quiet', '-b', 'change']);
  await writeFiles(origin, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
  await git(['commit', '--quiet', '--all', '-m', 'Reword']);
  const folder = await makeFolder();
  await rm(folder, { recursive: true });
  await git(['clone', '--quiet', '--single-branch', '--branch', 'change', origin, folder]);
  const sha = (await readFile(join(folder, '.git/refs/heads/change'), 'utf8')).trim();
  const bin = await makeFolder();
  const tools = {
    npm: '[ "$1" = ci ]',
    npx: `[ "$1" = prompt-assay ] && shift && exec "${process.execPath}" "${cli}" "$@"`,
  };
  for (const [name, command] of Object.entries(tools)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${command}\n`);
    await chmod(join(bin, name), 0o755);
  }
  return { folder, sha, bin };
}

describe('the recipe', () => {
  interface Job {
    readonly script: readonly string[];
    readonly after: readonly string[];
    readonly artifacts: readonly string[];
  }
  const jobs: {
    readonly [system in System]: (sha: string) => Promise<Job & { readonly env: Record<string, string> }>;
  } = {
    gitlab: async (sha) => {
      const job = parse(await readFile(join(recipes, 'gitlab-ci.yml'), 'utf8'))['prompt-assay'];
      const { paths, reports } = job.artifacts;
      return {
        script: job.script,
        after: job.after_script,
        artifacts: [...paths, ...Object.values<string>(reports)],
        env: { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_COMMIT_SHA: sha },
      };
    },
    bitbucket: async (sha) => {
      const recipe = parse(await readFile(join(recipes, 'bitbucket-pipelines.yml'), 'utf8'));
      const { step } = recipe.pipelines['pull-requests']['**'][0];
      return {
        script: step.script,
        after: step['after-script'],
        artifacts: ['test-results/junit.xml'],
        env: { BITBUCKET_PR_DESTINATION_BRANCH: 'main', BITBUCKET_COMMIT: sha },
      };
    },
  };

  it.each(systems)('of %s turns red on a regression, leaves its reports, and keeps its note', async (system) => {
    const { folder, sha, bin } = await makeRunner();
    let isRight = false;
    const model = await startFakeModel({ answer: ({ text }) => (isRight || text.startsWith('v1') ? 'yes' : 'no') });
    try {
      const job = await jobs[system](sha);
      const keys = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, PROMPT_ASSAY_NOTE_TOKEN: 'secret' };
      const env = { ...job.env, ...keys, PATH: `${bin}:${process.env.PATH}` };
      const runJob = async () => {
        const main = await start('bash', ['-ec', job.script.join('\n')], env, folder);
        const after = await start('bash', ['-ec', job.after.join('\n')], { ...env, ...variables[system]() }, folder);
        return { main, after };
      };
      const red = await runJob();
      expect(red.main).toMatchObject({
        code: 1,
        out: expect.stringContaining('FAIL  triage · triage.prompt.yml  would block'),
      });
      expect(red.after).toEqual({ code: 0, out: "Prompt Assay's note was added.\n" });
      for (const path of job.artifacts) await access(join(folder, path));
      expect(hosts.notes[0]?.body).toContain('Regression proven');
      isRight = true;
      await rm(join(folder, '.git/prompt-assay'), { recursive: true });
      const green = await runJob();
      expect(green.main).toMatchObject({ code: 0, out: expect.stringContaining('PASS') });
      expect(green.after.out).toBe("Prompt Assay's note was changed.\n");
      expect(hosts.notes).toHaveLength(1);
      expect(hosts.notes[0]?.body).not.toContain('Regression proven');
    } finally {
      await model.close();
    }
  });
});
