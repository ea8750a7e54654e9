import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { SourceFile } from '../../src/text/source-file.ts';

/** A check's config with the given options; `more` overrides the keys that all checks share. */
export function aCheck(type: string, options: JsonObject, more: Partial<CheckConfig> = {}): CheckConfig {
  return {
    kind: 'check',
    name: 'label',
    type,
    at: null,
    tool: null,
    call: 'all',
    path: null,
    from: 'whole',
    not: false,
    role: 'gate',
    direction: 'higher',
    minScore: null,
    options,
    where: { path: 'prompt-assay.yml', line: 7, column: 9 },
    ...more,
  };
}

/** Scores one output text with a check. */
export function scoreText(
  config: CheckConfig,
  content: string,
  variables: JsonObject = {},
  files: readonly SourceFile[] = [],
) {
  const check = compileCheck(config, new Map(files.map((file) => [file.path, file])));
  return check.score({ output: { content, toolCalls: [], refusal: null, finishReason: 'stop' }, variables });
}

/** A row of a table: what is scored and what must come of it; a reason of null means the score is 1. */
export type ScoreRow = readonly [
  what: string,
  options: JsonObject,
  content: string,
  reason: string | null,
  variables?: { readonly [name: string]: Json },
];
