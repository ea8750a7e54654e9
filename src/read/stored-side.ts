import { type AnchoredMetric, explainAnchorDrops } from '../baseline/anchor.ts';
import { decideComparability } from '../baseline/comparability.ts';
import { hashManifest, type Manifest } from '../baseline/stored-baseline.ts';
import { quoteNoise } from '../baseline/stored-noise.ts';
import { countQuestions, resolveMargin } from '../gate/first-round.ts';
import { identifyArm, keyOfCase } from '../plan/draws.ts';
import { baseCases, type ComparedPrompt, type PromptPlan } from '../plan/suite-plan.ts';
import type { StoredOffer } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { dropReasoning } from '../run/reasoning.ts';
import type { SampleRecord, ScoreRecord } from '../run/records.ts';
import type { SampleKey } from '../run/sample-key.ts';
import type { SuiteStore } from './stores.ts';

/** What a stored baseline offers for one prompt: its samples, and its scores where every metric is still the same; where one changed, the outputs are scored anew. */
export interface StoredArm {
  readonly samples: readonly SampleRecord[];
  readonly scores: readonly ScoreRecord[];
  readonly offer: StoredOffer;
}

/** The stored base side of a run, or why it has none; `reasons` has one sentence a suite. */
export interface StoredSide {
  readonly arms: readonly StoredArm[] | null;
  readonly reasons: ReadonlyMap<string, string>;
  /** What the stored baselines say about main itself. */
  readonly warnings: readonly string[];
  /** Identity of each suite's stored baseline. */
  readonly identities: ReadonlyMap<string, string>;
  /** What each suite's stored baseline says of main's own noise. */
  readonly noise: ReadonlyMap<string, string>;
}

/** What the kept baselines offer all compared prompts. All or nothing: a run is screened only where every compared prompt has a comparable baseline, since one fresh round decides them together. */
export function buildStoredSide(
  stores: ReadonlyMap<string, SuiteStore>,
  compared: readonly ComparedPrompt[],
  nowMs: number,
): StoredSide {
  const reasons = new Map<string, string>();
  const arms: StoredArm[] = [];
  for (const { plan, prompt } of compared) {
    const suite = plan.config.name;
    const { stored, broken } = stores.get(suite) ?? noStore;
    const found = decideComparability(stored, prompt, requestKeys(prompt), plan.config.baseline, nowMs);
    reasons.set(suite, broken ?? found.reason);
    if (found.usable) arms.push(buildArm(prompt, found, stored?.manifest.judgesWithout ?? null));
  }
  const suites = new Set(compared.map(({ plan }) => plan.config.name));
  const stored = [...stores].flatMap(([suite, { stored: one }]) =>
    one === null || !suites.has(suite) ? [] : [[suite, one] as const],
  );
  return {
    warnings: stored.flatMap(([suite, one]) => explainAnchorDrops(one.manifest, listAnchored(compared, suite))),
    noise: new Map(stored.flatMap(([suite, { manifest }]) => quoteSuiteNoise(compared, suite, manifest))),
    identities: new Map(stored.map(([suite, { manifest }]) => [suite, hashManifest(manifest).slice(0, 12)])),
    arms: arms.length === compared.length && arms.length > 0 ? arms : null,
    reasons,
  };
}

/** What a run plan says of the stored samples; null where the base side runs afresh. */
export function listOffers({ arms }: StoredSide): readonly StoredOffer[] | null {
  return arms?.map(({ offer }) => offer) ?? null;
}

/**
 * Puts the stored samples into a ledger, with the scores that still hold; what it has already is left as it is, so that
 * a run which was broken off meanwhile can be gone on with.
 */
export function addStoredSide(ledger: Ledger, { arms }: StoredSide): void {
  for (const { samples, scores } of arms ?? []) {
    for (const record of samples) {
      if (ledger.arm(record).sample(record.case, record.sample) === null) ledger.append({ kind: 'sample', record });
    }
    for (const record of scores) {
      const known = ledger.arm(record).score(record.metric, record.case, record.sample);
      if (known === null) ledger.append({ kind: 'score', record });
    }
  }
}

/** The gating metrics of a suite's compared prompts, with the margin each is held to. */
function listAnchored(compared: readonly ComparedPrompt[], suite: string): readonly AnchoredMetric[] {
  return compared
    .filter(({ plan }) => plan.config.name === suite)
    .flatMap(({ plan, prompt }) => {
      const margin = resolveMargin(plan.config.gate, countQuestions(baseCases(prompt)));
      return prompt.metrics
        .filter((metric) => metric.gates)
        .map(({ name, direction }) => ({ prompt: prompt.id, metric: name, direction, margin }));
    });
}

const noStore: SuiteStore = { stored: null, broken: null, recorded: null };

/** The suite and its sentence; empty where its baseline knows nothing of the gating metrics. */
function quoteSuiteNoise(
  compared: readonly ComparedPrompt[],
  suite: string,
  manifest: Manifest,
): readonly (readonly [string, string])[] {
  const own = compared.filter(({ plan }) => plan.config.name === suite);
  const metrics = own.flatMap(({ prompt }) => {
    const questions = countQuestions(baseCases(prompt));
    return prompt.metrics
      .filter((metric) => metric.gates)
      .map(({ name }) => ({ prompt: prompt.id, metric: name, questions }));
  });
  const gate = own[0]?.plan.config.gate;
  const sentence = gate === undefined ? null : quoteNoise(manifest, metrics, gate);
  return sentence === null ? [] : [[suite, sentence]];
}

/** The hash of the request that the base side would send now, by case. */
function requestKeys(prompt: PromptPlan): ReadonlyMap<string, string> {
  const rows = baseCases(prompt);
  return new Map(rows.map((row) => [row.id, keyOfCase(prompt, row, 'base')]));
}

function buildArm(
  prompt: PromptPlan,
  found: Extract<ReturnType<typeof decideComparability>, { usable: true }>,
  judgesWithout: StoredOffer['judgesWithout'],
): StoredArm {
  const rows = new Set(baseCases(prompt).map(({ id }) => id));
  const isOwn = (line: { readonly case: string; readonly sample: number }) =>
    rows.has(line.case) && line.sample < found.samples;
  const keyOf = (line: { readonly case: string; readonly sample: number }): SampleKey => {
    return { ...identifyArm(prompt, 'stored'), unit: 'case', case: line.case, sample: line.sample };
  };
  const samples = found.outputs.filter(isOwn).map((line): SampleRecord => {
    const { key: request } = line;
    const result = prompt.reasoning === 'drop' ? dropReasoning(line.result) : line.result;
    return { ...keyOf(line), request, result, source: 'stored', answeredAtMs: null, redraws: 0 };
  });
  // A panel is heard anew from its members.
  const heard = new Set(prompt.metrics.filter(({ kind }) => kind !== 'panel').map(({ name }) => name));
  const scores = found.scores
    .filter((line) => found.scoresUsable && isOwn(line) && heard.has(line.metric))
    .map((line): ScoreRecord => {
      const { metric, score } = line;
      return {
        ...keyOf(line),
        metric,
        score,
        missing: score === null ? 'abstained' : null,
        reason: null,
        agrees: null,
      };
    });
  const offer = { suite: prompt.suite, prompt: prompt.id, hasScores: found.scoresUsable, judgesWithout };
  return { samples, scores, offer };
}
