import { renderCall } from '../run/tool-calls.ts';
import type { CheckKind } from './check.ts';
import { allowance, measureCount } from './counted.ts';
import { excerpt } from './excerpt.ts';
import { lookAtCalls } from './made-calls.ts';

/** How many calls repeat an earlier one: the same tool with the same arguments, whatever the order of their names. */
export const repeatedCalls: CheckKind = {
  type: 'repeated-calls',
  properties: allowance('calls that repeat an earlier one'),
  required: [],
  templates: [],
  dependencies: () => [],
  compile: (config) => ({
    follow: (output, { max = 0 }) =>
      lookAtCalls(config, output, (calls) => {
        const seen = new Set<string>();
        const repeats = calls.map(renderCall).filter((call) => seen.size === seen.add(call).size);
        const [first] = repeats;
        return measureCount(
          repeats.length,
          ['repeated call', 'repeated calls'],
          { max },
          first === undefined ? '' : excerpt(first),
        );
      }),
  }),
};
