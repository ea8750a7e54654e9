import { buildProblem, type Where } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { dialectOf, templateDialects } from './dialects.ts';
import { type Fields, kindOf, readList, readMapping, readName, reportBelow } from './fields.ts';
import { canonicalParameter, isParameter } from './parameters.ts';
import { sight } from './suspects.ts';

/** What coding agents call a model that they choose themselves. */
const agentModel = /^(inherit|default|auto|sonnet|opus|haiku|opusplan)(\[1m\])?$/i;
/** Models as an editor lists them; the ids of the same models are in lower case. */
const listedModel = /^(?=.*[A-Z (])(GPT|Claude|Gemini|Grok|Auto|Raptor|o\d)\b/;

/** Reads `model` and notes its place. In a file of a coding tool the name may be the tool's own, which no API knows: it is left out with a warning. */
export function readModel(fields: Fields, places: Map<string, Where>, hasToolNames: boolean = false): string | null {
  const written = fields.values.model ?? null;
  const names = Array.isArray(written) ? written : [written];
  const isOwn = (name: Json) => typeof name === 'string' && (agentModel.test(name) || listedModel.test(name));
  if (hasToolNames && names.length > 0 && names.every(isOwn)) {
    const message = `"model" is what a coding tool calls its model (${quoteName(names.join(', '))}), and is not asked.`;
    const hint = 'The model of the config is asked; to ask another one, write its id here.';
    fields.warnings.push(buildProblem(message, hint, fields.yaml.whereKey(['model'])));
    return null;
  }
  if (Array.isArray(fields.values.model)) {
    fields.reject(['model'], 'must be one model, not a list.', 'Name the one that is to be asked.');
    return null;
  }
  const model = readName(fields, ['model']);
  if (model !== null) places.set('model', fields.yaml.where(['model']));
  return model;
}

/** Reads a mapping of parameters in any spelling into `parameters`, notes the places, and passes on names we do not know. */
export function readParameters(
  fields: Fields,
  path: KeyPath,
  parameters: Map<string, Json>,
  places: Map<string, Where>,
): void {
  for (const [key, value] of Object.entries(readMapping(fields, path) ?? {})) {
    addParameter(fields, [...path, key], value, parameters, places);
  }
}

/** Checks one parameter and adds it under its canonical name, that of its key if none is given; two spellings of one name are a mistake. */
export function addParameter(
  fields: Fields,
  path: KeyPath,
  value: Json,
  parameters: Map<string, Json>,
  places: Map<string, Where>,
  name = canonicalParameter(String(path.at(-1))),
): void {
  if (parameters.has(name))
    fields.reject(path, `is given twice, as "${name}" in another spelling.`, 'Keep one of them.');
  if (!isParameter(name, value, reportBelow(fields, path))) return;
  parameters.set(name, value);
  places.set(name, fields.yaml.whereKey(path));
}

/** Reads `tools`: a list of tool definitions as the API takes them, each with its place under `tools[0]`. What editors and agents have there, names or switches, is left out with a warning. */
export function readTools(fields: Fields, places: Map<string, Where>): readonly Json[] {
  const written = fields.values.tools ?? null;
  const tools = Array.isArray(written) ? written : [];
  const isForeign =
    typeof written === 'string' || isJsonObject(written) || tools.some((tool) => typeof tool === 'string');
  if (isForeign) {
    const hint = 'If the model is to have tools, list the definitions that the API takes.';
    fields.warnings.push(
      buildProblem(
        '"tools" names tools without defining them, and is not sent.',
        hint,
        fields.yaml.whereKey(['tools']),
      ),
    );
    const kept = [...tools.entries()].filter(([, tool]) => isJsonObject(tool));
    for (const [place, [index]] of kept.entries()) places.set(`tools[${place}]`, fields.yaml.where(['tools', index]));
    return kept.map(([, tool]) => tool);
  }
  for (const [index, tool] of (readList(fields, ['tools']) ?? []).entries()) {
    places.set(`tools[${index}]`, fields.yaml.where(['tools', index]));
    if (isJsonObject(tool)) continue;
    fields.reject(
      ['tools', index],
      `must be a mapping, not ${kindOf(tool)}.`,
      'Write the definition that the API takes.',
    );
  }
  return tools;
}

/** Reads `template`, the name of a dialect; `fallback` where the file names none or one that does not exist. */
export function readDialect<Fallback extends string | null>(fields: Fields, fallback: Fallback): string | Fallback {
  const name = readName(fields, ['template']);
  const known = templateDialects.map((dialect) => dialect.name);
  if (name === null) return fallback;
  if (known.includes(name)) return name;
  fields.reject(['template'], `names the unknown dialect ${quoteName(name)}.`, hintKnown(name, known));
  return fallback;
}

/** Notes where each variable of a template is first used, what of it its dialect cannot read, and what looks like another dialect. */
export function noteTemplate(
  fields: Pick<Fields, 'errors' | 'used' | 'sightings'>,
  places: Map<string, Where>,
  dialect: string,
  text: string,
  at: (offset: number) => Where,
): void {
  const { findFaults, findVariables, findForeign } = dialectOf(dialect);
  const faults = findFaults(text);
  fields.errors.push(...faults.map(({ message, hint, offset }) => buildProblem(message, hint, at(offset))));
  for (const { name, offset } of faults.length > 0 ? [] : findVariables(text)) {
    fields.used.add(name);
    if (!places.has(`{{${name}}}`)) places.set(`{{${name}}}`, at(offset));
  }
  fields.sightings.push(...findForeign(text).map((foreign) => sight(foreign, at(foreign.offset))));
}
