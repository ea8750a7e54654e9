import { UserError } from '../errors.ts';
import { canonicalJson, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ResponseFormat } from '../ports.ts';
import { fileWhere, parseJsonFile } from '../text/json-text.ts';
import type { SourceFile } from '../text/source-file.ts';
import { readMessages } from './messages.ts';
import type { ResolvedPrompt } from './prompt.ts';
import { identifyPrompt, promptContent, versionOf } from './resolve.ts';

const schema = 'prompt-assay/prompt/1';

/** Writes a prompt version as canonical JSON, complete enough to send it again; rows and evaluators are not part of it. */
export function bundlePrompt(prompt: ResolvedPrompt): string {
  const { path, format, name, description, version } = prompt;
  return `${canonicalJson({ schema, path, format, name, description, version, ...promptContent(prompt) })}\n`;
}

/** Reads a bundle back; throws a UserError for one that is broken, from another schema, or does not have the version it says. */
export function parseBundle(file: SourceFile): ResolvedPrompt {
  const value = parseJsonFile(file);
  const prompt = isJsonObject(value) && value.schema === schema ? readBundle(value) : null;
  if (prompt === null || prompt.version !== versionOf(prompt)) {
    throw UserError.of(
      'is no prompt bundle, or was edited by hand.',
      'Write it again from its prompt.',
      fileWhere(file),
    );
  }
  return prompt;
}

function readBundle(value: JsonObject): ResolvedPrompt | null {
  const { path, format, model, version, api, parameters, tools } = value;
  if (![path, format, model, version].every((text) => typeof text === 'string')) return null;
  if (!(api === 'chat' || api === 'responses') || !isJsonObject(parameters) || !Array.isArray(tools)) return null;
  let isWhole = true;
  const messages = readMessages(value.messages ?? null, () => {
    isWhole = false;
  });
  const responseFormat = readFormat(value.responseFormat ?? null);
  if (!isWhole || responseFormat === undefined) return null;
  const name = textOrNull(value.name);
  const text = { path: path as string, format: format as string, model: model as string, version: version as string };
  return {
    ...text,
    id: identifyPrompt({ name, path: text.path }),
    name,
    description: textOrNull(value.description),
    api,
    parameters,
    responseFormat,
    tools,
    retrieval: value.retrieval ?? null,
    messages,
    rows: null,
    metrics: [],
    renamedFrom: null,
    warnings: [],
    places: new Map(),
  };
}

function readFormat(value: Json): ResponseFormat | null | undefined {
  if (value === null) return null;
  const type = isJsonObject(value) ? value.type : undefined;
  return type === 'text' || type === 'json_object' || type === 'json_schema'
    ? (value as unknown as ResponseFormat)
    : undefined;
}

function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
