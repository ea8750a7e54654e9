import { ModelConfigError, type Problem } from '../errors.ts';
import { type Attempt, type Model, type ModelCall, unknownRate } from '../ports.ts';

/**
 * The model of calls that a change replaces by another: where the endpoint no longer serves it, they have no answer, and
 * nobody is to blame. It is then asked no more.
 */
export function spareRetired(model: Model, what: 'model' | 'judge', isReplaced: (call: ModelCall) => boolean): Model {
  const gone = new Map<string, Attempt>();
  return {
    ...model,
    attempt: async (call, signal) => {
      if (!isReplaced(call)) return model.attempt(call, signal);
      const id = call.request.model;
      const known = gone.get(id);
      if (known !== undefined) return known;
      return model.attempt(call, signal).catch((error: unknown) => {
        if (!(error instanceof ModelConfigError) || error.parameter !== 'model') throw error;
        const [{ message }] = error.problems as readonly [Problem];
        const reason = `main's ${what} is gone: ${message}`;
        const result = { status: 'unavailable', reason, gone: true, latencyMs: 0, attempts: 1 } as const;
        const attempt: Attempt = { result, again: 'never', rate: unknownRate };
        gone.set(id, attempt);
        return attempt;
      });
    },
  };
}
