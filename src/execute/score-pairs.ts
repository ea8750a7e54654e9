import type { ModelSettings } from '../config/config.ts';
import type { Judgement, PairSubject } from '../judges/judge.ts';
import { combineOrders, isConsistent } from '../judges/pairwise.ts';
import type { createFinder } from '../plan/draws.ts';
import { needOfJudge } from '../plan/judge-need.ts';
import type { PairJudgeMetric } from '../plan/metric.ts';
import type { CasePlan } from '../plan/suite-plan.ts';
import type { SamplePair } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { SampleRecord, ScoreFacts } from '../run/records.ts';
import type { SampleKey } from '../run/sample-key.ts';
import { askJudge, type JudgeContext, type JudgeItem } from './ask-judge.ts';
import { buildFacts, fromJudgement, toScore } from './score.ts';

/** So many pairs are judged at a time: their texts are in memory meanwhile. */
const batchSize = 500;

/** Two outputs of one case, the base's and the candidate's, and the judge that compares them. */
interface Question {
  readonly base: SampleRecord;
  readonly candidate: SampleRecord;
  readonly row: CasePlan;
  readonly metric: PairJudgeMetric;
  readonly items: readonly JudgeItem<PairSubject>[];
}

/** Compares outputs pair by pair, in both orders, with the judges that see two; what each says is put down for both outputs. */
export async function scorePairs(
  pairs: readonly SamplePair[],
  find: ReturnType<typeof createFinder>,
  ledger: Ledger,
  judgeModel: ModelSettings,
  context: JudgeContext,
): Promise<void> {
  for (let start = 0; start < pairs.length; start += batchSize) {
    const questions = pairs
      .slice(start, start + batchSize)
      .flatMap((pair) => buildQuestions(pair, find, ledger, judgeModel));
    const judgements = await askJudge(
      questions.flatMap(({ items }) => items),
      judgeModel,
      context,
    );
    let next = 0;
    for (const question of questions) {
      const own = judgements.slice(next, next + question.items.length);
      next += own.length;
      for (const record of recordPair(question, own)) ledger.append({ kind: 'score', record });
    }
  }
}

function buildQuestions(
  { base, candidate }: SamplePair,
  find: ReturnType<typeof createFinder>,
  ledger: Ledger,
  judgeModel: ModelSettings,
): readonly Question[] {
  const { prompt, row } = find(candidate);
  const records = { base: read(ledger, base), candidate: read(ledger, candidate) };
  return prompt.metrics.flatMap((metric): readonly Question[] => {
    if (metric.needs !== 'pair') return [];
    const need = needOfJudge(prompt, metric, judgeModel);
    const items = buildItems(records, row, metric).map((item) => ({ ...item, need }));
    return [{ ...records, row, metric, items }];
  });
}

function read(ledger: Ledger, key: SampleKey): SampleRecord {
  const sample = ledger.arm(key).sample(key.case, key.sample);
  if (sample === null) throw new Error(`sample ${key.sample} of case ${key.case} was not drawn`);
  return ledger.recordOf(sample);
}

/** Scores on 0..1 in either arm, whose difference is the preference. */
function recordPair({ base, candidate, metric, items }: Question, said: readonly Judgement[]) {
  const { preference, ...facts } =
    items.length === 0 ? decideWithoutCall(base, candidate) : decidePreference(said as [Judgement, Judgement]);
  const scoreOf = (sign: 1 | -1): ScoreFacts =>
    preference === null ? { ...facts, score: null } : { ...facts, score: (1 + sign * preference) / 2, missing: null };
  // One pair is one comparison of orders, and is counted once.
  return [toScore(base, metric, { ...scoreOf(-1), agrees: null }), toScore(candidate, metric, scoreOf(1))];
}

type Preference = Omit<ScoreFacts, 'score'> & { readonly preference: number | null };

function decidePreference([baseFirst, candidateFirst]: readonly [Judgement, Judgement]): Preference {
  const orders = [baseFirst.score, candidateFirst.score] as const;
  const agrees = orders[0] === null || orders[1] === null ? null : isConsistent(orders[0], orders[1]);
  const missing = [baseFirst, candidateFirst].map((one) => fromJudgement(one).missing).find((why) => why !== null);
  const reason = [baseFirst, candidateFirst].map((one) => one.reason ?? '').join(' / ') || null;
  return { preference: combineOrders(...orders), missing: missing ?? null, reason, agrees };
}

/** Both orders of a pair that was answered on both sides; none otherwise, and none of one draw that serves both. */
function buildItems(
  { base, candidate }: { readonly base: SampleRecord; readonly candidate: SampleRecord },
  row: CasePlan,
  { judge }: PairJudgeMetric,
): readonly JudgeItem<PairSubject>[] {
  if (row.isSame) return [];
  if (base.result.status !== 'answered' || candidate.result.status !== 'answered') return [];
  const { variables } = row.scoring;
  const [ours, theirs] = [candidate.result.output, base.result.output];
  return [
    { judge, subject: { first: theirs, second: ours, variables }, draw: 0 },
    { judge, subject: { first: ours, second: theirs, variables }, draw: 0 },
  ];
}

/** A request that the provider refused loses against an answer; an outage says nothing. */
function decideWithoutCall(base: SampleRecord, candidate: SampleRecord): Preference {
  const results = [candidate.result, base.result];
  const unanswered = results.flatMap((result) => (result.status === 'answered' ? [] : [result]));
  const lost = unanswered.find(({ status }) => status === 'unavailable');
  const reason = (lost ?? unanswered[0])?.reason ?? null;
  if (lost !== undefined) {
    const isGone = lost.status === 'unavailable' && lost.gone === true;
    return { preference: null, missing: isGone ? 'gone' : 'outage', reason, agrees: null };
  }
  const [after, before] = results.map(({ status }) => status);
  const preference = (after === 'rejected' ? -1 : 0) + (before === 'rejected' ? 1 : 0);
  return { ...buildFacts(null, reason), missing: null, preference };
}
