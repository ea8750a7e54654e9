import { buildProblem, type Problem, UserError } from '../../errors.ts';
import { contentHash, isJsonObject, type Json, parseJson } from '../../json.ts';
import type { ModelCall, ModelResult } from '../../ports.ts';
import { readResult } from '../../run/result-codec.ts';
import { renderJsonLine } from '../../text/json-line.ts';
import type { SourceFile } from '../../text/source-file.ts';

/** Answers by sample; a sample that was never recorded is a hole. */
export interface RecordedQuestion {
  readonly key: string;
  /** Whose draws they are; null where they answer whoever asks. */
  readonly owner: string | null;
  readonly purpose: ModelCall['purpose'];
  readonly samples: ReadonlyMap<number, ModelResult>;
}

/** A recording in memory, by question and owner. */
export type Recording = ReadonlyMap<string, RecordedQuestion>;

/** The line that keeps a call's answers: a case has its own, judgements are anybody's. */
export function lineOf({ key, owner, purpose }: ModelCall): Omit<RecordedQuestion, 'samples'> {
  return {
    key,
    owner: owner === null ? null : contentHash([owner.suite, owner.prompt, owner.case]).slice(0, 12),
    purpose,
  };
}

/** The key of a line in a recording. */
export function keyOfLine({ key, owner }: Pick<RecordedQuestion, 'key' | 'owner'>): string {
  return owner === null ? key : `${key} ${owner}`;
}

/** Finds what was recorded for a call: its case's own draw, else one that a recording has for whoever asks this. */
export function findRecorded(recording: Recording, call: ModelCall): ModelResult | undefined {
  const own = recording.get(keyOfLine(lineOf(call)))?.samples.get(call.sample);
  return own ?? recording.get(call.key)?.samples.get(call.sample);
}

/** Parses a recording: JSON Lines of `{"key", "owner"?, "purpose", "samples": [result or null, …]}`. Throws a UserError with every broken line. */
export function parseRecording(file: SourceFile): Recording {
  const problems: Problem[] = [];
  const recording = new Map<string, RecordedQuestion>();
  for (const [index, text] of file.text.split('\n').entries()) {
    if (text.trim() === '') continue;
    const where = { path: file.path, line: index + 1, column: null };
    const line = parseLine(text);
    if (line === null) problems.push(buildProblem('is not a line of a recording.', 'Record it again.', where));
    else if (recording.has(keyOfLine(line))) {
      problems.push(buildProblem(`has the key ${keyOfLine(line)} again.`, 'Keep one.', where));
    } else recording.set(keyOfLine(line), line);
  }
  if (problems.length > 0) throw new UserError(problems);
  return recording;
}

/** Renders a recording as JSON Lines sorted by key, so that recording again shows small differences in git. */
export function renderRecording(recording: Recording): string {
  const keys = [...recording.keys()].sort();
  return keys
    .map((key) => {
      const { samples, owner, ...line } = recording.get(key) as RecordedQuestion;
      const length = Math.max(-1, ...samples.keys()) + 1;
      const results = Array.from({ length }, (_, sample) => samples.get(sample) ?? null);
      return renderJsonLine({ ...line, ...(owner === null ? {} : { owner }), samples: results });
    })
    .join('');
}

function parseLine(text: string): RecordedQuestion | null {
  const line = parseJson(text);
  if (!isJsonObject(line) || typeof line.key !== 'string' || !Array.isArray(line.samples)) return null;
  const { purpose, owner = null } = line;
  if (owner !== null && typeof owner !== 'string') return null;
  if (purpose !== 'generate' && purpose !== 'judge') return null;
  const results: readonly Json[] = line.samples;
  const samples = new Map<number, ModelResult>();
  for (const [sample, value] of results.entries()) {
    const result = readResult(value);
    // An outage is no answer that could be given again.
    if (value !== null && (result === null || result.status === 'unavailable')) return null;
    if (result !== null) samples.set(sample, result);
  }
  return { key: line.key, owner, purpose, samples };
}
