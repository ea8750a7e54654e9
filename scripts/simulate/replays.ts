import { defaultGate, type GateSettings, type Verdict } from '../../src/gate/comparison.ts';
import { decideGate } from '../../src/gate/decide.ts';
import { createRandom, type Random } from './random.ts';
import { renderPercent } from './tables/table.ts';

/** Public scores that were really measured. */
export interface RealData {
  /** 0/1 correctness of four model configurations on the same questions. */
  readonly gsm8k: { readonly [name: string]: readonly number[] };
  /** 0/1 reward of four repeats of one unchanged agent on each task. */
  readonly tau: { readonly [task: string]: readonly number[] };
}

/** A row of a replay: what was replayed and percent fail, pass, inconclusive. */
export interface ReplayRow {
  readonly label: string;
  readonly cases: number;
  readonly verdicts: string;
}

/** Replays real scores through the gate. */
export function replayAll(data: RealData, runs: number, seed: number): readonly ReplayRow[] {
  return [...replayPairs(data.gsm8k, runs, seed), ...replayRepeats(data.tau, runs, seed)];
}

/** Random subsets of the questions, once as they are and once with the arms swapped at random question by question, which makes any difference a false alarm. */
function replayPairs(data: RealData['gsm8k'], runs: number, seed: number): readonly ReplayRow[] {
  const pairs = [
    ['175b_verification', '175b_finetuning'],
    ['6b_verification', '175b_finetuning'],
    ['175b_verification', '6b_verification'],
  ] as const;
  return pairs.flatMap(([from, to]) =>
    [50, 200].flatMap((cases) =>
      [false, true].map((isSwapped): ReplayRow => {
        const random = createRandom(`${seed} gsm8k ${from} ${to} ${cases} ${isSwapped}`);
        const before = data[from] ?? [];
        const after = data[to] ?? [];
        const change = (sum: readonly number[]): number => sum.reduce((total, score) => total + score, 0) / sum.length;
        const difference = 100 * (change(after) - change(before));
        const verdicts = replay(runs, { resample: 'off', margin: 0.05 }, () =>
          chooseSome(before.length, cases, random).map((index) => {
            const pair = [[before[index] as number], [after[index] as number]] as const;
            return isSwapped && random.uniform() < 0.5 ? [pair[1], pair[0]] : pair;
          }),
        );
        const what = isSwapped ? 'labels swapped at random: no change' : `really ${difference.toFixed(1)} points`;
        return { label: `GSM8K, ${from} → ${to}, ${what}`, cases, verdicts };
      }),
    ),
  );
}

/** Four repeats of one agent dealt to two arms, a first round and one re-run each; some tasks broken on the candidate's arm. */
function replayRepeats(data: RealData['tau'], runs: number, seed: number): readonly ReplayRow[] {
  const tasks = Object.values(data);
  return [0, 0.1, 0.25, 0.5].map((share): ReplayRow => {
    const random = createRandom(`${seed} tau ${share}`);
    const verdicts = replay(runs, { margin: 0.05 }, () =>
      tasks.map((repeats) => {
        const dealt = chooseSome(repeats.length, 4, random).map((index) => repeats[index] as number);
        const isBroken = random.uniform() < share;
        return [dealt.slice(0, 2), isBroken ? [0, 0] : dealt.slice(2, 4)];
      }),
    );
    const what = share === 0 ? 'the same agent twice: no change' : `${100 * share} % of the tasks broken`;
    return { label: `τ-bench airline, ${what}`, cases: tasks.length, verdicts };
  });
}

type Pair = readonly [baseline: readonly number[], candidate: readonly number[]];

/** Percent fail / pass / inconclusive. What was not run again cannot be: a case has the samples it has. */
function replay(runs: number, settings: Partial<GateSettings>, draw: () => readonly Pair[]): string {
  const counts: { [verdict in Verdict]: number } = { fail: 0, pass: 0, inconclusive: 0, invalid: 0 };
  for (let run = 0; run < runs; run += 1) {
    const pairs = draw();
    const decide = (isRerun: boolean) =>
      decideGate([
        {
          input: {
            id: { suite: null, prompt: null, metric: 'score' },
            direction: 'higher',
            gates: true,
            isPairwise: false,
            commonReason: null,
            cases: pairs.map(([baseline, candidate], index) => ({
              case: `c${index}`,
              cluster: null,
              question: null,
              isSame: false,
              critical: false,
              baseline: isRerun && baseline[0] !== candidate[0] ? baseline : baseline.slice(0, 1),
              candidate: isRerun && baseline[0] !== candidate[0] ? candidate : candidate.slice(0, 1),
            })),
          },
          settings: { ...defaultGate, ...settings },
          samples: 1,
        },
      ]);
    const first = decide(false);
    counts[first.rerun.length > 0 ? decide(true).verdict : first.verdict] += 1;
  }
  return [counts.fail, counts.pass, counts.inconclusive].map((count) => renderPercent(count / runs)).join(' / ');
}

/** So many of 0..size−1 without repetition, in random order (Fisher and Yates). */
function chooseSome(size: number, count: number, random: Random): readonly number[] {
  const all = Array.from({ length: size }, (_, index) => index);
  for (let place = 0; place < count; place += 1) {
    const other = place + Math.floor(random.uniform() * (size - place));
    [all[place], all[other]] = [all[other] as number, all[place] as number];
  }
  return all.slice(0, count);
}
