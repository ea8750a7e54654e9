import { type Cell, mixturePopulation, usualPopulation } from '../cell.ts';
import {
  type Build,
  broken,
  brokenClusters,
  defaultMargin,
  failing,
  none,
  passing,
  type Table,
  wobble,
} from './table.ts';

/** One combination of difficulties: null or 1 where one of them is away. */
interface Crossing {
  readonly clusters: string | null;
  readonly metrics: number;
  readonly missing: string | null;
  /** Kept samples that say which cases are noisy; 0 where none do. */
  readonly labels: number;
  readonly drift: string | null;
  readonly kind: 'fresh' | 'stored';
  readonly settle: 'off' | 3 | 'on-request';
  readonly population: 'logit-normal' | 'mixture';
}

const layouts: { readonly [name: string]: readonly number[] } = {
  '50 × 2': new Array<number>(50).fill(2),
  '30 × 4': new Array<number>(30).fill(4),
  '40 uneven, 1 to 5': Array.from({ length: 40 }, (_, index) => 1 + ((index * 2) % 5)),
};
const losses: { readonly [name: string]: Cell['missing'] } = {
  'random 2 / 2': { baseline: 0.02, candidate: 0.02, hidden: false },
  'random 2 / 6': { baseline: 0.02, candidate: 0.06, hidden: false },
  'hidden 0 / 5': { baseline: 0, candidate: 0.05, hidden: true },
  'hidden 5 / 0': { baseline: 0.05, candidate: 0, hidden: true },
};
const drifts: { readonly [name: string]: Cell['drift'] } = {
  '−3': { points: -0.03, of: 'all' },
  '+3': { points: 0.03, of: 'all' },
  'flaky −2': { points: -0.02, of: 'flaky' },
  'flaky +2': { points: 0.02, of: 'flaky' },
};

/** The levels of a difficulty in turn, so that the combinations meet all of them. */
const inTurn = <T>(levels: readonly T[], turn: number): T => levels[turn % levels.length] as T;

/**
 * Sixteen combinations in which any four of the five difficulties meet in every way (a half fraction of all 32, the one that has
 * all five at once), and eight more that have all five at other levels. Drift without labels needs a stored base side, or nothing drifts.
 */
export const crossings: readonly Crossing[] = [
  ...Array.from({ length: 32 }, (_, bits) => [1, 2, 4, 8, 16].map((bit) => (bits & bit) === 0)).filter(
    (absent) => absent.filter(Boolean).length % 2 === 0,
  ),
  ...new Array<readonly boolean[]>(8).fill(new Array<boolean>(5).fill(false)),
].map(
  ([noClusters, noMetrics, noMissing, noLabels, noDrift], turn): Crossing => ({
    clusters: noClusters ? null : inTurn(Object.keys(layouts), turn),
    metrics: noMetrics ? 1 : inTurn([2, 3], turn),
    missing: noMissing ? null : inTurn(Object.keys(losses), turn + Math.floor(turn / 4)),
    labels: noLabels ? 0 : inTurn([5, 5, 3], turn),
    drift: noDrift ? null : inTurn(Object.keys(drifts), turn),
    kind: noLabels && !noDrift ? 'stored' : inTurn(['stored', 'fresh'], Math.floor(turn / 2)),
    settle: inTurn(['off', 3, 'off', 'on-request', 3], turn),
    population: inTurn(['logit-normal', 'mixture', 'logit-normal'], turn),
  }),
);

/** The cells of a crossing: nothing changes, and one metric falls by the margin. */
export function buildCrossing(build: Build, crossing: Crossing): { readonly unchanged: Cell; readonly fallen: Cell } {
  const { clusters, metrics, missing, labels, drift, kind, settle, population } = crossing;
  const clusterSizes = clusters === null ? null : (layouts[clusters] as readonly number[]);
  const cases = clusterSizes?.reduce((sum, size) => sum + size, 0) ?? 100;
  const margin = clusterSizes === null ? defaultMargin(cases) : 0.1;
  const different: Partial<Cell> = {
    kind,
    cases,
    clusterSizes,
    metrics,
    correlation: metrics === 1 ? 0 : 0.5,
    missing: missing === null ? null : (losses[missing] ?? null),
    kept: labels === 0 && kind === 'stored' ? 5 : labels,
    drift: drift === null ? { points: 0, of: 'all' } : (drifts[drift] as Cell['drift']),
    population: population === 'mixture' ? mixturePopulation : usualPopulation,
    settings: { margin, settle, ...(labels === 0 && { rounds: 1 }) },
  };
  return {
    unchanged: build({ ...different, changed: 'all', change: clusterSizes === null ? none : wobble }),
    fallen: build({ ...different, change: (clusterSizes === null ? broken : brokenClusters)(margin) }),
  };
}

/** Several difficulties at once. */
export function crossed(build: Build): Table {
  return {
    title: 'Several difficulties at once',
    intro:
      'Clusters, several metrics, missing samples (main / the change), noisy cases drawn more often, and drift since the samples were kept, crossed: any four of them meet in every way, and nine rows have all five. About 100 cases; margin 10 points with clusters, 5 without. False block: nothing changes on average, in any metric; silent pass: the first metric falls by the margin, in whole clusters where there are any. Stored: the kept samples screen first. “Flaky”: only the flaky cases drifted.',
    header: [
      'clusters × cases',
      'metrics',
      'missing',
      'kept for labels',
      'drift',
      'base side',
      'settle',
      'cases',
      'false block',
      'silent pass at the margin',
      'PASS, no change',
    ],
    rows: crossings.map((crossing) => {
      const { unchanged, fallen } = buildCrossing(build, crossing);
      return {
        label: crossing.clusters ?? '–',
        places: [
          String(crossing.metrics),
          crossing.missing ?? '–',
          crossing.labels === 0 ? '–' : String(crossing.labels),
          crossing.drift ?? '–',
          crossing.kind,
          String(crossing.settle),
          crossing.population,
          [failing(unchanged)],
          [passing(fallen)],
          [passing(unchanged)],
        ],
      };
    }),
  };
}
