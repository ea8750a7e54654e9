import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { defaultModel } from '../../src/config/default-config.ts';
import { type ChosenEndpoint, chooseEndpoint } from '../../src/config/endpoints.ts';
import { createHostGuard, type HostFlags } from '../../src/terminal/allowed-hosts.ts';
import { createAsker } from '../../src/terminal/ask.ts';
import type { Io } from '../../src/terminal/command.ts';
import { aConfigFile, aPromptFile, aTree } from '../pipeline/story.ts';
import { makeClone, makeFolder, removeFolders, run, writeFiles } from './terminal.ts';

// The stories run git many times.
jest.setTimeout(60_000);

afterEach(removeFolders);

const remote = 'https://github.com/acme/app.git';

interface Scene {
  readonly flags?: Partial<HostFlags>;
  readonly env?: Io['env'];
  readonly answer?: string | null;
  readonly origin?: string | null;
}

/** Knocks at the guard with a URL that a config names and a secret variable as its key; tells whether it opened, and what was asked. */
async function knock(url: string, { flags = {}, env = {}, answer = null, origin = remote }: Scene = {}) {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return answer as string;
  };
  const io = { env, err: () => {}, ask: answer === null ? null : ask } as unknown as Io;
  const model = { ...defaultModel, baseUrl: url, apiKeyEnv: 'AWS_SECRET_ACCESS_KEY' };
  const caller = { baseUrl: null, apiKey: null, env: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI' } };
  const endpoint: ChosenEndpoint = chooseEndpoint('model', { model, judgeModel: defaultModel }, caller);
  const guard = createHostGuard({ baseUrl: null, allowedHosts: [], ...flags }, { readOrigin: async () => origin }, io);
  const refusal = await guard(endpoint).then(
    () => null,
    (error: Error) => error.message,
  );
  return { refusal, questions };
}

const foreign = 'http://attacker.example:8000/v1';

describe('a host that a config names', () => {
  it.each<[string, string, Scene]>([
    ['a flag', foreign, { flags: { allowedHosts: ['attacker.example:8000'] } }],
    ['the environment', foreign, { env: { PROMPT_ASSAY_ALLOW_HOSTS: 'a.example, attacker.example:8000' } }],
    ['--base-url', foreign, { flags: { baseUrl: 'http://attacker.example:8000/v2' } }],
    ['OPENAI_BASE_URL', foreign, { env: { OPENAI_BASE_URL: 'http://attacker.example:8000' } }],
    ['being this machine', 'http://127.0.0.1:8000/v1', {}],
    ['being the default endpoint', 'https://api.openai.com/v1', {}],
  ])('is allowed by %s', async (_name, url, scene) => {
    expect(await knock(url, scene)).toEqual({ refusal: null, questions: [] });
  });

  it.each<[string, string, Scene]>([
    ['nobody named it', foreign, {}],
    ['another port is named', foreign, { flags: { allowedHosts: ['attacker.example'] } }],
    ['a longer name ends in one that is named', foreign, { env: { PROMPT_ASSAY_ALLOW_HOSTS: 'example:8000' } }],
    [
      'OPENAI_BASE_URL is of another protocol',
      'http://m.example/v1',
      { env: { OPENAI_BASE_URL: 'https://m.example' } },
    ],
    ['it is the default endpoint without TLS', 'http://api.openai.com/v1', {}],
    ['it only looks like this machine', 'http://127.0.0.1.attacker.example/v1', {}],
  ])('is refused where %s, with the flag to use', async (_name, url, scene) => {
    const home = await makeFolder();
    const { refusal } = await knock(url, { ...scene, env: { ...scene.env, HOME: home } });
    const { host, origin } = new URL(url);
    expect(refusal).toContain(`sends requests to ${origin}, with AWS_SECRET_ACCESS_KEY as the key.`);
    expect(refusal).toContain(`--allow-host ${host}`);
    expect(refusal).not.toContain('wJalrXUtnFEMI');
  });

  it.each(['https://attacker.example', 'attacker.example/v1', 'user@attacker.example', ''])(
    'the flag takes hosts, not %j',
    (host) => {
      const guard = () => createHostGuard({ baseUrl: null, allowedHosts: [host] }, {} as never, { env: {} } as Io);
      expect(guard).toThrow('--allow-host is not a host.');
    },
  );
});

