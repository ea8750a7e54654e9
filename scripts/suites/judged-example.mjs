import { exampleFiles } from './example.mjs';

const labelCount = 40;

/** The example with a judge, and what people said about outputs of it. */
export const judgedFiles = {
  ...exampleFiles,
  'prompt-assay.yml': `${exampleFiles['prompt-assay.yml']}    judges:
      - { name: helpful, type: rubric, rubric: evals/helpful.md, calibration: evals/helpful.labels.jsonl }
judge: { model: { id: some-judge } }
`,
  'evals/helpful.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
  'evals/helpful.labels.jsonl': Array.from({ length: labelCount }, (_, number) => {
    const isRight = number % 2 === 1;
    const label = {
      item: `i-${number}`,
      human: isRight ? 1 : 0,
      case: `q-${number}`,
      output: isRight ? 'right' : 'wrong',
    };
    return `${JSON.stringify(label)}\n`;
  }).join(''),
};

/** Judges as the people did. */
export function answerJudge({ text }) {
  return JSON.stringify({ score: /<output-(\w+)>\nright/.test(text) ? 5 : 1, abstain: false, reason: 'because' });
}
