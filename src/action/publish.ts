import type { GithubClient } from '../adapters/github/client.ts';
import { type Published, upsertComment } from '../adapters/github/comment.ts';
import type { Self } from '../adapters/github/self.ts';
import { renderResultFiles } from '../conclude/result-files.ts';
import { isGreenFor } from '../gate/acceptance.ts';
import type { Json } from '../json.ts';
import type { EvaluateResult } from '../pipeline/evaluate-request.ts';
import { setEffect } from '../report/comment/heading.ts';
import { renderComment, renderFolded, renderSummary } from '../report/comment/markdown.ts';
import { parseRecord, renderMarker, replaceRecord } from '../report/comment/marker.ts';
import { renderRemarks, setRemarks } from '../report/comment/remarks.ts';
import { escapeInline } from '../report/escape.ts';
import type { Report } from '../report/report.ts';
import { describeEffect } from '../report/words/effect.ts';
import { explainAcceptance } from '../report/words/ground-words.ts';
import type { Words } from './approvals.ts';
import type { Runner } from './github-world.ts';
import {
  type CommentRecord,
  extendRecord,
  identifyQuestion,
  parseCommentRecord,
  renderCommentRecord,
} from './record.ts';
import { listRemarks } from './remarks.ts';
import { showSummary, storeResults, tryTo } from './write-out.ts';

/** Where a verdict is published. */
export interface Target {
  readonly client: GithubClient;
  readonly self: Self;
  /** The pull request whose comment is written; null publishes no comment. */
  readonly number: number | null;
  /** True where a comment of ours was there at the start. */
  readonly hasComment: boolean;
  readonly head: string;
  readonly baseBranch: string;
  readonly commentKey: string;
  /** Authors of comments that carry our marker and are not ours. */
  readonly strangers: readonly string[];
  readonly words: Words;
  /** The record as it was found at the start. */
  readonly record: CommentRecord;
}

/**
 * Publishes a result: job summary and files first, which nobody can refuse, then the comment. What cannot be written is said and changes
 * nothing. Returns the comment's address, empty where there is none.
 */
export async function publishResult(
  result: EvaluateResult,
  target: Target,
  folder: string,
  runner: Runner,
): Promise<{ readonly commentUrl: string }> {
  await tryTo('render the job summary', runner, async () => showSummary(renderWithRemarks(result, target), runner));
  await tryTo('render the result files', runner, async () =>
    storeResults(folder, await renderFiles(result, target), runner),
  );
  const published = await tryTo('write the comment', runner, () => publishComment(result, target));
  if (published !== null && 'reason' in published) {
    const { reason } = published;
    runner.log.warn(reason);
    await showSummary(`\n> ${escapeInline(reason)}`, runner);
  }
  return { commentUrl: published !== null && 'comment' in published ? published.comment.url : '' };
}

function renderFiles(result: EvaluateResult, target: Target) {
  const record = renderRecordOf(result, target, target.record);
  return renderResultFiles(result, { commentKey: target.commentKey, record });
}

function renderWithRemarks({ report, declined }: EvaluateResult, target: Target): string {
  const remarks = renderRemarks(listRemarks(report, target, declined));
  return [remarks, renderSummary(report)].filter((part) => part !== '').join('\n\n');
}

/**
 * The body is made from the comment as it stands at that moment, so that two runs at once lose none of each other's
 * records.
 */
async function publishComment(result: EvaluateResult, target: Target): Promise<Published | null> {
  const { client, self, number, head, commentKey } = target;
  // Where nothing changed and nothing stands there, there is nothing to fold.
  if (number === null || (result.isIdle && !target.hasComment)) return null;
  const marker = renderMarker(commentKey);
  const render = (existing: string | null) => renderBody(result, target, existing);
  return upsertComment(client, self, { number, marker, headSha: head, render, create: !result.isIdle });
}

function renderBody(result: EvaluateResult, target: Target, existing: string | null): string {
  const { report, isIdle, isRepublished, declined } = result;
  const { commentKey, words } = target;
  const earlier = existing === null ? target.record : parseCommentRecord(parseRecord(existing));
  const record = renderRecordOf(result, target, earlier);
  if (isIdle) return renderFolded(report, { commentKey, record });
  const isShown = earlier.shown?.question === identifyQuestion(report);
  const body =
    isRepublished && existing !== null && isShown
      ? replaceRecord(existing, record)
      : renderComment(withoutAcceptance(report, words), { commentKey, record });
  const acceptedBy = explainAcceptance(words.acceptance, report.grounds) === null ? null : words.acceptance?.by;
  return setRemarks(setEffect(body, describeEffect(report, acceptedBy)), listRemarks(report, target, declined));
}

function renderRecordOf(result: EvaluateResult, { head, baseBranch, words }: Target, earlier: CommentRecord): Json {
  const kept = Object.keys(result.report.contentKeys).length;
  const facts = { head, base: baseBranch, accepted: words.accepted };
  return renderCommentRecord(extendRecord(earlier, result, facts), kept);
}

/** The report as it is without anybody's word, which stands above it and may be taken back. */
function withoutAcceptance(report: Report, { acceptance }: Words): Report {
  const accepted = explainAcceptance(acceptance, report.grounds);
  if (accepted === null) return report;
  const notes = report.notes.filter((note) => note !== accepted);
  return { ...report, green: isGreenFor(null, report.grounds), notes };
}

/** The outputs that only a verdict about a change has. */
export function listFindings(
  { report, needed }: EvaluateResult,
  folder: string,
  commentUrl: string,
): Readonly<Record<string, string>> {
  const gating = report.metrics.filter((metric) => metric.gates && metric.baselineSource !== 'none');
  const add = (field: 'cases' | 'worse' | 'better' | 'unscored') =>
    String(gating.reduce((sum, metric) => sum + metric[field], 0));
  return {
    'scores-path': `${folder}/scores.jsonl`,
    'comment-url': commentUrl,
    cases: add('cases'),
    worse: add('worse'),
    better: add('better'),
    unscored: add('unscored'),
    needed: String(needed.length),
    'needed-path': needed.length === 0 ? '' : `${folder}/needed.jsonl`,
  };
}
