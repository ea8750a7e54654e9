import { chooseInput } from '../datasets/choose-input.ts';
import type { CaseLabel } from '../gate/case-label.ts';
import { buildCaseRequest } from '../plan/draws.ts';
import type { Metric } from '../plan/metric.ts';
import { ofMetric } from '../plan/of-metric.ts';
import { type CasePlan, isCompared, listCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Message } from '../ports.ts';
import type { PageCase, PageCaseMetric, PageSide } from '../report/page/page-run.ts';
import type { Report } from '../report/report.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Arm, BaseArm } from '../run/sample-key.ts';
import { factsOf, readArm } from '../scores/read.ts';
import { findOutput, findPlace, type Side } from './cases.ts';
import { chooseSample } from './choose-sample.ts';
import { type DifferingCase, listDiffering, measureDrop } from './differing-cases.ts';
import { measureMetric } from './measured-metric.ts';
import { type DifferingCases, orderCases } from './order-cases.ts';

/** What the page's cases are made of. */
export interface PagedRun {
  readonly report: Report;
  readonly plans: readonly SuitePlan[];
  readonly baseArm: BaseArm;
  readonly ledger: Ledger;
}

/** What each compared metric of a prompt says of the base's rows; a row that it finds the same is not listed. Prompts of a suite may share a metric, and no row. */
type Labels = ReadonlyMap<PromptPlan, ReadonlyMap<Metric, ReadonlyMap<CasePlan, CaseLabel>>>;

/** Every case of which an answer was drawn, one at a time: those that differ in the order of need, then the others as their datasets have them. */
export function* listPageCases(run: PagedRun): Generator<PageCase> {
  const { differing, labels } = labelAll(run);
  const rows = run.plans.flatMap(({ prompts }) =>
    prompts.flatMap((prompt) => prompt.cases.map((row) => ({ prompt, row }))),
  );
  const positions = new Map(rows.map(({ row }, position) => [row, position]));
  const describe = (prompt: PromptPlan, row: CasePlan, entry: DifferingCases | null) =>
    describeCase(run, { prompt, row, entry, labels, position: positions.get(row) ?? 0 });
  const ordered = orderCases(differing);
  for (const entry of ordered) yield describe(entry[0].prompt, entry[0].row, entry);
  const told = new Set(ordered.map(([{ row }]) => row));
  for (const { prompt, row } of rows) {
    if (told.has(row) || !wasDrawn(run, prompt, row)) continue;
    yield describe(prompt, row, null);
  }
}

/** Metric by metric: of what is gathered of one, only what differs is kept, since a large dataset has much of it. */
function labelAll({ report, plans, baseArm, ledger }: PagedRun): {
  readonly differing: readonly DifferingCase[];
  readonly labels: Labels;
} {
  const labels = new Map<PromptPlan, Map<Metric, ReadonlyMap<CasePlan, CaseLabel>>>();
  const measured = { ledger, decision: { comparisons: report.metrics, baseArm } };
  const differing = listCompared(plans).flatMap((compared) => {
    const own = new Map<Metric, ReadonlyMap<CasePlan, CaseLabel>>();
    labels.set(compared.prompt, own);
    return compared.prompt.metrics.flatMap((metric) => {
      const told = ofMetric(report.metrics, compared.prompt, metric);
      if (told === undefined) return [];
      const one = measureMetric(measured, compared, metric);
      const changed = one.cases.filter(({ label }) => label !== 'same');
      own.set(metric, new Map(changed.map(({ row, label }) => [row, label])));
      return listDiffering(one, told.belowMinScore);
    });
  });
  return { differing, labels };
}

interface Found {
  readonly prompt: PromptPlan;
  readonly row: CasePlan;
  readonly entry: DifferingCases | null;
  readonly labels: Labels;
  readonly position: number;
}

