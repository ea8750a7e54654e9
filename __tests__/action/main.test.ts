import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  dispatchEvent,
  type PullRequestEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  pushEvent,
  type TestEvent,
} from '../helpers/fake-github/events.ts';
import { createRepository } from '../helpers/fake-github/repository.ts';
import { type FakeGithub, startFakeGithub } from '../helpers/fake-github/server.ts';

const lines: string[] = [];
const record = (kind: string) => (text: string) => void lines.push(`${kind} ${text}`);

// The one module whose functions speak to the runner by themselves: outputs, annotations, the exit code.
jest.unstable_mockModule('@actions/core', () => ({
  info: record('info'),
  warning: record('warning'),
  error: (message: string, { file, startLine }: { file: string; startLine?: number }) =>
    void lines.push(`error ${file}:${startLine ?? ''} ${message}`),
  setSecret: record('secret'),
  setFailed: record('failed'),
  setOutput: (name: string, value: string) => void lines.push(`output ${name}=${value}`),
  startGroup: record('group'),
  endGroup: () => {},
}));
const { run } = await import('../../src/action/main.ts');

const sha = 'a'.repeat(40);
const closed = pullRequestEvent({ number: 7, headSha: sha, baseSha: sha, sha, action: 'closed' });
let folder = '';

beforeEach(async () => {
  lines.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'main-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the action on an event, without any server behind it. */
async function runOn(event: TestEvent, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const path = join(folder, 'event.json');
  await writeFile(path, JSON.stringify(event.payload));
  const given = { 'INPUT_GITHUB-TOKEN': 'ghs_secret', GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  await run({ ...event.env, GITHUB_EVENT_PATH: path, ...given, ...more });
  return lines;
}

const start = (kind: string) => lines.filter((line) => line.startsWith(`${kind} `));

describe('an event that asks for nothing', () => {
  it.each([
    ['a closed pull request', closed],
    ['a push to the default branch', pushEvent({ branch: 'main', sha })],
  ])('%s passes without a request', async (_, event) => {
    await runOn(event);
    expect(start('output')).toEqual(['output verdict=pass']);
    expect(start('failed')).toEqual([]);
  });
});

describe('a mistake', () => {
  it('turns the job red with what is wrong and what to do, and no stack', async () => {
    await runOn(closed, { INPUT_FRESH: 'yes', INPUT_PR: 'seven' });
    expect(start('output')).toEqual(['output verdict=invalid']);
    expect(start('failed')).toEqual([
      'failed invalid: The input `pr` is "seven". Give a whole number from 1 to 2147483648.\nThe input `fresh` is "yes". Give one of: true, false.',
    ]);
    expect(lines.join('\n')).not.toMatch(/^\s+at /m);
    expect(await readFile(join(folder, 'summary'), 'utf8')).toContain('is "yes". Give one of: true, false.');
  });

  it.each([
    [
      'an event that is not known',
      { ...closed, env: { ...closed.env, GITHUB_EVENT_NAME: 'release' } },
      /"release" is not known/,
    ],
    ['no token', dispatchEvent({ sha }), /`github-token` is empty/],
    ['a payload without its parts', { ...closed, payload: {} }, /`pull_request.number` is missing/],
  ])('%s turns the job red', async (_, event, sentence) => {
    await runOn(event, { 'INPUT_GITHUB-TOKEN': '' });
    expect(start('output')).toEqual(['output verdict=invalid']);
    expect(start('failed')).toEqual([expect.stringMatching(sentence)]);
  });

  it('is said where the job summary cannot be written, too', async () => {
    await mkdir(join(folder, 'summary'));
    await runOn(closed, { INPUT_FRESH: 'yes' });
    expect(start('failed')).toEqual([expect.stringMatching(/^failed invalid: The input `fresh`/)]);
    expect(start('output')).toEqual(['output verdict=invalid']);
    expect(start('warning')).toEqual([expect.stringContaining('Could not write the job summary')]);
  });
});

it('names all permissions of the mode where GitHub refuses one', () =>
  withRefusal(async (url) => {
    await runOn(dispatchEvent({ sha }), { GITHUB_API_URL: url });
    expect(start('failed')).toEqual([expect.stringContaining('Add `contents: read` to the `permissions:`')]);
    expect(start('info')).toContain('info mode: baseline needs the permissions contents: write.');
  }));

describe('bad inputs where the verdict is a status', () => {
  it('end it on the head, with what is wrong', () =>
    withFakeGithub(async ({ url, statuses }, pull) => {
      await runOn(pullRequestTargetEvent(pull), { INPUT_FRESH: 'yes', GITHUB_API_URL: url });
      expect(statuses.map(({ sha: head, state, context }) => [head, state, context])).toEqual([
        [pull.headSha, 'pending', 'prompt-assay'],
        [pull.headSha, 'error', 'prompt-assay'],
      ]);
      expect(statuses.at(-1)?.description).toContain('invalid: The input `fresh` is "yes"');
      expect(start('failed')).toEqual([expect.stringContaining('The input `fresh` is "yes"')]);
      expect(start('output')).toEqual(['output verdict=invalid']);
    }));

  it('set none where the job is the signal', () =>
    withFakeGithub(async ({ url, statuses }, pull) => {
      await runOn(pullRequestEvent(pull), { INPUT_FRESH: 'yes', GITHUB_API_URL: url });
      expect(statuses).toEqual([]);
      expect(start('failed')).toEqual([expect.stringContaining('The input `fresh` is "yes"')]);
    }));

  it('are told where they keep a mode from being chosen', async () => {
    await runOn(dispatchEvent({ sha }), { INPUT_MODE: 'evaluate', INPUT_PR: 'seven', GITHUB_REF: 'refs/heads/main' });
    expect(start('failed')).toEqual([expect.stringContaining('The input `pr` is "seven"')]);
  });
});

/** A fake GitHub with pull request 7. */
async function withFakeGithub(tell: (github: FakeGithub, pull: PullRequestEvent) => Promise<void>): Promise<void> {
  const repository = await createRepository({
    main: { 'a.txt': 'a' },
    branches: { feature: { files: { 'a.txt': 'b' } } },
  });
  const { head: headSha, base: baseSha, merge } = await repository.openPull(7, 'feature');
  const github = await startFakeGithub({ repoDir: repository.dir, pulls: [{ number: 7, head: 'feature' }] });
  try {
    await tell(github, { number: 7, headSha, baseSha, sha: merge });
  } finally {
    await Promise.all([github.close(), repository.remove()]);
  }
}

/** A server that lets nobody do anything. */
async function withRefusal(tell: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: 'Resource not accessible by integration' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await tell(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** An environment that throws something as it is read. */
function throwing(thrown: unknown): Record<string, string> {
  return Object.defineProperty({}, 'INPUT_MODE', {
    enumerable: true,
    get: () => {
      throw thrown;
    },
  }) as Record<string, string>;
}

describe('a defect', () => {
  it('turns the job red, with its stack in the log for the report', async () => {
    await run(throwing(new TypeError('x is not a function')));
    expect(start('failed')).toEqual(['failed a defect of Prompt Assay: x is not a function']);
    expect(start('info').join('\n')).toMatch(/TypeError: x is not a function\n\s+at .*main\.test\.ts/);
    expect(start('output')).toEqual(['output verdict=invalid']);
  });

  it.each(['a string', undefined, null, 0])(
    'turns the job red where what was thrown is no error: %p',
    async (thrown) => {
      await run(throwing(thrown));
      expect(start('failed')).toEqual([`failed a defect of Prompt Assay: thrown: ${thrown}`]);
      expect(start('output')).toEqual(['output verdict=invalid']);
    },
  );
});

it('hides every secret before anything else is said', async () => {
  await runOn(closed, { 'INPUT_API-KEY': 'key-1', OPENAI_API_KEY: 'key-2', 'INPUT_BASELINE-TOKEN': 'token-2' });
  const secrets = ['key-1', 'key-2', 'ghs_secret', 'token-2'].map((secret) => `secret ${secret}`);
  const rest = lines.findIndex((line) => !line.startsWith('secret '));
  expect(lines.slice(0, rest)).toEqual(expect.arrayContaining(secrets));
});
