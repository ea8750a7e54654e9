import {
  buildCell,
  type Cell,
  coinPopulation,
  gradedPopulation,
  nameCell,
  type Tally,
  usualPopulation,
} from './cell.ts';
import type { Change, Population } from './population.ts';
import type { Scale } from './scale.ts';
import { usualGates } from './usual-gates.ts';

/** One number of a table: the cell it comes from and how it is read. */
export interface Figure {
  readonly cell: Cell;
  read(tally: Tally): string;
}

/** A measured table. A place holds several figures, joined by ` / `; a text stands as it is. */
export interface Table {
  readonly title: string;
  readonly intro: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly label: string; readonly places: readonly (readonly Figure[])[] }[];
}

/** Results by cell. */
export type Results = ReadonlyMap<string, Tally>;

/** The tally of a cell; it must have been run. */
export function tallyOf(results: Results, cell: Cell): Tally {
  const tally = results.get(nameCell(cell));
  if (tally === undefined) throw new Error(`not simulated: ${nameCell(cell)}`);
  return tally;
}

/** A share of the runs. */
export function shareOf(tally: Tally, what: string): number {
  return (tally.counts[what] ?? 0) / tally.runs;
}

/** Percent: one decimal below 10, none above. */
export function renderPercent(share: number): string {
  const percent = 100 * share;
  return percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0);
}

/** Every cell that the tables need, once. */
export function listTableCells(tables: readonly Table[]): readonly Cell[] {
  const figures = tables.flatMap((table) => table.rows.flatMap((row) => row.places.flat()));
  return [...new Map(figures.map(({ cell }) => [nameCell(cell), cell])).values()];
}

export const none: Change = { kind: 'none' };
export const churn: Change = { kind: 'churn', share: 0.1 };
export const broken = (drop: number): Change => ({ kind: 'break', drop, by: 'case' });
export const softened = (drop: number): Change => ({ kind: 'soften', drop, of: 'population' });
const softenedHere = (drop: number): Change => ({ kind: 'soften', drop, of: 'these cases' });
/** The margin that holds where a suite names none. */
export const defaultMargin = (cases: number): number => (cases < 100 ? 0.1 : 0.05);

const percentOf = (what: string) => (cell: Cell) => ({
  cell,
  read: (tally: Tally) => renderPercent(shareOf(tally, what)),
});
const failing = percentOf('fail');
const passing = percentOf('pass');
const rounds = (cell: Cell): Figure => ({
  cell,
  read: (tally) => ((tally.counts.rounds ?? 0) / tally.runs).toFixed(2),
});

type Build = (different: Partial<Cell>) => Cell;

/** All tables at a scale. */
export function buildTables({ runs, promisedRuns, baselines }: Scale): readonly Table[] {
  const build: Build = (different) => buildCell({ runs, ...different });
  const precise: Build = (different) => buildCell({ runs: promisedRuns, ...different });
  return [
    headToHead(build),
    bySize(precise, promisedRuns),
    otherPopulations(build),
    graded(build),
    clusters(build),
    sharedQuestions(precise),
    severalMetrics(build),
    missingSamples(build),
    storedGreen(precise),
    storedDrift(build, baselines),
    smallSets(build),
    criticalCases(precise),
    trades(build),
  ];
}

