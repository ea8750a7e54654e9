import { canonicalJson } from '../json.ts';
import { buildCaseRequest, questionOf } from './draws.ts';
import type { CasePlan, PromptPlan } from './suite-plan.ts';

/** Digits of a request's hash that name a question. */
const keyLength = 12;

/** Finds the cases of a prompt's base side that send one request: they ask one question, and are one unit of inference together with all that shares a cluster with any of them. */
export function joinQuestions(prompt: PromptPlan): PromptPlan {
  if (prompt.base === null) return prompt;
  const keys = prompt.cases.map((row) => (row.added ? null : questionOf(prompt, row).slice(0, keyLength)));
  const counts = new Map<string | null, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rows = prompt.cases.map((row, index) => {
    const key = keys[index] ?? null;
    return { ...row, question: (counts.get(key) ?? 0) > 1 ? key : null };
  });
  const clusters = joinClusters(rows);
  return { ...prompt, cases: rows.map((row, index) => ({ ...row, cluster: clusters[index] ?? null })) };
}

/** Marks the cases whose request is the same on both sides; what an application asks by other code is never the same. */
export function markSame(prompt: PromptPlan): PromptPlan {
  if (prompt.base === null || prompt.candidate === null || prompt.candidate.application !== undefined) return prompt;
  return {
    ...prompt,
    cases: prompt.cases.map((row) => ({
      ...row,
      isSame: row.base !== null && textOf(prompt, row, 'base') === textOf(prompt, row, 'candidate'),
    })),
  };
}

/** The key of each row's component, rows being connected where they share a cluster or a question: its first cluster by name, else its question; null where a row is alone. */
export function joinClusters(rows: readonly Pick<CasePlan, 'cluster' | 'question'>[]): readonly (string | null)[] {
  const parents = rows.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    parents[index] = root;
    return root;
  };
  for (const field of ['cluster', 'question'] as const) {
    const first = new Map<string, number>();
    rows.forEach((row, index) => {
      const value = row[field];
      if (value === null) return;
      const earlier = first.get(value);
      if (earlier === undefined) first.set(value, index);
      else parents[rootOf(index)] = rootOf(earlier);
    });
  }
  const names = new Map<number, string>();
  rows.forEach(({ cluster }, index) => {
    const known = names.get(rootOf(index));
    if (cluster !== null && (known === undefined || cluster < known)) names.set(rootOf(index), cluster);
  });
  return rows.map(({ question }, index) => names.get(rootOf(index)) ?? question);
}

function textOf(prompt: PromptPlan, row: CasePlan, arm: 'base' | 'candidate'): string {
  return canonicalJson(buildCaseRequest(prompt, row, arm));
}
