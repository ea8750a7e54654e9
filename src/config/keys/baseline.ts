import { key } from '../key.ts';

/** How a stored baseline is kept; the defaults are those where nothing above sets them. */
export const baselineKeys = {
  branch: key({
    type: 'string',
    minLength: 1,
    maxLength: 200,
    default: 'prompt-assay-baselines',
    description: 'The orphan branch that keeps the baselines.',
  }),
  'max-age': key(
    {
      type: ['number', 'string'],
      exclusiveMinimum: 0,
      pattern: '^[1-9][0-9]{0,4}d$',
      default: '30d',
      description: 'Days after which a stored baseline is no longer used: a number, or text like `30d`.',
    },
    { read: (days) => Number.parseFloat(String(days)) },
  ),
  samples: key({
    type: 'integer',
    minimum: 1,
    maximum: 20,
    default: 5,
    description:
      'Outputs a case that a baseline run takes; below 3 a stored baseline cannot prove a pass and does not show which cases are noisy.',
  }),
  'store-outputs': key({
    type: 'boolean',
    default: true,
    description: 'Whether outputs are stored beside the scores. `false` keeps texts out of the repository.',
  }),
};

/** What `baseline` says of itself, at the top level and in a suite. */
export const baselineText =
  'How the stored baseline is kept. In a suite, keys that are not named come from the top level.';
