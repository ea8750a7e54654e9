import { buildGenerationCall, interleaveArms, type Wanted } from '../plan/wanted.ts';
import type { CallRecord, SampleRecord } from '../scores/records.ts';
import { type CallContext, runCalls } from './run-calls.ts';

/** Draws the wanted outputs; the arms alternate in time. */
export async function generateSamples(
  wanted: readonly Wanted[],
  context: CallContext,
): Promise<readonly SampleRecord[]> {
  const ordered = interleaveArms(wanted);
  const calls = await runCalls('answers', ordered.map(buildGenerationCall), context);
  return ordered.map((item, index) => {
    const { call, result, cached } = calls[index] as CallRecord;
    return { ...item, key: call.key, result, source: cached ? 'cache' : 'fresh' };
  });
}
