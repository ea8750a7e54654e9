import type { GroundId } from '../../gate/ground.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { nameGround } from '../words/ground-words.ts';
import { describeVerdict } from '../words/words.ts';

/** How an entry of a machine's report ended. A comparison that only reports, or whose threshold alone is held, passes. */
export type Outcome = Report['verdict'];

/** How a comparison ended as far as it decides, and what there is to say of it. */
export interface ToldComparison {
  readonly outcome: Outcome;
  readonly message: string;
}

/** Something beside comparisons and mistakes that keeps the verdict from being pass. */
export interface ToldGround extends Pick<GroundId, 'suite' | 'prompt'> {
  /** One word for what it is, the same from run to run. */
  readonly rule: string;
  /** What it is about, as a name. */
  readonly name: string;
  readonly outcome: Exclude<Outcome, 'pass'>;
  readonly message: string;
}

/** A comparison as machines are told of it. A missed threshold is the user's own gate. */
export function tellComparison(metric: MetricReport): ToldComparison {
  const outcome = metric.belowMinScore ? 'fail' : metric.gates ? metric.verdict : 'pass';
  const message = outcome === 'pass' ? metric.sentence : `${describeVerdict(metric)}: ${metric.sentence}`;
  return { outcome, message };
}

/**
 * All that keeps the verdict from being pass and has no comparison and no mistake to stand for it, so that everything is
 * told once: grounds such as a lost prompt, and the verdict itself where nothing else explains it.
 */
export function listToldGrounds(report: Report): readonly ToldGround[] {
  const { verdict } = report;
  const message = describeRun(report);
  const own = report.grounds
    .filter(({ kind }) => !['comparison', 'threshold', 'unjudged'].includes(kind))
    .map((ground): ToldGround => {
      const name = nameGround(ground);
      const { suite, prompt, kind, verdict: outcome } = ground;
      return { suite, prompt, rule: kind, name, outcome, message: `${name}: ${outcome}. ${message}` };
    });
  const isTold =
    verdict === 'pass' ||
    report.errors.length > 0 ||
    own.some(({ outcome }) => outcome === verdict) ||
    report.metrics.some((metric) => tellComparison(metric).outcome === verdict);
  if (isTold) return own;
  return [...own, { suite: null, prompt: null, rule: 'verdict', name: 'verdict', outcome: verdict, message }];
}

/** The verdict in plain sentences. */
export function describeRun({ title, details }: Report): string {
  return [title, ...details].join(' ');
}
