import { type Cell, gradedPopulation, mixturePopulation, usualPopulation } from '../cell.ts';
import type { Change, Population } from '../population.ts';
import {
  type Build,
  broken,
  brokenClusters,
  defaultMargin,
  failing,
  none,
  passing,
  rounds,
  softened,
  type Table,
  wobble,
} from './table.ts';

/** The sizes at which figures are promised of every population. */
export const noiseSizes = [50, 100, 200];

/** How often a harmless change must pass, by `noiseSizes`, and at how many rounds at most. */
export interface Wanted {
  readonly what: string;
  readonly cell: Partial<Cell>;
  readonly pass: readonly number[];
  readonly rounds: number;
}

/** A population and what must be reached there. */
export interface NoisePopulation {
  readonly label: string;
  readonly population: Population;
  readonly wanted: readonly Wanted[];
}

const labelled = (pass: readonly number[], most: number): Wanted => ({
  what: 'against five stored samples',
  cell: { kind: 'stored', kept: 5 },
  pass,
  rounds: most,
});
const settled = (pass: readonly number[], most: number): Wanted => ({
  what: 'with `settle: 3`, nothing stored',
  cell: { settings: { settle: 3 } },
  pass,
  rounds: most,
});

/** What more samples for noisy cases, and a further round, must bring. */
export const noisePopulations: readonly NoisePopulation[] = [
  {
    label: 'logit-normal, mean 85 %',
    population: usualPopulation,
    wanted: [labelled([0.69, 0.46, 0.74], 1.8), settled([0.79, 0.57, 0.86], 2.8)],
  },
  {
    label: 'mixture',
    population: mixturePopulation,
    wanted: [labelled([0.88, 0.7, 0.93], 1.4), settled([0.91, 0.75, 0.95], 2.6)],
  },
  {
    label: 'logit-normal, mean 95 %',
    population: { kind: 'binary', base: 0.95, spread: 2.5 },
    wanted: [labelled([0.86, 0.69, 0.93], 1.4)],
  },
];

/** Ways to gather more samples than one of each case, beside the plain one. */
export const noiseGates: readonly [string, Partial<Cell>][] = [
  ['one draw of every case', {}],
  ['noisy cases by five kept samples', { kept: 5 }],
  ['noisy cases by three kept samples', { kept: 3 }],
  ['five stored samples, which screen first', { kind: 'stored', kept: 5 }],
  ['`settle: 3`', { settings: { settle: 3 } }],
  ['`settle: 5`', { settings: { settle: 5 } }],
  ['`settle: on-request`, always asked', { settings: { settle: 'on-request' } }],
  ['five stored samples and `settle: 3`', { kind: 'stored', kept: 5, settings: { settle: 3 } }],
  ['five stored samples and `settle: on-request`', { kind: 'stored', kept: 5, settings: { settle: 'on-request' } }],
];

/** What was to be shown of noisy cases and of the further round, beside what was measured. */
export function mustShow(build: Build): Table {
  return {
    title: 'More samples where the noise is: wanted and measured',
    intro:
      'N = 50 / 100 / 200, no change. The mixture: 70 % of the cases always pass, 8 % always fail, and the pass rates of the others are spread evenly over 45 to 97 %. Calls are full paired rounds; the stored draws are the baseline run’s and are not among them.',
    header: ['cases', 'gate', 'PASS wanted', 'PASS measured', 'calls wanted', 'calls measured'],
    rows: noisePopulations.flatMap(({ label, population, wanted }) => [
      {
        label,
        places: [
          'one draw of every case',
          '',
          noiseSizes.map((cases) => passing(build({ cases, population }))),
          '',
          noiseSizes.map((cases) => rounds(build({ cases, population }))),
        ],
      },
      ...wanted.map((one) => ({
        label,
        places: [
          one.what,
          `≥ ${one.pass.map((share) => Math.round(100 * share)).join(' / ')}`,
          noiseSizes.map((cases) => passing(build({ cases, population, ...one.cell }))),
          `≤ ${one.rounds}`,
          noiseSizes.map((cases) => rounds(build({ cases, population, ...one.cell }))),
        ],
      })),
    ]),
  };
}

