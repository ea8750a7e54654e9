import type { Cell } from '../cell.ts';
import type { Change } from '../population.ts';
import { usualGates } from '../usual-gates.ts';
import { type Build, broken, type Figure, failing, none, passing, percentOf, rounds, type Table } from './table.ts';

const sizes = [20, 50, 100, 200];

/** How a verdict and the calls of one gate are read, by number of cases and change. */
interface Read {
  verdict(cases: number, change: Change, what: 'fail' | 'pass'): Figure;
  readonly calls: readonly Figure[] | string;
}

function rowOf(label: string, { verdict, calls }: Read) {
  const at = (change: Change, what: 'fail' | 'pass') => sizes.map((cases) => verdict(cases, change, what));
  return {
    label,
    places: [
      at(none, 'fail'),
      at(none, 'pass'),
      at(broken(0.05), 'fail'),
      at(broken(0.1), 'fail'),
      at(broken(0.1), 'pass'),
      at(broken(0.2), 'fail'),
      calls,
    ],
  };
}

/** The gate beside those that are in use elsewhere. */
export function againstOthers(build: Build): Table {
  const own = (label: string, different: Partial<Cell>) =>
    rowOf(label, {
      verdict: (cases, change, what) => (what === 'fail' ? failing : passing)(build({ cases, change, ...different })),
      calls: sizes.map((cases) => rounds(build({ cases, ...different }))),
    });
  return {
    title: 'Against the usual gates',
    intro:
      'One 0/1 metric that passes 85 % on main, N = 20 / 50 / 100 / 200 cases, each rule on the same draws. In brackets who documents the rule; nothing else of these tools was simulated, and a tool that says “not significant” and goes on is counted as passing. What is neither blocked nor passed is said to be open. Passing at −10 is a green tick over a real drop of 10 points. Calls are full paired rounds: one round answers every case once on both sides; stored draws are the baseline run’s and are not among them. Not in the table: agent-regress (an unpaired Mann–Whitney test on 50 runs of a side: 50 rounds), and dotnet/skills#1027 (a sign test with a floor of 20 % net wins, which certifies what is better and asks nothing of what is as good). That such a table is wanted was measured elsewhere, too: a comment of September 2026 on vLLM’s RFC 34333 finds that the accuracy gates of vLLM’s own 53 evaluation configurations have a median power of 0.5 % against a drop of 5 points.',
    header: [
      'gate',
      'no change: blocked',
      'no change: passed',
      '−5: blocked',
      '−10: blocked',
      '−10: passed',
      '−20: blocked',
      'calls, no change',
    ],
    rows: [
      ...usualGates.map((gate) =>
        rowOf(gate.name, {
          verdict: (cases, change, what) => percentOf(`${gate.name}: ${what}`)(build({ kind: 'usual', cases, change })),
          calls: gate.rounds.toFixed(2),
        }),
      ),
      own('**default**', {}),
      own('**default, five stored samples**', { kind: 'stored', kept: 5 }),
      own('**`settle: 3`**', { settings: { settle: 3 } }),
      own('margin .05', { settings: { margin: 0.05 } }),
      own('margin .10', { settings: { margin: 0.1 } }),
      own('`resample: off`', { settings: { resample: 'off' } }),
    ],
  };
}
