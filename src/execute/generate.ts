import { buildGenerationCall, interleaveArms, type Wanted } from '../plan/wanted.ts';
import type { CallRecord, SampleRecord } from '../run/records.ts';
import { spareRetired } from './retired.ts';
import { type CallContext, runCalls } from './run-calls.ts';

/** Draws the wanted outputs; the arms alternate in time. */
export async function generateSamples(
  wanted: readonly Wanted[],
  context: CallContext,
): Promise<readonly SampleRecord[]> {
  const ordered = interleaveArms(wanted);
  const asked = ordered.map(buildGenerationCall);
  const origin = new Map(asked.map((call, index) => [call, ordered[index] as Wanted]));
  const model = spareRetired(context.model, 'model', (call) => isReplaced(origin.get(call) as Wanted));
  const calls = await runCalls('answers', asked, { ...context, model }, (call, setting) => {
    const { prompt, arm } = origin.get(call) as Wanted;
    return (arm === 'base' ? prompt.base : prompt.candidate)?.places.get(setting) ?? null;
  });
  return ordered.map((item, index) => {
    const { call, result, cached, answeredAtMs } = calls[index] as CallRecord;
    return { ...item, key: call.key, result, source: cached ? 'cache' : 'fresh', answeredAtMs };
  });
}

/** True for main's call where the change asks another model. */
function isReplaced({ arm, prompt: { base, candidate } }: Wanted): boolean {
  return arm === 'base' && candidate !== null && base?.model !== candidate.model;
}
