import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { CheckKind, Rule } from './check.ts';
import { found, type Target, targetText } from './finding.ts';

const bound = (which: string) =>
  ({ type: 'integer', minimum: 0, description: `The ${which} number of characters (Unicode code points).` }) as const;

/** The target's length in characters lies between `min` and `max`, both included. */
export const length: CheckKind = {
  type: 'length',
  properties: { min: bound('smallest'), max: bound('largest') },
  required: [],
  templates: [],
  dependencies: () => [],
  compile: compileLength,
};

function compileLength(config: CheckConfig): Rule {
  const { min = null, max = null } = config.options as { min?: number; max?: number };
  if (min === null && max === null) {
    throw UserError.of(`the length check "${config.name}" has no bound.`, 'Add "min" or "max".', config.where);
  }
  if (min !== null && max !== null && min > max) {
    const message = `the length check "${config.name}" has a min (${min}) above its max (${max}).`;
    throw UserError.of(message, 'Swap them: no output could pass.', config.where);
  }
  const measure = (target: Target) => {
    const characters = countCharacters(targetText(target));
    if (min !== null && characters < min) return found(false, `${characters} characters, at least ${min} expected`);
    if (max !== null && characters > max) return found(false, `${characters} characters, at most ${max} allowed`);
    return found(true, `${characters} characters`);
  };
  return { measure, isMetBySilence: max !== null };
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
