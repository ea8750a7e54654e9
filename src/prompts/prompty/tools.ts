import { buildProblem, type Where } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { ResponseFormat } from '../../ports.ts';
import { quoteName } from '../../text/problems.ts';
import { kindOf } from '../fields.ts';
import { readValue, type Source } from './references.ts';
import { buildObjectSchema, listProperties } from './schema.ts';

/** Reads `tools` as the API takes them, each with its place; those that only Prompty's own runtime could call are left out with a warning. `more` stand among the parameters. */
export function readTools(source: Source, places: Map<string, Where>, more: readonly Json[]): readonly Json[] {
  const { fields } = source;
  const written = readValue(source, ['tools']);
  const isWritten = Array.isArray(fields.values.tools) || isJsonObject(fields.values.tools);
  if (written !== null && !Array.isArray(written) && !isJsonObject(written)) {
    fields.reject(['tools'], `must be a list, not ${kindOf(written)}.`, 'Start each tool with "- name:".');
  }
  const tools = listProperties(written).flatMap(({ name, key, values }) => {
    const where = fields.yaml.where(isWritten ? ['tools', key] : ['tools']);
    const tool = buildTool(name, values);
    if (tool !== null) return [{ tool, where }];
    const message = `the tool ${quoteName(name)} is of the kind ${quoteName(String(values.kind))} and is not sent.`;
    fields.warnings.push(buildProblem(message, 'Only functions are known to the model by their definition.', where));
    return [];
  });
  const plain = Array.isArray(written)
    ? written.filter((tool: Json) => isJsonObject(tool) && tool.name === undefined)
    : [];
  for (const tool of [...plain, ...more]) tools.push({ tool, where: fields.yaml.where(['tools']) });
  for (const [index, { where }] of tools.entries()) places.set(`tools[${index}]`, where);
  return tools.map(({ tool }) => tool);
}

/** A function as the API takes it, without the parameters that an input is bound to; null for any other kind. */
function buildTool(name: string, { kind, description, parameters = null, strict, bindings = null }: JsonObject): Json {
  if (kind !== 'function') return null;
  const bound = listProperties(bindings).map((binding) => binding.name);
  const free = listProperties(parameters).filter((parameter) => !bound.includes(parameter.name));
  const schema = buildObjectSchema(free, strict === true);
  return {
    type: 'function',
    function: {
      name,
      ...(typeof description === 'string' && { description }),
      ...(parameters !== null && {
        parameters: isJsonObject(parameters) && 'type' in parameters ? parameters : schema,
      }),
      ...(strict === true && { strict }),
    },
  };
}

/** The response format that `outputs` of the second version of Prompty asks for: a strict JSON Schema. Null where they only describe. */
export function readOutputs(source: Source): ResponseFormat | null {
  const properties = listProperties(readValue(source, ['outputs']));
  if (properties.length === 0 || properties.some(({ values }) => typeof values.kind !== 'string')) return null;
  return { type: 'json_schema', name: 'structured_output', schema: buildObjectSchema(properties, true), strict: true };
}
