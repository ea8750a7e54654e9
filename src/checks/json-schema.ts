import type { CheckConfig } from '../config/config.ts';
import { UserError, type Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { fileWhere, readJsonFile } from '../text/json-text.ts';
import type { SourceFile } from '../text/source-file.ts';
import { parseYaml } from '../text/yaml-file.ts';
import type { CheckKind, Rule } from './check.ts';
import { found, type Target, unreadable } from './finding.ts';
import { parseModelJson } from './model-json.ts';
import { compileSchema, type SchemaValidator } from './schema-validator.ts';

/** The target, read as JSON, fits a JSON Schema (2020-12) that stands in a file or in the config. */
export const jsonSchema: CheckKind = {
  type: 'json-schema',
  properties: {
    schema: {
      type: ['string', 'object'],
      format: 'path',
      description:
        'A JSON Schema (draft 2020-12): the path of a JSON or YAML file, or the schema itself. References reach only inside it.',
    },
  },
  required: ['schema'],
  templates: [],
  dependencies: ({ options }) => (typeof options.schema === 'string' ? [options.schema] : []),
  compile: compileJsonSchema,
};

function compileJsonSchema(config: CheckConfig, files: ReadonlyMap<string, SourceFile>): Rule {
  const { schema, where } = readSchema(config, files);
  const validate = compileAt(schema, where);
  const measure = (target: Target) => {
    const { value, problem } = readJson(target);
    if (problem !== null) return unreadable(problem);
    const fault = validate(value);
    return found(fault === null, fault ?? 'fits the schema');
  };
  return { measure, content: schema };
}

function readJson(target: Target) {
  return target.kind === 'value' ? { value: target.value, problem: null } : parseModelJson(target.text);
}

function readSchema(config: CheckConfig, files: ReadonlyMap<string, SourceFile>): { schema: Json; where: Where } {
  const { schema } = config.options;
  if (typeof schema !== 'string') return { schema: schema ?? null, where: config.where };
  const file = files.get(schema);
  if (file === undefined) {
    const message = `the schema "${schema}" of check "${config.name}" does not exist.`;
    throw UserError.of(message, 'Add the file, or correct the path.', config.where);
  }
  const value = file.path.endsWith('.json') ? readJsonFile(file).value : parseYaml(file).value;
  return { schema: value, where: fileWhere(file) };
}

function compileAt(schema: Json, where: Where): SchemaValidator {
  const hint = 'It must be a JSON Schema of draft 2020-12.';
  if (!isJsonObject(schema) && typeof schema !== 'boolean') {
    throw UserError.of('is not a JSON Schema: a mapping was expected.', hint, where);
  }
  if (isJsonObject(schema) && typeof schema.$schema === 'string' && !schema.$schema.includes('/draft/2020-12/')) {
    throw UserError.of(
      `the schema names another draft, "${schema.$schema}".`,
      `${hint} Remove "$schema", or convert it.`,
      where,
    );
  }
  try {
    return compileSchema(schema);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message.replaceAll('\n', ' ').slice(0, 300) : String(cause);
    throw UserError.of(`the schema does not compile: ${fault}.`, hint, where, { cause });
  }
}
