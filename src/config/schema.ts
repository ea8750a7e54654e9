import { jsonPointerPattern } from '../checks/json-pointer.ts';
import type { Json, JsonObject } from '../json.ts';
import {
  baselineSchema,
  gateSchema,
  mapping,
  metricName,
  metricProperties,
  modelSchema,
  panelSchema,
  priceSchema,
} from './schema-parts.ts';

/** What the schema needs to know of a kind of check or judge. */
export interface MetricKind {
  readonly type: string;
  readonly properties: JsonObject;
  readonly required: readonly string[];
}

const checkProperties: JsonObject = {
  path: {
    type: 'string',
    pattern: jsonPointerPattern,
    description:
      'A JSON Pointer (`/label`, `/items/0`) into the output read as JSON; without it the check looks at the whole text. Empty (`""`) is the whole output as JSON.',
  },
  not: {
    type: 'boolean',
    default: false,
    description: 'Turns the check round. A path that finds nothing, or an output that is not JSON, still scores 0.',
  },
  ...metricProperties,
};

/** The keys of a judge that are no option of its kind. */
export const judgeProperties: JsonObject = {
  rubric: {
    type: 'string',
    minLength: 1,
    format: 'path',
    description: 'The path of a rubric file, or `builtin:NAME`.',
  },
  calibration: {
    type: 'string',
    minLength: 1,
    format: 'path',
    description: 'The path of a file of human labels that shows whether this judge may gate.',
  },
  'allow-uncalibrated': {
    type: 'boolean',
    default: false,
    description: 'Lets the judge gate although nothing shows that it agrees with people.',
  },
  model: {
    type: ['string', 'null'],
    minLength: 1,
    description: 'The model id of this judge, at the endpoint of `judge.model`; the default is `judge.model.id`.',
  },
  samples: {
    type: 'integer',
    minimum: 1,
    maximum: 9,
    default: 1,
    description: 'Judgements of each output; their mean is the score. More than 1 where a judge contradicts itself.',
  },
  ...metricProperties,
};

/** The JSON Schema (2020-12) of the config file, over the kinds of checks and judges there are; schemas/prompt-assay.schema.json is its published copy. */
export function buildConfigSchema(checkKinds: readonly MetricKind[], judgeKinds: readonly MetricKind[]): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Prompt Assay config',
    ...mapping(
      'Which prompts are evaluated, on what, by which metrics, and when a change may be merged.',
      {
        $schema: { type: 'string', description: 'The URL or path of this schema, for editors.' },
        version: { const: 1, description: 'The version of this format: 1.' },
        model: modelSchema(
          "The model to ask where a prompt does not name one, and the endpoint. A prompt's own settings win.",
        ),
        judge: mapping('How judges are asked.', {
          model: modelSchema(
            'The model that judges. `api` and the endpoint come from the top-level `model` where they are not named; id and parameters never do.',
          ),
          logprobs: {
            type: 'boolean',
            default: false,
            description: 'Ask for log probabilities, for finer scores where the model gives them.',
          },
        }),
        budget: budgetSchema,
        concurrency: {
          type: 'integer',
          minimum: 1,
          maximum: 1000,
          default: 50,
          description: "The most calls in flight; the provider's limits decide below that.",
        },
        prices: {
          type: 'object',
          additionalProperties: priceSchema,
          default: {},
          description: 'Prices by model id, in place of the built-in table.',
        },
        report: mapping('What the report shows.', {
          examples: {
            enum: ['none', 'redacted', 'full'],
            default: 'full',
            description:
              'How much of inputs and outputs the comment shows. A public repository shows everything to everyone.',
          },
        }),
        baseline: baselineSchema,
        discover: {
          type: 'boolean',
          default: true,
          description:
            'Whether prompt files that carry rows and metrics of their own, and match no suite, are suites of their own.',
        },
        suites: {
          type: 'array',
          minItems: 1,
          items: suiteSchema(checkKinds, judgeKinds),
          description: 'What is evaluated together.',
        },
      },
      ['version', 'suites'],
    ),
  };
}

const budgetSchema = mapping('What one run may cost; a run that would cost more spends nothing.', {
  'per-run-usd': {
    type: ['number', 'null'],
    minimum: 0,
    default: 2,
    description: 'Dollars a run may cost by estimate; `null` sets no limit.',
  },
  'per-run-calls': { type: 'integer', minimum: 1, default: 5000, description: 'Model calls a run may make.' },
  alerts: {
    type: 'array',
    items: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
    default: [50, 75, 90],
    description: 'Percentages of the budget at which a warning is given.',
  },
});

function suiteSchema(checkKinds: readonly MetricKind[], judgeKinds: readonly MetricKind[]): JsonObject {
  return mapping(
    'Prompts, the rows they run on, the metrics that score them, and the gate.',
    {
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
        description: 'The name of the suite; with the path of the config it is its identity.',
      },
      prompts: {
        type: ['string', 'array'],
        minLength: 1,
        minItems: 1,
        items: { type: 'string', minLength: 1 },
        description: 'Globs of prompt files, relative to this file.',
      },
      dataset: {
        type: ['string', 'array'],
        minLength: 1,
        minItems: 1,
        items: { type: ['string', 'object'], minLength: 1 },
        description:
          'The path of a dataset file relative to this one, a list of paths, or a list of rows. Without it, the rows inside the prompt files.',
      },
      samples: {
        type: 'integer',
        minimum: 1,
        maximum: 20,
        default: 1,
        description: 'Outputs a case on each arm. 5 unless named with `target: cases`.',
      },
      inputs: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        description:
          'Columns that prompts may read although a check or a reference is made of them; any other that a pull request newly reads needs accept.',
      },
      'cluster-by': {
        type: 'string',
        minLength: 1,
        description: 'The column whose equal values make rows depend on each other, as turns of one thread.',
      },
      checks: {
        type: 'array',
        items: metricSchema('check', checkKinds, checkProperties),
        default: [],
        description: 'Deterministic metrics; docs/checks.md lists them.',
      },
      judges: {
        type: 'array',
        items: metricSchema('judge', judgeKinds, judgeProperties),
        default: [],
        description: 'Metrics scored by a model.',
      },
      panels: {
        type: 'array',
        items: panelSchema,
        default: [],
        description: 'Judges that count as one metric.',
      },
      gate: gateSchema,
      baseline: baselineSchema,
    },
    ['name', 'prompts'],
  );
}

/** One branch a type: its keys are known exactly, and a wrong type is one mistake and not one for each key. */
function metricSchema(what: string, kinds: readonly MetricKind[], shared: JsonObject): JsonObject {
  const types = kinds.map(({ type }) => type);
  const branches = kinds.map((kind): Json => {
    const properties = { name: true, type: true, ...shared, ...kind.properties };
    return {
      if: { properties: { type: { const: kind.type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties, required: [...kind.required], additionalProperties: false },
    };
  });
  return {
    type: 'object',
    description: `One ${what}.`,
    properties: { name: metricName(what), type: { enum: types, description: `The kind of ${what}.` } },
    required: ['name', 'type'],
    allOf: branches,
  };
}
