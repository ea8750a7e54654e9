import type { Json, JsonObject } from '../../json.ts';
import { group, key, mapping, readKeys, required, type Settings } from '../key.ts';
import type { Place } from '../place.ts';
import { baselineKeys, baselineText } from './baseline.ts';
import { modelKeys } from './model.ts';

/** Dollars per million tokens; null is unknown, never zero. */
export const priceKeys = {
  'input-per-million-usd': required({ type: 'number', minimum: 0, description: 'Dollars per million input tokens.' }),
  'cached-input-per-million-usd': key({
    type: 'number',
    minimum: 0,
    description: 'Dollars per million cached input tokens; unknown if not named.',
  }),
  'output-per-million-usd': required({ type: 'number', minimum: 0, description: 'Dollars per million output tokens.' }),
};

const budgetKeys = {
  'per-run-usd': key({
    type: ['number', 'null'],
    minimum: 0,
    default: 2,
    description:
      'Dollars a run may cost by estimate; `null` sets no limit. Where it is written, a model without a price counts as the dearest known.',
  }),
  'per-run-calls': key({ type: 'integer', minimum: 1, default: 5000, description: 'Model calls a run may make.' }),
  alerts: key({
    type: 'array',
    items: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
    default: [50, 75, 90],
    description: 'Percentages of the budget at which a warning is given.',
  }),
};

/** The settings of a config outside its suites. */
export const configKeys = {
  model: group(
    "The model to ask where a prompt does not name one, and the endpoint. A prompt's own settings win.",
    modelKeys,
  ),
  judge: group('How judges are asked.', {
    model: group(
      'The model that judges. `api` and the endpoint come from the top-level `model` where they are not named; id and parameters never do.',
      modelKeys,
    ),
    logprobs: key({
      type: 'boolean',
      default: false,
      description: 'Ask for log probabilities, for finer scores where the model gives them.',
    }),
  }),
  budget: group('What one run may cost; a run that would cost more spends nothing.', budgetKeys, { called: 'budget' }),
  concurrency: key(
    {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      default: 50,
      description: "The most calls in flight; the provider's limits decide below that.",
    },
    { side: 'either', called: 'concurrency' },
  ),
  prices: key(
    {
      type: 'object',
      additionalProperties: mapping('The prices of one model, in dollars per million tokens.', priceKeys),
      default: {},
      description: 'Prices by model id, in place of the built-in table.',
    },
    { read: readPrices, called: 'table of prices' },
  ),
  report: group(
    'What the report shows.',
    {
      examples: key({
        enum: ['none', 'redacted', 'full'],
        default: 'full',
        description:
          'How much of inputs and outputs the comment shows. A public repository shows everything to everyone.',
      }),
    },
    { side: 'either', called: 'setting of examples' },
  ),
  baseline: group(baselineText, baselineKeys),
  discover: key({
    type: 'boolean',
    default: true,
    description:
      'Whether prompt files that carry rows and metrics of their own, and match no suite, are suites of their own.',
  }),
};

function readPrices(written: { readonly [model: string]: Json }, place: Place) {
  const prices = Object.entries(written).map(([id, price]) => [id, readKeys(priceKeys, price as JsonObject, place)]);
  return Object.fromEntries(prices) as { readonly [model: string]: Settings<typeof priceKeys> };
}
