import type { CheckKind } from './check.ts';
import { found } from './finding.ts';
import { parseModelJson } from './model-json.ts';

/** The whole output is one JSON value and nothing else: a surrounding code fence makes it fail. With a `path`, that something is there. */
export const json: CheckKind = {
  type: 'json',
  properties: {},
  required: [],
  templates: [],
  dependencies: () => [],
  compile: ({ path }) => ({
    measure: (target) => {
      if (target.kind === 'value') return found(true, `${path} is in the output`);
      const { problem } = parseModelJson(target.text);
      return found(problem === null, problem ?? 'is JSON');
    },
  }),
};
