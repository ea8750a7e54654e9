import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { found, type Target, targetText } from './finding.ts';

/** The target says nothing: no text but blanks; with a `path` also null, an empty list and an empty mapping. Under `not`: it says something. */
export const empty: CheckKind = {
  type: 'empty',
  properties: {},
  required: [],
  templates: [],
  dependencies: () => [],
  compile: () => ({
    measure: (target) =>
      isEmpty(target) ? found(true, 'is empty') : found(false, `is ${excerpt(targetText(target))}`),
  }),
};

function isEmpty(target: Target): boolean {
  if (target.kind === 'text' || typeof target.value === 'string') return targetText(target).trim() === '';
  return target.value === null || (typeof target.value === 'object' && Object.keys(target.value).length === 0);
}
