import type { Json } from '../json.ts';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { found, targetText } from './finding.ts';
import { isSameJson, readLike } from './same-json.ts';

/** The target equals one of a list of values, by the rules of `equals`. */
export const oneOf: CheckKind = {
  type: 'one-of',
  properties: {
    values: {
      type: 'array',
      minItems: 1,
      items: { type: ['string', 'number', 'boolean', 'null'] },
      description: 'The values the target may have. Strings in it are templates, filled in with the row.',
    },
  },
  required: ['values'],
  templates: ['values'],
  dependencies: () => [],
  compile: () => ({
    measure: (target, options) => {
      const values = options.values as readonly Json[];
      const holds = values.some((value) => {
        const actual = readLike(target, value);
        return actual !== undefined && isSameJson(actual, value);
      });
      return found(holds, `${excerpt(targetText(target))} is ${holds ? '' : 'not '}one of the ${values.length} values`);
    },
  }),
};
