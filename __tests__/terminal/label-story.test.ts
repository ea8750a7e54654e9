import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, expect, it, jest } from '@jest/globals';
import { isJudgeRequest, startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { aConfigFile, aPromptFile, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { makeClone, removeFolders, run, writeFiles } from './terminal.ts';

// A story runs git many times.
jest.setTimeout(60_000);

const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;

afterEach(async () => {
  Object.defineProperty(process, 'stdin', stdin);
  await removeFolders();
});

function type(words: readonly string[]): void {
  const value = Readable.from(words.map((word) => `${word}\n`));
  Object.defineProperty(process, 'stdin', { value, configurable: true });
}

/** Answers of the new prompt are short on every odd case, long on every other; the judge prefers the longer one. */
function answer(text: string): string {
  const number = Number(/q-(\d+)/.exec(text)?.[1]);
  return `yes${'!'.repeat(text.startsWith('v2') ? (number % 2 === 0 ? 9 : 1) : 5)}`;
}

function judge(text: string): string {
  const lengthOf = (name: string) => new RegExp(`<answer-${name}-(\\w+)>\\n(.*)\\n</`).exec(text)?.[2]?.length ?? 0;
  const verdict = lengthOf('a') === lengthOf('b') ? 'tie' : lengthOf('a') > lengthOf('b') ? 'A' : 'B';
  return JSON.stringify({ verdict, abstain: false, reason: 'longer' });
}

it('a judge of pairs is labelled from the folder of a run by what it is asked, and calibrated by that', async () => {
  const config = aConfigFile({
    top: 'judge: { model: { id: some-judge } }',
    suite: '    judges:\n      - { name: better, type: pairwise, rubric: r.md }\n',
    checks: '      - { name: label, type: starts-with, expected: yes }',
  });
  const files = {
    'prompt-assay.yml': config,
    'r.md': 'The longer answer is better.',
    'evals/triage.jsonl': jsonl(someRows(36)),
  };
  const { folder } = await makeClone(aTree(files));
  await writeFiles(folder, { 'prompts/triage.prompt.yml': aPromptFile('v2, reworded') });
  const model = await startFakeModel({
    answer: (request) => (isJudgeRequest(request) ? judge(request.text) : answer(request.text)),
  });
  const out = join(folder, 'labels.jsonl');
  try {
    const report = join(folder, 'out');
    await run(['run', '--base-url', model.url, '--report', report], { cwd: folder });
    const label = ['label', '--report', report, '--judge', 'better', '--out', out];

    type(Array(36).fill('s'));
    const { out: shown } = await run(label);
    expect(shown).toContain('The longer answer is better.');
    // A person who follows the rubric, pair by pair.
    const pairs = [...shown.matchAll(/── first\n(.*)\n\n── second\n(.*)/g)];
    type(pairs.map(([, first = '', second = '']) => (first.length > second.length ? '1' : '2')));
    await run(label);
  } finally {
    await model.close();
  }
  const lines = (await readFile(out, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(36);
  expect(lines.every(({ judge: said, human }) => said === human)).toBe(true);
  const { out: result } = await run(['calibrate', '--labels', out, '--json']);
  expect(JSON.parse(result)).toMatchObject({ kind: 'nominal', kappa: 1, state: 'gate' });
});
