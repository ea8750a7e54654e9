import type { Scale } from './scale.ts';
import { crossed } from './tables/crossed.ts';
import {
  clusters,
  criticalCases,
  missingSamples,
  severalMetrics,
  sharedQuestions,
  trades,
} from './tables/difficulties.ts';
import { mustShow, noisyCases, noisyElsewhere } from './tables/noise.ts';
import { againstOthers } from './tables/others.ts';
import { bySize, graded, otherPopulations, smallSets } from './tables/sizes.ts';
import { storedDrift, storedGreen, storedShared } from './tables/stored.ts';
import { buildWith, type Table } from './tables/table.ts';

/** All tables at a scale. */
export function buildTables({ minorRuns, runs, promisedRuns, baselines }: Scale): readonly Table[] {
  const minor = buildWith(minorRuns);
  const ordinary = buildWith(runs);
  const precise = buildWith(promisedRuns);
  return [
    againstOthers(ordinary),
    bySize(ordinary, promisedRuns),
    otherPopulations(minor),
    mustShow(precise),
    noisyCases(minor),
    noisyElsewhere(minor),
    graded(minor),
    clusters(minor),
    sharedQuestions(ordinary),
    severalMetrics(minor),
    missingSamples(minor),
    storedGreen(ordinary),
    storedShared(baselines),
    storedDrift(minor),
    crossed(ordinary),
    smallSets(minor),
    criticalCases(precise),
    trades(ordinary),
  ];
}