function headToHead(build: Build): Table {
  const sizes = [20, 50, 100, 200, 500];
  const usual = (change: Change, name: string) =>
    sizes.map((cases) => percentOf(name)(build({ kind: 'usual', change, cases })));
  const silent = (change: Change, name: string) =>
    sizes.map((cases) => ({
      cell: build({ kind: 'usual', change, cases }),
      read: (tally: Tally) => renderPercent(1 - shareOf(tally, name)),
    }));
  const own = (settings: Cell['settings']) => ({
    unchanged: (cases: number) => build({ cases, settings }),
    fallen: (cases: number, drop: number) => build({ cases, settings, change: broken(drop) }),
  });
  const row = (label: string, { unchanged, fallen }: ReturnType<typeof own>) => ({
    label,
    places: [
      sizes.map((cases) => failing(unchanged(cases))),
      sizes.map((cases) => passing(fallen(cases, 0.1))),
      sizes.map((cases) => failing(fallen(cases, 0.1))),
      sizes.map((cases) => failing(fallen(cases, 0.2))),
      sizes.map((cases) => rounds(unchanged(cases))),
    ],
  });
  return {
    title: 'Against the usual gates',
    intro:
      'One 0/1 metric, N = 20 / 50 / 100 / 200 / 500 cases. A silent pass is a green tick over a real drop of 10 points; a usual gate that does not block is green, Prompt Assay may also say that it does not know. Calls are full paired rounds: one round answers every case once on both sides.',
    header: [
      'gate',
      'false block, no change',
      'silent pass at −10',
      'blocked at −10',
      'blocked at −20',
      'calls, no change',
    ],
    rows: [
      ...usualGates.map((gate) => ({
        label: gate.name,
        places: [
          usual(none, gate.name),
          silent(broken(0.1), gate.name),
          usual(broken(0.1), gate.name),
          usual(broken(0.2), gate.name),
          [{ cell: build({ kind: 'usual', cases: 20 }), read: () => gate.rounds.toFixed(2) }],
        ],
      })),
      row('**default**', own({})),
      row('margin .05', own({ margin: 0.05 })),
      row('margin .10', own({ margin: 0.1 })),
      row('`resample: off`', own({ resample: 'off' })),
    ],
  };
}

/** The sizes at which the promises are checked. */
export const promisedSizes = [20, 30, 50, 75, 99, 100, 150, 200, 300, 500];

