import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { renderValue } from '../prompts/template.ts';
import type { SourceFile } from '../text/source-file.ts';
import { buildCheck, pickTemplates, renderOptions } from './build-check.ts';
import { buildGroup } from './build-group.ts';
import type { Check, CheckKind, GroupKind, RowKind } from './check.ts';
import { length, sentences, tokens, words } from './counts.ts';
import { empty } from './empty.ts';
import { givenScore } from './given-score.ts';
import { allOf, anyOf, meanOf } from './groups.ts';
import { json } from './json.ts';
import { jsonSchema } from './json-schema.ts';
import { levenshtein } from './levenshtein.ts';
import { createFormTest } from './member-form.ts';
import { noTool } from './no-tool.ts';
import { number } from './number.ts';
import { oneOf } from './one-of.ts';
import { containsAll, containsAny, noneOf } from './parts.ts';
import { personalData } from './personal-data.ts';
import { refusal } from './refusal.ts';
import { regex } from './regex.ts';
import { repeatedCalls } from './repeated-calls.ts';
import { rougeL } from './rouge-l.ts';
import { buildRowCheck, rowChecks } from './row-checks.ts';
import { steps } from './steps.ts';
import { contains, endsWith, equals, startsWith } from './text.ts';
import { tokenF1 } from './token-f1.ts';
import { toolArguments } from './tool-arguments.ts';
import { toolCalled } from './tool-called.ts';
import { toolCount } from './tool-count.ts';
import { toolErrors } from './tool-errors.ts';
import { urls } from './urls.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

/** Every kind of check, in the order in which the docs list them. */
export const checkKinds: readonly (CheckKind | GroupKind | RowKind)[] = [
  equals,
  contains,
  containsAll,
  containsAny,
  noneOf,
  startsWith,
  endsWith,
  regex,
  oneOf,
  number,
  json,
  jsonSchema,
  yaml,
  xml,
  length,
  words,
  sentences,
  tokens,
  empty,
  urls,
  personalData,
  tokenF1,
  levenshtein,
  rougeL,
  givenScore,
  allOf,
  anyOf,
  meanOf,
  rowChecks,
  refusal,
  toolCalled,
  toolArguments,
  noTool,
  toolCount,
  steps,
  repeatedCalls,
  toolErrors,
];

/** Those that a row may bring. */
const rowMembers = checkKinds.filter((kind) => !('column' in kind));
const findFormFault = createFormTest(rowMembers);

function kindOf(config: CheckConfig): CheckKind | GroupKind | RowKind {
  const kind = checkKinds.find(({ type }) => type === config.type);
  if (kind !== undefined) return kind;
  const hint = `Known types: ${checkKinds.map(({ type }) => type).join(', ')}.`;
  throw UserError.of(`the check "${config.name}" has the unknown type "${config.type}".`, hint, config.where);
}

/**
 * Builds a check ready to score; throws a UserError where its type, pattern, bounds or schema are at fault. `files` must hold its
 * dependencies, by repository path.
 */
export function compileCheck(config: CheckConfig, files: ReadonlyMap<string, SourceFile>): Check {
  const kind = kindOf(config);
  if ('combine' in kind) return buildGroup(config, kind, (member) => compileCheck(member, files));
  if ('column' in kind) {
    return buildRowCheck(config, kind, {
      kinds: rowMembers,
      findFault: findFormFault,
      compile: (member) => compileCheck(member, files),
      missing: missingVariables,
    });
  }
  return buildCheck(config, kind, kind.compile(config, files));
}

/** The repository paths of the files that a check reads. */
export function checkDependencies(config: CheckConfig): readonly string[] {
  return gather(config, (single, kind) => kind.dependencies(single));
}

/** The variables that a check's expectations name and a row does not have, each once: scoring that row would compare with an unfilled template. */
export function missingVariables(config: CheckConfig, variables: JsonObject): readonly string[] {
  return gather(config, ({ options }, { templates }) => renderOptions(options, templates, variables).unknown);
}

/** The names of a row that a check's expectation is made of. */
export function checkColumns(config: CheckConfig): readonly string[] {
  const kind = kindOf(config);
  if ('column' in kind) return [kind.column];
  return gather(config, ({ options }, { templates }) => renderValue(pickTemplates(options, templates), {}).unknown);
}

/** What a check says of itself, or all members of a group of themselves, each once. */
function gather(
  config: CheckConfig,
  list: (single: CheckConfig, kind: CheckKind) => readonly string[],
): readonly string[] {
  const kind = kindOf(config);
  if ('column' in kind) return [];
  if (!('combine' in kind)) return list(config, kind);
  return [...new Set((config.members ?? []).flatMap((member) => gather(member, list)))];
}
