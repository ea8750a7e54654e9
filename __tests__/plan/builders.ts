import type { Config, SuiteConfig } from '../../src/config/config.ts';
import { defaultModel } from '../../src/config/default-config.ts';
import type { Case } from '../../src/datasets/case.ts';
import { parseRows } from '../../src/datasets/rows.ts';
import type { Json } from '../../src/json.ts';
import { prepareSuite } from '../../src/plan/prepare-suite.ts';
import type { Leave } from '../../src/plan/sent.ts';
import type { SuiteContent, SuitePlan } from '../../src/plan/suite-plan.ts';
import { parseConfig } from '../../src/read/parse-config.ts';
import type { SuiteSelection } from '../../src/select/select-suites.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aConfigFile, aPromptFile, aRow } from '../pipeline/story.ts';

/** A parsed config of one suite. */
export function aConfig(parts: Parameters<typeof aConfigFile>[0] = {}): Config {
  return parseConfig({ path: 'prompt-assay.yml', text: aConfigFile(parts) }).config;
}

/** The suite of such a config. */
export function aSuite(parts: Parameters<typeof aConfigFile>[0] = {}): SuiteConfig {
  return aConfig(parts).suites[0] as SuiteConfig;
}

/** Rows as a dataset file gives them, on lines of their own. */
export function casesOf(rows: readonly object[], path = 'evals/triage.jsonl'): readonly Case[] {
  if (rows.length === 0) return [];
  return parseRows(
    rows.map((values, index) => ({ values: values as Json, where: { path, line: index + 1, column: 1 } })),
  ).cases;
}

/** One side of a suite with one prompt of this text; null text has no prompt. */
export function aSide(text: string | null, rows: readonly object[], more: Partial<SuiteContent> = {}): SuiteContent {
  const prompts = text === null ? [] : [parsePrompt({ path: 'prompts/triage.prompt.yml', text: aPromptFile(text) })];
  return {
    prompts,
    cases: casesOf(rows),
    embedded: new Map(),
    files: new Map(),
    model: { ...defaultModel, id: 'some-model' },
    judgeModel: defaultModel,
    warnings: [],
    ...more,
  };
}

/** A selection of a suite that both sides have. */
export function aSelection(changes: Partial<SuiteSelection> = {}): SuiteSelection {
  const suite = changes.suite ?? aSuite();
  return {
    suite,
    proposed: suite,
    mayGate: true,
    affected: true,
    reason: 'a prompt changed',
    basePrompts: [],
    candidatePrompts: [],
    wasDead: null,
    dropped: [],
    followed: [],
    lost: new Map(),
    contentKey: 'key',
    ...changes,
  };
}

/** What a main without settings of its own lets be sent. */
export const noLeave: Leave = {
  model: defaultModel,
  judgeModel: defaultModel,
  isUntouched: () => false,
  places: new Map(),
};

/** A plan: by default a reworded prompt over ten rows that both sides have. */
export function aPlan(parts: {
  readonly base?: SuiteContent | null;
  readonly candidate?: SuiteContent;
  readonly selection?: Partial<SuiteSelection>;
  readonly judgeModel?: string;
}): SuitePlan {
  const rows = Array.from({ length: 10 }, (_, number) => aRow(number));
  const base = parts.base === undefined ? aSide('v1', rows) : parts.base;
  const judgeModel = { ...defaultModel, id: parts.judgeModel ?? null };
  return prepareSuite(aSelection(parts.selection), judgeModel, base, parts.candidate ?? aSide('v2', rows), noLeave);
}
