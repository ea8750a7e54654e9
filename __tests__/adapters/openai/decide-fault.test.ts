import { describe, expect, it } from '@jest/globals';
import { decideFault } from '../../../src/adapters/openai/decide-fault.ts';
import { findEmbeddedFault, parseFault } from '../../../src/adapters/openai/fault.ts';
import type { JsonObject } from '../../../src/json.ts';

const names = new Map([
  ['model', 'model'],
  ['max_tokens', 'max-tokens'],
  ['temperature', 'temperature'],
  ['stop', 'stop'],
  ['response_format', 'response-format'],
  ['tools', 'tools'],
]);
const sent = { model: 'a-model', host: 'models.test', names };

function decide(status: number, body: unknown, sentNames: ReadonlyMap<string, string> = names) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return decideFault(parseFault(status, text), { ...sent, names: sentNames });
}

const openAi = (message: string, param: string | null, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param, code },
});

/** Bodies as they were seen in the wild. */
const contextAtOpenAi =
  "This model's maximum context length is 128000 tokens. However, your messages resulted in 204308 tokens.";
const azureFilter = {
  error: {
    message: "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    type: null,
    param: 'prompt',
    code: 'content_filter',
    status: 400,
    innererror: { code: 'ResponsibleAIPolicyViolation' },
  },
};

describe('a 4xx about one request is its outcome', () => {
  it.each<[string, number, unknown]>([
    ['OpenAI, context', 400, openAi(contextAtOpenAi, 'messages', 'context_length_exceeded')],
    [
      'OpenAI, one string too long',
      400,
      openAi('Expected a string with maximum length 10485760', 'messages[1].content', 'string_above_max_length'),
    ],
    [
      'OpenAI, policy',
      400,
      openAi('Your request was rejected as a result of our safety system.', null, 'content_policy_violation'),
    ],
    [
      'OpenAI, reasoning model flags',
      400,
      openAi(
        'Invalid prompt: your prompt was flagged as potentially violating our usage policy.',
        null,
        'invalid_prompt',
      ),
    ],
    [
      'OpenAI, a message it cannot take',
      400,
      openAi("Invalid value for 'content': expected a string, got null.", 'messages.[0].content', null),
    ],
    ['Azure, filter', 400, azureFilter],
    [
      'vLLM, context, message outside',
      400,
      {
        object: 'error',
        message: "This model's maximum context length is 1024 tokens. However, you requested 2000 tokens",
        type: 'BadRequestError',
        param: null,
        code: 400,
      },
    ],
    [
      'vLLM, context that names max_tokens',
      400,
      openAi(
        "'max_tokens' or 'max_completion_tokens' is too large: 2000. This model's maximum context length is 4096 tokens and your request has 3000 input tokens",
        'max_tokens',
        null,
        'BadRequestError',
      ),
    ],
    [
      'vLLM, context with a param of its own',
      400,
      openAi("This model's maximum context length is 4096 tokens.", 'input_tokens', '400', 'BadRequestError'),
    ],
    [
      'Groq, the model broke the schema',
      400,
      openAi(
        'Generated JSON does not match the expected schema. Please adjust your prompt.',
        null,
        'json_validate_failed',
      ),
    ],
    [
      'Groq, the model broke a tool call',
      400,
      openAi(
        'tool call validation failed: parameters for tool HassTurnOff did not match schema',
        '',
        'tool_use_failed',
      ),
    ],
    [
      'LiteLLM around Azure',
      400,
      {
        error: {
          message: 'litellm.BadRequestError: litellm.ContentPolicyViolationError: AzureException - filtered',
          type: null,
          param: null,
          code: '400',
        },
      },
    ],
    [
      'OpenRouter, provider behind',
      400,
      {
        error: {
          message: 'Provider returned error',
          code: 400,
          metadata: { raw: '{"error":{"message":"prompt is too long: 210000 tokens > 200000 maximum"}}' },
        },
      },
    ],
    [
      'Google, list of one',
      400,
      [
        {
          error: {
            code: 400,
            message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
            status: 'INVALID_ARGUMENT',
          },
        },
      ],
    ],
    [
      'FastAPI, a message',
      422,
      { detail: [{ loc: ['body', 'messages', 0, 'content'], msg: 'field required', type: 'missing' }] },
    ],
    ['a proxy, too large', 413, '<html>Request Entity Too Large</html>'],
    [
      'Azure, filter, in words alone',
      400,
      {
        error:
          "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
      },
    ],
    [
      'Anthropic, an empty message',
      400,
      { error: { message: 'messages.1: all messages must have non-empty content' } },
    ],
    [
      'vLLM, the order of roles',
      400,
      { message: 'Conversation roles must alternate user/assistant/user/assistant/...' },
    ],
    [
      'Google, an empty part',
      400,
      { error: { code: 400, message: '* GenerateContentRequest.contents cannot be empty' } },
    ],
  ])('%s', (_name, status, body) => {
    expect(decide(status, body).kind).toBe('rejected');
  });
});

