import { collectProblems } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { parseYaml } from '../../text/yaml-file.ts';
import type { Refusal } from './unread-kinds.ts';

/** The JSON Schema of an assertion, given as a mapping or as a text of JSON or YAML. The draft that it names is left out: what older ones share with ours is all that is used of them. */
export function readSchema(value: Json): { readonly schema: JsonObject } | Refusal {
  const read =
    typeof value === 'string' ? collectProblems([], () => parseYaml({ path: '', text: value }).value) : value;
  if (!isJsonObject(read))
    return { fault: 'has a value that is no JSON Schema', hint: 'Write the schema as a mapping.' };
  const { $schema: _draft, ...schema } = read;
  return { schema };
}
