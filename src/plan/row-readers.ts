import { checkColumns } from '../checks/registry.ts';
import type { MetricConfig } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import type { RowReaders } from '../datasets/changes.ts';
import { judgeReads } from '../judges/registry.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';

/** What reads a suite's rows: the prompts of both sides, and the metrics that decide. An application reads its rows by itself: `columns`, all of them, count as read. */
export function readersOf(
  base: readonly Prompt[],
  candidate: readonly Prompt[],
  metrics: readonly MetricConfig[],
  columns: readonly string[] = [],
): RowReaders {
  const checked = metrics.flatMap((metric) => (metric.kind === 'check' ? checkColumns(metric) : []));
  const judges = metrics.filter((metric) => metric.kind === 'judge');
  return {
    base: new Set([...columns, ...base.flatMap(variablesOf)]),
    candidate: new Set([...columns, ...candidate.flatMap(variablesOf)]),
    metrics: (row: Case) => [...checked, ...judges.flatMap((judge) => judgeReads(judge, row.variables).names)],
  };
}