function describeCase({ ledger, baseArm }: PagedRun, { prompt, row, entry, labels, position }: Found): PageCase {
  const { tags, variables } = row.scoring;
  const arms = chooseArms(ledger, prompt, row, baseArm);
  const baselineSample = pickSample(ledger, prompt, row, entry, 'baseline', arms.baseline);
  const candidateSample = pickSample(ledger, prompt, row, entry, 'candidate', arms.candidate);
  const listFacts = (metric: Metric, arm: Arm | null) =>
    arm === null ? [] : factsOf(readArm(ledger, prompt, arm), metric, row.id);
  const first = new Map(entry?.map(({ metric }, place) => [metric, place]));
  const metrics = prompt.metrics
    .filter(({ refused }) => !refused)
    .sort((a, b) => (first.get(a) ?? first.size) - (first.get(b) ?? first.size))
    .map((metric): PageCaseMetric => {
      const [baseline, candidate] = [listFacts(metric, arms.baseline), listFacts(metric, arms.candidate)];
      const baselineScores = baseline.map((facts) => facts?.score ?? null);
      const candidateScores = candidate.map((facts) => facts?.score ?? null);
      return {
        metric: metric.name,
        label: row.added ? 'new' : labelOf(labels.get(prompt)?.get(metric), row),
        drop: measureDrop({ baseline: baselineScores, candidate: candidateScores }, metric.direction),
        baselineScores,
        candidateScores,
        baselineReason: baseline[baselineSample ?? -1]?.reason ?? null,
        candidateReason: candidate[candidateSample ?? -1]?.reason ?? null,
      };
    });
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    label: entry?.[0].label ?? summariseLabels(metrics),
    critical: row.critical,
    tags,
    place: findPlace(row),
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    metrics,
    position,
    baselineSample,
    candidateSample,
    baselineOutput: arms.baseline && findOutput(ledger, prompt, arms.baseline, row.id, baselineSample),
    candidateOutput: arms.candidate && findOutput(ledger, prompt, arms.candidate, row.id, candidateSample),
    baseline: describeSide(ledger, prompt, row, 'base', arms.baseline, baselineSample),
    candidate: describeSide(ledger, prompt, row, 'candidate', arms.candidate, candidateSample),
  };
}

function labelOf(compared: ReadonlyMap<CasePlan, CaseLabel> | undefined, row: CasePlan): PageCaseMetric['label'] {
  return compared === undefined ? 'new' : (compared.get(row) ?? 'same');
}

/** A case that differs in nothing worth a look is flaky where a metric only varies, and unscored where none of them scored it. */
function summariseLabels(metrics: readonly PageCaseMetric[]): PageCase['label'] {
  const labels = metrics.map(({ label }) => label);
  if (labels.length === 0 || labels.every((label) => label === 'new')) return 'new';
  if (labels.includes('flaky')) return 'flaky';
  return labels.every((label) => label === 'unscored') ? 'unscored' : 'same';
}

/** Where the answers of both sides are: a request that is the same on both sides was answered once, or is stored. */
function chooseArms(
  ledger: Ledger,
  prompt: PromptPlan,
  row: CasePlan,
  baseArm: BaseArm,
): { readonly baseline: Arm | null; readonly candidate: Arm | null } {
  const has = (arm: Arm) =>
    readArm(ledger, prompt, arm)
      .samples(row.id)
      .some((sample) => sample !== null);
  const own = (arm: Arm) => (has(arm) ? arm : null);
  if (!row.isSame || !isCompared(prompt)) return { baseline: own(baseArm), candidate: own('candidate') };
  const shared = own('base') ?? own('stored');
  return { baseline: shared, candidate: shared };
}

function wasDrawn({ ledger, baseArm }: PagedRun, prompt: PromptPlan, row: CasePlan): boolean {
  const { baseline, candidate } = chooseArms(ledger, prompt, row, baseArm);
  return baseline !== null || candidate !== null;
}

/** The answer that shows what happened; of a case to which nothing did, the first one. */
function pickSample(
  ledger: Ledger,
  prompt: PromptPlan,
  row: CasePlan,
  entry: DifferingCases | null,
  side: Side,
  arm: Arm | null,
): number | null {
  if (arm === null) return null;
  if (entry !== null) return chooseSample(ledger, entry, side, arm);
  const first = readArm(ledger, prompt, arm)
    .samples(row.id)
    .findIndex((sample) => sample !== null);
  return first < 0 ? null : first;
}

function describeSide(
  ledger: Ledger,
  prompt: PromptPlan,
  row: CasePlan,
  side: 'base' | 'candidate',
  arm: Arm | null,
  index: number | null,
): PageSide | null {
  if (arm === null) return null;
  const own = readArm(ledger, prompt, arm);
  const result = index === null ? undefined : own.sample(row.id, index)?.result;
  return {
    answers: own.samples(row.id).filter((sample) => sample !== null).length,
    fault: result === undefined || result.status === 'answered' ? null : result.reason,
    messages: listMessages(prompt, row, side),
  };
}

/** Of an application nothing is known of what it sends. */
function listMessages(prompt: PromptPlan, row: CasePlan, side: 'base' | 'candidate'): readonly Message[] | null {
  if (prompt[side] === null || row[side] === null || prompt[side].application !== undefined) return null;
  return buildCaseRequest(prompt, row, side).messages;
}
