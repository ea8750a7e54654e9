import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { readAudit, readBundled } from '../../scripts/check-advisories.mjs';

jest.setTimeout(120_000);

const script = resolve(import.meta.dirname, '../../scripts/check-advisories.mjs');
const bundled = new Set(['one']);
const advisory = { title: 'It leaks', url: 'https://example.org/1' };
const audit = (name: string, severity: string) =>
  JSON.stringify({ vulnerabilities: { [name]: { name, severity, via: [advisory], nodes: [`node_modules/${name}`] } } });

describe('readAudit', () => {
  it.each([
    ['one', 'low', true],
    ['two', 'moderate', false],
    ['two', 'high', true],
  ])('%s, %s', (name, severity, isGrave) => {
    const { notAsked, found } = readAudit(audit(name, severity), bundled);
    expect(notAsked).toBeNull();
    expect(found).toEqual([{ isGrave, line: expect.stringContaining('It leaks, https://example.org/1') }]);
  });

  it('takes no answer for no advisory', () => {
    expect(readAudit('{"message": "405 Method Not Allowed"}', bundled).notAsked).toBe('405 Method Not Allowed');
    expect(readAudit('', bundled).notAsked).toBe('npm printed no report');
    expect(readAudit('{"vulnerabilities": {}}', bundled)).toEqual({ notAsked: null, found: [] });
  });
});

/** Runs the script against a registry that answers npm's question about all packages like this. */
async function check(answer: (asked: Readonly<Record<string, readonly string[]>>) => object | null) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    // Whatever else npm wants to know of a package is not here.
    const isQuestion = request.method === 'POST';
    const body = isQuestion ? answer(JSON.parse(gunzipSync(Buffer.concat(chunks)).toString('utf8'))) : {};
    response.writeHead(!isQuestion ? 404 : body === null ? 405 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const args = [script, `--registry=http://127.0.0.1:${port}/`];
  const { code, stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, CI: 'true' },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error) => ({ code: error.code, stdout: error.stdout }),
  );
  server.close();
  return { code, stdout };
}

it('what is bundled stands in dist/licenses.txt', () => {
  const text = '@a/one 1.2.3 (MIT)\ntwo 0.1.0-rc.1 (Apache-2.0 OR MIT)\n\nA licence (of 1998)\nthree words (no)\n';
  expect([...readBundled(text)]).toEqual(['@a/one', 'two']);
  expect([...readBundled(readFileSync('dist/licenses.txt', 'utf8'))]).toEqual(
    expect.arrayContaining(['openai', 'yaml']),
  );
});

describe('check-advisories', () => {
  it('asks about every package of the lockfile, and fails for one that is bundled', async () => {
    const { code, stdout } = await check((asked) => {
      expect(Object.keys(asked)).toEqual(expect.arrayContaining(['openai', 'yaml', 'jest']));
      const found = { id: 1, ...advisory, severity: 'low', vulnerable_versions: '*', cwe: [], cvss: { score: 0 } };
      return { yaml: [found] };
    });
    expect(stdout).toContain('FAILED  yaml (bundled), low: It leaks, https://example.org/1');
    expect(code).toBe(1);
  });

  it('says loudly that nothing was checked, and is red where CI promises a registry', async () => {
    const { code, stdout } = await check(() => null);
    expect(stdout).toMatch(/^SKIPPED: known advisories were NOT checked: 405 /);
    expect(code).toBe(1);
  });
});
