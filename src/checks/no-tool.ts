import type { CheckKind } from './check.ts';
import { found } from './finding.ts';
import { lookAtCalls } from './made-calls.ts';
import { listNames } from './names.ts';

/** No tool is called, or not the one that `tool` names. */
export const noTool: CheckKind = {
  type: 'no-tool',
  properties: {},
  required: [],
  templates: [],
  dependencies: () => [],
  compile: (config) => ({
    follow: (output) =>
      lookAtCalls(config, output, (calls) => {
        const expected = config.tool === null ? 'no tool' : `no ${listNames([{ name: config.tool }])}`;
        return found(calls.length === 0, `called ${listNames(calls)}, expected ${expected}`);
      }),
  }),
};
