import { buildBaseline } from '../baseline/build-baseline.ts';
import { baselineFolder, renderBaseline, type StoredBaseline } from '../baseline/stored-baseline.ts';
import { UserError } from '../errors.ts';
import { isPairwise } from '../plan/metric.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { NoiseStore, Tree } from '../ports.ts';
import { readRecordedNoise } from '../read/read-baseline.ts';
import type { SelectedChange } from '../read/select-change.ts';
import type { Ledger } from '../run/ledger.ts';
import type { World } from './world.ts';

/** A noise run as far as it is drawn and scored. */
interface DrawnNoise extends Pick<SelectedChange, 'sides' | 'selections'> {
  readonly tree: Tree;
  /** Draws of each case. */
  readonly samples: number;
  readonly suites: readonly SuitePlan[];
  readonly ledger: Ledger;
}

/**
 * Keeps the scores of a noise run, without a text, as a baseline is kept: they label noisy cases and foretell runs, and never stand for a side of a
 * comparison. A place that cannot be written costs only that. False where nothing was recorded.
 */
export async function recordNoise(
  { noise, log, clock }: Pick<World, 'noise' | 'log' | 'clock'>,
  { sides, selections, suites, ledger, tree, samples }: DrawnNoise,
): Promise<boolean> {
  if (noise === null) return false;
  const keys = new Map(selections.map(({ suite, contentKey }) => [suite.name, contentKey]));
  let isRecorded = false;
  for (const plan of suites) {
    const { name } = plan.config;
    const folder = baselineFolder(sides.config.path, name);
    const record = buildBaseline({
      plan: asRecorded(plan, samples),
      ledger,
      previous: null,
      contentKey: keys.get(name) ?? '',
      configPath: sides.config.path,
      commit: tree.commit,
      date: new Date(clock.nowMs()).toISOString(),
      reason: null,
      calls: null,
    });
    try {
      if (saysMore(await readOld(noise, folder), record)) continue;
      await noise.write(folder, renderBaseline(record));
      isRecorded = true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.warn(`${name}: the noise run is not recorded: ${error.message}`);
    }
  }
  return isRecorded;
}

/** Without texts, and without the judges of pairs, who are asked about two draws and never about one. */
function asRecorded(plan: SuitePlan, samples: number): SuitePlan {
  return {
    ...plan,
    config: { ...plan.config, baseline: { ...plan.config.baseline, samples, storeOutputs: false } },
    prompts: plan.prompts.map((prompt) => ({
      ...prompt,
      metrics: prompt.metrics.filter((metric) => !isPairwise(metric)),
    })),
  };
}

/** A run over a few cases does not take the place of a larger one of the very same content. */
function saysMore(old: StoredBaseline | null, { manifest, scores }: StoredBaseline): boolean {
  return old !== null && old.manifest.contentKey === manifest.contentKey && old.scores.length > scores.length;
}

/** One that is damaged is replaced. */
async function readOld(noise: NoiseStore, folder: string): Promise<StoredBaseline | null> {
  try {
    return await readRecordedNoise(noise, folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return null;
  }
}
