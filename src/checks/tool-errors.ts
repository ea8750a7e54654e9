import { listSteps } from '../run/story.ts';
import type { CheckKind } from './check.ts';
import { allowance, measureCount } from './counted.ts';
import { excerpt } from './excerpt.ts';
import { listNames } from './names.ts';

/** How many results of tools are marked as failed. */
export const toolErrors: CheckKind = {
  type: 'tool-errors',
  properties: allowance('results of tools that are marked as failed'),
  required: [],
  templates: [],
  dependencies: () => [],
  compile: ({ tool }) => ({
    idle: ['at'],
    follow: (output, { max = 0 }) => {
      const failed = listSteps(output).filter((step) => step.failed && (tool === null || step.tool === tool));
      const [first] = failed;
      const detail =
        first === undefined ? '' : `${listNames([{ name: first.tool ?? 'a tool' }])}: ${excerpt(first.content)}`;
      return measureCount(failed.length, ['failed call', 'failed calls'], { max }, detail);
    },
  }),
};
