import type { GithubClient } from '../adapters/github/client.ts';
import { type Published, upsertComment } from '../adapters/github/comment.ts';
import { setStatus } from '../adapters/github/commit-status.ts';
import type { Json } from '../json.ts';
import type { EvaluateResult } from '../pipeline/evaluate-request.ts';
import { renderResultFiles } from '../pipeline/result-files.ts';
import { markAccepted } from '../report/accepted.ts';
import { renderComment, renderFolded, renderSummary } from '../report/markdown.ts';
import { renderMarker } from '../report/marker.ts';
import type { Report } from '../report/report.ts';
import type { Runner } from './github-world.ts';
import { showSummary, storeResults } from './write-out.ts';

/** Where a verdict is published. */
export interface Target {
  readonly client: GithubClient;
  /** The pull request whose comment is written; null publishes no comment. */
  readonly prNumber: number | null;
  readonly head: string;
  readonly commentKey: string;
  /** The comment as it was found at the start; null where there was none. */
  readonly existing: { readonly body: string; readonly url: string } | null;
  readonly record: Json;
  readonly acceptedBy: string | null;
}

/** Publishes a result as comment, job summary and files; what is refused is said in the summary and changes nothing. Returns the comment's address, empty where there is none. */
export async function publishResult(
  result: EvaluateResult,
  target: Target,
  folder: string,
  runner: Runner,
): Promise<{ readonly commentUrl: string }> {
  const { report } = result;
  const published = await publishComment(result, target);
  const refused = published !== null && 'reason' in published ? published.reason : null;
  if (refused !== null) runner.log.warn(refused);
  const note = refused === null ? '' : `\n\n> ${refused}`;
  const files = await renderResultFiles(result, { commentKey: target.commentKey, record: target.record });
  await showSummary(`${renderSummary(report)}${note}`, runner);
  await storeResults(folder, files, runner);
  return { commentUrl: published !== null && 'comment' in published ? published.comment.url : '' };
}

async function publishComment(result: EvaluateResult, target: Target): Promise<Published | null> {
  const { client, prNumber, head, commentKey, existing, acceptedBy } = target;
  if (prNumber === null) return null;
  const marker = renderMarker(commentKey);
  const upsert = (body: string, create: boolean) =>
    upsertComment(client, { number: prNumber, marker, headSha: head, body, create });
  if (result.isIdle) return upsert(renderFolded(result.report, { commentKey, record: null }), false);
  if (result.isRepublished && existing !== null) return upsert(markAccepted(existing.body, acceptedBy), false);
  return upsert(renderComment(result.report, { commentKey, record: target.record }), true);
}

/** Sets the commit status that owns red or green. Returns why it could not, or null. */
export async function publishStatus(
  client: GithubClient,
  head: string,
  context: string,
  report: Report | null,
  runUrl: string | null,
): Promise<string | null> {
  const state =
    report === null ? 'pending' : report.green ? 'success' : report.verdict === 'invalid' ? 'error' : 'failure';
  const description = report === null ? 'evaluating' : `${report.verdict}: ${report.title}`;
  const result = await setStatus(client, { sha: head, state, context, description, targetUrl: runUrl });
  return result.status === 'refused' ? result.reason : null;
}

/** Says on a head that its run ended without a verdict. */
export async function interruptStatus(
  client: GithubClient,
  head: string,
  context: string,
  runUrl: string | null,
): Promise<void> {
  const description = 'interrupted: no verdict, run it again';
  await setStatus(client, { sha: head, state: 'error', context, description, targetUrl: runUrl });
}

/** The action's outputs for a report. */
export function buildOutputs(report: Report, folder: string, commentUrl: string): Readonly<Record<string, string>> {
  const gating = report.metrics.filter((metric) => metric.gates && metric.baselineSource !== 'none');
  const add = (field: 'cases' | 'worse' | 'better' | 'unscored') =>
    String(gating.reduce((sum, metric) => sum + metric[field], 0));
  return {
    verdict: report.verdict,
    'report-path': folder,
    'results-path': `${folder}/results.json`,
    'scores-path': `${folder}/scores.jsonl`,
    'comment-url': commentUrl,
    'cost-usd': report.costUsd === null ? '' : String(report.costUsd),
    calls: String(report.calls),
    cases: add('cases'),
    worse: add('worse'),
    better: add('better'),
    unscored: add('unscored'),
  };
}
