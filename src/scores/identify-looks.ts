import { contentHash, type Json } from '../json.ts';
import { isCompared, type SuitePlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { readArm } from './read.ts';

/** So many digits tell any two apart and leave room for others in a hidden line. */
const digits = 16;

/** Identity of what a run has drawn and scored of a suite so far: of another draw, or another judgement, it is another one. */
export function identifyLooks(ledger: Ledger, { prompts }: SuitePlan): string {
  const seen = prompts.filter(isCompared).flatMap((prompt) =>
    (['base', 'candidate'] as const).flatMap((arm) => {
      const own = readArm(ledger, prompt, arm);
      return prompt.cases.flatMap(({ id }) =>
        own.samples(id).flatMap((sample, index): Json[] => {
          if (sample === null) return [];
          const scores = prompt.metrics.map(({ name }) => own.score(name, id, index)?.score ?? null);
          const { result } = ledger.recordOf(sample);
          return [[prompt.id, arm, id, index, result as unknown as Json, scores]];
        }),
      );
    }),
  );
  return contentHash(seen).slice(0, digits);
}
