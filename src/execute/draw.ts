import { buildGenerationCall, type createFinder } from '../plan/draws.ts';
import type { CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import type { Model, ModelCall } from '../ports.ts';
import { nameRound } from '../rounds/announce.ts';
import type { Work } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import { dropReasoning } from '../run/reasoning.ts';
import type { SampleRecord } from '../run/records.ts';
import { keyOf, type SampleKey } from '../run/sample-key.ts';
import { spareRetired } from './retired.ts';
import { type CallContext, streamCalls } from './run-calls.ts';
import { scoreAtOnce } from './score.ts';

/** Draws outputs and puts each down as it comes, with what checks say of it: nothing is held that the ledger has. */
export async function drawSamples(
  work: Extract<Work, { readonly do: 'draw' }>,
  find: ReturnType<typeof createFinder>,
  ledger: Ledger,
  context: CallContext,
): Promise<void> {
  const origins = new Map<ModelCall, SampleKey>();
  const promptOf = (call: ModelCall) => find(origins.get(call) as SampleKey).prompt;
  const spared = spareRetired(context.model, 'model', (call) => isReplaced(call, promptOf(call)));
  const model = withoutReasoning(spared, (call) => promptOf(call).reasoning === 'keep');
  const buildCalls = function* () {
    for (const key of work.keys) {
      const { prompt, row } = find(key);
      const call = buildGenerationCall(prompt, row, key.arm, key.sample);
      origins.set(call, key);
      yield call;
    }
  };
  await streamCalls(
    nameRound(work.why),
    buildCalls(),
    work.count,
    { ...context, model, ...(work.anew && { cache: forget(context.cache) }) },
    ({ call, result, cached, answeredAtMs }) => {
      const key = origins.get(call) as SampleKey;
      origins.delete(call);
      const { prompt, row } = find(key);
      const redraws = work.anew ? redrawsOf(ledger, key) + 1 : 0;
      const source = cached ? 'cache' : 'fresh';
      const record: SampleRecord = { ...keyOf(key), request: call.key, result, source, answeredAtMs, redraws };
      // The one draw of a case whose request is the same on both sides stands for either. It is asked for as the base's,
      // which comes last: a run that is killed between the two asks again.
      if (row.isSame && key.arm === 'base') {
        const version = prompt.candidate?.version ?? key.version;
        putDown(ledger, prompt, row, { ...record, version, arm: 'candidate', source: 'shared' });
      }
      putDown(ledger, prompt, row, record);
    },
    (call, setting) => {
      const prompt = promptOf(call);
      return (call.arm === 'base' ? prompt.base : prompt.candidate)?.places.get(setting) ?? null;
    },
  );
}

/** Answers lose the reasoning that they begin with before anything keeps them. */
function withoutReasoning(model: Model, isKept: (call: ModelCall) => boolean): Model {
  return {
    ...model,
    attempt: async (call, signal) => {
      const attempt = await model.attempt(call, signal);
      return isKept(call) ? attempt : { ...attempt, result: dropReasoning(attempt.result) };
    },
  };
}

function putDown(ledger: Ledger, prompt: PromptPlan, row: CasePlan, record: SampleRecord): void {
  ledger.append({ kind: 'sample', record });
  scoreAtOnce(prompt, row, record, ledger);
}

function redrawsOf(ledger: Ledger, key: SampleKey): number {
  return ledger.arm(key).sample(key.case, key.sample)?.redraws ?? 0;
}

/** Keeps answers, and knows none. */
function forget(cache: CallContext['cache']): CallContext['cache'] {
  return cache === null ? null : { read: async () => null, write: cache.write };
}

/** True for main's call where the change asks another model. */
function isReplaced({ arm }: ModelCall, { base, candidate }: PromptPlan): boolean {
  return arm === 'base' && candidate !== null && base?.model !== candidate.model;
}
