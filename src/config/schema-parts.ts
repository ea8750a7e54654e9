import type { Json, JsonObject } from '../json.ts';

/** The schema of a mapping that knows exactly the given keys. */
export function mapping(description: string, properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: 'object', description, properties, required, additionalProperties: false };
}

const parameters: JsonObject = {
  type: 'object',
  default: {},
  description:
    'Parameters to send, in kebab-case (`temperature`, `max-tokens`, `reasoning-effort`). Nothing that is not named is sent.',
};

/** How a model is asked. */
export function modelSchema(description: string): JsonObject {
  return mapping(description, {
    id: { type: 'string', minLength: 1, description: 'The model id, as the endpoint knows it.' },
    api: {
      enum: ['chat', 'responses'],
      default: 'chat',
      description: 'Which API of the endpoint: Chat Completions or Responses.',
    },
    parameters,
    'base-url': {
      type: 'string',
      description:
        "The endpoint, an http or https URL; read from the default branch only. For `model` the input `base-url` wins; without both it is the environment's `OPENAI_BASE_URL`, else OpenAI. A judge without one asks where the model is.",
    },
    'api-key-env': {
      type: 'string',
      pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
      description:
        'The name of the environment variable that holds the key; read from the default branch only. Without it `model` has the input `api-key` or `OPENAI_API_KEY`, and a judge shares that on the same host only.',
    },
    headers: {
      type: 'object',
      additionalProperties: { type: 'string' },
      default: {},
      description:
        'HTTP headers to add to every request, as plain text without references; read from the default branch only. Not for keys.',
    },
    map: {
      type: 'object',
      additionalProperties: { type: 'string', minLength: 1 },
      default: {},
      description: 'Model ids to send in place of those written, exact match; read from the default branch only.',
    },
  });
}

/** How a stored baseline is kept; the defaults are named where nothing above sets them. */
export const baselineSchema: JsonObject = mapping(
  'How the stored baseline is kept. In a suite, keys that are not named come from the top level.',
  {
    branch: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      default: 'prompt-assay-baselines',
      description: 'The orphan branch that keeps the baselines.',
    },
    'max-age': {
      type: ['number', 'string'],
      exclusiveMinimum: 0,
      pattern: '^[1-9][0-9]{0,4}d$',
      default: '30d',
      description: 'Days after which a stored baseline is no longer used: a number, or text like `30d`.',
    },
    samples: {
      type: 'integer',
      minimum: 1,
      maximum: 20,
      default: 3,
      description: 'Outputs a case that a baseline run takes; below 3 a stored baseline cannot prove a pass.',
    },
    'store-outputs': {
      type: 'boolean',
      default: true,
      description: 'Whether outputs are stored beside the scores. `false` keeps texts out of the repository.',
    },
  },
);

/** The gate of a suite. */
export const gateSchema: JsonObject = mapping('When a change passes or fails; docs/statistics.md has the rules.', {
  alpha: {
    type: 'number',
    exclusiveMinimum: 0,
    maximum: 0.5,
    default: 0.05,
    description: 'The one-sided error rate of the whole gate.',
  },
  margin: {
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
    description:
      'The drop that must be ruled out, on the 0..1 scale. Default: 0.10 below 100 distinct questions, 0.05 from 100.',
  },
  'min-drop': {
    type: 'number',
    minimum: 0,
    exclusiveMaximum: 1,
    default: 0.025,
    description: 'The smallest mean drop that is looked into a second time.',
  },
  resample: {
    enum: ['discordant', 'off'],
    default: 'discordant',
    description:
      'Whether cases that differ are run again on both arms where the first look decides nothing. Off where `samples` is above 1.',
  },
  target: {
    enum: ['inputs', 'cases'],
    default: 'inputs',
    description: 'What the verdict speaks of: all inputs like these, or these very cases (for fewer than 50).',
  },
  'min-cases': {
    type: 'integer',
    minimum: 1,
    default: 10,
    description:
      'Below this many distinct questions no rate is tested; every question is drawn 5 times and only one that broke fails.',
  },
  'drift-allowance': {
    type: 'number',
    minimum: 0,
    exclusiveMaximum: 1,
    default: 0.02,
    description: "What is taken off the margin against a stored baseline, for the provider's drift.",
  },
  'after-screen': {
    enum: ['fresh', 'stop'],
    default: 'fresh',
    description:
      'What follows where a stored baseline shows no drop and cannot prove a pass: the base side runs afresh and the gate decides, or the verdict is inconclusive at half the calls.',
  },
  'on-inconclusive': {
    enum: ['warn', 'block'],
    default: 'warn',
    description: 'Whether an inconclusive verdict is green with a warning, or red.',
  },
  strict: {
    type: 'boolean',
    default: false,
    description: 'Blocks unless the verdict is pass, and always runs the base side afresh.',
  },
  'max-cost-increase': {
    type: 'number',
    minimum: 0,
    description:
      'Fails where the cost of an answer has provably risen by more than this share of the base side (0.2 is 20 %), case by case.',
  },
  'max-latency-increase': {
    type: 'number',
    minimum: 0,
    description: 'The same for the latency; the base side then always runs afresh, since a stored answer has no time.',
  },
});

/** The keys that checks and judges share. */
export const metricProperties: JsonObject = {
  role: {
    enum: ['gate', 'report'],
    default: 'gate',
    description: 'Whether the metric enters the verdict, or is only shown.',
  },
  direction: {
    enum: ['higher', 'lower', 'neutral'],
    default: 'higher',
    description: 'Which way is better. A neutral metric is only shown.',
  },
  'min-score': {
    type: ['number', 'object'],
    minimum: 0,
    maximum: 1,
    properties: {
      value: { type: 'number', minimum: 0, maximum: 1, description: 'The threshold, from 0 to 1.' },
      on: {
        enum: ['mean', 'lower-bound'],
        default: 'mean',
        description: 'What is held against it: the mean, or its Wilson lower bound.',
      },
    },
    required: ['value'],
    additionalProperties: false,
    description: 'An absolute threshold for the mean score: a number, or `{ value: 0.9, on: lower-bound }`.',
  },
};

/** The name of a check, a judge or a panel. */
export function metricName(what: string): JsonObject {
  return {
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: `The name of the ${what}, shown in the report; unique in its suite.`,
  };
}

const { role, 'min-score': minScore } = metricProperties;

/** A panel of judges. */
export const panelSchema: JsonObject = mapping(
  'Judges of this suite whose scores count as one.',
  {
    name: metricName('panel'),
    members: {
      type: 'array',
      minItems: 2,
      maxItems: 9,
      uniqueItems: true,
      items: { type: 'string', minLength: 1 },
      description:
        'Names of judges of this suite, all of one output or all of pairs. Only those that may gate are heard. A member reports unless its own `role` is gate.',
    },
    combine: {
      enum: ['mean', 'majority'],
      default: 'mean',
      description: "The mean of the members' scores, or what most of them say: their median.",
    },
    role: role as Json,
    'min-score': minScore as Json,
  },
  ['name', 'members'],
);

/** What a price says. */
export const priceSchema: JsonObject = mapping(
  'The prices of one model, in dollars per million tokens.',
  {
    'input-per-million-usd': { type: 'number', minimum: 0, description: 'Dollars per million input tokens.' },
    'cached-input-per-million-usd': {
      type: 'number',
      minimum: 0,
      description: 'Dollars per million cached input tokens; unknown if not named.',
    },
    'output-per-million-usd': { type: 'number', minimum: 0, description: 'Dollars per million output tokens.' },
  },
  ['input-per-million-usd', 'output-per-million-usd'],
);
