import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeClone, run, writeFiles } from './terminal.ts';

export const config = (more = '') => `version: 1
suites:
  - name: triage
    sources: src/**
    dataset: evals/rows.jsonl
    checks: [{ name: label, type: equals, expected: "{{ expected }}" }]
${more}`;
export const aRow = (number: number) => ({ id: `c${number}`, input: `text ${number}`, expected: `L${number % 3}` });
export const rows = (count: number) => Array.from({ length: count }, (_, index) => aRow(index + 1));
export const jsonl = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

interface Shape {
  readonly wrong?: readonly number[];
  readonly samples?: readonly number[];
  readonly more?: object;
}

/** What an application answers to each row; it is wrong in some. */
export const answers = (count: number, { wrong = [], samples = [0], more = {} }: Shape = {}) =>
  rows(count).flatMap(({ id, expected }, index) =>
    samples.map((sample) => ({ case: id, sample, output: wrong.includes(index + 1) ? 'wrong' : expected, ...more })),
  );

/** A clone whose application was changed after main, and a command line in it. */
export async function makeApplication({
  main = {},
  change = {},
}: {
  readonly main?: object;
  readonly change?: object;
} = {}) {
  const { folder, git } = await makeClone({
    'prompt-assay.yml': config(),
    'src/app.py': 'print("v1")\n',
    'evals/rows.jsonl': jsonl(rows(30)),
    '.gitignore': '*.out\nneeded.jsonl\n',
    ...main,
  });
  await git(['checkout', '--quiet', '-b', 'change']);
  await writeFiles(folder, { 'src/app.py': 'print("v2")\n', ...change });
  await git(['add', '.']);
  await git(['commit', '--quiet', '-m', 'change']);
  const at = (name: string) => join(folder, name);
  const judge = async (
    candidate: readonly object[] | string,
    baseline: readonly object[] | string | null,
    args: readonly string[] = [],
  ) => {
    const text = (lines: readonly object[] | string) => (typeof lines === 'string' ? lines : jsonl(lines));
    await writeFiles(folder, { 'candidate.out': text(candidate) });
    if (baseline !== null) await writeFiles(folder, { 'baseline.out': text(baseline) });
    const sides = [
      '--candidate',
      at('candidate.out'),
      ...(baseline === null ? [] : ['--baseline', at('baseline.out')]),
    ];
    const ended = await run(['outputs', ...sides, '--needed', at('needed.jsonl'), '--json', ...args], { cwd: folder });
    const needed = await readFile(at('needed.jsonl'), 'utf8').catch(() => '');
    const lines = needed.split('\n').filter((line) => line !== '');
    return { ...ended, report: JSON.parse(ended.out), needed: lines.map((line) => JSON.parse(line)) };
  };
  return { folder, git, at, judge };
}