describe('what is not known to be about the request is an outage', () => {
  it.each<[string, number, unknown]>([
    ['something odd', 400, { error: 'something odd' }],
    ['nothing', 422, ''],
    ['an account that was disabled', 400, { error: { message: 'This organization has been disabled.' } }],
    [
      'an account that was blocked',
      400,
      { error: { message: 'Your project was blocked for violating our usage policy.' } },
    ],
    [
      'a region that is refused',
      400,
      [
        {
          error: {
            code: 400,
            message: 'User location is not supported for the API use.',
            status: 'FAILED_PRECONDITION',
          },
        },
      ],
    ],
    ['LiteLLM, no deployment', 400, { error: { message: 'No deployments available for selected model' } }],
    [
      'Groq, tokens a minute',
      413,
      openAi(
        'Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 7200, please reduce your message size and try again.',
        null,
        'rate_limit_exceeded',
        'tokens',
      ),
    ],
    ['a parameter by a word of prose', 400, { error: 'I had to stop because of the temperature' }],
  ])('%s is asked once more', (_name, status, body) => {
    expect(decide(status, body)).toEqual({ kind: 'doubt' });
  });

  it.each<[string, unknown]>([
    [
      'LiteLLM, a pause',
      { error: { message: 'No deployments available for selected model, Try again in 5 seconds.' } },
    ],
    ['an engine that starts', { error: { message: 'The engine is not ready, please retry' } }],
    ['Bedrock, throttled', { error: { message: 'Too many tokens, please wait before trying again.' } }],
  ])('%s is asked again like an outage', (_name, body) => {
    expect(decide(400, body)).toEqual({ kind: 'retry' });
  });
});

describe('an error inside a 200', () => {
  const embedded = (body: JsonObject) => {
    const fault = findEmbeddedFault(body);
    return fault === null ? null : decideFault(fault, sent).kind;
  };

  it.each([429, '429', 'rate_limited', 'upstream_error', 'server_overloaded', 'something new', null, 502, '503'])(
    'with the code %p is asked again',
    (code) => {
      expect(embedded({ choices: null, error: { message: 'Too many requests upstream, slow down', code } })).toBe(
        'retry',
      );
    },
  );

  it.each<[string, JsonObject]>([
    ['as a text', { error: 'model is loading, try later' }],
    ['beside an answer', { choices: [{ message: { content: 'half' } }], error: { message: 'broke off' } }],
    ['in a choice', { choices: [{ error: { code: 'upstream', message: 'gone' }, message: { content: '' } }] }],
    ['in a later choice', { choices: [{ message: { content: 'x' } }, { error: 'gone' }] }],
    ['as the reason for the end', { choices: [{ message: { content: '' }, finish_reason: 'error' }] }],
    ['as the whole object', { object: 'error', message: 'the engine is dead', code: 500 }],
    ['of the Responses API', { output: [], status: 'failed', error: { code: 'server_error', message: 'oops' } }],
  ])('%s is asked again', (_name, body) => {
    expect(embedded(body)).toBe('retry');
  });

  it.each<[string, JsonObject, string]>([
    ['of the content', { error: { code: 'content_filter', message: 'filtered' } }, 'rejected'],
    ['of the length', { error: { code: 400, message: contextAtOpenAi } }, 'rejected'],
    ['of the key', { error: { code: '401', message: 'No auth credentials found' } }, 'config'],
    ['of the credit', { error: { code: 'insufficient_quota', message: 'no quota' } }, 'config'],
    ['that nobody knows, with a 400 for its code', { error: { code: 400, message: 'something odd' } }, 'doubt'],
  ])('%s means what it says: %p', (_name, body, kind) => {
    expect(embedded(body)).toBe(kind);
  });

  it.each<[JsonObject]>([
    [{ choices: [{ message: { content: 'x' }, finish_reason: 'stop' }], error: null }],
    [{ output: [], status: 'completed', error: null }],
    [{ choices: [], error: '' }],
  ])('is none in %j', (body) => {
    expect(findEmbeddedFault(body)).toBeNull();
  });
});

