import { type Key, key, required } from '../key.ts';
import { isBuiltin, resolvePath } from '../paths.ts';
import type { Place } from '../place.ts';

/** An absolute threshold for the mean score, or for its Wilson lower bound. */
interface Threshold {
  /** From 0 to 1. */
  readonly value: number;
  readonly on: 'mean' | 'lower-bound';
}

/** What checks and judges have in common. */
export const metricKeys = {
  role: key({
    enum: ['gate', 'report'],
    default: 'gate',
    description: 'Whether the metric enters the verdict, or is only shown.',
  }),
  direction: key({
    enum: ['higher', 'lower', 'neutral'],
    default: 'higher',
    description: 'Which way is better. A neutral metric is only shown.',
  }),
  'min-score': key(
    {
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
    {
      read: (score): Threshold => ({
        on: 'mean',
        ...(typeof score === 'number' ? { value: score } : (score as unknown as Threshold)),
      }),
    },
  ),
};

/** What is looked at of an output that is a trajectory. */
const views = ['final', 'all', 'tools'] as const;

/** What a check has beside the keys of its type. */
export const checkKeys = {
  path: key({
    type: 'string',
    // RFC 6901: empty, or `/`-led parts in which `~` is written `~0` and `/` is written `~1`.
    pattern: '^(/([^~/]|~[01])*)*$',
    description:
      'A JSON Pointer (`/label`, `/items/0`) into the output read as JSON; without it the check looks at the whole text. Empty (`""`) is the whole output as JSON.',
  }),
  from: key({
    enum: ['whole', 'fenced'],
    default: 'whole',
    description:
      'What of the output is looked at: all of it, or what stands inside the one code fence that is all of it. An output without a fence is looked at as it is.',
  }),
  not: key({
    type: 'boolean',
    default: false,
    description:
      'Turns the check round. A path that finds nothing, an output that is not JSON, and an answer that is empty, refused or cut off still score 0.',
  }),
  at: key({
    enum: views,
    description:
      'What is looked at of a trajectory: the `final` answer, `all` that was said and done, or the `tools` that were called and what they answered. The default is `final`, in checks of calls and steps `all`.',
  }),
  tool: key({
    type: 'string',
    minLength: 1,
    maxLength: 200,
    description:
      'The name of a tool. The check looks at the arguments of its calls, and `path` points into them; a check of calls counts this tool alone.',
  }),
  call: key({
    enum: ['all', 'any', 'first', 'last'],
    default: 'all',
    description: 'Which calls of `tool` have to meet the check where there are several.',
  }),
};

/** How much a member of a `mean-of` counts beside the others. */
export const memberWeight = key({
  type: 'number',
  exclusiveMinimum: 0,
  maximum: 1000,
  default: 1,
  description: 'How much this check counts in the mean of a `mean-of`.',
});

/** What a judge has beside the keys of its type. */
export const judgeKeys = {
  rubric: key(
    {
      type: 'string',
      minLength: 1,
      format: 'path',
      description: 'The path of a rubric file, or `builtin:NAME`.',
    },
    { read: ownPath },
  ),
  calibration: key(
    {
      type: 'string',
      minLength: 1,
      format: 'path',
      description: 'The path of a file of human labels that shows whether this judge may gate.',
    },
    { read: ownPath },
  ),
  'allow-uncalibrated': key({
    type: 'boolean',
    default: false,
    description: 'Lets the judge gate although nothing shows that it agrees with people.',
  }),
  model: key({
    type: ['string', 'null'],
    minLength: 1,
    description: 'The model id of this judge, at the endpoint of `judge.model`; the default is `judge.model.id`.',
  }),
  samples: key({
    type: 'integer',
    minimum: 1,
    maximum: 9,
    default: 1,
    description: 'Judgements of each output; their mean is the score. More than 1 where a judge contradicts itself.',
  }),
  at: key({
    enum: views,
    default: 'final',
    description:
      'What the judge is shown of a trajectory: the `final` answer, `all` that was said and done as numbered steps, or the `tools` that were called and what they answered.',
  }),
};

/** The path of a file as a repository path; `builtin:NAME` stays. */
export function ownPath(path: string, { configPath }: Place): string {
  return isBuiltin(path) ? path : (resolvePath(configPath, path) ?? path);
}

/** The name of a check, a judge or a panel. */
export function metricName(what: string): Key<string> {
  return required({
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: `The name of the ${what}, shown in the report; unique in its suite.`,
  });
}

/** A panel. */
export const panelKeys = {
  name: metricName('panel'),
  members: required({
    type: 'array',
    minItems: 2,
    maxItems: 9,
    uniqueItems: true,
    items: { type: 'string', minLength: 1 },
    description:
      'Names of judges of this suite, all of one output or all of pairs. Only those that may gate are heard. A member reports unless its own `role` is gate.',
  }),
  combine: key({
    enum: ['mean', 'majority'],
    default: 'mean',
    description: "The mean of the members' scores, or what most of them say: their median.",
  }),
  role: metricKeys.role,
  'min-score': metricKeys['min-score'],
};