function bySize(build: Build, runs: number): Table {
  return {
    title: 'The default gate by number of cases',
    intro: `Churn: a tenth of the cases gets an unrelated difficulty and the mean stays. Hard: some cases break outright; soft: every case passes a little less often. The margin is the default one, 10 points below 100 cases and 5 from there. ${runs.toLocaleString('en-US')} pull requests for each number.`,
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

function otherPopulations(build: Build): Table {
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

function graded(build: Build): Table {
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

/** Cluster layouts that are simulated: name and sizes. */
export const clusterLayouts: readonly [string, readonly number[]][] = [
  ['10 × 5', new Array<number>(10).fill(5)],
  ['20 × 5', new Array<number>(20).fill(5)],
  ['40 × 5', new Array<number>(40).fill(5)],
  ['10 × 20', new Array<number>(10).fill(20)],
  ['25 × 20', new Array<number>(25).fill(20)],
  ['30 uneven, 1 to 40', Array.from({ length: 30 }, (_, index) => 1 + ((index * 17) % 40))],
  ['80 uneven, 2 to 20', Array.from({ length: 80 }, (_, index) => 2 + ((index * 7) % 19))],
];

function clusters(build: Build): Table {
  const half: Change = { kind: 'wobble', share: 0.3 };
  return {
    title: 'Clusters',
    intro:
      'Cases that share a document, user or template (`cluster-by`). Nothing changes on average, and half of what differs is shared inside the cluster. “Clusters ignored”: the same, and the gate is not told of them.',
    header: [
      'clusters × cases',
      'false block',
      'clusters ignored',
      'silent pass at the margin, whole clusters break: .05 / .10',
      'blocked at −20, whole clusters / single cases',
      'PASS at no change: .05 / .10 / .20',
    ],
    rows: clusterLayouts.map(([label, sizes]) => {
      const at = (different: Partial<Cell>) =>
        build({ cases: sizes.reduce((sum, size) => sum + size, 0), clusterSizes: sizes, ...different });
      const whole = (drop: number): Change => ({ kind: 'break', drop, by: 'cluster' });
      return {
        label,
        places: [
          [failing(at({ change: half }))],
          [failing(at({ change: half, clusterBy: false }))],
          [0.05, 0.1].map((margin) => passing(at({ change: whole(margin), settings: { margin } }))),
          [failing(at({ change: whole(0.2) })), failing(at({ change: broken(0.2) }))],
          [0.05, 0.1, 0.2].map((margin) => passing(at({ settings: { margin } }))),
        ],
      };
    }),
  };
}

function severalMetrics(build: Build): Table {
  const counts = [1, 2, 3, 5];
  const correlation = 0.5;
  return {
    title: 'Several gating metrics',
    intro:
      '0/1 metrics of the same outputs, difficulty and noise correlated .5; 1 / 2 / 3 / 5 metrics. One metric falls unless all are named.',
    header: [
      'cases',
      'false block: no change',
      'false block: churn in all',
      'silent pass, one metric at the margin',
      'one metric −10: blocked',
      'all −10: blocked',
      'an unchanged metric is named beside a fallen one',
      'PASS, no change',
      'calls, no change',
    ],
    rows: [50, 100, 200].map((cases) => {
      const each = (figure: (cell: Cell) => Figure, different: Partial<Cell>) =>
        counts.map((metrics) =>
          figure(build({ cases, metrics, correlation: metrics === 1 ? 0 : correlation, ...different })),
        );
      return {
        label: String(cases),
        places: [
          each(failing, {}),
          each(failing, { change: churn, changed: 'all' }),
          each(passing, { change: broken(defaultMargin(cases)) }),
          each(failing, { change: broken(0.1) }),
          each(failing, { change: broken(0.1), changed: 'all' }),
          each(percentOf('another metric named'), { change: broken(0.1) }),
          each(passing, {}),
          each(rounds, {}),
        ],
      };
    }),
  };
}

function missingSamples(build: Build): Table {
  const sizes = [50, 100, 200];
  const settings = { margin: 0.05 };
  const kinds: readonly [string, Cell['missing']][] = [
    ['none', null],
    ['at random 2 / 2', { baseline: 0.02, candidate: 0.02, hidden: false }],
    ['at random 5 / 5', { baseline: 0.05, candidate: 0.05, hidden: false }],
    ['at random 2 / 6', { baseline: 0.02, candidate: 0.06, hidden: false }],
    ['at random 0 / 5', { baseline: 0, candidate: 0.05, hidden: false }],
    ['failures hidden 0 / 2', { baseline: 0, candidate: 0.02, hidden: true }],
    ['failures hidden 0 / 5', { baseline: 0, candidate: 0.05, hidden: true }],
    ['failures hidden 5 / 0', { baseline: 0.05, candidate: 0, hidden: true }],
  ];
  return {
    title: 'Missing samples',
    intro:
      'Percent of samples lost on main / on the change, N = 50 / 100 / 200, margin 5 points. Hidden: exactly failing samples are lost, the worst that an outage can do.',
    header: ['lost', 'false block, no change', 'silent pass at −5', 'PASS, no change', 'blocked at −10'],
    rows: kinds.map(([label, missing]) => ({
      label,
      places: [
        sizes.map((cases) => failing(build({ cases, missing, settings }))),
        sizes.map((cases) => passing(build({ cases, missing, settings, change: broken(0.05) }))),
        sizes.map((cases) => passing(build({ cases, missing, settings }))),
        sizes.map((cases) => failing(build({ cases, missing, settings, change: broken(0.1) }))),
      ],
    })),
  };
}

/** Drifts that are simulated, on the 0..1 scale. */
export const drifts = [-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03];
/** Pull requests that share one stored baseline. */
export const sharedBy = 300;

/** A cell of one stored baseline shared by many pull requests. */
export function buildStored(different: Partial<Cell>, baselines: number): Cell {
  return buildCell({ kind: 'stored', sharedBy, runs: baselines * sharedBy, ...different });
}

/** Sizes at which a stored baseline must leave a harmless change green, and how often. */
export const storedGreens: readonly (readonly [cases: number, share: number])[] = [
  [50, 0.5],
  [100, 0.34],
  [200, 0.54],
];

/** A harmless change against a stored baseline of the usual five samples, without drift. */
export const buildStoredGreen = (cases: number, runs: number): Cell =>
  buildCell({ kind: 'stored', cases, storedSamples: 5, runs });

/** Twenty inputs that stand under five ids each, of an answer that is a coin flip. */
export const buildShared = (runs: number): Cell =>
  buildCell({ population: coinPopulation, clusterSizes: new Array<number>(20).fill(5), asksOnce: true, runs });

/** The share of blocked pull requests on the unluckiest hundredth of baselines: the 99th percentile over them. */
export function readUnluckiest({ perBaseline }: Tally): number {
  const sorted = [...perBaseline].sort((a, b) => a - b);
  return sorted[Math.floor(0.99 * sorted.length)] ?? 0;
}

function storedGreen(build: Build): Table {
  const sizes = [50, 100, 200];
  const row = (label: string, different: (cases: number) => Partial<Cell>) => {
    const at = (cases: number, change: Change) => build({ cases, change, ...different(cases) });
    return {
      label,
      places: [
        sizes.map((cases) => passing(at(cases, none))),
        sizes.map((cases) => failing(at(cases, none))),
        sizes.map((cases) => passing(at(cases, broken(defaultMargin(cases))))),
        sizes.map((cases) => failing(at(cases, broken(0.1)))),
        sizes.map((cases) => rounds(at(cases, none))),
      ],
    };
  };
  const stored = (storedSamples: number, settings: Cell['settings'] = {}) => ({
    kind: 'stored' as const,
    storedSamples,
    settings,
  });
  return {
    title: 'Screen, then fresh',
    intro:
      'The same harmless change judged against a fresh base side and against a stored baseline, without drift; N = 50 / 100 / 200. By default a screen that does not pass goes on to a fresh base round; `after-screen: stop` ends there.',
    header: [
      'base side',
      'PASS, no change',
      'false block',
      'silent pass at the margin',
      'blocked at −10',
      'calls, no change',
    ],
    rows: [
      row('fresh', () => ({})),
      row('stored, five samples', () => stored(5)),
      row('stored, three samples', () => stored(3)),
      row('stored, one sample', () => stored(1)),
      row('stored, five samples, `after-screen: stop`', () => stored(5, { afterScreen: 'stop' })),
    ],
  };
}

function sharedQuestions(build: Build): Table {
  const sizes = [20, 40];
  const row = (label: string, different: Partial<Cell>) => {
    const at = (inputs: number, change: Change) =>
      build({
        cases: 5 * inputs,
        clusterSizes: new Array<number>(inputs).fill(5),
        asksOnce: true,
        change,
        ...different,
      });
    const whole = (drop: number): Change => ({ kind: 'break', drop, by: 'cluster' });
    return {
      label,
      places: [
        sizes.map((inputs) => failing(at(inputs, none))),
        sizes.map((inputs) => passing(at(inputs, none))),
        sizes.map((inputs) => passing(at(inputs, whole(0.1)))),
        sizes.map((inputs) => failing(at(inputs, whole(0.2)))),
      ],
    };
  };
  return {
    title: 'One input under several ids',
    intro:
      '20 / 40 inputs that stand under five ids each: the ids of one input send the same request, and are one question and one cluster, each drawn for itself. The margin is that of 20 and 40 questions, 10 points.',
    header: [
      'answers',
      'false block, no change',
      'PASS, no change',
      'silent pass at −10, whole inputs',
      'blocked at −20, whole inputs',
    ],
    rows: [row('nothing but coin flips', { population: coinPopulation }), row('the usual ones', {})],
  };
}

function storedDrift(build: Build, baselines: number): Table {
  const places = (cells: readonly Cell[], ...figures: readonly ((cell: Cell) => Figure)[]) =>
    cells.map((cell) => figures.map((figure) => figure(cell)));
  const drifting = (different: Partial<Cell>) => drifts.map((drift) => buildStored({ drift, ...different }, baselines));
  const worst = (cell: Cell): Figure => ({ cell, read: (tally) => renderPercent(readUnluckiest(tally)) });
  const sized = (cases: number, storedSamples: number, change: Change) =>
    drifts.map((drift) => build({ kind: 'stored', cases, storedSamples, drift, change }));
  return {
    title: 'A stored baseline, shared, and a provider that drifts',
    intro: `100 cases, three stored samples a case, ${baselines} baselines with ${sharedBy} pull requests each; the provider moved by so many points since the baseline was stored, the change's own drop is one of today. The unluckiest baseline in a hundred is the 99th percentile over baselines of the share of harmless pull requests blocked. The rows for other sizes have a baseline of their own for every pull request.`,
    header: ['', ...drifts.map((drift) => `${drift > 0 ? '+' : drift < 0 ? '−' : ''}${Math.abs(100 * drift)}`)],
    rows: [
      { label: 'false block, no change: mean', places: places(drifting({}), failing) },
      { label: 'false block: unluckiest baseline in a hundred', places: places(drifting({}), worst) },
      { label: 'silent pass at −5', places: places(drifting({ change: broken(0.05) }), passing) },
      { label: 'PASS, no change', places: places(drifting({}), passing) },
      { label: 'decided on stored samples alone, no change', places: places(drifting({}), percentOf('stored')) },
      { label: 'calls, no change', places: places(drifting({}), rounds) },
      {
        label: 'false block, 50 cases / 200 cases',
        places: mergePlaces(places(sized(50, 3, none), failing), places(sized(200, 3, none), failing)),
      },
      {
        label: 'silent pass at the margin, 50 cases / 200 cases',
        places: mergePlaces(places(sized(50, 3, broken(0.1)), passing), places(sized(200, 3, broken(0.05)), passing)),
      },
      { label: 'blocked at −10, 100 cases', places: places(sized(100, 3, broken(0.1)), failing) },
      {
        label: 'false block, 100 cases, one stored sample / five',
        places: mergePlaces(places(sized(100, 1, none), failing), places(sized(100, 5, none), failing)),
      },
    ],
  };
}

function mergePlaces(
  left: readonly (readonly Figure[])[],
  right: readonly (readonly Figure[])[],
): readonly (readonly Figure[])[] {
  return left.map((figures, index) => [...figures, ...(right[index] ?? [])]);
}

function smallSets(build: Build): Table {
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

/** A cell with ten critical cases that pass nine times in ten. */
export const buildCritical = (runs: number): Cell => buildCell({ critical: 10, runs });

function criticalCases(build: Build): Table {
  const sizes = [50, 100, 200];
  return {
    title: 'Critical cases',
    intro: 'Ten cases are `critical` and pass nine times in ten on both sides; nothing changes. N = 50 / 100 / 200.',
    header: ['', 'false block in all', 'of these, by a critical case alone', 'calls'],
    rows: [
      {
        label: 'ten critical cases',
        places: [
          sizes.map((cases) => failing(build({ cases, critical: 10 }))),
          sizes.map((cases) => percentOf('fail by a critical case alone')(build({ cases, critical: 10 }))),
          sizes.map((cases) => rounds(build({ cases, critical: 10 }))),
        ],
      },
    ],
  };
}

function trades(build: Build): Table {
  const sizes = [50, 100, 200];
  const row = (label: string, losses: 'few-big' | 'many-small') => ({
    label,
    places: [
      sizes.map((cases) => failing(build({ cases, change: { kind: 'trade', losses }, settings: { margin: 0.05 } }))),
      sizes.map((cases) =>
        failing(build({ cases, change: { kind: 'trade', losses }, settings: { margin: 0.05, resample: 'off' } })),
      ),
    ],
  });
  return {
    title: 'Trades: the mean stays, single cases do not',
    intro:
      'Made to fool the gate. 2 % of the cases break outright and a fifth of the cases, unsolvable so far, now pass once in ten; and the mirror of it. N = 50 / 100 / 200. What is blocked here did lose cases; it is counted as a false block because the mean is unchanged.',
    header: ['', 'blocked by the default', 'blocked by `resample: off`'],
    rows: [
      row('few big losses against many small gains', 'few-big'),
      row('many small losses against few big gains', 'many-small'),
    ],
  };
}
