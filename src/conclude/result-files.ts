import { chooseInput } from '../datasets/choose-input.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import { renderOutputLine, renderScoreLine, type ScoreLine } from '../report/lines.ts';
import { renderers } from '../report/renderers.ts';
import type { Report } from '../report/report.ts';
import { readEntry } from '../run/codec.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Sample } from '../run/ledger-arm.ts';
import type { CallRecord } from '../run/records.ts';
import type { Arm, BaseArm } from '../run/sample-key.ts';
import { factsOf, readArm } from '../scores/read.ts';

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
  readonly ledger: Ledger;
}

/** The text of one result file, whole or in parts that are made as they are written. */
export type FileText = string | Iterable<string>;

/** Renders every result file by name: the report in all formats, the candidate's scores and the base's (two files, as `compare` takes them), outputs and calls. `examples: none` and `redacted` keep texts out of all of them. */
export async function renderResultFiles(run: FiledRun, comment: CommentFacts): Promise<ReadonlyMap<string, FileText>> {
  const { report, ledger } = run;
  const rendered = await Promise.all(
    Object.values(renderers).map(async ({ file, render }) => [file, await render(report, comment)] as const),
  );
  const showsTexts = report.examples === 'full';
  const files: (readonly [string, FileText])[] = [
    ...rendered,
    ['scores.jsonl', lazily(() => renderScores(run, 'candidate', showsTexts))],
    ['baseline-scores.jsonl', lazily(() => renderScores(run, 'base', showsTexts))],
    ['calls.jsonl', lazily(() => renderCalls(ledger, showsTexts))],
  ];
  if (showsTexts) files.push(['outputs.jsonl', lazily(() => renderOutputs(run))]);
  return new Map(files);
}

function lazily(list: () => Generator<string>): Iterable<string> {
  return { [Symbol.iterator]: list };
}

/** The score lines of one side, as `compare` takes them, sorted by suite, prompt, case, metric, sample, arm. */
function* renderScores(
  { plans, baseArm, ledger }: FiledRun,
  side: 'base' | 'candidate',
  showsTexts: boolean,
): Generator<string> {
  for (const prompt of sortPrompts(plans)) {
    const metrics = [...prompt.metrics].sort((a, b) => compare(a.name, b.name));
    for (const row of sortCases(prompt)) {
      for (const metric of metrics) {
        const lines = chooseArms(row.isSame, row.critical, side, baseArm).flatMap(([from, as]) =>
          factsOf(readArm(ledger, prompt, from), metric, row.id).flatMap((facts, sample): readonly ScoreLine[] => {
            if (facts === null) return [];
            const { suite, id } = prompt;
            const { cluster, question } = row;
            const { score } = facts;
            const reason = showsTexts ? facts.reason : null;
            const critical = row.critical ? true : null;
            return [
              {
                suite,
                prompt: id,
                case: row.id,
                metric: metric.name,
                arm: as,
                critical,
                sample,
                score,
                cluster,
                question,
                reason,
              },
            ];
          }),
        );
        for (const line of lines.sort((a, b) => a.sample - b.sample || compare(a.arm, b.arm)))
          yield renderScoreLine(line);
      }
    }
  }
}

/** The arms whose scores stand in a side's file, and as what: a case that the change does not reach has its one draw, or what is stored of it, on both sides; beside stored samples stand the fresh ones of critical cases that the screen flagged. */
function chooseArms(
  isSame: boolean,
  isCritical: boolean,
  side: 'base' | 'candidate',
  baseArm: BaseArm,
): readonly (readonly [from: Arm, as: ScoreLine['arm']])[] {
  if (side === 'candidate') return isSame ? [[baseArm, 'candidate']] : [['candidate', 'candidate']];
  if (isSame || baseArm === 'base' || !isCritical) return [[baseArm, baseArm]];
  return [
    ['base', 'base'],
    ['stored', 'stored'],
  ];
}

/** Every output, sorted by suite, prompt, case, sample, arm. */
function* renderOutputs({ plans, ledger }: FiledRun): Generator<string> {
  for (const prompt of sortPrompts(plans)) {
    const arms = ['base', 'candidate', 'stored'].map((arm) => readArm(ledger, prompt, arm));
    for (const row of sortCases(prompt)) {
      const samples = arms
        .flatMap((arm) => arm.samples(row.id))
        .filter((sample) => sample !== null)
        .sort((a, b) => a.sample - b.sample || compare(a.arm, b.arm));
      for (const sample of samples) yield renderOutput(ledger, sample, chooseInput(row.scoring.variables));
    }
  }
}

function renderOutput(ledger: Ledger, key: Sample, input: Json): string {
  const { suite, prompt, case: id, arm, sample, result } = ledger.recordOf(key);
  const isAnswered = result.status === 'answered';
  const output: Json = isAnswered ? { ...result.output } : { status: result.status, reason: result.reason };
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

/** One call a line, without its answer: timings, attempts, tokens, who answered; a judge's exact request, so that a person can repeat a judgement. */
function* renderCalls(ledger: Ledger, showsTexts: boolean): Generator<string> {
  for (const line of ledger.lines()) {
    const entry = readEntry(line, 'ledger', 0);
    if (entry.kind === 'call') yield renderCall(entry.record, showsTexts);
  }
}

function renderCall(record: CallRecord, showsTexts: boolean): string {
  const { owner, asked, unreachable, answeredAs, fingerprint, usage, reason, ...shared } = record;
  const said = record.status === 'answered' ? { answeredAs, fingerprint, usage } : { reason };
  const request = asked !== null && showsTexts ? { request: asked } : {};
  return `${canonicalJson({ ...shared, ...owner, ...said, ...request })}\n`;
}

function sortPrompts(plans: readonly SuitePlan[]): readonly PromptPlan[] {
  return plans.flatMap(({ prompts }) => prompts).sort((a, b) => compare(a.suite, b.suite) || compare(a.id, b.id));
}

function sortCases({ cases }: PromptPlan) {
  return [...cases].sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