/** Every gate of `noiseGates` in every population. */
export function noisyCases(build: Build): Table {
  return {
    title: 'Noisy cases drawn more often, and a further round',
    intro:
      'N = 50 / 100 / 200. Kept samples (of a baseline, or of a recorded `noise` run) are drawn before all others, say which cases are noisy, and enter no difference.',
    header: [
      'cases',
      'gate',
      'PASS, no change',
      'false block, no change',
      'silent pass at the margin: hard',
      'soft',
      'blocked at −10',
      'calls, no change',
    ],
    rows: noisePopulations.flatMap(({ label, population }) =>
      noiseGates.map(([gate, different]) => {
        const at = (cases: number, change: Change) => build({ cases, population, change, ...different });
        return {
          label,
          places: [
            gate,
            noiseSizes.map((cases) => passing(at(cases, none))),
            noiseSizes.map((cases) => failing(at(cases, none))),
            noiseSizes.map((cases) => passing(at(cases, broken(defaultMargin(cases))))),
            noiseSizes.map((cases) => passing(at(cases, softened(defaultMargin(cases))))),
            noiseSizes.map((cases) => failing(at(cases, broken(0.1)))),
            noiseSizes.map((cases) => rounds(at(cases, none))),
          ],
        };
      }),
    ),
  };
}

/** One difficulty of the rate, for the gates that draw more than once. */
export interface Elsewhere {
  readonly label: string;
  readonly cell: (cases: number) => Partial<Cell>;
  readonly none: Change;
  readonly fallen: (drop: number) => Change;
}

/** Where noisy cases and the further round are looked at one by one. */
export const elsewhere: readonly Elsewhere[] = [
  {
    label: 'graded scores, margin 5',
    cell: () => ({ population: gradedPopulation, settings: { margin: 0.05 } }),
    none,
    fallen: broken,
  },
  {
    label: 'clusters of five, margin 10',
    cell: (cases) => ({ clusterSizes: new Array<number>(cases / 5).fill(5), settings: { margin: 0.1 } }),
    none: wobble,
    fallen: brokenClusters,
  },
  {
    label: 'clusters of two, margin 10',
    cell: (cases) => ({ clusterSizes: new Array<number>(cases / 2).fill(2), settings: { margin: 0.1 } }),
    none: wobble,
    fallen: brokenClusters,
  },
  { label: 'three metrics, one falls', cell: () => ({ metrics: 3, correlation: 0.5 }), none, fallen: broken },
  { label: 'ten critical cases', cell: () => ({ critical: 10 }), none, fallen: broken },
];

/** The gates that are looked at there. */
export const elsewhereGates: readonly [string, Partial<Cell>][] = [
  ['one draw of every case', {}],
  ['noisy cases by five kept samples', { kept: 5 }],
  ['`settle: 3`', { settings: { settle: 3 } }],
];

/** A cell of `elsewhere` under one of its gates. */
export function buildElsewhere(build: Build, { cell }: Elsewhere, gate: Partial<Cell>, cases: number, change: Change) {
  const own = cell(cases);
  return build({ ...own, ...gate, settings: { ...own.settings, ...gate.settings }, cases, change });
}

/** The drop that is the margin of a cell. */
export const marginOf = ({ settings, cases }: Cell): number => settings.margin ?? defaultMargin(cases);

/** A cell whose drop is its own margin. */
export function buildFallen(build: Build, one: Elsewhere, gate: Partial<Cell>, cases: number): Cell {
  const drop = marginOf(buildElsewhere(build, one, gate, cases, none));
  return buildElsewhere(build, one, gate, cases, one.fallen(drop));
}

/** Noisy cases and the further round with graded scores, clusters, several metrics and critical cases. */
export function noisyElsewhere(build: Build): Table {
  return {
    title: 'The same with graded scores, clusters, several metrics and critical cases',
    intro:
      'N = 50 / 100 / 200. With clusters, half of what differs without a change of the mean is shared inside the cluster, and whole clusters fall.',
    header: [
      '',
      'gate',
      'PASS, no change',
      'false block',
      'silent pass at the margin',
      'blocked at −10',
      'calls, no change',
    ],
    rows: elsewhere.flatMap((one) =>
      elsewhereGates.map(([gate, different]) => {
        const at = (cases: number, change: Change) => buildElsewhere(build, one, different, cases, change);
        return {
          label: one.label,
          places: [
            gate,
            noiseSizes.map((cases) => passing(at(cases, none))),
            noiseSizes.map((cases) => failing(at(cases, one.none))),
            noiseSizes.map((cases) => passing(buildFallen(build, one, different, cases))),
            noiseSizes.map((cases) => failing(at(cases, one.fallen(0.1)))),
            noiseSizes.map((cases) => rounds(at(cases, none))),
          ],
        };
      }),
    ),
  };
}
