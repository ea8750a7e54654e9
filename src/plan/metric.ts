import type { Check } from '../checks/check.ts';
import type { Direction } from '../gate/comparison.ts';
import type { OutputJudge, PairJudge } from '../judges/judge.ts';
import type { LabelEvidence } from '../judges/labels/evidence.ts';
import type { Panel } from '../judges/panel.ts';

/** What every metric of one prompt says, whatever scores it. */
interface MetricFacts {
  readonly name: string;
  readonly direction: Direction;
  /** True where it may block: its role is gate, nothing holds it, and its suite gates. */
  readonly gates: boolean;
  /** True where it would block if its suite gated. */
  readonly wouldGate: boolean;
  /** Why a metric that wants to gate may not, or why one is refused; null where nothing holds it. */
  readonly held: string | null;
  /** True where its scores are known to mean nothing: they are kept, and reports leave them out. */
  readonly refused: boolean;
  /** What a reader must know about a judge that gates, a clause about it; null where there is nothing. */
  readonly note: string | null;
  readonly minScore: number | null;
  readonly minScoreOn: 'mean' | 'lower-bound';
  /** Content hash of everything that decides its scores. */
  readonly hash: string;
}

/** A deterministic check: it needs one output. */
export interface CheckMetric extends MetricFacts {
  readonly kind: 'check';
  readonly needs: 'output';
  readonly check: Check;
}

/** What people said of outputs; null without a label. */
interface JudgeFacts extends MetricFacts {
  readonly kind: 'judge';
  readonly labels: LabelEvidence | null;
}

/** A judge of one output. */
export interface OutputJudgeMetric extends JudgeFacts {
  readonly needs: 'output';
  readonly judge: OutputJudge;
}

/** A judge of the two outputs of a case. */
export interface PairJudgeMetric extends JudgeFacts {
  readonly needs: 'pair';
  readonly judge: PairJudge;
}

/** Judges that are heard together: it needs their scores, and no call of its own. */
export interface PanelMetric extends MetricFacts {
  readonly kind: 'panel';
  readonly needs: 'scores';
  readonly panel: Panel;
}

/** A metric whose model is asked. */
export type JudgeMetric = OutputJudgeMetric | PairJudgeMetric;

/** One metric of one prompt, ready to score; `needs` says what it scores: an output, a pair of them, or the scores of other metrics. */
export type Metric = CheckMetric | JudgeMetric | PanelMetric;

/** The name of a metric as the change would have it, beside the one that decides. */
export function proposedName(name: string): string {
  return `${name} (proposed)`;
}

/** The name of the metric that a proposed one would be once it is merged; null for one that is not proposed. */
export function proposalOf(name: string): string | null {
  const ending = proposedName('');
  return name.endsWith(ending) ? name.slice(0, -ending.length) : null;
}

/** True for judges, alone or on a panel, that see both outputs at once. */
export function isPairwise(metric: Metric): boolean {
  return metric.needs === 'pair' || (metric.kind === 'panel' && metric.panel.sees === 'pair');
}

/** True where a metric's scores are its own or those of one that it hears. */
export function hears(metric: Metric, name: string): boolean {
  return metric.name === name || (metric.kind === 'panel' && metric.panel.members.includes(name));
}