describe('at a terminal', () => {
  it.each([['n'], [''], ['maybe']])('%j is no', async (answer) => {
    const env = { HOME: await makeFolder() };
    const { refusal, questions } = await knock(foreign, { env, answer });
    expect(refusal).toContain('--allow-host');
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatch(/attacker\.example:8000, with AWS_SECRET_ACCESS_KEY.*\[y\/N\]/s);
  });

  it('a yes is kept for this origin and host, for the user alone', async () => {
    const folder = await makeFolder();
    const env = { XDG_CONFIG_HOME: folder };
    expect((await knock(foreign, { env, answer: 'y' })).refusal).toBe(null);
    expect(await knock(foreign, { env, answer: 'n' })).toEqual({ refusal: null, questions: [] });
    expect((await knock('http://other.example/v1', { env })).refusal).not.toBe(null);
    expect((await knock(foreign, { env, origin: 'https://github.com/eve/app.git' })).refusal).not.toBe(null);
    const { mode } = await stat(join(folder, 'prompt-assay', 'allowed-hosts.jsonl'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('a clone without origin is asked about each time', async () => {
    const env = { HOME: await makeFolder() };
    const scene = { env, answer: 'yes', origin: null };
    expect((await knock(foreign, scene)).questions).toHaveLength(1);
    expect(await knock(foreign, scene)).toMatchObject({ refusal: null, questions: [expect.any(String)] });
  });

  it('a damaged line allows nothing, and the others still count', async () => {
    const folder = await makeFolder();
    const path = join(folder, '.config', 'prompt-assay', 'allowed-hosts.jsonl');
    await mkdir(join(path, '..'), { recursive: true });
    const line = JSON.stringify({ remote, host: 'attacker.example:8000' });
    await writeFile(path, `{"remote":\n[]\n${line}\n`);
    expect((await knock(foreign, { env: { HOME: folder } })).refusal).toBe(null);
    expect((await knock('http://other.example/v1', { env: { HOME: folder } })).refusal).not.toBe(null);
  });

  it('one line is read as the answer, and the end of input is none', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ask = createAsker(input, output, new AbortController());
    input.write('y\n');
    expect(await ask('Allow? ')).toBe('y');
    expect(String(output.read())).toContain('Allow? ');
    const closed = new PassThrough();
    closed.end();
    expect(await createAsker(closed, output, new AbortController())('Allow? ')).toBe('');
  });
});

describe('a clone of somebody else', () => {
  const model = 'model: { id: m, base-url: "http://attacker.example/v1", api-key-env: AWS_SECRET_ACCESS_KEY }\n';

  async function makeHostile() {
    const clone = await makeClone(aTree({ 'prompt-assay.yml': aConfigFile().replace(/^model:.*\n/m, model) }));
    await writeFiles(clone.folder, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
    return clone;
  }

  it.each([['run'], ['noise'], ['baseline']])('%s asks nothing of the host that its config names', async (command) => {
    const { folder } = await makeHostile();
    const env = { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI', HOME: await makeFolder() };
    const { code, out, err } = await run([command, '--json'], { cwd: folder, env });
    expect(code).toBe(2);
    const [error] = JSON.parse(out).errors;
    expect(error.message).toContain('sends requests to http://attacker.example, with AWS_SECRET_ACCESS_KEY');
    expect(error.hint).toContain('--allow-host attacker.example');
    expect(out + err).not.toContain('wJalrXUtnFEMI');
  });

  it('the yes of a person is kept for its origin, whose password is not', async () => {
    const { folder, git } = await makeHostile();
    await git(['remote', 'add', 'origin', 'https://me:hunter22@git.example/acme/app.git']);
    const home = await makeFolder();
    // No key: the door is passed, and nothing is sent.
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return 'y';
    };
    const { out } = await run(['run', '--json'], { cwd: folder, env: { HOME: home }, ask });
    // Set later, it would be sent: the person has to know its name now.
    expect(questions.join()).toContain('with AWS_SECRET_ACCESS_KEY as the key');
    expect(JSON.parse(out).errors[0].message).toContain('There is no API key for attacker.example');
    const kept = await readFile(join(home, '.config/prompt-assay/allowed-hosts.jsonl'), 'utf8');
    expect(JSON.parse(kept)).toEqual({ remote: 'https://git.example/acme/app.git', host: 'attacker.example' });
  });
});
