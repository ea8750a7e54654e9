import { canonicalParameter } from '../../prompts/parameters.ts';
import { key } from '../key.ts';

/** How a model is asked: `model` and `judge.model`. */
export const modelKeys = {
  id: key({ type: 'string', minLength: 1, description: 'The model id, as the endpoint knows it.' }),
  api: key({
    enum: ['chat', 'responses'],
    default: 'chat',
    description: 'Which API of the endpoint: Chat Completions or Responses.',
  }),
  parameters: key(
    {
      type: 'object',
      default: {},
      description:
        'Parameters to send, in kebab-case (`temperature`, `max-tokens`, `reasoning-effort`). Nothing that is not named is sent.',
    },
    {
      read: (written) =>
        Object.fromEntries(Object.entries(written).map(([name, value]) => [canonicalParameter(name), value])),
    },
  ),
  'allow-parameters': key(
    {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      default: [],
      description:
        'Parameters that a pull request may bring although they do more than shape the answer (`service-tier`, `store`, `metadata`), by name, at any value; read from the base only. What the base sends itself needs no word here.',
    },
    { read: (written) => written.map(canonicalParameter) },
  ),
  'allow-tools': key({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    default: [],
    description:
      'Types of tools beside `function` that a pull request may bring (`web_search`, `mcp`); read from the base only. With `function` here, functions may have other members than their definition.',
  }),
  'base-url': key(
    {
      type: 'string',
      description:
        "The endpoint, an http or https URL; read from the default branch only. For `model` the input `base-url` wins; without both it is the environment's `OPENAI_BASE_URL`, else OpenAI. A judge without one asks where the model is.",
    },
    { side: 'default-branch' },
  ),
  'api-key-env': key(
    {
      type: 'string',
      pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
      description:
        'The name of the environment variable that holds the key; read from the default branch only. Without it `model` has the input `api-key` or `OPENAI_API_KEY`, and a judge shares that on the same host only.',
    },
    { side: 'default-branch' },
  ),
  'api-version': key(
    {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
      description:
        'The `api-version` that each request names, as the deployments of Azure want it (`2024-10-21`); read from the default branch only.',
    },
    { side: 'default-branch' },
  ),
  auth: key(
    {
      enum: ['bearer', 'api-key'],
      description:
        'How the key is sent: `Authorization: Bearer …`, or the header `api-key` as Azure has it; read from the default branch only. Without it `bearer`.',
    },
    { side: 'default-branch' },
  ),
  headers: key(
    {
      type: 'object',
      additionalProperties: { type: 'string' },
      default: {},
      description:
        'HTTP headers to add to every request, as plain text without references; read from the default branch only. Not for keys.',
    },
    { side: 'default-branch' },
  ),
  map: key(
    {
      type: 'object',
      additionalProperties: { type: 'string', minLength: 1 },
      default: {},
      description: 'Model ids to send in place of those written, exact match; read from the default branch only.',
    },
    { side: 'default-branch' },
  ),
};
