import { chance } from './chance.mjs';
import { answerJudge } from './judge.mjs';
import {
  answerTickets,
  lacksRule,
  promptPath,
  renderConfig,
  renderPrompt,
  replyTo,
  shopFiles,
  tickets,
} from './shop.mjs';

const labelsPath = 'evals/polite.labels.jsonl';
const judges = `    judges:
      - { name: polite, type: rubric, rubric: evals/polite.md, calibration: ${labelsPath} }
`;
const rubric = `# Is the reply polite?

1: There is no reply, or it is about something else.
2: It can hardly be understood.
3: It is rude.
4: It is correct and cold.
5: It thanks the customer and says what comes next.
`;
const cold = 'We have your message.';

/** What people said of forty replies. */
const labels = tickets
  .filter((_, index) => index % 2 === 0)
  .map((row, index) => {
    const isGood = index % 3 !== 0;
    const output = JSON.stringify({ label: row.expected, reply: isGood ? replyTo(row) : 'What do you want?' });
    const human = isGood ? 1 : 0;
    return `${JSON.stringify({ item: row.id, case: row.id, human, human2: human, output })}\n`;
  })
  .join('');

/** Knows the replies that the model can give; whatever else it is shown, it notices. */
const judge = answerJudge((input, output) => {
  const row = tickets.find((ticket) => ticket.input === input);
  const { label, reply } = parseAnswer(output);
  if (![row.expected, 'billing', 'other'].includes(label)) return [1, 'This is the reply to another message.'];
  if (reply === replyTo(row)) return [5, 'It thanks the customer and says what comes next.'];
  if (reply === cold) return [4, 'Correct, but it thanks nobody.'];
  return [1, 'This is no reply to the message.'];
});

function parseAnswer(output) {
  try {
    return JSON.parse(output) ?? {};
  } catch {
    return {};
  }
}

/** The prompt loses a rule, and most refunds become billing; a few tickets are hard on both sides, and a few replies cold. */
export const answerFailing = answerTickets((row, prompt) => {
  const isHard = chance('hard', row.id) < 0.05;
  const isLost = lacksRule(prompt) && row.expected === 'refund' && chance('lost', row.id) < 0.85;
  const isCold = row.expected !== 'refund' && (chance('cold', row.id) < 0.15 || chance('cool', row.id, prompt) < 0.05);
  return {
    ...(isLost ? { label: 'billing' } : isHard ? { label: 'other' } : {}),
    ...(isCold ? { reply: cold } : {}),
  };
}, judge);

/** The shop with a judge whose labels are still to be bound to it. */
export const judgedFiles = shopFiles({
  'prompt-assay.yml': renderConfig({ suite: judges, top: 'judge: { model: { id: judge-1 } }\n' }),
  'evals/polite.md': rubric,
  [labelsPath]: labels,
});

/** The change that loses the rule. */
export const lossy = {
  [promptPath]: renderPrompt({ opening: 'You sort messages of customers. Be brief.', rules: [] }),
};

export const fail = {
  name: 'fail',
  about: 'a rule is dropped and refunds become billing; a calibrated judge gates',
  screen: ['❌', 'blocks merging', 'support', 'triage', 'label'],
  isWhole: true,
  main: judgedFiles,
  change: lossy,
  answer: answerFailing,
  tell: async ({ calibrate, push }, { change }) => {
    await calibrate(labelsPath);
    return push(change);
  },
};
