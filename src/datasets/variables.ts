import { UserError } from '../errors.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { SourceFile } from '../text/source-file.ts';
import { parseYaml } from '../text/yaml-file.ts';

/** Parses a map of variables, in YAML or JSON. Throws a UserError for anything else. */
export function parseVariables(file: SourceFile): JsonObject {
  const document = parseYaml(file);
  if (isJsonObject(document.value)) return document.value;
  throw UserError.of(
    'is not a map of variables.',
    'Write one "name: value" a line, or a JSON object.',
    document.where([]),
  );
}
