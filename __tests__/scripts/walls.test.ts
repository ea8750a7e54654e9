import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** One line of source, in one room, and the linter rule that has to stop it (null: it is allowed). */
type Row = readonly [room: string, line: string, rule: string | null];

const IMPORTS = 'lint/style/noRestrictedImports';
const GLOBALS = 'lint/style/noRestrictedGlobals';
const PROPERTIES = 'lint/nursery/noJsRestrictedProperties';

const PURE_ROOMS = [
  'baseline',
  'cases',
  'checks',
  'conclude',
  'config',
  'datasets',
  'gate',
  'history',
  'judges',
  'plan',
  'prices',
  'prompts',
  'read',
  'report',
  'rounds',
  'scores',
  'select',
  'statistics',
  'text',
] as const;

const rows: readonly Row[] = [
  ...PURE_ROOMS.flatMap((room): readonly Row[] => [
    [room, `export { readFileSync } from 'node:fs';`, IMPORTS],
    [room, `export { evaluate } from '../pipeline/evaluate.ts';`, IMPORTS],
    [room, `export const now = () => Date.now();`, PROPERTIES],
    [room, `export { createHash } from 'node:crypto';`, null],
    [room, `export { neighbour } from './neighbour.ts';`, null],
  ]),
  ['gate', `export const load = () => import('node:child_process');`, IMPORTS],
  ['gate', `export { getInput } from '@actions/core';`, IMPORTS],
  ['gate', `export { Octokit } from '@octokit/rest';`, IMPORTS],
  ['gate', `export { OpenAI } from 'openai';`, IMPORTS],
  ['gate', `export { client } from '../adapters/github/client.ts';`, IMPORTS],
  ['gate', `export { execute } from '../execute/execute.ts';`, IMPORTS],
  ['gate', `export const chance = () => Math.random();`, PROPERTIES],
  ['gate', `export const secret = () => process.env.SECRET;`, GLOBALS],
  ['gate', `export const answer = () => fetch('http://127.0.0.1');`, GLOBALS],
  ['gate', `export const day = (text: string) => new Date(text).getTime();`, null],
  ['a-room-of-tomorrow', `export { readFileSync } from 'node:fs';`, IMPORTS],
  ['statistics', `export { UserError } from '../errors.ts';`, IMPORTS],
  ['run', `export { createHash } from 'node:crypto';`, IMPORTS],
  ['run', `export { readFileSync } from 'node:fs';`, IMPORTS],
  ['run', `export type { SuitePlan } from '../plan/suite-plan.ts';`, IMPORTS],
  ['run', `export type { ModelResult } from '../ports.ts';`, null],
  ['run', `export { UserError } from '../errors.ts';`, null],
  ['conclude', `export { nextStep } from '../rounds/next-step.ts';`, null],
  ['gate', `export { UserError } from '../errors.ts';`, null],
  ['gate', `export { signFlipMidP } from '../statistics/sign-flip.ts';`, null],
  ['config', `export { parse } from 'yaml';`, null],
  ['adapters/github', `export { evaluate } from '../../pipeline/evaluate.ts';`, IMPORTS],
  ['adapters/github', `export { Octokit } from '@octokit/rest';`, null],
  ['adapters/files', `export { readFile } from 'node:fs/promises';`, null],
  ['adapters/openai', `export type { Model } from '../../ports.ts';`, null],
  ['execute', `export { client } from '../adapters/openai/client.ts';`, IMPORTS],
  ['execute', `export { evaluate } from '../pipeline/evaluate.ts';`, IMPORTS],
  ['execute', `export { default } from 'p-limit';`, null],
  ['pipeline', `export { client } from '../adapters/github/client.ts';`, IMPORTS],
  ['pipeline', `export { readFileSync } from 'node:fs';`, IMPORTS],
  ['pipeline', `export { execute } from '../execute/execute.ts';`, null],
  ['pipeline', `export { run } from '../cli.ts';`, IMPORTS],
  ['adapters/actions', `export { run } from '../../index.ts';`, IMPORTS],
];

const WALLS: readonly string[] = [IMPORTS, GLOBALS, PROPERTIES];
const root = resolve(import.meta.dirname, '../..');
const cases = rows.map(([room, line, rule], index) => ({ room, line, rule, file: `src/${room}/row-${index}.ts` }));
/** Walls broken, by file. */
const broken = new Map<string, string[]>();
let folder = '';

/** The linter's findings; its exit code says only that there were some. */
function lint(cwd: string): Promise<string> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', 'src'];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) => done(stdout));
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walls-'));
  await copyFile(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const { file, line } of cases) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${line}\n`);
  }
  const report = JSON.parse(await lint(folder)) as {
    readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
  };
  for (const { category, location } of report.diagnostics) {
    if (WALLS.includes(category)) broken.set(location.path, [...(broken.get(location.path) ?? []), category]);
  }
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the walls of the house', () => {
  it.each(cases.filter(({ rule }) => rule !== null))('$room/ may not: $line', ({ file, rule }) => {
    expect(broken.get(file)).toContain(rule);
  });

  it.each(cases.filter(({ rule }) => rule === null))('$room/ may: $line', ({ file }) => {
    expect(broken.get(file) ?? []).toEqual([]);
  });
});
