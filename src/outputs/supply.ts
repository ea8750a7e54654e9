import type { Problem, Where } from '../errors.ts';
import { contentHash, type Json, parseJson, writeJson } from '../json.ts';
import type { ModelResult } from '../ports.ts';
import type { SampleKey } from '../run/sample-key.ts';
import type { Spool } from '../run/spool.ts';
import { breaksOff, throwProblems } from '../text/problems.ts';
import {
  explainDouble,
  explainUnknownCase,
  listFaults,
  onlySuite,
  refuseSameFile,
  type SupplyFacts,
} from './faults.ts';
import { createPromptNames } from './prompt-names.ts';
import { type SuppliedFiles, type SuppliedOutput, type SuppliedSide, suppliedSides } from './supplied.ts';

/** What an application answered under one name on one side. */
export interface SuppliedPrompt {
  /** What was asked, as far as the file says: a hash by case. */
  readonly asked: ReadonlyMap<string, string>;
  /** Who answered most often; null where nothing says. */
  readonly model: string | null;
}

/** Outputs that others made, by the sample that each is. */
export interface Supply {
  /** What in the files is no output, and harmless. */
  readonly warnings: readonly Problem[];
  /** The prompts of a suite on one side, by name. */
  prompts(suite: string, side: SuppliedSide): ReadonlyMap<string, SuppliedPrompt>;
  /** What was supplied as a sample; null where nothing was. What is to be stored of main comes of the candidate's file. */
  find(key: SampleKey): ModelResult | null;
  /** How many samples of a case were supplied one after another, from 0 on. */
  count(key: Omit<SampleKey, 'sample'>): number;
  /** Throws a UserError for outputs of a suite that answer none of its rows. */
  refuseUnknown(suite: string, rows: ReadonlySet<string>): void;
}

interface Entry {
  readonly place: number;
  readonly line: number | null;
}

interface Answered {
  readonly asked: Map<string, string>;
  readonly models: Map<string, number>;
  /** Where each case stands first. */
  readonly cases: Map<string, Where>;
}

/**
 * Reads the files of both sides: each output goes into the spool, and is found again by its sample. An output that names no
 * sample is the next of its case; without a prompt the application speaks as its suite. Throws a UserError for outputs of
 * unknown suites, of another commit, for two of one sample, and for one file on both sides.
 */
export async function readSupply(files: SuppliedFiles, facts: SupplyFacts, spool: Spool): Promise<Supply> {
  refuseSameFile(files);
  const entries = new Map<string, Entry>();
  const answered = new Map<string, Answered>();
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const side of suppliedSides) {
    const file = files[side];
    const next = new Map<string, number>();
    const only = onlySuite(facts, side);
    const names = createPromptNames();
    const take = (output: SuppliedOutput, where: Where) => {
      problems.push(...listFaults(output, facts, side, where));
      const suite = output.suite ?? only ?? '';
      const { case: id } = output;
      const prompt = output.prompt ?? suite;
      if (suite !== '') names.note(suite, output.prompt, where);
      gather(answered, JSON.stringify([side, suite, prompt]), output, where);
      const stem = JSON.stringify([side, suite, prompt, id]);
      const sample = output.sample ?? next.get(stem) ?? 0;
      next.set(stem, Math.max(next.get(stem) ?? 0, sample + 1));
      const key = `${stem}${sample}`;
      const earlier = entries.get(key);
      if (earlier !== undefined) problems.push(explainDouble(id, sample, earlier.line, where));
      else entries.set(key, { place: spool.append(writeJson(withCost(output))), line: output.line });
    };
    for await (const supplied of file?.read() ?? []) {
      warnings.push(...supplied.warnings);
      for (const output of supplied.outputs) {
        const where = { path: file?.path ?? side, line: output.line, column: null };
        if (breaksOff(problems, where)) throwProblems(problems);
        take(output, where);
      }
    }
    problems.push(...names.listUnnamed({ path: file?.path ?? side, line: null, column: null }));
  }
  throwProblems(problems);
  return {
    warnings,
    prompts: (suite, side) => listPrompts(answered, suite, side),
    find: (key) => {
      const entry = entries.get(`${stemOf(key)}${key.sample}`);
      return entry === undefined ? null : (parseJson(spool.read(entry.place)) as unknown as ModelResult);
    },
    count: (key) => {
      let sample = 0;
      while (entries.has(`${stemOf(key)}${sample}`)) sample += 1;
      return sample;
    },
    refuseUnknown: (suite, rows) => {
      const unknown: Problem[] = [];
      const ids = [...rows];
      const cases = [...answered].flatMap(([key, own]) => (JSON.parse(key)[1] === suite ? [...own.cases] : []));
      for (const [id, where] of cases) {
        if (breaksOff(unknown, where)) break;
        if (!rows.has(id)) unknown.push(explainUnknownCase(id, ids, where));
      }
      throwProblems(unknown);
    },
  };
}

function withCost({ result, costMicroUsd }: SuppliedOutput): Json {
  const isKnown = result.status === 'answered' && costMicroUsd !== null;
  return (isKnown ? { ...result, costMicroUsd } : result) as unknown as Json;
}

function stemOf({ suite, prompt, case: id, arm }: Omit<SampleKey, 'sample'>): string {
  const side: SuppliedSide = arm === 'base' ? 'baseline' : 'candidate';
  return JSON.stringify([side, suite, prompt, id]);
}

function gather(
  answered: Map<string, Answered>,
  key: string,
  { case: id, messages, result }: SuppliedOutput,
  where: Where,
): void {
  const own: Answered = answered.get(key) ?? { asked: new Map(), models: new Map(), cases: new Map() };
  answered.set(key, own);
  if (!own.cases.has(id)) own.cases.set(id, where);
  if (messages !== null) own.asked.set(id, contentHash(messages as unknown as Json));
  const model = result.status === 'answered' ? result.model : null;
  if (model !== null) own.models.set(model, (own.models.get(model) ?? 0) + 1);
}

function listPrompts(
  answered: ReadonlyMap<string, Answered>,
  suite: string,
  side: SuppliedSide,
): ReadonlyMap<string, SuppliedPrompt> {
  const own = [...answered].flatMap(([key, { asked, models }]) => {
    const [of, name, prompt] = JSON.parse(key) as [SuppliedSide, string, string];
    return of === side && name === suite ? [[prompt, { asked, model: commonest(models) }] as const] : [];
  });
  return new Map(own);
}

function commonest(models: ReadonlyMap<string, number>): string | null {
  const [first] = [...models].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}
