import { buildProblem, type Problem, UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Message, ModelRequest } from '../ports.ts';
import { listKnown, suggestName } from '../text/problems.ts';
import { dialectOf } from './dialects.ts';
import { mapTexts, textsOf } from './message-text.ts';
import type { Prompt, ResolvedPrompt } from './prompt.ts';
import { fillSlots } from './slots.ts';

/** A conversation ready to send, and the names no variable answered to, each once. */
export interface RenderedPrompt {
  readonly messages: readonly Message[];
  readonly unknown: readonly string[];
}

/** Fills a prompt's messages with a row's variables, over the prompt's defaults. A conversation of the row's own follows the prompt's system and developer messages in place of its other turns, word for word: it is data, not a template. Throws a UserError where a template cannot be filled with the row. */
export function renderPrompt(
  prompt: Prompt,
  row: JsonObject,
  conversation: readonly Message[] | null = null,
): RenderedPrompt {
  const variables = { ...prompt.defaults, ...row };
  try {
    if (prompt.turns === 'rendered') return renderConversation(prompt, variables, conversation);
    return renderMessages(prompt, variables, conversation);
  } catch (error) {
    // A template knows neither its file nor its place there.
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.problems.map((problem) => ({ ...problem, path: prompt.path })),
      { cause: error },
    );
  }
}

function renderMessages(
  prompt: Prompt,
  variables: JsonObject,
  conversation: readonly Message[] | null,
): RenderedPrompt {
  const isKept = ({ role }: Message): boolean => conversation === null || role === 'system' || role === 'developer';
  const { render } = dialectOf(prompt.dialect);
  const unknown = new Set<string>();
  const fill = (text: string): string => {
    const rendered = render(text, variables);
    for (const name of rendered.unknown) unknown.add(name);
    return rendered.value;
  };
  if (prompt.slots !== undefined) {
    const filled = prompt.messages.map((message) => mapTexts(message, fill));
    const found = fillSlots(filled, prompt.slots, variables, conversation);
    return { messages: found.messages, unknown: [...unknown, ...found.unknown] };
  }
  const messages = prompt.messages.filter(isKept).map((message) => mapTexts(message, fill));
  return { messages: [...messages, ...(conversation ?? [])], unknown: [...unknown] };
}

function renderConversation(
  { dialect, messages }: Prompt,
  variables: JsonObject,
  conversation: readonly Message[] | null,
): RenderedPrompt {
  const { name, renderTurns } = dialectOf(dialect);
  if (renderTurns === undefined) throw new Error(`the dialect ${name} makes no messages`);
  const { value, unknown } = renderTurns(messages[0]?.content ?? '', variables, conversation);
  return { messages: value, unknown };
}

/** The names of all variables that a prompt uses, each once, in order of appearance. */
export function variablesOf(prompt: Prompt): readonly string[] {
  const { findVariables } = dialectOf(prompt.dialect);
  const used = prompt.messages.flatMap(textsOf).flatMap(findVariables);
  return [...new Set([...used, ...(prompt.slots ?? [])].map(({ name }) => name))];
}

/** Of a variable that no line of the file holds. */
const followsSystem =
  'It follows the system message, which is all that this file holds: give the rows that column, or write a line "# system:" above the text and "# user:" above what the user says.';

/** One problem for each unknown variable, at its first use; `known` are the names that the row or the variables file has, and `suggest` finds the one that was probably meant. */
export function explainUnknown(
  prompt: Prompt,
  unknown: readonly string[],
  known: readonly string[],
  suggest = suggestName,
): readonly Problem[] {
  const { write, asText } = dialectOf(prompt.dialect);
  return unknown.map((name) => {
    const place = prompt.places.get(`{{${name}}}`);
    const isAppended = place !== undefined && place.line === null;
    const where = place ?? { path: prompt.path, line: null, column: null };
    const near = suggest(name, known);
    const other = isAppended ? followsSystem : asText;
    const hint = near === null ? `${listKnown(known)} ${other}` : `Did you mean "${near}"? ${listKnown(known)}`;
    return buildProblem(`${write(name)} has no value.`, hint, where);
  });
}

/** The request that asks a prompt's model for one answer. */
export function buildGenerationRequest(prompt: ResolvedPrompt, messages: readonly Message[]): ModelRequest {
  const { model, api, parameters, responseFormat, tools } = prompt;
  return { model, api, messages, parameters, responseFormat, tools };
}
