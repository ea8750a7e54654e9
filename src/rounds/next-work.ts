import { type Draws, listKeys } from '../plan/draws.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import { lazily } from '../run/lazily.ts';
import type { Ledger } from '../run/ledger.ts';
import type { ArmLedger } from '../run/ledger-arm.ts';
import type { DrawReason } from '../run/records.ts';
import type { Arm, SampleKey } from '../run/sample-key.ts';
import { listStale } from '../scores/freshness.ts';
import { readArm } from '../scores/read.ts';
import type { SamplePair, Work } from './run-plan.ts';

const arms: readonly Arm[] = ['base', 'candidate', 'stored'];

/** What is still to be drawn of some draws, or to be scored of all that was drawn; null where nothing is. */
export function nextWork(
  suites: readonly SuitePlan[],
  ledger: Ledger,
  draws: () => Iterable<Draws>,
  why: DrawReason,
): Work | null {
  return (
    drawMissing(ledger, draws, why) ??
    drawStale(suites, ledger) ??
    scoreMissing(suites, ledger) ??
    judgePairs(suites, ledger)
  );
}

/** The draws of which at least one is not in the ledger. */
export function* listOpen(ledger: Ledger, draws: Iterable<Draws>): Generator<Draws> {
  for (const one of draws)
    for (const key of listKeys([one]))
      if (!isDrawn(ledger, key)) {
        yield one;
        break;
      }
}

/** The keys of draws that are not in the ledger. */
export function* listMissing(ledger: Ledger, draws: Iterable<Draws>): Generator<SampleKey> {
  for (const key of listKeys(draws)) if (!isDrawn(ledger, key)) yield key;
}

function drawMissing(ledger: Ledger, draws: () => Iterable<Draws>, why: DrawReason): Work | null {
  const list = lazily(() => listMissing(ledger, draws()));
  const count = countAll(list);
  return count === 0 ? null : { do: 'draw', why, keys: list, count, anew: false };
}

function drawStale(suites: readonly SuitePlan[], ledger: Ledger): Work | null {
  const stale = suites.flatMap(({ prompts }) => prompts.flatMap((prompt) => listStale(ledger, prompt)));
  return stale.length === 0 ? null : { do: 'draw', why: 'too-old', keys: stale, count: stale.length, anew: true };
}

/** Samples that a metric which sees one output has not been asked about. */
function scoreMissing(suites: readonly SuitePlan[], ledger: Ledger): Work | null {
  const list = lazily(function* () {
    for (const { prompts } of suites) for (const prompt of prompts) yield* listUnscored(prompt, ledger);
  });
  const count = countAll(list);
  return count === 0 ? null : { do: 'score', keys: list, count };
}

function* listUnscored(prompt: PromptPlan, ledger: Ledger): Generator<SampleKey> {
  const metrics = prompt.metrics.filter(({ needs }) => needs === 'output');
  for (const arm of metrics.length === 0 ? [] : arms) {
    const own = readArm(ledger, prompt, arm);
    if (own.isEmpty) continue;
    for (const { id } of prompt.cases) {
      for (const sample of own.samples(id)) {
        if (sample !== null && metrics.some(({ name }) => own.score(name, id, sample.sample) === null)) yield sample;
      }
    }
  }
}

function judgePairs(suites: readonly SuitePlan[], ledger: Ledger): Work | null {
  const pairs = suites.flatMap(({ prompts }) =>
    prompts.flatMap((prompt) => (['base', 'stored'] as const).flatMap((arm) => listUnjudged(prompt, ledger, arm))),
  );
  return pairs.length === 0 ? null : { do: 'judge-pairs', pairs };
}

/** Pairs of which a judge has not said something of either; a stored baseline only screens the first round. */
function listUnjudged(prompt: PromptPlan, ledger: Ledger, arm: 'base' | 'stored'): readonly SamplePair[] {
  const names = prompt.metrics.filter(({ needs }) => needs === 'pair').map(({ name }) => name);
  const [base, candidate] = [readArm(ledger, prompt, arm), readArm(ledger, prompt, 'candidate')];
  if (names.length === 0 || base.isEmpty || candidate.isEmpty) return [];
  const isSaid = (own: ArmLedger, id: string, index: number) =>
    names.every((name) => own.score(name, id, index) !== null);
  return prompt.cases.flatMap(({ id }) =>
    base.samples(id).flatMap((ours, index) => {
      const theirs = candidate.sample(id, index);
      if (ours === null || theirs === null || (arm === 'stored' && index > 0)) return [];
      return isSaid(base, id, index) && isSaid(candidate, id, index) ? [] : [{ base: ours, candidate: theirs }];
    }),
  );
}

function isDrawn(ledger: Ledger, key: SampleKey): boolean {
  return ledger.arm(key).sample(key.case, key.sample) !== null;
}

function countAll(items: Iterable<unknown>): number {
  let count = 0;
  for (const _ of items) count += 1;
  return count;
}
