import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { parseXml } from '@rgrove/parse-xml';
import { contentHash } from '../../src/json.ts';
import type { renderers } from '../../src/report/renderers.ts';
import { type FakeModel, startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { aPromptFile, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);

const servers: FakeModel[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await removeFolders();
});

/** A clone in which the prompt was reworded, and a model that answers the change wrong. */
async function makeRegression() {
  const clone = await makeClone(aTree({ 'evals/triage.jsonl': jsonl(someRows(30)) }));
  await writeFiles(clone.folder, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
  const server = await startFakeModel({ answer: ({ text }) => (text.startsWith('v2') ? 'no' : 'yes') });
  servers.push(server);
  return { ...clone, server };
}

/** How a program reads each format, and what it finds of a regression, and of a mistake. */
const readers: { readonly [format in keyof typeof renderers]: (text: string) => unknown } = {
  markdown: (text) => /^<!-- prompt-assay:comment key=local -->\n/.test(text),
  html: (text) => /^<!doctype html>[\s\S]*<\/html>\n$/.test(text),
  json: (text) => {
    const { sha256, ...rest } = JSON.parse(text);
    return sha256 === contentHash(rest);
  },
  junit: (text) => parseXml(text).root?.name === 'testsuites',
  'gitlab-codequality': (text) => JSON.parse(text)[0].severity === 'critical',
  sarif: (text) => JSON.parse(text).version === '2.1.0',
};

describe('--format', () => {
  it('prints that document alone, and the text for people on standard error, with the same exit code', async () => {
    const { folder, server } = await makeRegression();
    for (const [format, reads] of Object.entries(readers)) {
      const args = ['run', '--base-url', server.url, '--format', format];
      const { code, out, err } = await run(args, { cwd: folder });
      expect({ format, code, reads: reads(out) }).toEqual({ format, code: 1, reads: true });
      expect(err).toMatch(/^FAIL {2}triage .*\n {2}Regression proven/m);
    }
  });

  it('is what --report writes', async () => {
    const { folder, server } = await makeRegression();
    const args = ['run', '--base-url', server.url, '--report', join(folder, 'out'), '--format=gitlab-codequality'];
    const { out } = await run(args, { cwd: folder });
    expect(out).toBe(await readFile(join(folder, 'out', 'gl-code-quality-report.json'), 'utf8'));
    expect(JSON.parse(out).length).toBe(31);
  });

  it.each(Object.entries(readers))('%s stays readable on bad input', async (format, reads) => {
    for (const bad of [['--bogus'], ['--base', 'no-such-ref'], ['--cases', '0']]) {
      const { folder } = await makeClone(aTree());
      const { code, out, err } = await run(['run', '--format', format, ...bad], { cwd: folder });
      expect({ bad, code, reads: reads(out) }).toEqual({ bad, code: 2, reads: true });
      expect(err).toMatch(/^prompt-assay: /m);
      if (format !== 'html') expect(out).toContain(bad[0] === '--base' ? 'no-such-ref' : (bad[0] ?? ''));
    }
  });

  it('a config that cannot be read is told in the format, at its line', async () => {
    const { folder } = await makeClone(aTree());
    await writeFile(join(folder, 'prompts/triage.prompt.yml'), 'messages: []\nmodle: x\n');
    const { code, out } = await run(['run', '--format', 'gitlab-codequality'], { cwd: folder });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({
        severity: 'critical',
        location: expect.objectContaining({ path: 'prompts/triage.prompt.yml' }),
      }),
    );
  });

  it('a name that is not known is an error before anything is asked', async () => {
    const { folder, server } = await makeRegression();
    const { code, out, err } = await run(['run', '--base-url', server.url, '--format', 'serif'], { cwd: folder });
    expect([code, out, server.requests.length]).toEqual([2, '', 0]);
    expect(err).toBe(
      'prompt-assay: There is no format "serif". Did you mean "sarif"? Known: markdown, html, json, junit, gitlab-codequality, sarif.\n',
    );
    const inherited = await run(['run', '--format', 'toString'], { cwd: folder });
    expect([inherited.code, inherited.out]).toEqual([2, '']);
  });

  it('does not go with --json', async () => {
    const { code, out, err } = await run(['run', '--json', '--format', 'sarif']);
    expect(code).toBe(2);
    expect(err).toContain('--json and --format each print a document. Give one of the two');
    expect(readers.sarif(out)).toBe(true);
  });

  it('outputs has it, and what it says of a second look stays out of the document', async () => {
    const { folder } = await makeRegression();
    await writeFiles(folder, { 'candidate.jsonl': '', 'baseline.jsonl': '' });
    const args = ['outputs', '--candidate', 'candidate.jsonl', '--baseline', 'baseline.jsonl', '--format', 'junit'];
    const cwd = process.cwd();
    process.chdir(folder);
    const { code, out, err } = await run(args, { cwd: folder }).finally(() => process.chdir(cwd));
    expect(code).toBe(2);
    expect(readers.junit(out)).toBe(true);
    expect(err).toMatch(/Outputs are missing: needed\.jsonl lists/);
  });
});
