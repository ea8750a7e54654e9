import type { ModelResult, Usage } from '../ports.ts';
import { type BrokenAnswer, findBreak } from './broken-answer.ts';
import type { SampleRecord, ScoreFacts, ScoreRecord } from './records.ts';
import type { SampleKey } from './sample-key.ts';

/** What is kept of a result without its text. */
export type ResultFacts =
  | {
      readonly status: 'answered';
      readonly finishReason: string;
      readonly broken: BrokenAnswer | null;
      /** True where reasoning was left out of it. */
      readonly reasoningDropped: boolean;
      /** Characters of the content. */
      readonly length: number;
      readonly usage: Usage | null;
      readonly model: string | null;
      readonly fingerprint: string | null;
      readonly latencyMs: number;
      readonly hung?: number;
      readonly costMicroUsd?: number;
    }
  | Exclude<ModelResult, { readonly status: 'answered' }>;

/** One output without its text, which the ledger finds again by `place`. */
export interface Sample extends SampleKey, Pick<SampleRecord, 'source' | 'answeredAtMs' | 'redraws'> {
  readonly result: ResultFacts;
  readonly place: number;
}

/** What a ledger holds of one arm of one prompt version. */
export interface ArmLedger {
  /** True where nothing was drawn and nothing is said. */
  readonly isEmpty: boolean;
  /** The samples of a case by index; an index that was not tried is null. */
  samples(caseId: string): readonly (Sample | null)[];
  sample(caseId: string, index: number): Sample | null;
  /** What a metric says of one sample; null where it has not been asked. */
  score(metric: string, caseId: string, index: number): ScoreFacts | null;
  /** How many samples of a case a metric was asked about: its highest index and one. */
  countScores(metric: string, caseId: string): number;
  /** The client error that every request of the arm met: it is about the request as such and about no case; null where there is none. */
  refusal(): { readonly httpStatus: number; readonly reason: string } | null;
}

/** An arm that grows. */
export interface ArmRow {
  readonly ledger: ArmLedger;
  add(record: SampleRecord, place: number): void;
  score(record: ScoreRecord): void;
}

type Kept = Omit<Sample, keyof SampleKey>;

/** What is held of one case by sample. */
type Row<T> = readonly (T | null)[];

/** Makes an empty arm. Case ids are held once, and what most samples share is held once for all. */
export function createArm({
  suite,
  prompt,
  version,
  arm,
}: Pick<SampleKey, 'suite' | 'prompt' | 'version' | 'arm'>): ArmRow {
  const cases = new Map<string, Row<Kept>>();
  const scores = new Map<string, Map<string, Row<ScoreFacts>>>();
  const intern = createPool();
  let unit: SampleKey['unit'] = 'case';
  /** Samples by the status of their error; null is anything else. */
  const statuses = new Map<number | null, { count: number; reason: string }>();
  const countStatus = ({ result }: Kept, step: 1 | -1): void => {
    const status = result.status === 'rejected' ? result.httpStatus : null;
    const known = statuses.get(status) ?? { count: 0, reason: result.status === 'rejected' ? result.reason : '' };
    known.count += step;
    if (known.count === 0) statuses.delete(status);
    else statuses.set(status, known);
  };
  // Member by member: made this often, spread objects would take longer than all else of a run.
  const toSample = (
    { source, answeredAtMs, redraws, place, result }: Kept,
    caseId: string,
    sample: number,
  ): Sample => ({
    suite,
    prompt,
    version,
    unit,
    case: caseId,
    arm,
    sample,
    source,
    answeredAtMs,
    redraws,
    result,
    place,
  });
  return {
    ledger: {
      get isEmpty() {
        return cases.size === 0 && scores.size === 0;
      },
      samples: (caseId) =>
        (cases.get(caseId) ?? []).map((kept, index) => (kept === null ? null : toSample(kept, caseId, index))),
      sample: (caseId, index) => {
        const kept = cases.get(caseId)?.[index] ?? null;
        return kept === null ? null : toSample(kept, caseId, index);
      },
      score: (metric, caseId, index) => scores.get(metric)?.get(caseId)?.[index] ?? null,
      countScores: (metric, caseId) => scores.get(metric)?.get(caseId)?.length ?? 0,
      refusal: () => {
        const [only] = statuses;
        if (only === undefined || statuses.size > 1 || only[0] === null) return null;
        return { httpStatus: only[0], reason: only[1].reason };
      },
    },
    add: (record, place) => {
      const { case: caseId, sample, source, answeredAtMs, redraws, result } = record;
      unit = record.unit;
      const own = cases.get(caseId) ?? [];
      const earlier = own[sample];
      if (earlier) countStatus(earlier, -1);
      const kept = { source, answeredAtMs, redraws, place, result: describeResult(result, intern) };
      cases.set(caseId, withValue(own, sample, kept));
      countStatus(kept, 1);
      // What was said of the earlier one is not said of this.
      for (const table of scores.values()) {
        const said = table.get(caseId);
        if (said !== undefined && sample < said.length) table.set(caseId, withValue(said, sample, null));
      }
    },
    score: ({ metric, case: caseId, sample, score, missing, reason, agrees }) => {
      const table = scores.get(metric) ?? new Map<string, Row<ScoreFacts>>();
      scores.set(metric, table);
      const facts = intern(
        { score, missing, reason, agrees },
        reason === null ? `${score} ${missing} ${agrees}` : null,
      );
      table.set(caseId, withValue(table.get(caseId) ?? [], sample, facts));
    },
  };
}

/** Made anew and not grown: a list that grows holds room for sixteen more, and most cases have one sample. */
function withValue<T>(row: Row<T>, index: number, value: T | null): Row<T> {
  const length = Math.max(row.length, index + 1);
  return Array.from({ length }, (_, place) => (place === index ? value : (row[place] ?? null)));
}

type Intern = <T>(value: T, key: string | null) => T;

/** Keeps one value for all that have an equal key; null keys none. */
function createPool(): Intern {
  const known = new Map<string, unknown>();
  return <T>(value: T, key: string | null): T => {
    if (key === null) return value;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier as T;
    known.set(key, value);
    return value;
  };
}

function describeResult(result: ModelResult, intern: Intern): ResultFacts {
  if (result.status !== 'answered') return result;
  const { output, usage, model, fingerprint, latencyMs, hung, costMicroUsd, status } = result;
  const share = (text: string | null) => (text === null ? null : intern(text, `= ${text}`));
  const tokens =
    usage && [usage.inputTokens, usage.cachedInputTokens, usage.outputTokens, usage.reasoningTokens].join();
  return {
    status,
    finishReason: intern(output.finishReason, `= ${output.finishReason}`),
    broken: findBreak(output),
    reasoningDropped: result.reasoningDropped === true,
    length: output.content.length,
    usage: usage && intern(usage, tokens),
    model: share(model),
    fingerprint: share(fingerprint),
    latencyMs,
    ...(hung !== undefined && { hung }),
    ...(costMicroUsd !== undefined && { costMicroUsd }),
  };
}
