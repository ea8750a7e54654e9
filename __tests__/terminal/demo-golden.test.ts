import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { measure } from '../../src/report/console/cells.ts';
import { makeFolder, removeFolders, run } from './terminal.ts';

// Five evaluations, each over its own git trees.
jest.setTimeout(120_000);

afterEach(removeFolders);

const golden = join(import.meta.dirname, '../../fixtures/reports/demo.txt');
const never = async () => {
  throw new Error('nobody is to be asked');
};

describe('demo', () => {
  it('tells its story in sixty lines of eighty cells', async () => {
    const folder = await makeFolder();
    const { code, out, err } = await run(['demo', '--report', folder], { ask: never, env: { BROWSER: 'true' } });
    const text = out.replaceAll(folder, 'prompt-assay-demo');
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(golden, text);
    expect(text).toBe(await readFile(golden, 'utf8'));
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(60);
    expect(text.split('\n').filter((line) => measure(line) > 80)).toEqual([]);
    expect([code, err]).toEqual([0, '']);
  });

  it('fits a narrow terminal, prints the comments where they are asked for, and opens the page that blocks', async () => {
    const folder = await makeFolder();
    const browser = join(folder, 'browser');
    await writeFile(browser, `#!/bin/sh\necho "$1" > "${folder}/seen"\n`);
    await chmod(browser, 0o755);
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return 'y';
    };
    const env = { BROWSER: browser, PATH: process.env.PATH };
    const report = join(folder, 'out');
    const { out, err } = await run(['demo', '--full', '--report', report], { ask, columns: 40, colour: true, env });
    const page = join(report, '2-without-examples', 'report.html');
    expect(questions).toEqual(['\nOpen the page of change 2? [y/N] ']);
    expect(err).toBe(`Opened ${page} in the browser.\n`);
    expect(await readFile(join(folder, 'seen'), 'utf8')).toBe(`file://${page}\n`);
    const comment = await readFile(join(report, '3-null-line', 'comment.md'), 'utf8');
    expect(out).toContain(comment);
    const [first = ''] = out.split('<!--');
    expect(first).toContain('\u001B[');
    expect(first.split('\n').filter((line) => measure(line) > 40)).toEqual([]);
  });
});
