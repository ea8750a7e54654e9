import type { Where } from '../errors.ts';
import { isJsonObject, type Json, parseJson } from '../json.ts';
import { buildPlaces } from '../text/places.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { isChat } from './collection-entries.ts';
import { type Fields, focusOn, openFields, readText } from './fields.ts';
import type { PromptFormat } from './format.ts';
import { listTexts, readTemplates } from './message-list.ts';
import type { Prompt } from './prompt.ts';
import { readResponseFormat } from './response-format.ts';
import { settleFindings } from './suspects.ts';
import { chooseDialect } from './template-format.ts';
import { readHead } from './top-keys.ts';
import { readTurns, type Turn } from './turns.ts';

/** What only shapes how a request is carried out. */
const transport = ['stream', 'stream_options', 'n', 'store', 'user', 'metadata', 'text', 'reasoning'];

/** Requests as the chat API and the Responses API take them. */
export const openaiRequest: PromptFormat = {
  id: 'openai-request',
  title: 'Requests of the OpenAI API (*.json with "messages", or with "model" and "input")',
  standingAlone: [],
  recognisesPath: () => false,
  recognises: (path, text) =>
    /\.json$/i.test(path) && /"(messages|input)"\s*:/.test(text) && isRequest(parseJson(text) ?? null),
  dependencies: null,
  parse: parseRequest,
};

function isRequest(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const isInput = typeof value.input === 'string' || isChat(value.input);
  return isChat(value.messages) || (typeof value.model === 'string' && isInput);
}

function parseRequest(file: SourceFile, template: string | null): readonly Prompt[] {
  const fields = openFields(file, 'The request');
  const places = new Map<string, Where>();
  const at = buildPlaces(file);
  const key = Object.hasOwn(fields.values, 'messages') ? 'messages' : 'input';
  const written = fields.values[key] ?? null;
  const turns: readonly Turn[] = [
    ...(readText(fields, ['instructions']) === null ? [] : [{ role: 'system', path: ['instructions'] } as const]),
    ...(typeof written === 'string' ? [{ role: 'user', path: [key] } as const] : []),
  ];
  const texts = [...turns.map(({ path }) => String(fields.yaml.get(path))), ...listTexts(written)];
  const { dialect, guesses } = chooseDialect(fields, template, texts);
  const spoken = typeof written === 'string' ? [] : readTemplates(fields, [key], places, dialect, at);
  const head = readHead(fields, places, ['messages', 'input', 'instructions', ...transport]);
  const text = focusOn(fields, ['text']);
  const prompt = {
    path: file.path,
    key: null,
    format: openaiRequest.id,
    dialect,
    ...head,
    parameters: { ...head.parameters, ...readEffort(fields) },
    responseFormat: head.responseFormat ?? readResponseFormat(text, 'format'),
    messages: [...readTurns(fields, turns, places, dialect, at, spoken.length > 0), ...spoken],
    rows: null,
    metrics: [],
    unread: [],
    guesses,
  };
  throwProblems(fields.errors);
  return [{ ...prompt, ...settleFindings(fields), places }];
}

function readEffort(fields: Fields): { readonly 'reasoning-effort'?: string } {
  const effort = readText(fields, ['reasoning', 'effort']);
  return effort === null ? {} : { 'reasoning-effort': effort };
}
