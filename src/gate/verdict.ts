import type { GateSettings, Verdict } from './comparison.ts';

/** A verdict on one thing, and why. The reason is null only where there is nothing to say. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly reason: string | null;
}

/** The settings that turn a verdict into red or green. */
export type SignalSettings = Pick<GateSettings, 'onInconclusive' | 'strict'>;

const byWeight: readonly Verdict[] = ['fail', 'invalid', 'inconclusive', 'pass'];

/** The first of fail, invalid, inconclusive and pass that any part has; of no part it is invalid, for nothing was judged. */
export function combineVerdicts(verdicts: readonly Verdict[]): Verdict {
  return byWeight.find((verdict) => verdicts.includes(verdict)) ?? 'invalid';
}

/** The combined verdict and every reason, the weightiest first. Reasons are never empty unless it is pass. */
export function combineRulings(rulings: readonly Ruling[]): { verdict: Verdict; reasons: readonly string[] } {
  const verdict = combineVerdicts(rulings.map((ruling) => ruling.verdict));
  const reasons = byWeight.flatMap((weight) =>
    rulings.flatMap((ruling) => (ruling.verdict === weight && ruling.reason !== null ? [ruling.reason] : [])),
  );
  if (verdict !== 'pass' && reasons.length === 0) return { verdict, reasons: ['nothing was judged'] };
  return { verdict, reasons };
}

/** True where the verdict is green: pass always, inconclusive unless it is set to block or `strict`, the others never. */
export function isGreen(verdict: Verdict, settings: SignalSettings): boolean {
  if (verdict === 'inconclusive') return settings.onInconclusive === 'warn' && !settings.strict;
  return verdict === 'pass';
}
