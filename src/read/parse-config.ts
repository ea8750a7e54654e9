import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { checkDependencies, checkKinds, compileCheck } from '../checks/registry.ts';
import { buildConfig } from '../config/build-config.ts';
import { buildCheck } from '../config/build-metric.ts';
import type { CheckConfig, Config } from '../config/config.ts';
import { type ConfigSource, placeIn } from '../config/config-source.ts';
import { findRuleProblems } from '../config/rules.ts';
import { buildConfigSchema } from '../config/schema.ts';
import { explainSchemaErrors } from '../config/schema-problems.ts';
import { gatherProblems, type Problem, UserError } from '../errors.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { judgeKinds } from '../judges/registry.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { parseYaml, type YamlFile } from '../text/yaml-file.ts';

/** A faulty file can hold a fault a line; nobody reads more than these. */
const maxErrors = 200;

/**
 * Parses a config file and fills in its defaults. Throws a UserError with every mistake found, each with its line and
 * column; warnings are mistakes that decide nothing.
 */
export function parseConfig(source: SourceFile): { readonly config: Config; readonly warnings: readonly Problem[] } {
  const file = parseYaml(source);
  if (!isJsonObject(file.value)) {
    throw UserError.of('is not a config: a mapping was expected.', 'Start with "version: 1".', file.where([]));
  }
  const errors = findSchemaErrors(file);
  const configSource: ConfigSource = { path: source.path, file, checkKinds, judgeKinds };
  const rules = findRuleProblems(configSource);
  const checks = findCheckProblems(configSource, errors);
  throwProblems([...explainSchemaErrors(errors, file), ...rules.problems, ...checks]);
  return { config: buildConfig(configSource), warnings: gatherProblems(rules.warnings) };
}

/** Compiled on first use: it takes longer than everything else here, and a run parses up to three configs. */
let validate: ValidateFunction | null = null;

function findSchemaErrors(file: YamlFile): readonly ErrorObject[] {
  validate ??= compileConfigSchema();
  validate(file.value);
  return (validate.errors ?? []).filter((error) => error.keyword !== 'if' && !isLargeValue(error)).slice(0, maxErrors);
}

/** What a check expects may be an integer of any size, which ajv takes for no number; nothing else of a config may. */
function isLargeValue({ data, instancePath }: ErrorObject): boolean {
  return typeof data === 'bigint' && /\/checks\/\d+\/(expected|values\/\d+)$/.test(instancePath);
}

function compileConfigSchema(): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  ajv.addFormat('path', true);
  return ajv.compile(buildConfigSchema(checkKinds, judgeKinds));
}

/**
 * What compiling finds in checks that need no file: patterns, bounds, schemas inside the config. Those that the schema
 * refused are passed by.
 */
function findCheckProblems(source: ConfigSource, errors: readonly ErrorObject[]): readonly Problem[] {
  const refused = new Set(errors.map(({ instancePath }) => instancePath.split('/').slice(0, 5).join('/')));
  const { file } = source;
  const suites = file.get(['suites']);
  return (Array.isArray(suites) ? suites : []).flatMap((_, suite) => {
    const checks = file.get(['suites', suite, 'checks']);
    return (Array.isArray(checks) ? checks : []).flatMap((raw: JsonObject | null, index) => {
      const kind = checkKinds.find(({ type }) => type === raw?.type);
      if (kind === undefined || refused.has(`/suites/${suite}/checks/${index}`)) return [];
      const place = placeIn(source, ['suites', suite, 'checks', index]);
      return findCompileProblems(buildCheck(raw as JsonObject, checkKinds, place));
    });
  });
}

function findCompileProblems(check: CheckConfig): readonly Problem[] {
  if (checkDependencies(check).length > 0) return [];
  try {
    compileCheck(check, new Map());
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
