import type { Case } from '../datasets/case.ts';
import { type Json, writeJson } from '../json.ts';
import { isPairwise, type Metric, proposalOf } from '../plan/metric.ts';
import type { CasePlan, PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import { formatScore } from '../report/words/numbers.ts';
import type { Ledger } from '../run/ledger.ts';
import { factsOf, readArm } from '../scores/read.ts';
import { count, inCode, listFirst, listInCode } from '../text/prose.ts';

/** The most metrics, cases and columns that a sentence names. */
const maxNamed = 3;
const maxValue = 60;

/** Something that a change brings and no comparison tells. */
export interface News {
  /** A clause, without a full stop. */
  readonly sentence: string;
  /** Which cases fail and why, a clause a metric. */
  readonly failing: readonly string[];
}

/** A row of a prompt. */
interface PromptCase {
  readonly prompt: PromptPlan;
  readonly row: CasePlan;
}

/** What a change brings: prompts that are new, with how they did; rows; checks and judges. */
export function listNews(plans: readonly SuitePlan[], ledger: Ledger): readonly News[] {
  return plans.flatMap((plan) => [
    ...describeNewPrompts(plan, ledger),
    ...describeRows(plan, ledger),
    ...describeMetrics(plan),
  ]);
}

/** What stands alone because main's side cannot be used is not new. */
function describeNewPrompts({ prompts, brokenBase }: SuitePlan, ledger: Ledger): readonly News[] {
  if (brokenBase !== null) return [];
  return prompts
    .filter(({ change, candidate, shownOnly }) => change === 'new' && candidate !== null && !shownOnly)
    .map((prompt) => {
      const cases = prompt.cases.map((row) => ({ prompt, row }));
      const { shares, failing } = describeScores(cases, ledger, ` of ${inCode(prompt.id)}`);
      const told = shares.length === 0 ? `the prompt ${inCode(prompt.id)}` : shares.join(', ');
      return { sentence: `new, nothing to compare: ${told}`, failing };
    });
}

function describeRows({ prompts, config, removedCases }: SuitePlan, ledger: Ledger): readonly News[] {
  const rows = prompts.flatMap((prompt) => prompt.cases.map((row) => ({ prompt, row })));
  const added = rows.filter(({ prompt, row }) => prompt.base !== null && row.added && row.editionOf === null);
  const edited = rows.filter(({ row }) => row.editionOf !== null);
  const tell = (some: readonly PromptCase[], what: string, more = ''): readonly News[] => {
    if (some.length === 0) return [];
    const { shares, failing } = describeScores(some, ledger, '');
    const rowCount = count(new Set(some.map(({ row }) => row.id)).size, 'row');
    const scores = shares.length === 0 ? '' : `: ${shares.join(', ')}`;
    return [{ sentence: `${rowCount} ${what} ${inCode(config.name)}${more}${scores}`, failing }];
  };
  const removed = `${count(removedCases.length, 'row')} removed from ${inCode(config.name)}, in force until this is merged: ${listInCode(removedCases, maxNamed)}`;
  return [
    ...tell(added, 'added to'),
    ...edited.slice(0, 1).flatMap((first) => tell(edited, 'edited in', ` (${describeEdit(first)})`)),
    ...(removedCases.length === 0 ? [] : [{ sentence: removed, failing: [] }]),
  ];
}

/** Metrics that the change brings, each once. */
function describeMetrics({ prompts, config }: SuitePlan): readonly News[] {
  const all = prompts.flatMap(({ metrics }) => metrics);
  const known = new Set([...config.metrics, ...all].map(({ name }) => name));
  const proposed = new Map(all.flatMap(({ name, kind }) => (proposalOf(name) === null ? [] : [[name, kind] as const])));
  return [...proposed].map(([name, kind]) => {
    const own = proposalOf(name) as string;
    const what = `the ${known.has(own) ? 'changed' : 'new'} ${kind} ${inCode(own)}`;
    return { sentence: `${what} counts once this is merged`, failing: [] };
  });
}

/** How these cases did on the candidate, by each metric that may gate; `of` names whose they are. */
function describeScores(cases: readonly PromptCase[], ledger: Ledger, of: string) {
  const names = [...new Set(cases.flatMap(({ prompt }) => prompt.metrics.filter(isTold).map(({ name }) => name)))];
  const scored = names.map((name) => ({ name, scores: readScores(name, cases, ledger) }));
  const told = scored.filter(({ scores }) => scores.length > 0).slice(0, maxNamed);
  return {
    shares: told.map(({ name, scores }, index) => describeShare(name, scores, index === 0 ? of : '')),
    failing: told.flatMap(({ name, scores }) => describeFailing(name, scores)),
  };
}

function isTold(metric: Metric): boolean {
  return metric.wouldGate && metric.direction !== 'neutral' && !isPairwise(metric);
}

/** What a case scored, over its samples. */
interface CaseScore {
  readonly id: string;
  readonly mean: number;
  readonly isBinary: boolean;
  readonly isGood: boolean;
  readonly reason: string | null;
}

function readScores(name: string, cases: readonly PromptCase[], ledger: Ledger): readonly CaseScore[] {
  return cases.flatMap(({ prompt, row: { id } }) => {
    const metric = prompt.metrics.find((one) => one.name === name);
    if (metric === undefined) return [];
    const facts = factsOf(readArm(ledger, prompt, 'candidate'), metric, id).flatMap((one) => one ?? []);
    const scores = facts.flatMap(({ score }) => score ?? []);
    if (scores.length === 0) return [];
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return [
      {
        id,
        mean,
        isBinary: scores.every((score) => score === 0 || score === 1),
        isGood: metric.direction === 'lower' ? mean < 0.5 : mean > 0.5,
        reason: facts.find(({ reason }) => reason !== null)?.reason ?? null,
      },
    ];
  });
}

function describeShare(name: string, scores: readonly CaseScore[], of: string): string {
  const all = count(scores.length, 'case');
  if (scores.every(({ isBinary }) => isBinary)) {
    return `${scores.filter(({ isGood }) => isGood).length} of ${all}${of} pass ${inCode(name)}`;
  }
  const mean = scores.reduce((sum, one) => sum + one.mean, 0) / scores.length;
  return `${inCode(name)} is ${formatScore(mean, false)} over ${all}${of}`;
}

function describeFailing(name: string, scores: readonly CaseScore[]): readonly string[] {
  const bad = scores.filter(({ isBinary, isGood }) => isBinary && !isGood);
  if (bad.length === 0) return [];
  const named = bad.map(({ id, reason }) => inCode(id) + (reason === null ? '' : ` (${cut(reason)})`));
  return [`${listFirst(named, maxNamed)} ${bad.length === 1 ? 'fails' : 'fail'} ${inCode(name)}`];
}

/** Which columns of a row were edited, old and new value. */
function describeEdit({ prompt, row }: PromptCase): string {
  const before = prompt.cases.find(({ id }) => id === row.editionOf)?.scoring;
  const columns = before === undefined ? [] : listDiffering(before, row.candidate);
  return [inCode(row.editionOf ?? row.id), columns.slice(0, maxNamed).join(', ')]
    .filter((part) => part !== '')
    .join(': ');
}

function listDiffering(before: Case, after: Case): readonly string[] {
  const columns = [...new Set([...Object.keys(before.variables), ...Object.keys(after.variables)])];
  return columns.flatMap((column) => {
    const [from, to] = [before, after].map(({ variables }) => showValue(variables[column])) as [string, string];
    return from === to ? [] : [`${inCode(column)} ${cut(from)} → ${cut(to)}`];
  });
}

function showValue(value: Json | undefined): string {
  return value === undefined ? 'nothing' : writeJson(value);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'");
  return line.length > maxValue ? `${line.slice(0, maxValue)}…` : line;
}
