import { chance } from './chance.mjs';
import { renderRows } from './shop.mjs';

const rows = Array.from({ length: 40 }, (_, index) => {
  const id = `letter-${String(index + 1).padStart(2, '0')}`;
  return { id, input: `Answer the complaint of customer ${1200 + 7 * index} about a late parcel.` };
});
const reasons = [
  'of snow on the roads',
  'a lorry broke down',
  'the address had no house number',
  'the depot was closed',
];

/** A letter of about 20 kB. */
function writeLetter({ id }, isReworded, hasEnding) {
  const paragraphs = Array.from({ length: 120 }, (_, index) => {
    const reason = reasons[Math.floor(chance(id, String(index)) * reasons.length)];
    const opening = isReworded && index % 30 === 4 ? 'Let us tell you what happened' : 'This is what happened';
    return `${opening} on day ${index + 1}: the parcel stayed where it was, since ${reason}, and nobody told you, for which we are sorry.`;
  });
  return `Dear customer,\n\n${paragraphs.join('\n\n')}\n\n${hasEnding ? 'Kind regards\nThe team of the shop' : 'That is all.'}`;
}

const prompt = (rule) => `name: letter
messages:
  - role: system
    content: "Write a long letter to the customer. ${rule}"
  - role: user
    content: "{{input}}"
`;

export const longAnswers = {
  name: 'long',
  about: 'answers of 20 kB, of which only the last line is lost',
  screen: ['❌', 'blocks merging', 'letters', 'letter', 'closing'],
  main: {
    'prompt-assay.yml': `version: 1
model: { id: small-1 }
suites:
  - name: letters
    prompts: prompts/letter.prompt.yml
    dataset: evals/letters.jsonl
    checks:
      - { name: closing, type: contains, expected: Kind regards }
`,
    'prompts/letter.prompt.yml': prompt('End with kind regards.'),
    'evals/letters.jsonl': renderRows(rows),
  },
  change: { 'prompts/letter.prompt.yml': prompt('Say everything that happened.') },
  answer: ({ body: { messages } }) => {
    const [{ content: system }, { content: input }] = messages;
    const row = rows.find((one) => one.input === input);
    const isReworded = system.includes('everything');
    return writeLetter(row, isReworded, !isReworded || chance('ending', row.id) < 0.5);
  },
};
