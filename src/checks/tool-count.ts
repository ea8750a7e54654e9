import type { CheckKind } from './check.ts';
import { bounds, measureCount, requireBounds } from './counted.ts';
import { lookAtCalls } from './made-calls.ts';
import { listNames } from './names.ts';

/** The number of tool calls, or of those of `tool`, lies between `min` and `max`, both included. */
export const toolCount: CheckKind = {
  type: 'tool-count',
  properties: bounds('calls, of `tool` or of all tools'),
  required: [],
  templates: [],
  dependencies: () => [],
  compile: (config) => {
    requireBounds(config);
    const whose = config.tool === null ? null : listNames([{ name: config.tool }]);
    const words =
      whose === null ? (['tool call', 'tool calls'] as const) : ([`call of ${whose}`, `calls of ${whose}`] as const);
    return {
      follow: (output, options) =>
        lookAtCalls(config, output, (calls) =>
          measureCount(calls.length, words, options, calls.length === 0 || whose !== null ? '' : listNames(calls)),
        ),
    };
  },
};
