import { createHash } from 'node:crypto';
import { chooseInput } from '../datasets/choose-input.ts';
import type { Json } from '../json.ts';
import { type NeededOutput, renderNeeded } from '../outputs/needed.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import { renderOutputLine, renderScoreLine } from '../report/files/lines.ts';
import { type FileText, renderers } from '../report/renderers.ts';
import type { Report } from '../report/report.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import { isLineOf, readEntry } from '../run/codec.ts';
import { lazily } from '../run/lazily.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Sample } from '../run/ledger-arm.ts';
import type { CallRecord } from '../run/records.ts';
import type { BaseArm } from '../run/sample-key.ts';
import { readArm } from '../scores/read.ts';
import { renderJsonLine } from '../text/json-line.ts';
import { compareSamples, sortBy, sortPrompts } from './order.ts';
import { buildPage } from './page.ts';
import { listScoreLines, type Side } from './score-lines.ts';

/** What the comment needs beside the report. */
export interface CommentFacts {
  readonly commentKey: string;
  /** The hidden record of this verdict; null where none is to be kept. */
  readonly record: Json | null;
}

/** What result files are made of. */
export interface FiledRun {
  readonly report: Report;
  readonly plans: readonly SuitePlan[];
  readonly baseArm: BaseArm;
  /** By case, the first sample that only the round which settles drew. */
  readonly settledFrom: RunDecision['settledFrom'];
  readonly ledger: Ledger;
  /** Outputs that are missing; there is a file of them where others make the outputs. */
  readonly needed: readonly NeededOutput[];
}

/** Renders every result file by name: the report in all formats, the candidate's scores and the base's (two files, as `compare` takes them), outputs and calls. `examples: none` and `redacted` keep texts out of all of them. */
export async function renderResultFiles(run: FiledRun, comment: CommentFacts): Promise<ReadonlyMap<string, FileText>> {
  const { report, ledger } = run;
  const page = buildPage(run);
  const rendered = await Promise.all(
    Object.values(renderers).map(
      async ({ file, render }) => [file, await render(report, { ...comment, page })] as const,
    ),
  );
  const showsTexts = report.examples === 'full';
  const files: (readonly [string, FileText])[] = [
    ...rendered,
    ['scores.jsonl', lazily(() => renderScores(run, 'candidate'))],
    ['baseline-scores.jsonl', lazily(() => renderScores(run, 'base'))],
    ['calls.jsonl', lazily(() => renderCalls(ledger, showsTexts))],
  ];
  if (showsTexts) {
    files.push(['outputs.jsonl', lazily(() => renderOutputs(run))]);
    files.push(['judges.jsonl', lazily(() => renderBriefs(run))]);
  }
  if (run.needed.length > 0) files.push(['needed.jsonl', renderNeeded(run.needed)]);
  return new Map(files);
}

/** The lines of one of the two score files that `compare` takes; reasons are kept where texts may be shown. */
export function* renderScores(run: FiledRun, side: Side): Generator<string> {
  const showsTexts = run.report.examples === 'full';
  for (const line of listScoreLines(run, side)) yield renderScoreLine(showsTexts ? line : { ...line, reason: null });
}

/** SHA-256 of the two score files one behind the other, the candidate's first: what a verdict rests on. */
export function hashScores(run: FiledRun): string {
  const hash = createHash('sha256');
  for (const side of ['candidate', 'base'] as const) for (const line of renderScores(run, side)) hash.update(line);
  return hash.digest('hex');
}

/** Every output, sorted by suite, prompt, case, sample, arm. */
function* renderOutputs({ plans, ledger }: FiledRun): Generator<string> {
  for (const { prompt } of sortPrompts(plans)) {
    const arms = ['base', 'candidate', 'stored'].map((arm) => readArm(ledger, prompt, arm));
    for (const row of sortBy(prompt.cases, ({ id }) => id)) {
      const samples = arms
        .flatMap((arm) => arm.samples(row.id))
        .filter((sample) => sample !== null)
        .sort(compareSamples);
      for (const sample of samples) yield renderOutput(ledger, sample, chooseInput(row.scoring.variables));
    }
  }
}

function renderOutput(ledger: Ledger, key: Sample, input: Json): string {
  const { suite, prompt, case: id, arm, sample, result } = ledger.recordOf(key);
  const isAnswered = result.status === 'answered';
  const output = isAnswered ? (result.output as unknown as Json) : { status: result.status, reason: result.reason };
  return renderOutputLine({
    suite,
    prompt,
    case: id,
    arm,
    sample,
    input,
    output,
    model: isAnswered ? result.model : null,
  });
}

/** What each judge of a suite is asked, one a line, for those who label what it judged. */
function* renderBriefs({ plans }: FiledRun): Generator<string> {
  const lines = sortPrompts(plans).flatMap(({ prompt }) =>
    prompt.metrics.flatMap((metric) => {
      if (metric.kind !== 'judge') return [];
      const { brief } = metric.judge;
      return [renderJsonLine({ suite: prompt.suite, judge: metric.name, brief: brief as unknown as Json })];
    }),
  );
  yield* new Set(lines);
}

/** One call a line, without its answer: timings, attempts, tokens, who answered; a judge's exact request, so that a person can repeat a judgement. */
function* renderCalls(ledger: Ledger, showsTexts: boolean): Generator<string> {
  for (const line of ledger.lines()) {
    if (!isLineOf('call', line)) continue;
    const entry = readEntry(line, 'ledger', 0);
    if (entry.kind === 'call') yield renderCall(entry.record, showsTexts);
  }
}

function renderCall(record: CallRecord, showsTexts: boolean): string {
  const { owner, asked, answeredAs, fingerprint, usage, reason, reckonedMicroUsd: _, ...shared } = record;
  const said = record.status === 'answered' ? { answeredAs, fingerprint, usage } : { reason };
  const request = asked !== null && showsTexts ? { request: asked } : {};
  return renderJsonLine({ ...shared, ...owner, ...said, ...request });
}
