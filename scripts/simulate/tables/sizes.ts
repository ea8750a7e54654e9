import { type Cell, gradedPopulation, usualPopulation } from '../cell.ts';
import type { Change, Population } from '../population.ts';
import {
  type Build,
  broken,
  churn,
  defaultMargin,
  type Figure,
  failing,
  none,
  passing,
  rounds,
  softened,
  softenedHere,
  type Table,
} from './table.ts';

/** The sizes at which the promises are checked. */
export const promisedSizes = [20, 30, 50, 75, 99, 100, 150, 200, 300, 500];

/** The default gate from 20 to 500 cases. */
export function bySize(build: Build, promisedRuns: number): Table {
  return {
    title: 'The default gate by number of cases',
    intro: `Churn: a tenth of the cases gets an unrelated difficulty and the mean stays. Hard: some cases break outright; soft: every case passes a little less often. The margin is the default one, 10 points below 100 cases and 5 from there. What the promises rest on, no change and the silent passes, is of ${promisedRuns.toLocaleString('en-US')} pull requests a number.`,
    header: [
      'cases',
      'false block: no change / churn',
      'PASS, no change',
      'silent pass at the margin: hard / soft',
      'blocked at −5: hard / soft',
      'blocked at −10: hard / soft',
      'calls: no change / −10',
    ],
    rows: promisedSizes.map((cases) => {
      const at = (change: Change) => build({ cases, change });
      const margin = defaultMargin(cases);
      return {
        label: String(cases),
        places: [
          [failing(at(none)), failing(at(churn))],
          [passing(at(none))],
          [passing(at(broken(margin))), passing(at(softened(margin)))],
          [failing(at(broken(0.05))), failing(at(softened(0.05)))],
          [failing(at(broken(0.1))), failing(at(softened(0.1)))],
          [rounds(at(none)), rounds(at(broken(0.1)))],
        ],
      };
    }),
  };
}

/** Cases that pass more or less often, or are flakier. */
export function otherPopulations(build: Build): Table {
  const sizes = [50, 100, 200];
  const kinds: readonly [string, Population][] = [
    ['passes 60 %', { ...usualPopulation, kind: 'binary', base: 0.6, spread: 2.5 }],
    ['passes 85 %, very flaky cases (spread 1)', { kind: 'binary', base: 0.85, spread: 1 }],
    ['passes 95 %', { kind: 'binary', base: 0.95, spread: 2.5 }],
  ];
  return {
    title: 'Other base rates and flakiness',
    intro: 'N = 50 / 100 / 200, default gate.',
    header: [
      'main',
      'false block, no change',
      'PASS, no change',
      'silent pass at the margin',
      'blocked at −10',
      'calls, no change',
    ],
    rows: kinds.map(([label, population]) => ({
      label,
      places: [
        sizes.map((cases) => failing(build({ cases, population }))),
        sizes.map((cases) => passing(build({ cases, population }))),
        sizes.map((cases) => passing(build({ cases, population, change: broken(defaultMargin(cases)) }))),
        sizes.map((cases) => failing(build({ cases, population, change: broken(0.1) }))),
        sizes.map((cases) => rounds(build({ cases, population }))),
      ],
    })),
  };
}

/** Scores of a judge. */
export function graded(build: Build): Table {
  const sizes = [20, 50, 100, 200, 500];
  const population = gradedPopulation;
  const settings = { margin: 0.05 };
  const row = (label: string, change: Change, figure: (cell: Cell) => Figure) => ({
    label,
    places: sizes.map((cases) => [
      figure(build({ cases, population, change, settings })),
      figure(build({ cases, population, change, settings: { ...settings, resample: 'off' } })),
    ]),
  });
  return {
    title: 'Graded scores, levels 1 to 5',
    intro:
      'About half of the cases differ between two runs of the same prompt. Margin 5 points, which is a fifth of a level. The second number is `resample: off`.',
    header: ['', ...sizes.map((cases) => `N = ${cases}`)],
    rows: [
      row('false block, no change', none, failing),
      row('false block, churn', churn, failing),
      row('false block, 4 % fall by three levels and the rest gain', { kind: 'trade', losses: 'few-big' }, failing),
      row('false block, the mirror of it', { kind: 'trade', losses: 'many-small' }, failing),
      row('silent pass at −5, hard', broken(0.05), passing),
      row('silent pass at −5, soft', softened(0.05), passing),
      row('blocked at −5, hard', broken(0.05), failing),
      row('blocked at −5, soft', softened(0.05), failing),
      row('blocked at −10, hard', broken(0.1), failing),
      row('PASS, no change', none, passing),
      row('calls, no change', none, rounds),
    ],
  };
}

/** Few cases, by each of the ways to judge them. */
export function smallSets(build: Build): Table {
  const sizes = [10, 15, 20, 30];
  const gates: readonly [string, Partial<Cell>][] = [
    ['default (two looks)', {}],
    ['`samples: 5`, `resample: off`', { samples: 5, settings: { resample: 'off', margin: 0.1 } }],
    ['`target: cases`', { settings: { target: 'cases', margin: 0.1 } }],
  ];
  return {
    title: 'Small sets',
    intro:
      'N = 10 / 15 / 20 / 30, margin 10 points. `target: cases` speaks of exactly these cases, so the silent pass is measured with every case a little worse and the mean over these very cases 10 points lower.',
    header: [
      'gate',
      'false block, no change',
      'silent pass, these cases −10',
      'blocked at −10',
      'blocked at −20',
      'PASS, no change',
      'calls, no change',
    ],
    rows: gates.map(([label, gate]) => {
      const at = (figure: (cell: Cell) => Figure, change: Change) =>
        sizes.map((cases) => figure(build({ cases, change, ...gate })));
      return {
        label,
        places: [
          at(failing, none),
          at(passing, softenedHere(0.1)),
          at(failing, broken(0.1)),
          at(failing, broken(0.2)),
          at(passing, none),
          at(rounds, none),
        ],
      };
    }),
  };
}
