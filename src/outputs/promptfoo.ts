import { UserError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ModelResult, Usage } from '../ports.ts';
import { fileWhere } from '../text/json-text.ts';
import type { Reject } from './answer.ts';
import { type ForeignOutput, memberOf, openDocument, readEntries } from './document.ts';
import { readAmount, readCaseId, readDollars, readMapping, readScores } from './figures.ts';
import { answered, failed, readReturned } from './result.ts';
import type { OutputSource } from './supplied.ts';
import { hasTopKeys } from './top-keys.ts';

const outputHint = 'Write it with "promptfoo eval --output results.json".';

/** What `promptfoo eval --output results.json` writes, version 3 of its results. */
export const promptfoo: OutputSource = {
  name: 'promptfoo results',
  recognise: ({ text }) => hasTopKeys(text, 'evalId', 'results'),
  read(file) {
    const entries = openDocument(file).list(['results', 'results'], outputHint);
    const compared = new Set(entries.map(({ value }) => memberOf(value, 'promptIdx')));
    if (compared.size > 1) {
      const hint = 'Evaluate one of them for each side: --filter-prompts, --filter-providers.';
      throw UserError.of(`holds the outputs of ${compared.size} prompts and providers.`, hint, fileWhere(file));
    }
    return readEntries(file, entries, readRun);
  },
};

const idHint = 'Give each test "metadata: {case: …}", a variable "id", or a description.';

function readRun(run: JsonObject, reject: Reject): ForeignOutput | null {
  const { response = null, testCase = null } = run;
  const id = readCaseId(
    [memberOf(run.metadata, 'case'), memberOf(run.vars, 'id'), memberOf(testCase, 'description')],
    reject,
    idHint,
  );
  const result = readResult(run, reject);
  const costMicroUsd = readDollars(memberOf(response, 'cost'), 'response.cost', reject);
  if (id === null || result === null) return null;
  // What was asked stays unsaid: `prompt.raw` has the words in it that the change is about.
  return { case: id, result, costMicroUsd };
}

/** promptfoo's word for a run that came to no answer; 1 is an assertion that did not hold. */
const failedForError = 2;

function readResult(run: JsonObject, reject: Reject): ModelResult | null {
  const { response = null, error = null } = run;
  const latencyMs = readAmount(run.latencyMs, 'latencyMs', reject) ?? 0;
  const output = memberOf(response, 'output') ?? null;
  const finish = memberOf(response, 'finishReason');
  if (run.failureReason === failedForError || finish === 'error' || output === null) {
    return failed(error ?? memberOf(response, 'error'), latencyMs);
  }
  const answer = readReturned(output, reject);
  const named = Object.entries(readMapping(run.namedScores, 'namedScores', reject));
  const scores = readScores([['passed', run.success], ['score', run.score], ...named], reject);
  if (answer === null) return null;
  const whole = {
    ...answer,
    ...(typeof finish === 'string' && { finishReason: finish }),
    ...(memberOf(response, 'isRefusal') === true && { refusal: answer.refusal ?? (answer.content || 'refused') }),
    scores,
  };
  return answered(whole, { usage: readUsage(memberOf(response, 'tokenUsage')), latencyMs });
}

/** An answer out of promptfoo's cache has no tokens of its own. */
function readUsage(usage: Json | undefined): Usage | null {
  const prompt = memberOf(usage, 'prompt');
  const completion = memberOf(usage, 'completion');
  const reasoning = memberOf(memberOf(usage, 'completionDetails'), 'reasoning');
  if (typeof prompt !== 'number' || typeof completion !== 'number' || prompt + completion === 0) return null;
  return {
    inputTokens: prompt,
    cachedInputTokens: 0,
    outputTokens: completion,
    reasoningTokens: typeof reasoning === 'number' ? reasoning : 0,
  };
}
