import { isJsonObject, type Json, type JsonObject, parseJson } from '../../json.ts';
import type { Output, TokenChoice, Usage } from '../../ports.ts';

/** A 200 answer, read. */
export interface Answer {
  readonly output: Output;
  readonly usage: Usage | null;
  readonly model: string | null;
  readonly fingerprint: string | null;
  readonly tokens?: readonly TokenChoice[];
}

/** Reads a chat completion; null where it holds no choice to read. Reasoning text is left behind. */
export function parseChatAnswer(body: JsonObject): Answer | null {
  const choice = listOf(body.choices)[0];
  if (!isJsonObject(choice) || !isJsonObject(choice.message)) return null;
  const { message } = choice;
  const toolCalls = listOf(message.tool_calls).flatMap(readChatToolCall);
  const output = {
    content: readContent(message.content),
    toolCalls,
    refusal: textOf(message.refusal),
    finishReason: textOf(choice.finish_reason) ?? (toolCalls.length > 0 ? 'tool_calls' : 'stop'),
  };
  const usage = isJsonObject(body.usage) ? body.usage : {};
  const tokens = readTokens(choice.logprobs);
  return {
    ...readIdentity(body),
    ...(tokens.length > 0 ? { tokens } : {}),
    output,
    usage: readUsage(usage, {
      input: usage.prompt_tokens,
      output: usage.completion_tokens,
      cached: memberOf(usage.prompt_tokens_details, 'cached_tokens'),
      reasoning: memberOf(usage.completion_tokens_details, 'reasoning_tokens'),
    }),
  };
}

/** Log probabilities of a chat completion, token by token; empty where there are none. */
function readTokens(logprobs: Json | undefined): readonly TokenChoice[] {
  return listOf(memberOf(logprobs, 'content')).flatMap((entry) => {
    if (!isJsonObject(entry) || typeof entry.token !== 'string') return [];
    const alternatives = listOf(entry.top_logprobs).flatMap((one) =>
      isJsonObject(one) && typeof one.token === 'string' && typeof one.logprob === 'number'
        ? [{ token: one.token, logprob: one.logprob }]
        : [],
    );
    return [{ token: entry.token, alternatives }];
  });
}

/** Reads an answer of the Responses API; null where it is not finished or holds no output list. Reasoning items are left behind. */
export function parseResponsesAnswer(body: JsonObject): Answer | null {
  if (
    !Array.isArray(body.output) ||
    !['completed', 'incomplete', undefined].includes(textOf(body.status) ?? undefined)
  ) {
    return null;
  }
  const items = listOf(body.output).filter(isJsonObject);
  const parts = items
    .filter((item) => item.type === 'message')
    .flatMap((item) => listOf(item.content))
    .filter(isJsonObject);
  const toolCalls = items.flatMap((item): Json[] => {
    if (item.type === 'function_call') return [toolCall(item.name, item.arguments)];
    return item.type === 'custom_tool_call' ? [toolCall(item.name, item.input)] : [];
  });
  const refusals = parts.filter((part) => part.type === 'refusal').map((part) => textOf(part.refusal) ?? '');
  const usage = isJsonObject(body.usage) ? body.usage : {};
  return {
    ...readIdentity(body),
    output: {
      content: joinText(parts, 'output_text'),
      toolCalls,
      refusal: refusals.length > 0 ? refusals.join('') : null,
      finishReason: readResponsesFinish(body, toolCalls.length > 0),
    },
    usage: readUsage(usage, {
      input: usage.input_tokens,
      output: usage.output_tokens,
      cached: memberOf(usage.input_tokens_details, 'cached_tokens'),
      reasoning: memberOf(usage.output_tokens_details, 'reasoning_tokens'),
    }),
  };
}

function readResponsesFinish(body: JsonObject, calledTools: boolean): string {
  if (body.status !== 'incomplete') return calledTools ? 'tool_calls' : 'stop';
  const reason = textOf(memberOf(body.incomplete_details, 'reason')) ?? 'incomplete';
  return reason === 'max_output_tokens' ? 'length' : reason;
}

function readIdentity(body: JsonObject): { readonly model: string | null; readonly fingerprint: string | null } {
  return { model: textOf(body.model), fingerprint: textOf(body.system_fingerprint) };
}

/** Content is a text, null, or (some providers) parts of which only the text ones are the answer. */
function readContent(content: Json | undefined): string {
  return textOf(content) ?? joinText(listOf(content).filter(isJsonObject), 'text');
}

function joinText(parts: readonly JsonObject[], type: string): string {
  return parts
    .filter((part) => part.type === type)
    .map((part) => textOf(part.text) ?? '')
    .join('');
}

function readChatToolCall(call: Json): Json[] {
  if (!isJsonObject(call)) return [];
  if (isJsonObject(call.function)) return [toolCall(call.function.name, call.function.arguments)];
  return isJsonObject(call.custom) ? [toolCall(call.custom.name, call.custom.input)] : [];
}

/** Arguments arrive as text; parsed they compare without regard to blanks and key order. What does not parse stays text. */
function toolCall(name: Json | undefined, given: Json | undefined): Json {
  const parsed = typeof given === 'string' ? (parseJson(given) ?? given) : (given ?? null);
  return { name: textOf(name) ?? '', arguments: parsed };
}

/** Some providers leave reasoning out of the output count and only in the total: what is billed is the larger one. */
function readUsage(
  usage: JsonObject,
  counts: Record<'input' | 'output' | 'cached' | 'reasoning', unknown>,
): Usage | null {
  if (!isCount(counts.input) || !isCount(counts.output)) return null;
  const beyondInput = isCount(usage.total_tokens) ? usage.total_tokens - counts.input : 0;
  return {
    inputTokens: counts.input,
    cachedInputTokens: isCount(counts.cached) ? Math.min(counts.cached, counts.input) : 0,
    outputTokens: Math.max(counts.output, beyondInput),
    reasoningTokens: isCount(counts.reasoning) ? counts.reasoning : 0,
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined;
}
