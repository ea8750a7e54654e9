import { chooseInput } from '../datasets/choose-input.ts';
import { canonicalJson, type Json } from '../json.ts';
import { renderOutputLines, renderScoreLines } from '../report/lines.ts';
import { renderers } from '../report/renderers.ts';
import type { CallRecord, SampleRecord } from '../scores/records.ts';
import type { EvaluateResult } from './evaluate-request.ts';

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
  const scoresOf = (...arms: readonly string[]) =>
    session.scores
      .filter((score) => arms.includes(score.arm))
      .map(({ arm: _arm, reason, ...line }) => ({ ...line, reason: showsTexts ? reason : null }));
  // A baseline that decided alone has no fresh scores beside it; otherwise the fresh ones are what was compared.
  const baseScores = scoresOf('baseline');
  const files: (readonly [string, string])[] = [
    ...rendered,
    ['scores.jsonl', renderScoreLines(scoresOf('candidate'))],
    ['baseline-scores.jsonl', renderScoreLines(baseScores.length > 0 ? baseScores : scoresOf('stored'))],
    ['calls.jsonl', journal.map((record) => renderCall(record, showsTexts)).join('')],
  ];
  if (showsTexts) files.push(['outputs.jsonl', renderOutputLines(session.samples.map(describeOutput))]);
  return new Map(files);
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
