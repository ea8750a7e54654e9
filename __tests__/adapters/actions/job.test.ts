import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { cutSummary, maxSummaryBytes, setOutputs, writeSummary } from '../../../src/adapters/actions/job.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function makeFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'job-'));
  folders.push(folder);
  const path = join(folder, 'file');
  await writeFile(path, '');
  return path;
}

describe('the job summary', () => {
  it("is added to the runner's file", async () => {
    const path = await makeFile();
    await writeSummary('# One', { GITHUB_STEP_SUMMARY: path });
    expect(await writeSummary('two', { GITHUB_STEP_SUMMARY: path })).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('# One\ntwo\n');
  });

  it('is left out where the runner offers none', async () => {
    expect(await writeSummary('x', {})).toBe(false);
  });

  it.each([
    ['lines', `${'é'.repeat(999)}\n`.repeat(2000)],
    ['one endless line', 'é'.repeat(2_000_000)],
  ])('is cut before GitHub would drop it whole: %s', (_name, text) => {
    const cut = cutSummary(text);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(maxSummaryBytes);
    expect(Buffer.byteLength(cut)).toBeGreaterThan(maxSummaryBytes - 3000);
    expect(cut).not.toContain('\uFFFD');
    expect(cut).toMatch(/The summary was cut here: it has \d+ bytes, and GitHub shows at most 1,024 KiB\.\n$/);
  });
});

describe('outputs', () => {
  it('cannot forge another output', async () => {
    const path = await makeFile();
    const before = process.env.GITHUB_OUTPUT;
    process.env.GITHUB_OUTPUT = path;
    try {
      setOutputs(core, { verdict: 'fail', note: 'a\nverdict=pass' });
    } finally {
      if (before === undefined) delete process.env.GITHUB_OUTPUT;
      else process.env.GITHUB_OUTPUT = before;
    }
    const [, delimiter] = /^verdict<<(\S+)\nfail\n\1\n/.exec(await readFile(path, 'utf8')) ?? [];
    expect(delimiter).toBeDefined();
    expect(await readFile(path, 'utf8')).toMatch(/\nnote<<(\S+)\na\nverdict=pass\n\1\n$/);
  });
});
