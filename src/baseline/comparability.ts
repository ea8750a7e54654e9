import type { BaselineSettings } from '../config/config.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import { scoringRevision } from '../version.ts';
import type { StoredBaseline, StoredOutput, StoredScore } from './stored-baseline.ts';

/** Which stored samples may stand for a prompt's base side, or why none may. */
export type Comparability =
  | {
      readonly usable: true;
      readonly outputs: readonly StoredOutput[];
      readonly scores: readonly StoredScore[];
      readonly samples: number;
      /** True where every metric is still the one that gave the scores. */
      readonly scoresUsable: boolean;
      readonly reason: string;
    }
  | { readonly usable: false; readonly reason: string };

const dayMs = 86_400_000;

/** Asks whether a stored baseline answers the very requests the base side would send now: by age, by the hash of every case's request, and, where outputs are not stored, by the hash of every metric and the revision of the rules that scored. All cases or none: one comparison never mixes stored and fresh samples. */
export function decideComparability(
  stored: StoredBaseline | null,
  prompt: PromptPlan,
  requestKeys: ReadonlyMap<string, string>,
  settings: BaselineSettings,
  nowMs: number,
): Comparability {
  if (stored === null) return { usable: false, reason: 'there is no stored baseline' };
  const ageMs = nowMs - Date.parse(stored.manifest.date);
  if (ageMs > settings.maxAge * dayMs) {
    return { usable: false, reason: `the stored baseline is ${Math.floor(ageMs / dayMs)} days old` };
  }
  const kept = stored.manifest.prompts[prompt.id];
  if (kept === undefined) return { usable: false, reason: `the stored baseline lacks prompt ${prompt.id}` };
  const scores = stored.scores.filter((line) => line.prompt === prompt.id && requestKeys.get(line.case) === line.key);
  const outputs = stored.outputs.filter((line) => line.prompt === prompt.id && requestKeys.get(line.case) === line.key);
  const lines: readonly { readonly case: string; readonly sample: number }[] = outputs.length > 0 ? outputs : scores;
  const samples = fewestSamples(lines, requestKeys.keys());
  if (samples < 1) return { usable: false, reason: whyNone(kept.version, prompt) };
  // A panel is heard anew from its members' scores.
  const isOtherRevision = stored.manifest.scoringRevision !== scoringRevision;
  const stale = prompt.metrics.filter(
    ({ kind, name, hash }) =>
      kind !== 'panel' && (isOtherRevision || stored.manifest.metrics[`${prompt.id} / ${name}`] !== hash),
  );
  const change = isOtherRevision ? 'the rules of scoring changed' : `the metric ${stale[0]?.name} changed`;
  const scoresUsable = stale.length === 0;
  if (outputs.length === 0 && !scoresUsable) {
    return { usable: false, reason: `${change} and no outputs are stored` };
  }
  const what = `stored baseline of ${stored.manifest.commit.slice(0, 7)}, ${stored.manifest.date.slice(0, 10)}, ${samples} samples a case`;
  const reason = scoresUsable ? what : `${what}, scored anew since ${change}`;
  return { usable: true, outputs, scores, samples, scoresUsable, reason };
}

function fewestSamples(
  lines: readonly { readonly case: string; readonly sample: number }[],
  cases: Iterable<string>,
): number {
  const samples = new Map<string, Set<number>>();
  for (const line of lines) samples.set(line.case, (samples.get(line.case) ?? new Set()).add(line.sample));
  return [...cases].reduce((fewest, id) => Math.min(fewest, samples.get(id)?.size ?? 0), Number.POSITIVE_INFINITY);
}

function whyNone(version: string, prompt: PromptPlan): string {
  return version === prompt.base?.version
    ? 'some cases are not in the stored baseline as they are now'
    : `the stored baseline is of prompt version ${version}`;
}
