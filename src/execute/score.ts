import type { Subject } from '../checks/check.ts';
import type { ModelSettings } from '../config/config.ts';
import type { Judgement } from '../judges/judge.ts';
import type { createFinder } from '../plan/draws.ts';
import { needOfJudge } from '../plan/judge-need.ts';
import type { CheckMetric, Metric, OutputJudgeMetric } from '../plan/metric.ts';
import type { CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { SampleRecord, ScoreFacts, ScoreRecord } from '../run/records.ts';
import { keyOf, type SampleKey } from '../run/sample-key.ts';
import { askJudge, type JudgeContext, type JudgeItem } from './ask-judge.ts';

/** So many outputs are judged at a time: their texts are in memory meanwhile. */
const batchSize = 1000;

/** Scores samples with every metric of their prompt that sees one output and has not been asked: checks at once, judges by calls. Each score is put down as it comes. */
export async function scoreSamples(
  keys: Iterable<SampleKey>,
  find: ReturnType<typeof createFinder>,
  ledger: Ledger,
  judgeModel: ModelSettings,
  context: JudgeContext,
): Promise<void> {
  let open: Question[] = [];
  const ask = async () => {
    const questions = open;
    open = [];
    const items = questions.map(({ record, row, metric, prompt }) => ({
      ...buildItem(metric, record, row),
      need: needOfJudge(prompt, metric, judgeModel),
    }));
    const judgements = await askJudge(items, judgeModel, context);
    questions.forEach(({ record, metric }, index) => {
      ledger.append({ kind: 'score', record: toScore(record, metric, fromJudgement(judgements[index] as Judgement)) });
    });
  };
  for (const key of keys) {
    const { prompt, row } = find(key);
    const sample = ledger.arm(key).sample(key.case, key.sample);
    if (sample === null) continue;
    const record = ledger.recordOf(sample);
    for (const metric of scoreAtOnce(prompt, row, record, ledger)) open.push({ record, row, metric, prompt });
    if (open.length >= batchSize) await ask();
  }
  await ask();
}

/** Puts down what checks say of one output, and what else needs no call, as far as it was not asked; gives the judges that have to be called. */
export function scoreAtOnce(
  prompt: PromptPlan,
  row: CasePlan,
  record: SampleRecord,
  ledger: Ledger,
): readonly OutputJudgeMetric[] {
  const own = ledger.arm(record);
  return prompt.metrics.flatMap((metric): readonly OutputJudgeMetric[] => {
    if (metric.needs !== 'output' || own.score(metric.name, record.case, record.sample) !== null) return [];
    const facts = scoreWithoutCall(metric, row, record);
    if (facts !== null) ledger.append({ kind: 'score', record: toScore(record, metric, facts) });
    return facts === null && metric.kind === 'judge' ? [metric] : [];
  });
}

/** A score and the reason that goes with it. */
export function buildFacts(
  score: number | null,
  reason: string | null,
  missing: ScoreFacts['missing'] = null,
): ScoreFacts {
  return { score, missing, reason, agrees: null };
}

/** A score of a sample in a metric. */
export function toScore(key: SampleKey, { name }: Metric, facts: ScoreFacts): ScoreRecord {
  return { ...keyOf(key), metric: name, ...facts };
}

/** What a judgement comes to: one without a score was declined, could not be read, or never came. */
export function fromJudgement({ score, reason, abstained, malformed, gone }: Judgement): ScoreFacts {
  if (score !== null) return buildFacts(score, reason);
  return buildFacts(
    null,
    reason,
    gone ? 'gone' : abstained ? 'abstained' : malformed === null ? 'outage' : 'unreadable',
  );
}

interface Question {
  readonly record: SampleRecord;
  readonly row: CasePlan;
  readonly metric: OutputJudgeMetric;
  readonly prompt: PromptPlan;
}

/** Null means that only a judge's call can tell. A rejected request has the worst score, a missing output none. */
function scoreWithoutCall(
  metric: CheckMetric | OutputJudgeMetric,
  row: CasePlan,
  { result }: SampleRecord,
): ScoreFacts | null {
  if (result.status === 'unavailable') return buildFacts(null, result.reason, result.gone ? 'gone' : 'outage');
  if (result.status === 'rejected') return buildFacts(metric.direction === 'lower' ? 1 : 0, result.reason);
  if (metric.kind !== 'check') return null;
  const { score, reason } = metric.check.score({ output: result.output, variables: row.scoring.variables });
  return buildFacts(score, reason, score === null ? 'unreadable' : null);
}

function buildItem({ judge }: OutputJudgeMetric, { result }: SampleRecord, row: CasePlan): JudgeItem<Subject> {
  if (result.status !== 'answered') throw new Error('only an answered sample can be judged');
  return { judge, subject: { output: result.output, variables: row.scoring.variables }, draw: 0 };
}
