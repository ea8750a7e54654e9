import type { Wanted } from '../plan/wanted.ts';
import type { SampleRecord } from '../run/records.ts';
import { listStale } from '../scores/freshness.ts';
import { generateSamples } from './generate.ts';
import type { CallContext } from './run-calls.ts';

/** Either answer of a pair may turn out to be too old for the other. */
const mostRounds = 2;

/** Draws the wanted outputs, and draws again what the cache knew from too long before the answer that it is compared with. `earlier` are the samples that the run has; what of them is replaced is in `replaced`. */
export async function drawPairs(
  earlier: readonly SampleRecord[],
  wanted: readonly Wanted[],
  context: CallContext,
): Promise<{ readonly drawn: readonly SampleRecord[]; readonly replaced: ReadonlySet<SampleRecord> }> {
  let drawn = await generateSamples(wanted, context);
  const replaced = new Set<SampleRecord>();
  for (let round = 0; round < mostRounds; round += 1) {
    const stale = new Set(listStale([...earlier.filter((one) => !replaced.has(one)), ...drawn]));
    if (stale.size === 0) break;
    context.log.info(
      `${stale.size} known answers are over an hour older than what they are compared with: they are drawn anew.`,
    );
    const again = await generateSamples([...stale], forgetful(context));
    for (const one of earlier) if (stale.has(one)) replaced.add(one);
    drawn = [...drawn.filter((one) => !stale.has(one)), ...again];
  }
  return { drawn, replaced };
}

/** Keeps answers, and knows none. */
function forgetful(context: CallContext): CallContext {
  const { cache } = context;
  return cache === null ? context : { ...context, cache: { read: async () => null, write: cache.write } };
}
