import { type AnchoredMetric, explainAnchorDrops } from '../baseline/anchor.ts';
import { decideComparability } from '../baseline/comparability.ts';
import { baselineFolder, hashManifest, type Manifest, type StoredBaseline } from '../baseline/stored-baseline.ts';
import { quoteNoise } from '../baseline/stored-noise.ts';
import type { Config } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { addSamples, addScoredSamples, type Session, type SessionContext } from '../execute/session.ts';
import { countQuestions, resolveMargin } from '../gate/first-round.ts';
import { judgeModelOf, listDropped } from '../judges/identity.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import { buildGenerationCall } from '../plan/wanted.ts';
import { readBaseline } from '../read/read-baseline.ts';
import type { SampleRecord, ScoreRecord } from '../run/records.ts';
import type { ComparedPrompt } from './decide-run.ts';
import type { World } from './world.ts';

/** What a stored baseline offers for one prompt: its samples, and its scores where every metric is still the same. */
export interface StoredArm {
  readonly samples: readonly SampleRecord[];
  /** Null where a metric changed and the outputs have to be scored anew. */
  readonly scores: readonly ScoreRecord[] | null;
  readonly prompt: PromptPlan;
  /** Settings that models of judges refused when it was scored, by model; null for one that does not say. */
  readonly judgesWithout: Manifest['judgesWithout'] | null;
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

/** Reads the baselines of all compared prompts. All or nothing: a run is screened only where every compared prompt has a comparable baseline, since one fresh round decides them together. */
export async function readStoredSide(
  world: World,
  config: Config,
  compared: readonly ComparedPrompt[],
): Promise<StoredSide> {
  const reasons = new Map<string, string>();
  const arms: StoredArm[] = [];
  const plans = new Map(compared.map(({ plan }) => [plan.config.name, plan]));
  const read = async (plan: SuitePlan) => [plan.config.name, await readSuiteBaseline(world, config, plan)] as const;
  // All at once, so that the store can read the files of many suites together.
  const folders = new Map(await Promise.all([...plans.values()].map(read)));
  for (const { plan, prompt } of compared) {
    const suite = plan.config.name;
    const reading = folders.get(suite) as SuiteReading;
    const found = decideComparability(
      reading.stored,
      prompt,
      requestKeys(prompt),
      plan.config.baseline,
      world.clock.nowMs(),
    );
    reasons.set(suite, reading.broken ?? found.reason);
    if (found.usable) arms.push(buildArm(prompt, found, reading.stored?.manifest.judgesWithout ?? null));
  }
  const stored = [...folders].flatMap(([suite, { stored: one }]) => (one === null ? [] : [[suite, one] as const]));
  return {
    warnings: stored.flatMap(([suite, one]) => explainAnchorDrops(one.manifest, listAnchored(compared, suite))),
    noise: new Map(stored.flatMap(([suite, { manifest }]) => quoteSuiteNoise(compared, suite, manifest))),
    identities: new Map(stored.map(([suite, { manifest }]) => [suite, hashManifest(manifest).slice(0, 12)])),
    arms: arms.length === compared.length && arms.length > 0 ? arms : null,
    reasons,
  };
}

/** The stored side, unless its judges were asked with other settings than those of this run, which their models refused or take again: then the base side runs afresh, as where there is no baseline. */
export function keepSameJudging(stored: StoredSide, { judgeModel, judging }: SessionContext): StoredSide {
  const other = stored.arms?.find(
    ({ prompt, scores, judgesWithout }) =>
      scores !== null &&
      judgesWithout != null &&
      prompt.metrics.some((metric) => {
        if (metric.kind !== 'judge' || metric.needs === 'pair') return false;
        const { judge } = metric;
        const then = judgesWithout[judgeModelOf(judge, judgeModel) ?? ''] ?? [];
        return then.join() !== listDropped(judge, judgeModel, judging.dropped).join();
      }),
  );
  if (other === undefined) return stored;
  const reason = "the stored baseline was judged with other settings, which the judge's model takes or refuses now";
  return { ...stored, arms: null, reasons: new Map([...stored.reasons, [other.prompt.suite, reason]]) };
}

/** Puts the stored samples into a session; changed metrics score the stored outputs anew. */
export async function addStoredSide(
  session: Session,
  arms: readonly StoredArm[],
  context: SessionContext,
): Promise<Session> {
  let next = session;
  for (const { samples, scores } of arms) {
    next =
      scores === null
        ? await addSamples(next, samples, context)
        : await addScoredSamples(next, samples, scores, context);
  }
  return next;
}

/** The gating metrics of a suite's compared prompts, with the margin each is held to. */
function listAnchored(compared: readonly ComparedPrompt[], suite: string): readonly AnchoredMetric[] {
  return compared
    .filter(({ plan }) => plan.config.name === suite)
    .flatMap(({ plan, prompt }) => {
      const margin = resolveMargin(plan.config.gate, countQuestions(prompt.cases.filter((row) => !row.added)));
      return prompt.metrics
        .filter((metric) => metric.gates)
        .map(({ name, direction }) => ({ prompt: prompt.id, metric: name, direction, margin }));
    });
}

/** A suite's stored baseline, null where there is none; `broken` says why one that is there cannot be read. */
interface SuiteReading {
  readonly stored: StoredBaseline | null;
  readonly broken: string | null;
}

/** The suite and its sentence; empty where its baseline knows nothing of the gating metrics. */
function quoteSuiteNoise(
  compared: readonly ComparedPrompt[],
  suite: string,
  manifest: Manifest,
): readonly (readonly [string, string])[] {
  const own = compared.filter(({ plan }) => plan.config.name === suite);
  const metrics = own.flatMap(({ prompt }) => {
    const questions = countQuestions(prompt.cases.filter((row) => !row.added));
    return prompt.metrics
      .filter((metric) => metric.gates)
      .map(({ name }) => ({ prompt: prompt.id, metric: name, questions }));
  });
  const gate = own[0]?.plan.config.gate;
  const sentence = gate === undefined ? null : quoteNoise(manifest, metrics, gate);
  return sentence === null ? [] : [[suite, sentence]];
}

async function readSuiteBaseline(world: World, config: Config, plan: SuitePlan): Promise<SuiteReading> {
  if (world.baselines === null) return { stored: null, broken: null };
  const folder = baselineFolder(config.path, plan.config.name);
  try {
    return { stored: await readBaseline(world.baselines, plan.config.baseline.branch, folder), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // A baseline only saves calls: one that cannot be read is said, and the base side runs.
    const broken = `the stored baseline cannot be used: ${error.message}`;
    world.log.warn(`${plan.config.name}: ${broken}`);
    return { stored: null, broken };
  }
}

/** The hash of the request that the base side would send now, by case. */
function requestKeys(prompt: PromptPlan): ReadonlyMap<string, string> {
  const rows = prompt.cases.filter((row) => !row.added);
  return new Map(rows.map((row) => [row.id, buildGenerationCall({ prompt, case: row, arm: 'base', sample: 0 }).key]));
}

function buildArm(
  prompt: PromptPlan,
  found: Extract<ReturnType<typeof decideComparability>, { usable: true }>,
  judgesWithout: StoredArm['judgesWithout'],
): StoredArm {
  const rows = new Map(prompt.cases.filter((row) => !row.added).map((row) => [row.id, row]));
  const samples = found.outputs.flatMap((line): SampleRecord[] => {
    const row = rows.get(line.case);
    if (row === undefined || line.sample >= found.samples) return [];
    const { key, result, sample } = line;
    return [{ prompt, case: row, arm: 'stored', sample, key, result, source: 'stored', answeredAtMs: null }];
  });
  if (!found.scoresUsable) return { prompt, samples, scores: null, judgesWithout };
  const panels = new Set(prompt.metrics.filter(({ kind }) => kind === 'panel').map(({ name }) => name));
  const scores = found.scores.flatMap((line): ScoreRecord[] => {
    const row = rows.get(line.case);
    if (row === undefined || panels.has(line.metric) || line.sample >= found.samples) return [];
    const { cluster, question } = row;
    const { case: caseId, sample, metric, score } = line;
    return [
      {
        suite: prompt.suite,
        prompt: prompt.id,
        arm: 'stored',
        case: caseId,
        sample,
        metric,
        score,
        cluster,
        question,
        reason: null,
      },
    ];
  });
  return { prompt, samples, scores, judgesWithout };
}
