import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { createRandom, normalCdf } from './random.ts';

/** How often a data set is drawn again. */
const resamples = 2000;

/** The standard normal points that an interval of 95 % lies between. */
const z975 = normalQuantile(0.975, 0, 1);

interface Differences {
  readonly cases: number;
  /** Cases whose difference is −1, and +1; all others differ by 0. */
  readonly worse: number;
  readonly better: number;
}

interface Interval {
  readonly lower: number;
  readonly upper: number;
}

const known = new Map<string, Interval>();

/**
 * The bias-corrected and accelerated bootstrap interval of 95 % of the mean difference, over 2,000 resamples of whole pairs (Efron
 * 1987). Of 0/1 scores it hangs on three counts alone, so equal counts are resampled once, from one seed.
 */
export function bcaMeanInterval({ cases, worse, better }: Differences): Interval {
  const key = `bca ${cases} ${worse} ${better}`;
  const interval = known.get(key) ?? resample({ cases, worse, better }, key);
  known.set(key, interval);
  return interval;
}

function resample({ cases, worse, better }: Differences, seed: string): Interval {
  const observed = better - worse;
  const isConstant = worse + better === 0 || worse === cases || better === cases;
  if (isConstant) return { lower: observed / cases, upper: observed / cases };
  const random = createRandom(seed);
  const sums = new Int32Array(resamples);
  for (let draw = 0; draw < resamples; draw += 1) {
    let sum = 0;
    for (let index = 0; index < cases; index += 1) {
      const place = random.uniform() * cases;
      if (place < worse) sum -= 1;
      else if (place < worse + better) sum += 1;
    }
    sums[draw] = sum;
  }
  sums.sort();
  const below = sums.filter((sum) => sum < observed).length;
  const ties = sums.filter((sum) => sum === observed).length;
  const share = (below + 0.5 * ties) / resamples;
  const bias = normalQuantile(Math.min(Math.max(share, 1 / (resamples + 1)), resamples / (resamples + 1)), 0, 1);
  const acceleration = accelerate({ cases, worse, better });
  const at = (z: number): number => {
    const correction = 1 - acceleration * (bias + z);
    const point = correction <= 0 ? z : bias + (bias + z) / correction;
    return quantile(sums, normalCdf(point)) / cases;
  };
  return { lower: at(-z975), upper: at(z975) };
}

/** The acceleration: the skewness of the jackknife means, by six. */
function accelerate({ cases, worse, better }: Differences): number {
  const mean = (better - worse) / cases;
  const moment = (power: number): number =>
    worse * (-1 - mean) ** power + better * (1 - mean) ** power + (cases - worse - better) * (0 - mean) ** power;
  const scale = cases - 1;
  const squares = moment(2) / scale ** 2;
  return squares === 0 ? 0 : moment(3) / scale ** 3 / (6 * squares ** 1.5);
}

/** A quantile of sorted numbers, linear between them. */
function quantile(sorted: Int32Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const [from, to] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number];
  return from + (to - from) * (place - low);
}
