import { listSteps } from '../run/story.ts';
import type { CheckKind } from './check.ts';
import { bounds, measureCount, requireBounds } from './counted.ts';

/** The number of the assistant's messages lies between `min` and `max`, both included; without a trajectory there is one. */
export const steps: CheckKind = {
  type: 'steps',
  properties: bounds('messages of the assistant, the answer among them'),
  required: [],
  templates: [],
  dependencies: () => [],
  compile: (config) => {
    requireBounds(config);
    return {
      idle: ['at', 'tool'],
      follow: (output, options) => {
        const count = listSteps(output).filter(({ role }) => role === 'assistant').length;
        return measureCount(count, ['step', 'steps'], options);
      },
    };
  },
};
