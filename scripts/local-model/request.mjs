/** A request that cannot be answered: an HTTP status and the fields of OpenAI's error object. */
export class RequestError extends Error {
  constructor(status, message, param = null, code = null) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }
}

const roles = { system: 'system', developer: 'system', user: 'user', assistant: 'model' };

/**
 * Reads the body of a chat completion: `{ history, sampling, maxTokens, schema }`, all that the model needs; `schema` is null
 * where the answer is free. `user`, `metadata` and other members that do not change the sampling are tolerated and ignored.
 * Throws a RequestError (400) that names the parameter.
 */
export function parseChatRequest(text, modelIds) {
  const body = parseObject(text);
  if (typeof body.model !== 'string') throw invalid('model', 'must be a string');
  if (!modelIds.includes(body.model)) {
    throw new RequestError(
      404,
      `The model "${body.model}" does not exist here; there is ${modelIds[0]}.`,
      'model',
      'model_not_found',
    );
  }
  for (const name of ['stream', 'tools', 'logprobs']) {
    if (body[name] === true || body[name]?.length > 0) throw invalid(name, 'is not supported by this local server');
  }
  if (body.n !== undefined && body.n !== 1) throw invalid('n', 'must be 1');
  return {
    history: parseMessages(body.messages),
    sampling: {
      temperature: parseNumber(body, 'temperature', 0, 2),
      topP: parseNumber(body, 'top_p', 0, 1),
      seed: parseNumber(body, 'seed', 0, 2 ** 32 - 1),
    },
    maxTokens: parseNumber(body, 'max_completion_tokens', 1, 1e6) ?? parseNumber(body, 'max_tokens', 1, 1e6),
    schema: parseResponseFormat(body.response_format ?? { type: 'text' }),
  };
}

function parseObject(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw new RequestError(400, 'The body is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new RequestError(400, 'The body must be a JSON object.');
  return body;
}

function parseMessages(messages) {
  if (!Array.isArray(messages) || messages.length === 0)
    throw invalid('messages', 'must be a list with at least one message');
  const history = messages.map((message, index) => {
    const type = roles[message?.role];
    if (type === undefined) throw invalid(`messages[${index}].role`, 'must be system, developer, user or assistant');
    const text = parseContent(message.content, index);
    return type === 'model' ? { type, response: [text] } : { type, text };
  });
  if (history.at(-1).type !== 'user') throw invalid('messages', 'must end with a user message');
  return history;
}

function parseContent(content, index) {
  if (typeof content === 'string') return content;
  if (Array.isArray(content) && content.every((part) => part?.type === 'text' && typeof part.text === 'string')) {
    return content.map((part) => part.text).join('');
  }
  throw invalid(`messages[${index}].content`, 'must be a string or a list of text parts');
}

/** A `json_schema` holds the model to its grammar; `json_object` would say nothing about the keys and is left to the prompt. */
function parseResponseFormat(format) {
  if (['text', 'json_object'].includes(format?.type)) return null;
  const schema = format?.type === 'json_schema' ? format.json_schema?.schema : null;
  if (typeof schema === 'object' && schema !== null) return schema;
  throw invalid('response_format', 'must be text, json_object, or json_schema with a schema');
}

function parseNumber(body, name, minimum, maximum) {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) {
    throw invalid(name, `must be a number from ${minimum} to ${maximum}`);
  }
  return value;
}

function invalid(param, message) {
  return new RequestError(400, `"${param}" ${message}.`, param, 'invalid_value');
}