describe('a 4xx about a setting is a config error that names it', () => {
  it.each<[string, number, unknown, string | null]>([
    [
      'OpenAI, unsupported parameter',
      400,
      openAi(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        'max_tokens',
        'unsupported_parameter',
      ),
      'max-tokens',
    ],
    [
      'OpenAI, unsupported value',
      400,
      openAi(
        "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
        'temperature',
        'unsupported_value',
      ),
      'temperature',
    ],
    [
      'OpenAI, role not supported',
      400,
      openAi(
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        'messages[0].role',
        'unsupported_value',
      ),
      null,
    ],
    [
      'OpenAI, schema',
      400,
      openAi(
        "Invalid schema for response_format 'answer': In context=(), 'additionalProperties' is required to be supplied and to be false.",
        'response_format',
        'invalid_json_schema',
      ),
      'response-format',
    ],
    [
      'OpenAI, schema of a tool',
      400,
      openAi("Invalid schema for function 'find'", 'tools[0].function.parameters', 'invalid_function_parameters'),
      'tools',
    ],
    [
      'OpenAI, unknown name',
      400,
      openAi('Unrecognized request argument supplied: foo_bar', 'foo_bar', null),
      'foo-bar',
    ],
    [
      'a gateway, empty param',
      400,
      openAi("Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", '', null),
      'response-format',
    ],
    [
      'xAI, error as text',
      400,
      {
        code: 'Client specified an invalid argument',
        error: 'The response_format parameter is unsupported at the moment. Leave it unset.',
      },
      'response-format',
    ],
    [
      'Groq, two settings clash',
      400,
      {
        error: {
          message: "'response_format` json_object cannot be combined with tool/function calling",
          type: 'invalid_request_error',
        },
      },
      'response-format',
    ],
    [
      'Ollama, type',
      400,
      {
        error: {
          message:
            'json: cannot unmarshal string into Go struct field ChatCompletionRequest.temperature of type float64',
          type: 'invalid_request_error',
          param: null,
          code: null,
        },
      },
      'temperature',
    ],
    [
      'Ollama, tools',
      400,
      {
        error: {
          message: 'registry.ollama.ai/library/gemma:2b does not support tools',
          type: 'api_error',
          param: null,
          code: null,
        },
      },
      'tools',
    ],
    [
      'vLLM, grammar',
      400,
      {
        object: 'error',
        message: 'Grammar error: Unimplemented keys: ["uniqueItems"]',
        type: 'BadRequestError',
        param: null,
        code: 400,
      },
      'response-format',
    ],
    [
      'FastAPI, a parameter',
      422,
      { detail: [{ loc: ['body', 'temperature'], msg: 'ensure this value is less than 2', type: 'value_error' }] },
      'temperature',
    ],
    ['a model that is gone', 400, openAi('The model has been decommissioned', null, 'model_decommissioned'), 'model'],
    [
      'OpenAI, no such model',
      404,
      openAi('The model `x` does not exist or you do not have access to it.', null, 'model_not_found'),
      'model',
    ],
    [
      'Ollama, no such model',
      404,
      { error: { message: 'model "x" not found, try pulling it first', type: 'not_found_error' } },
      'model',
    ],
    ['a page that is not there', 404, '404 page not found', 'model'],
    ['a model that is the parameter', 400, openAi('Not allowed.', 'model', null), 'model'],
    ['OpenRouter, no such model', 400, { error: { message: 'a-model is not a valid model ID', code: 400 } }, 'model'],
    ['xAI, no such model', 400, { error: 'Model not found: a-model' }, 'model'],
    ['a model that was retired', 400, { error: { message: 'The model `a-model` has been deprecated.' } }, 'model'],
  ])('%s', (_name, status, body, parameter) => {
    expect(decide(status, body)).toMatchObject({ kind: 'config', error: { parameter } });
  });

  it('reads members of the Responses API', () => {
    const responses = new Map([
      ['reasoning.effort', 'reasoning-effort'],
      ['text.format', 'response-format'],
    ]);
    const effort = openAi(
      "Unsupported parameter: 'reasoning.effort' is not supported with this model.",
      'reasoning.effort',
      'unsupported_parameter',
    );
    const schema = openAi("Invalid schema for response_format 'a'", 'text.format.schema', 'invalid_json_schema');
    expect(decide(400, effort, responses)).toMatchObject({ error: { parameter: 'reasoning-effort' } });
    expect(decide(400, schema, responses)).toMatchObject({ error: { parameter: 'response-format' } });
  });

  it('is not confused by a parameter name that looks like a pattern', () => {
    const hostile = new Map([
      ['(a+)+$', '(a+)+$'],
      ['[', '['],
    ]);
    expect(decide(400, { error: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' }, hostile).kind).toBe('doubt');
  });
});

describe('keys, credit and outages', () => {
  it.each<[string, number, unknown, RegExp]>([
    [
      'a wrong key',
      401,
      openAi('Incorrect API key provided', null, 'invalid_api_key'),
      /refused the API key.*"api-key"/s,
    ],
    ['a wrong key at xAI', 400, { code: 'x', error: 'Incorrect API key provided: xa***12.' }, /refused the API key/],
    [
      'a wrong key at Google',
      400,
      [{ error: { code: 400, message: 'API key not valid. Please pass a valid API key.' } }],
      /refused the API key/,
    ],
    [
      'no access',
      403,
      openAi('Project does not have access to model', null, 'model_not_found'),
      /does not let this key use "a-model"/,
    ],
    [
      'no quota',
      429,
      openAi('You exceeded your current quota', null, 'insufficient_quota', 'insufficient_quota'),
      /no credit/,
    ],
    ['no balance at DeepSeek', 402, openAi('Insufficient Balance', null, 'invalid_request_error'), /no credit/],
    [
      'no balance at Anthropic',
      400,
      { error: { type: 'invalid_request_error', message: 'Your credit balance is too low to access the API.' } },
      /no credit/,
    ],
  ])('%s ends the run in words', (_name, status, body, message) => {
    const decision = decide(status, body);
    expect(decision.kind === 'config' ? decision.error.message : decision.kind).toMatch(message);
  });

  it.each<[number, unknown]>([
    [429, openAi('Rate limit reached for requests', null, 'rate_limit_exceeded')],
    [
      429,
      [
        {
          error: {
            code: 429,
            message: 'You exceeded your current quota, retry in 20 s.',
            status: 'RESOURCE_EXHAUSTED',
          },
        },
      ],
    ],
    [408, ''],
    [409, ''],
    [500, openAi('The server had an error', null, null)],
    [529, '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'],
  ])('a %i is asked again', (status, body) => {
    expect(decide(status, body).kind).toBe('retry');
  });
});
