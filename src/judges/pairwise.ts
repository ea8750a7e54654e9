import { allParts, readColumns, renderCaseBlocks } from './blocks.ts';
import { buildJudge } from './build-judge.ts';
import type { JudgeKind, PairJudge, PairSubject } from './judge.ts';
import { renderOutputBlocks } from './output-blocks.ts';
import { buildForm, closingFields, readReply } from './reply.ts';
import { readRubricFile } from './rubric-file.ts';

const form = buildForm({ verdict: { type: 'string', enum: ['A', 'B', 'tie'] }, ...closingFields });
const formText = `Reply with one JSON object and nothing else:
{"verdict": "A", "B" or "tie", "abstain": true or false, "reason": "what decided it, at most 40 words"}`;
const scores = { A: 1, B: 0, tie: 0.5 } as const;

/** The candidate's output against the base's for the same case. The caller asks in both orders: a preference for a place is then no preference for an output. */
export const pairwise: JudgeKind<PairJudge> = {
  type: 'pairwise',
  properties: {},
  required: ['rubric'],
  dependencies: ({ rubric }) => (rubric === null ? [] : [rubric]),
  reads: (_config, variables) => readColumns(allParts, variables),
  compile: (config, files) => {
    const text = readRubricFile(config, files).text.trim();
    const protocol = buildJudge<PairSubject>({
      config,
      formName: 'pairwise_judgement',
      form,
      formText,
      content: { text },
      brief: { text, answer: { by: 'preference' } },
      task: () =>
        `You compare two answers, A and B, that an assistant gave to the same case, and say which is better by these rules. Where neither is better, it is a tie. The order in which they stand means nothing.\n\n# What makes an answer better\n\n${text}`,
      material: ({ variables, first, second }, tag) => {
        const outputs = [
          renderOutputBlocks(first, config.at, tag, 'answer-a'),
          renderOutputBlocks(second, config.at, tag, 'answer-b'),
        ];
        return [...renderCaseBlocks({ variables }, allParts, tag), ...outputs].join('\n\n');
      },
      parseReply: (reply) =>
        readReply(reply, form, ({ verdict, reason }) =>
          verdict === 'A' || verdict === 'B' || verdict === 'tie'
            ? { score: scores[verdict], reason: `${verdict}: ${String(reason)}` }
            : '"verdict" must be "A", "B" or "tie"',
        ),
    });
    return { ...protocol, sees: 'pair' };
  },
};

/** What both orders came to: +1 where the candidate wins twice, −1 where it loses twice, ±½ for one win and one tie, 0 for a tie or a contradiction; null where either order has no score. `baseFirst` is the score with the base's output as A, `candidateFirst` with the candidate's (Zheng et al. 2023, arXiv 2306.05685, §3.4). */
export function combineOrders(baseFirst: number | null, candidateFirst: number | null): number | null {
  if (baseFirst === null || candidateFirst === null) return null;
  return (1 - 2 * baseFirst + (2 * candidateFirst - 1)) / 2;
}

/** True where both orders prefer the same output, or both none; means of several judgements count as the nearest verdict. */
export function isConsistent(baseFirst: number, candidateFirst: number): boolean {
  const nearest = (score: number) => Math.round(2 * score) / 2;
  return 1 - nearest(baseFirst) === nearest(candidateFirst);
}
