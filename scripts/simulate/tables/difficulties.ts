import { buildCell, type Cell, coinPopulation } from '../cell.ts';
import type { Change } from '../population.ts';
import {
  type Build,
  broken,
  brokenClusters,
  churn,
  defaultMargin,
  type Figure,
  failing,
  none,
  passing,
  percentOf,
  rounds,
  type Table,
  wobble,
} from './table.ts';

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

/** Cases that share something. */
export function clusters(build: Build): Table {
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
      return {
        label,
        places: [
          [failing(at({ change: wobble }))],
          [failing(at({ change: wobble, clusterBy: false }))],
          [0.05, 0.1].map((margin) => passing(at({ change: brokenClusters(margin), settings: { margin } }))),
          [failing(at({ change: brokenClusters(0.2) })), failing(at({ change: broken(0.2) }))],
          [0.05, 0.1, 0.2].map((margin) => passing(at({ settings: { margin } }))),
        ],
      };
    }),
  };
}

/** Twenty inputs that stand under five ids each, of an answer that is a coin flip. */
export const buildShared = (runs: number): Cell =>
  buildCell({ population: coinPopulation, clusterSizes: new Array<number>(20).fill(5), asksOnce: true, runs });

/** Inputs that stand under several ids. */
export function sharedQuestions(build: Build): Table {
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
    return {
      label,
      places: [
        sizes.map((inputs) => failing(at(inputs, none))),
        sizes.map((inputs) => passing(at(inputs, none))),
        sizes.map((inputs) => passing(at(inputs, brokenClusters(0.1)))),
        sizes.map((inputs) => failing(at(inputs, brokenClusters(0.2)))),
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

/** One, two, three and five gating metrics. */
export function severalMetrics(build: Build): Table {
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

/** Samples that were lost. */
export function missingSamples(build: Build): Table {
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

/** A cell with ten critical cases that pass nine times in ten. */
export const buildCritical = (runs: number): Cell => buildCell({ critical: 10, runs });

/** Cases that may not break. */
export function criticalCases(build: Build): Table {
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

/** The gates that trades are sent through; the last is another rule. */
const tradeGates: readonly [string, Partial<Cell>][] = [
  ['blocked by the default', {}],
  ['noisy cases by five kept samples', { kept: 5 }],
  ['by three', { kept: 3 }],
  ['`settle: 3`', { settings: { settle: 3 } }],
  ['`resample: off`', { settings: { resample: 'off' } }],
];
const tradeSizes = [50, 100, 200];
const tradeLosses = ['few-big', 'many-small'] as const;

function buildTrade(build: Build, losses: (typeof tradeLosses)[number], gate: Partial<Cell>, cases: number): Cell {
  return build({ ...gate, cases, change: { kind: 'trade', losses }, settings: { margin: 0.05, ...gate.settings } });
}

/** Cells of trades: with one draw of every case, and with more samples where the noise is or in a further round. */
export function listTrades(build: Build): { readonly plain: readonly Cell[]; readonly further: readonly Cell[] } {
  const [plain, ...further] = tradeGates
    .slice(0, -1)
    .map(([, gate]) =>
      tradeLosses.flatMap((losses) => tradeSizes.map((cases) => buildTrade(build, losses, gate, cases))),
    );
  return { plain: plain ?? [], further: further.flat() };
}

/** Changes that lose some cases for good and win a little elsewhere. */
export function trades(build: Build): Table {
  const row = (label: string, losses: (typeof tradeLosses)[number]) => ({
    label,
    places: tradeGates.map(([, gate]) => tradeSizes.map((cases) => failing(buildTrade(build, losses, gate, cases)))),
  });
  return {
    title: 'Trades: the mean stays, single cases do not',
    intro:
      'Made to fool the gate. 2 % of the cases break outright and a fifth of the cases, unsolvable so far, now pass once in ten; and the mirror of it. N = 50 / 100 / 200. What is blocked here did lose cases; it is counted as a false block because the mean is unchanged.',
    header: ['', ...tradeGates.map(([label]) => label)],
    rows: [
      row('few big losses against many small gains', 'few-big'),
      row('many small losses against few big gains', 'many-small'),
    ],
  };
}
