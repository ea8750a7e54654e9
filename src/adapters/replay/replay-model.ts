import { UserError } from '../../errors.ts';
import { type Attempt, type Model, type ModelCall, type ModelResult, unknownRate } from '../../ports.ts';
import type { SourceFile } from '../../text/source-file.ts';
import {
  findRecorded,
  keyOfLine,
  lineOf,
  parseRecording,
  type RecordedQuestion,
  renderRecording,
} from './recording.ts';

/** Makes a model that answers from a recording and never from a network. Throws a UserError for a broken recording, and for a question that is not in it. */
export function createReplayModel(file: SourceFile): Model {
  const recording = parseRecording(file);
  return {
    endpoint: async () => 'a recording',
    async attempt(call) {
      const result = findRecorded(recording, call);
      if (result === undefined) throw notRecorded(file.path, call);
      return repeat(result);
    },
  };
}

/** Keeps what models are answered; `records` renders all of it as one recording. */
export interface Recorder {
  wrap(inner: Model): Model;
  records(): string;
}

/** Makes a recorder for any number of endpoints. It keeps answers and rejections beside those of an earlier recording (null: none), and what is recorded is not asked again; what was unavailable is no answer. */
export function createRecorder(earlier: SourceFile | null): Recorder {
  const recording = new Map<string, RecordedQuestion>(earlier === null ? [] : parseRecording(earlier));
  return {
    wrap: (inner) => ({
      endpoint: () => inner.endpoint(),
      async attempt(call, signal) {
        const known = findRecorded(recording, call);
        if (known !== undefined) return repeat(known);
        const attempt = await inner.attempt(call, signal);
        const { result } = attempt;
        if (result.status !== 'unavailable') {
          const line = lineOf(call);
          const samples = new Map(recording.get(keyOfLine(line))?.samples).set(call.sample, result);
          recording.set(keyOfLine(line), { ...line, samples });
        }
        return attempt;
      },
    }),
    records: () => renderRecording(recording),
  };
}

/** A result that stands for all attempts that it took once; nobody's limits are near. */
function repeat(result: ModelResult): Attempt {
  return { result, again: 'never', rate: unknownRate };
}

function notRecorded(path: string, call: ModelCall): UserError {
  const what = call.purpose === 'judge' ? 'judgement' : `answer for the ${call.arm} arm`;
  return UserError.of(
    `has no recorded ${what}: key ${call.key.slice(0, 12)}, sample ${call.sample}, model "${call.request.model}".`,
    'Record it: run the same command with "record" in place of "replay".',
    { path, line: null, column: null },
  );
}
