import type { JsonObject } from '../json.ts';
import type { GroupKind } from './check.ts';

/** All members hold: the least of their scores. */
export const allOf = buildGroupKind('all-of', 'least');

/** One of the members holds: the greatest of their scores. */
export const anyOf = buildGroupKind('any-of', 'greatest');

/** How much of the members holds: the mean of their scores by their weights. */
export const meanOf = buildGroupKind('mean-of', 'mean');

function buildGroupKind(type: string, combine: GroupKind['combine']): GroupKind {
  const checks: JsonObject = {
    type: 'array',
    minItems: 1,
    maxItems: 20,
    items: { $ref: '#/$defs/member' },
    description:
      'The checks of this group, each as it would stand alone but without `name`, `role`, `direction` and `min-score`; in a `mean-of` it may have a `weight`.',
  };
  return { type, properties: { checks }, required: ['checks'], combine };
}
