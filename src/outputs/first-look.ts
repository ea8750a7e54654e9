import { contentHash, type Json } from '../json.ts';
import { listKeys } from '../plan/draws.ts';
import { listFirstRound } from '../plan/rounds.ts';
import { findPrompt, type SuitePlan } from '../plan/suite-plan.ts';
import { asSupplied } from './needed.ts';
import type { Supply } from './supply.ts';

/** So many digits tell any two looks apart and leave room for others in a hidden line. */
const digits = 16;

/**
 * Identity of the outputs that a suite's first look was taken at, as `sides:hash`: a second look has to be at the same ones, or
 * everybody would draw until the first round pleases. `earlier` is the look to be compared with: base outputs that were not there
 * then do not count.
 */
export function identifyLook(supply: Supply, plan: SuitePlan, earlier: string | null = null): string {
  const keys = [...listKeys(listFirstRound([plan], 'fresh'))].map((key) => {
    const prompt = findPrompt([plan], key);
    return prompt === undefined ? key : asSupplied(prompt, key);
  });
  const found = keys.map((key) => ({ key, result: supply.find(key) }));
  const hasBase = found.some(({ key, result }) => key.arm === 'base' && result !== null);
  const sides = earlier === null ? (hasBase ? 'both' : 'candidate') : (earlier.split(':', 1)[0] ?? '');
  const seen = found
    .filter(({ key }) => sides === 'both' || key.arm !== 'base')
    .map(({ key: { prompt, arm, case: id, sample }, result }): Json => {
      // What an answer cost and how long it took is judged, too.
      return [prompt, arm, id, sample, result?.status === 'answered' ? (result as unknown as Json) : null];
    });
  return `${sides}:${contentHash(seen).slice(0, digits)}`;
}
