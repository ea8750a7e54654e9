import type { CaseReport } from '../case-report.ts';
import { cutText } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import type { PromptReport } from '../prompt-report.ts';
import type { Report, SideReport } from '../report.ts';

/** What belongs to one prompt of one suite. */
export interface Group {
  readonly suite: string | null;
  readonly promptId: string | null;
  readonly prompt: PromptReport | null;
  readonly metrics: readonly MetricReport[];
}

/** The report's comparisons by suite and prompt, in the order in which they first appear; prompts that ran without a metric come last. */
export function groupMetrics(report: Report): readonly Group[] {
  const groups = new Map<string, { suite: string | null; promptId: string | null; metrics: MetricReport[] }>();
  const groupOf = (suite: string | null, promptId: string | null) => {
    const key = JSON.stringify([suite, promptId]);
    const group = groups.get(key) ?? { suite, promptId, metrics: [] };
    groups.set(key, group);
    return group;
  };
  for (const metric of report.metrics) groupOf(metric.suite, metric.prompt).metrics.push(metric);
  for (const suite of report.suites) {
    for (const { id, baseline, candidate } of suite.prompts) {
      if (baseline !== null || candidate !== null) groupOf(suite.name, id);
    }
  }
  const suites = new Map(report.suites.map((suite) => [suite.name, suite]));
  const promptOf = (suite: string | null, promptId: string | null) =>
    suites.get(suite ?? '')?.prompts.find(({ id }) => id === promptId) ?? null;
  return [...groups.values()].map((group) => ({ ...group, prompt: promptOf(group.suite, group.promptId) }));
}

/** Names a group; null where the report has one group only and its name tells nothing. */
export type NameGroup = (suite: string | null, promptId: string | null) => string | null;

/** Finds out once how groups are called: `suite · prompt`, each part only where it differs within the report. */
export function buildGroupNames(report: Report): NameGroup {
  const pairs = [...report.metrics.map((metric) => [metric.suite, metric.prompt]), ...listRanPrompts(report)];
  const [suitesDiffer, promptsDiffer] = [0, 1].map((index) => new Set(pairs.map((pair) => pair[index])).size > 1);
  return (suite, promptId) => {
    const parts = [suitesDiffer ? suite : null, promptsDiffer ? promptId : null].filter((part) => part !== null);
    return parts.length === 0 ? null : [...new Set(parts)].join(' · ');
  };
}

/** The comparison of this name that a case is in, or null. */
export function findMetric(
  report: Report,
  entry: Pick<CaseReport, 'suite' | 'prompt'>,
  name: string,
): MetricReport | null {
  const isItsOwn = ({ suite, prompt, metric }: MetricReport) =>
    metric === name && (suite ?? entry.suite) === entry.suite && (prompt ?? entry.prompt) === entry.prompt;
  return report.metrics.find(isItsOwn) ?? null;
}

/** What people call a side, at most 40 characters. */
export function nameSide(side: SideReport | null, otherwise: string): string {
  return cutText(side?.label ?? otherwise, 40);
}

/** The first seven digits of a commit id; null for anything that is none. */
export function shortCommit(side: SideReport | null): string | null {
  return side !== null && /^[0-9a-f]{7,64}$/.test(side.commit) ? side.commit.slice(0, 7) : null;
}

function listRanPrompts(report: Report): readonly (readonly [string, string])[] {
  return report.suites.flatMap(({ name, prompts }) =>
    prompts.filter(({ baseline, candidate }) => baseline ?? candidate).map(({ id }) => [name, id] as const),
  );
}
