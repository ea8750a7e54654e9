import { chance } from './chance.mjs';
import { renderRows, tickets } from './shop.mjs';

const questions = {
  urgency: 'Does the customer need an answer today?',
  spam: 'Is this an advertisement?',
  complaint: 'Does the customer complain?',
  escalation: 'Does this have to go to a manager?',
  warranty: 'Is this about a warranty?',
  address: 'Does the customer give a new address?',
  thanks: 'Does the customer thank us?',
  order: 'Is an order named?',
  payment: 'Is this about a payment?',
  language: 'Is this written in English?',
  return: 'Does the customer send something back?',
  human: 'Does the customer ask for a person?',
};
const broken = ['escalation', 'return'];
const old = 'Answer yes or no.';

const files = (ending) =>
  Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [
      `prompts/${name}.prompt.yml`,
      `name: ${name}\nmessages:\n  - role: system\n    content: "${question} ${ending}"\n  - role: user\n    content: "{{input}}"\n`,
    ]),
  );
const rowsOf = (name) =>
  tickets
    .filter((_, index) => index % 3 === 0)
    .map(({ id, input, tags }) => ({ id, input, tags, expected: chance(name, input) < 0.5 ? 'yes' : 'no' }));
const suites = Object.keys(questions).map(
  (name) => `  - name: ${name}
    prompts: prompts/${name}.prompt.yml
    dataset: evals/${name}.jsonl
    checks:
      - { name: answer, type: equals, expected: "{{ expected }}", ignore-case: true }
`,
);

export const suitesOfMany = {
  name: 'suites',
  about: 'one phrase changes in the prompts of twelve suites, and two of them fail',
  screen: ['❌', 'blocks merging', 'escalation', 'return'],
  isWhole: true,
  main: {
    'prompt-assay.yml': `version: 1\nmodel: { id: small-1 }\nbudget: { per-run-usd: 5 }\nprices:\n  small-1: { input-per-million-usd: 0.4, output-per-million-usd: 1.6 }\nsuites:\n${suites.join('')}`,
    ...files(old),
    ...Object.fromEntries(Object.keys(questions).map((name) => [`evals/${name}.jsonl`, renderRows(rowsOf(name))])),
  },
  change: files('Answer with one word.'),
  answer: ({ body: { messages } }) => {
    const [{ content: prompt }, { content: input }] = messages;
    const [name] = Object.entries(questions).find(([, question]) => prompt.startsWith(question));
    const isYes = chance(name, input) < 0.5;
    const isLost = !prompt.endsWith(old) && broken.includes(name) && chance('lost', name, input) < 0.5;
    return isYes === isLost ? 'No' : 'Yes';
  },
};
