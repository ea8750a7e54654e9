import { isJudge } from './judge.mjs';

const products = ['lamp', 'kettle', 'backpack', 'headphones'];
const sentences = {
  refund: [
    'The {} arrived broken and I want my money back, invoice 4471.',
    'Please pay back what I paid for the {} on my last invoice.',
    'I sent the {} back two weeks ago, and the invoice is still not credited.',
    'You charged me twice for the {}; please return one of the two payments.',
  ],
  billing: [
    'Which card did you charge for the {}?',
    'I need an invoice with our VAT number for the {}.',
    'Can I pay for the {} in three instalments?',
    'The receipt for the {} shows the wrong address.',
  ],
  delivery: [
    'Where is my {}? It should have been here on Friday.',
    'Can you leave the {} with my neighbour?',
    'The tracking page of the {} has not changed for six days.',
    'Please send the {} to my office instead.',
  ],
  product: [
    'How do I clean the {}?',
    'Does the {} come with a spare part?',
    'Is the {} also made in green?',
    'The {} makes a strange noise, is that usual?',
  ],
  other: [
    'Do you have a shop in Leeds where I can see the {}?',
    'My colleague recommended your {}, well done.',
    'Are you hiring people who know all about the {}?',
    'Please take me off the list for news about the {}.',
  ],
};

/** Messages to an online shop: four sentences about four products for each of five labels. */
export const tickets = Object.entries(sentences).flatMap(([label, texts]) =>
  texts.flatMap((text, place) =>
    products.map((product, index) => ({
      id: `${label}-${String(place * products.length + index + 1).padStart(2, '0')}`,
      input: text.replace('{}', product),
      expected: label,
      tags: [label, index % 2 === 0 ? 'web' : 'mail'],
    })),
  ),
);

/** Rows as a dataset file has them. */
export function renderRows(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

export const promptPath = 'prompts/triage.prompt.yml';
export const dataset = 'evals/tickets.jsonl';
const rule = 'Somebody who wants money back gets "refund", also where an invoice is named.';

/** The prompt of the shop; what main has, or what a change makes of it. */
export function renderPrompt({
  opening = 'You sort the messages of customers of an online shop.',
  rules = [rule],
  model = null,
} = {}) {
  const lines = [opening, ...rules, 'Labels: refund, billing, delivery, product, other.'];
  return `name: triage
description: Finds the label of a customer's message and drafts a reply.
${model === null ? '' : `model: ${model}\n`}messages:
  - role: system
    content: |
${lines.map((line) => `      ${line}\n`).join('')}      Answer with JSON: {"label": ..., "reply": one sentence that thanks the customer}.
  - role: user
    content: "{{input}}"
`;
}

/** The config of the shop; `suite` adds lines to its suite, `top` adds keys to the file. */
export function renderConfig({ suite = '', top = '', path = dataset } = {}) {
  return `version: 1
model: { id: small-1, parameters: { temperature: 0 } }
budget: { per-run-usd: 5 }
prices:
  small-1: { input-per-million-usd: 0.4, output-per-million-usd: 1.6 }
  large-1: { input-per-million-usd: 2, output-per-million-usd: 8 }
  judge-1: { input-per-million-usd: 1.25, output-per-million-usd: 10 }
${top}suites:
  - name: support
    prompts: prompts/triage.prompt.yml
    dataset: ${path}
    checks:
      - { name: label, type: equals, path: /label, expected: "{{ expected }}" }
${suite}`;
}

/** The repository of the shop, with changed files. */
export function shopFiles(changes = {}) {
  return {
    'prompt-assay.yml': renderConfig(),
    [promptPath]: renderPrompt(),
    [dataset]: renderRows(tickets),
    ...changes,
  };
}

/** The right reply to a ticket. */
export function replyTo({ input }) {
  const product = products.find((name) => input.includes(name));
  return `Thank you for writing to us about the ${product}; you will hear from us today.`;
}

/** A stand-in for the shop's model: `choose(row, prompt)` gives what of the answer is not right. */
export function answerTickets(choose, judge = null) {
  return (request) => {
    if (judge !== null && isJudge(request)) return judge(request);
    const [{ content: prompt }, { content: input }] = request.body.messages;
    const row = tickets.find((ticket) => ticket.input === input);
    const { label = row.expected, reply = replyTo(row), ...rest } = choose(row, prompt);
    return { content: JSON.stringify({ label, reply }), ...rest };
  };
}

/** True where a prompt has lost the rule about refunds. */
export function lacksRule(prompt) {
  return !prompt.includes(rule);
}
