import { chooseInput } from '../datasets/choose-input.ts';
import type { Session } from '../execute/session.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { EvaluateResult } from '../pipeline/evaluate-request.ts';
import type { Arm } from '../plan/suite-plan.ts';
import { renderOutputLines, renderScoreLines, type ScoreLine } from '../report/lines.ts';
import { renderers } from '../report/renderers.ts';
import type { CallRecord, SampleRecord, ScoreRecord } from '../run/records.ts';

/** What the comment needs beside the report. */
export interface CommentFacts {
  readonly commentKey: string;
  /** The hidden record of this verdict; null where none is to be kept. */
  readonly record: Json | null;
}

/** Renders every result file by name: the report in all formats, the candidate's scores and the base's (two files, as `compare` takes them), outputs and calls. `examples: none` and `redacted` keep texts out of all of them. */
export async function renderResultFiles(
  result: EvaluateResult,
  comment: CommentFacts,
): Promise<ReadonlyMap<string, string>> {
  const { report, session, journal } = result;
  const rendered = await Promise.all(
    Object.values(renderers).map(async ({ file, render }) => [file, await render(report, comment)] as const),
  );
  const showsTexts = report.examples === 'full';
  const { base, candidate } = listScores(session, showsTexts);
  const files: (readonly [string, string])[] = [
    ...rendered,
    ['scores.jsonl', renderScoreLines(candidate)],
    ['baseline-scores.jsonl', renderScoreLines(base)],
    ['calls.jsonl', journal.map((record) => renderCall(record, showsTexts)).join('')],
  ];
  if (showsTexts) files.push(['outputs.jsonl', renderOutputLines(session.samples.map(describeOutput))]);
  return new Map(files);
}

/** The score lines of both sides, as `compare` takes them. */
function listScores({ samples, scores }: Session, showsTexts: boolean) {
  const rows = new Map(samples.map(({ prompt, case: row }) => [keyOf(prompt.suite, prompt.id, row.id), row]));
  const rowOf = (one: ScoreRecord) => rows.get(keyOf(one.suite, one.prompt, one.case));
  const write = ({ reason, ...record }: ScoreRecord, arm = record.arm): ScoreLine => ({
    ...record,
    arm,
    critical: rowOf({ reason, ...record })?.critical ? true : null,
    reason: showsTexts ? reason : null,
  });
  const ofArm = (arm: Arm) => scores.filter((one) => one.arm === arm);
  const [fresh, stored, drawn] = [ofArm('base'), ofArm('stored'), ofArm('candidate')];
  const isSame = (one: ScoreRecord) => rowOf(one)?.isSame === true;
  // A baseline that decided alone has fresh scores beside it of flagged critical cases only; otherwise the fresh ones are what was compared.
  const isFresh = stored.length === 0 || fresh.some((one) => rowOf(one)?.critical !== true && !isSame(one));
  // What a change does not reach is the same on both sides: its one draw, or what is stored of it.
  const shared = isFresh && fresh.some(isSame) ? fresh.filter(isSame) : stored.filter(isSame);
  const known = new Set(shared.map((one) => keyOf(one.suite, one.prompt, one.case)));
  const isOwn = (one: ScoreRecord) => !known.has(keyOf(one.suite, one.prompt, one.case));
  const base = isFresh ? fresh : [...fresh.filter((one) => !isSame(one)), ...stored];
  return {
    base: [
      ...base.filter(isOwn).map((one) => write(one)),
      ...shared.map((one) => write(one, isFresh ? 'base' : 'stored')),
    ],
    candidate: [...drawn.filter(isOwn).map((one) => write(one)), ...shared.map((one) => write(one, 'candidate'))],
  };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function describeOutput({ prompt, case: row, arm, sample, result }: SampleRecord) {
  const { suite, id } = prompt;
  const answered = result.status === 'answered';
  const output: Json = answered ? { ...result.output } : { status: result.status, reason: result.reason };
  const input = chooseInput(row.scoring.variables);
  return { suite, prompt: id, case: row.id, arm, sample, input, output, model: answered ? result.model : null };
}

/** One call without its answer: timings, attempts, tokens, who answered; a judge's exact request, so that a person can repeat a judgement. */
function renderCall({ call, result, cached, costMicroUsd }: CallRecord, showsTexts: boolean): string {
  const { key, purpose, arm, sample, request, owner } = call;
  const { status, latencyMs, attempts } = result;
  const answered =
    result.status === 'answered'
      ? { answeredAs: result.model, fingerprint: result.fingerprint, usage: result.usage }
      : { reason: result.reason };
  const asked = purpose === 'judge' && showsTexts ? { request } : {};
  return `${canonicalJson({ key, purpose, arm, sample, ...owner, model: request.model, status, cached, latencyMs, attempts, costMicroUsd, ...answered, ...asked })}\n`;
}
