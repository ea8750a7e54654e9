import { type AskedRows, addQuestion, chanceOfPass, digestContent, sumAsked } from '../gate/asked.ts';
import { mayPass } from '../gate/reason.ts';
import type { MetricReport } from '../report/metric-report.ts';
import type { AskedReport } from '../report/report.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { FinishedRun } from './finished-run.ts';
import type { ReportedMetric } from './metrics.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';

/**
 * How often the rows were asked behind each verdict of a run. A question is a content that was judged by draws of its own: another base, model or check
 * asks anew, and may pass by chance anew. What was not compared, or could not be judged, was no question.
 */
export function countAsked(run: FinishedRun, metrics: readonly ReportedMetric[]): readonly AskedReport[] {
  const { askedBefore, others, selections, earlier } = run;
  if (askedBefore === null) return [];
  const suites = new Set(selections.map(({ suite }) => suite.name));
  const judged = selections.flatMap((selection) => judgeSelection(run, selection, metrics));
  const isJudged = (one: RecordedVerdict) => judged.some(({ question }) => question.suite === one.suite);
  const known = listStanding(
    askedBefore,
    earlier.filter((one) => !isJudged(one)),
  );
  const asked = judged.reduce((before, { question }) => addQuestion(before, question, suites), askedBefore);
  const counted = judged.map(({ question: { suite, rows }, verdict, cases, alpha }) => {
    const contents = asked.find((one) => one.suite === suite)?.count ?? 1;
    const byChance = alpha === null ? null : chanceOfPass(alpha, contents);
    return { suite, verdict, rows, cases, contents, byChance };
  });
  return [...counted, ...known].map((one) => ({
    ...one,
    everywhere: { ...sumAsked([asked, ...others.asked], one.rows), isWhole: others.isWhole },
  }));
}

/** The same of verdicts that earlier runs gave; nobody else's records were read. */
export function listStanding(
  askedBefore: readonly AskedRows[],
  standing: readonly RecordedVerdict[],
): readonly AskedReport[] {
  return standing.flatMap(({ suite, key, verdict }) => {
    const own = askedBefore.find((one) => one.suite === suite && one.contents.includes(digestContent(key)));
    if (own === undefined) return [];
    return [{ suite, verdict, rows: own.rows, cases: null, contents: own.count, byChance: null, everywhere: null }];
  });
}

/** What a run asked of one suite; nothing where it judged nothing. */
function judgeSelection(
  { decision, reached }: FinishedRun,
  { suite: { name: suite }, affected, contentKey }: SuiteSelection,
  metrics: readonly ReportedMetric[],
) {
  const plan = decision.suites.find(({ config }) => config.name === suite);
  const rows = plan?.rows ?? null;
  const verdict = reached.suites.get(suite) ?? 'pass';
  const gating = metrics.map(({ row }) => row).filter((row) => row.suite === suite && isComparison(row));
  if (!affected || rows === null || verdict === 'invalid' || gating.length === 0) return [];
  const tested = gating.filter(({ small }) => !small);
  const isHopeless = plan?.config.gate.target === 'inputs' && !tested.every(mayPass);
  return [
    {
      question: { suite, rows, content: digestContent(contentKey) },
      verdict,
      cases: Math.max(...gating.map(({ cases }) => cases)),
      alpha: tested.length === 0 ? null : isHopeless ? 0 : Math.max(...tested.map(({ alpha }) => alpha)),
    },
  ];
}

function isComparison({ gates, baselineSource }: MetricReport): boolean {
  return gates && baselineSource !== 'none';
}
