import { distance } from 'fastest-levenshtein';
import { buildProblem, type Where } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import { listFirst } from '../text/prose.ts';
import { type Fields, nameOf, readName, readText } from './fields.ts';
import { canonicalParameter, knownParameters } from './parameters.ts';
import { readResponseFormat } from './response-format.ts';
import { addParameter, readModel, readParameters, readTools } from './settings.ts';

/** Keys of every prompt format; those with a dash are written in any spelling. */
const commonKeys = [
  'name',
  'description',
  'model',
  'parameters',
  'modelParameters',
  'response-format',
  'jsonSchema',
  'tools',
  'retrieval',
  'renamed-from',
  'template',
];
const mappings = ['parameters', 'modelParameters'] as const;
/** What other tools write at the top, and a letter or two would make one of ours. */
const foreignKeys = ['mode', 'step', 'steps'];
/** The most keys that a sentence lists. */
const maxNamed = 8;

/** What every prompt format says of a prompt at the top of its file, all but the messages; `more` are the keys of the format alone. */
export function readHead(
  fields: Fields,
  places: Map<string, Where>,
  more: readonly string[],
  hasToolNames: boolean = false,
) {
  return {
    name: readName(fields, ['name']),
    description: readText(fields, ['description']),
    model: readModel(fields, places, hasToolNames),
    parameters: readSettings(fields, places, more),
    responseFormat: readResponseFormat(fields, findKey(fields, 'response-format')),
    tools: readTools(fields, places),
    retrieval: fields.values.retrieval ?? null,
    renamedFrom: readName(fields, [findKey(fields, 'renamed-from')]),
  };
}

/** The spelling under which a file gives a key of several words; the key itself where it gives none. */
function findKey({ values }: Fields, key: 'response-format' | 'renamed-from'): string {
  return Object.keys(values).find((written) => canonicalParameter(written) === key) ?? key;
}

/** Parameters stand beside the keys, or below `parameters` or `modelParameters`. What may be a slip of a key is a mistake, so that a typo drops nothing; any other is a warning. */
function readSettings(fields: Fields, places: Map<string, Where>, more: readonly string[]): JsonObject {
  const parameters = new Map<string, Json>();
  const own = [...commonKeys, ...more];
  const used = [...own, findKey(fields, 'response-format'), findKey(fields, 'renamed-from')];
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(fields.values)) {
    if (used.includes(key)) continue;
    const near = findSlip(key, [...own, ...knownParameters]);
    if (knownParameters.includes(canonicalParameter(key))) addParameter(fields, [key], value, parameters, places);
    else if (near === null) ignored.push(key);
    else {
      const hint = `Did you mean "${near}"? Any other model parameter goes below "parameters:".`;
      fields.errors.push(buildProblem(`${nameOf([key])} is unknown.`, hint, fields.yaml.whereKey([key])));
    }
  }
  warnOfIgnored(fields, ignored);
  for (const mapping of mappings) readParameters(fields, [mapping], parameters, places);
  return Object.fromEntries(parameters);
}

/** The key that a name may be a slip of: another spelling, two letters swapped, one other, in long names two; null where it is none. */
function findSlip(name: string, known: readonly string[]): string | null {
  const canonical = canonicalParameter(name);
  if (foreignKeys.includes(canonical)) return null;
  const sorted = (text: string) => [...text].sort().join('');
  const isSlip = (key: string) => {
    const away = distance(canonical, canonicalParameter(key));
    return away <= (key.length < 8 ? 1 : 2) || (away === 2 && sorted(canonical) === sorted(canonicalParameter(key)));
  };
  return known.find((key) => canonicalParameter(key) === canonical) ?? known.find(isSlip) ?? null;
}

function warnOfIgnored(fields: Fields, keys: readonly string[]): void {
  const [first] = keys;
  if (first === undefined) return;
  const named = listFirst(keys.map(quoteName), maxNamed);
  const message =
    keys.length === 1 ? `${named} is no key of ours and ignored.` : `${named} are no keys of ours and ignored.`;
  const hint = 'A model parameter that is meant to be sent goes below "parameters:".';
  fields.warnings.push(buildProblem(message, hint, fields.yaml.whereKey([first])));
}
