import type { Json } from '../json.ts';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { found, targetText } from './finding.ts';
import { normalizeJson, normalizeKey, readSteps } from './normalize.ts';
import { isSameJson, readLike } from './same-json.ts';
import { explainUnseen, withUnseen } from './unseen.ts';

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
    normalize: normalizeKey,
  },
  required: ['values'],
  templates: ['values'],
  dependencies: () => [],
  compile: () => ({
    measure: (target, options) => {
      const steps = readSteps(options);
      const values = options.values as readonly Json[];
      const pairs = values.flatMap((value) => {
        const actual = readLike(target, value);
        return actual === undefined ? [] : [[normalizeJson(actual, steps), normalizeJson(value, steps)] as const];
      });
      const text = excerpt(targetText(target));
      if (pairs.some(([ours, theirs]) => isSameJson(ours, theirs))) {
        return found(true, `${text} is one of the ${values.length} values`);
      }
      const near = pairs.flatMap(([ours, theirs]) => {
        const areTexts = typeof ours === 'string' && typeof theirs === 'string';
        const unseen = areTexts ? explainUnseen(ours, theirs, 'whole', steps) : null;
        return unseen === null ? [] : [`from ${excerpt(theirs as string)} ${unseen}`];
      });
      return found(false, withUnseen(`${text} is not one of the ${values.length} values`, near[0] ?? null));
    },
  }),
};
