import type { MetricConfig } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import { compareDatasets, type DatasetChanges } from '../datasets/changes.ts';
import { contentHash } from '../json.ts';
import type { PromptPair } from '../prompts/pair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { addressOf } from '../prompts/resolve.ts';
import { readersOf } from './row-readers.ts';
import type { SuiteContent } from './suite-plan.ts';
import { columnsOf } from './unsent.ts';

/** So many digits tell any two datasets of a repository apart. */
const identityDigits = 16;

/** The rows of one prompt on both sides; `candidate` is in force after the merge, under the ids of its partners. */
export interface PairRows {
  /** Null where the base has no such prompt. */
  readonly base: readonly Case[] | null;
  readonly candidate: readonly Case[];
  /** Null where there is nothing to compare with. */
  readonly changes: DatasetChanges | null;
}

/** The rows of a suite: those of each pair of prompts, and every change of a dataset once. */
export interface SuiteRows {
  of(pair: PromptPair): PairRows;
  readonly changes: readonly DatasetChanges[];
}

/** Compares a suite's rows as they would be after the merge: the dataset's, or those inside prompt files, prompt by prompt; where they moved from one to the other, all of them. A side that is not there changed nothing. */
export function compareSuiteRows(
  pairs: readonly PromptPair[],
  base: SuiteContent | null,
  candidate: SuiteContent,
  metrics: readonly MetricConfig[],
): SuiteRows {
  const columns = candidate.prompts.some(({ application }) => application !== undefined)
    ? [...(base === null ? [] : allRows(base)), ...allRows(candidate)].flatMap(columnsOf)
    : [];
  const readers = readersOf(base?.prompts ?? [], candidate.prompts, metrics, columns);
  const known = new Map<PromptPair, DatasetChanges>();
  const isByPrompt = base !== null && base.cases === null && candidate.cases === null;
  if (base !== null && !isByPrompt) {
    const changes = compareDatasets(allRows(base), allRows(candidate), readers);
    for (const pair of pairs) if (pair.base !== null) known.set(pair, changes);
  }
  if (base !== null && isByPrompt) {
    for (const pair of pairs) {
      if (pair.base === null || pair.candidate === null) continue;
      const own = readersOf([pair.base], [pair.candidate], [...metrics, ...pair.base.metrics]);
      known.set(pair, compareDatasets(rowsOf(base, pair.base), rowsOf(candidate, pair.candidate), own));
    }
  }
  return {
    changes: [...new Set(known.values())],
    of: (pair) => {
      const changes = known.get(pair) ?? null;
      const own = pair.candidate === null ? [] : rowsOf(candidate, pair.candidate);
      return {
        base: base === null || pair.base === null ? null : rowsOf(base, pair.base),
        candidate: changes?.candidate ?? own,
        changes,
      };
    },
  };
}

/** Identity of the rows of one side, whatever their order and file: what is asked and the answers that are expected; checks are no part of it. Null where there are none. */
export function identifyRows(content: SuiteContent): string | null {
  const hashes = allRows(content).map(({ hash }) => hash);
  return hashes.length === 0 ? null : contentHash(hashes.sort()).slice(0, identityDigits);
}

function rowsOf({ cases, embedded }: SuiteContent, prompt: Prompt): readonly Case[] {
  return cases ?? embedded.get(addressOf(prompt)) ?? [];
}

function allRows({ cases, embedded }: SuiteContent): readonly Case[] {
  const rows = cases ?? [...embedded.values()].flat();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
