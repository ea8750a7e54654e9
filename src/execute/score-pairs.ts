import type { ModelSettings } from '../config/config.ts';
import type { PairJudge, PairSubject } from '../judges/judge.ts';
import { combineOrders, isConsistent } from '../judges/pairwise.ts';
import { needOfJudge } from '../plan/judge-need.ts';
import type { Arm } from '../plan/suite-plan.ts';
import type { SampleRecord, ScoreRecord, SwapRecord } from '../run/records.ts';
import { askJudge, type JudgeContext, type JudgeItem } from './ask-judge.ts';
import { identifySample } from './score.ts';

/** Two samples of one case, the base's and the candidate's. */
interface SamplePair {
  readonly base: SampleRecord;
  readonly candidate: SampleRecord;
}

/** Compares outputs pair by pair, in both orders, with the judges that see two: every candidate sample against the base's of the same index, and sample 0 against a stored baseline's. `added` are the samples that are new; a pair without a new one was judged before. */
export async function scorePairs(
  all: readonly SampleRecord[],
  added: readonly SampleRecord[],
  judgeModel: ModelSettings,
  context: JudgeContext,
): Promise<{ readonly scores: readonly ScoreRecord[]; readonly swaps: readonly SwapRecord[] }> {
  const fresh = new Set(added);
  const pairs = (['base', 'stored'] as const)
    .flatMap((arm) => pairSamples(all, arm))
    .filter(({ base, candidate }) => fresh.has(base) || fresh.has(candidate));
  const open = pairs.flatMap((pair) =>
    pair.candidate.prompt.metrics.flatMap((metric) => {
      const need = needOfJudge(pair.candidate.prompt, metric, judgeModel);
      return metric.needs === 'pair' ? [{ pair, name: metric.name, judge: metric.judge, need }] : [];
    }),
  );
  const orders = open.map(({ pair, judge, need }) => buildItems(pair, judge).map((item) => ({ ...item, need })));
  const judgements = await askJudge(orders.flat(), judgeModel, context);
  let next = 0;
  const swaps: SwapRecord[] = [];
  const scores = open.flatMap(({ pair, name }, index) => {
    const own = judgements.slice(next, next + (orders[index]?.length ?? 0));
    next += own.length;
    const [baseFirst, candidateFirst] = own.map(({ score }) => score);
    if (typeof baseFirst === 'number' && typeof candidateFirst === 'number') {
      const { suite, id: prompt } = pair.candidate.prompt;
      swaps.push({ suite, prompt, metric: name, isConsistent: isConsistent(baseFirst, candidateFirst) });
    }
    if (own.length === 0) return record(pair, name, preferWithoutCall(pair), explainWithoutCall(pair));
    const preference = combineOrders(baseFirst ?? null, candidateFirst ?? null);
    return record(pair, name, preference, own.map(({ reason }) => reason ?? '').join(' / ') || null);
  });
  return { scores, swaps };
}

/** Scores on 0..1 in either arm, whose difference is the preference. */
function record(
  { base, candidate }: SamplePair,
  metric: string,
  preference: number | null,
  reason: string | null,
): readonly ScoreRecord[] {
  const scoreOf = (sign: 1 | -1) => (preference === null ? null : (1 + sign * preference) / 2);
  return [
    { ...identifySample(base), metric, score: scoreOf(-1), reason },
    { ...identifySample(candidate), metric, score: scoreOf(1), reason },
  ];
}

/** Both orders of a pair that was answered on both sides; none otherwise, and none of one draw that serves both. */
function buildItems({ base, candidate }: SamplePair, judge: PairJudge): readonly JudgeItem<PairSubject>[] {
  if (candidate.case.isSame) return [];
  if (base.result.status !== 'answered' || candidate.result.status !== 'answered') return [];
  const { variables } = candidate.case.scoring;
  const [ours, theirs] = [candidate.result.output, base.result.output];
  return [
    { judge, subject: { first: theirs, second: ours, variables }, draw: 0 },
    { judge, subject: { first: ours, second: theirs, variables }, draw: 0 },
  ];
}

/** A request that the provider refused loses against an answer; an outage says nothing. */
function preferWithoutCall({ base, candidate }: SamplePair): number | null {
  const [before, after] = [base.result.status, candidate.result.status];
  if (before === 'unavailable' || after === 'unavailable') return null;
  return (after === 'rejected' ? -1 : 0) + (before === 'rejected' ? 1 : 0);
}

/** Why there is no pair of outputs to judge. */
function explainWithoutCall({ base, candidate }: SamplePair): string | null {
  const unanswered = [candidate.result, base.result].flatMap((result) => (result.status === 'answered' ? [] : result));
  return (unanswered.find(({ status }) => status === 'unavailable') ?? unanswered[0])?.reason ?? null;
}

function pairSamples(all: readonly SampleRecord[], arm: Exclude<Arm, 'candidate'>): readonly SamplePair[] {
  const keyOf = ({ prompt, case: row, sample }: SampleRecord) =>
    JSON.stringify([prompt.suite, prompt.id, row.id, sample]);
  const bases = new Map(all.filter((sample) => sample.arm === arm).map((sample) => [keyOf(sample), sample]));
  return all.flatMap((candidate) => {
    // A stored baseline only screens the first round.
    if (candidate.arm !== 'candidate' || (arm === 'stored' && candidate.sample > 0)) return [];
    const base = bases.get(keyOf(candidate));
    return base === undefined ? [] : [{ base, candidate }];
  });
}
