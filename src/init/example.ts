/** A file to write, by its path in the repository. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

const prompt = `# An example: which department is to answer a message? Change it, and see what a run says.
name: triage
messages:
  - role: system
    content: |
      You sort messages of customers. Answer with one word and nothing else: billing, delivery or account.
  - role: user
    content: "{{input}}"
`;

const rows: readonly (readonly [id: string, input: string, expected: string])[] = [
  ['billing-1', 'You took the money twice this month.', 'billing'],
  ['billing-2', 'Where do I find the invoice for March?', 'billing'],
  ['billing-3', 'Can I pay by card in place of a transfer?', 'billing'],
  ['billing-4', 'The discount is missing on my bill.', 'billing'],
  ['delivery-1', 'My parcel should have been here on Monday.', 'delivery'],
  ['delivery-2', 'The box arrived open and one cup is broken.', 'delivery'],
  ['delivery-3', 'Can you send it to my office?', 'delivery'],
  ['delivery-4', 'The tracking page has not changed for a week.', 'delivery'],
  ['account-1', 'I cannot log in since I have a new phone.', 'account'],
  ['account-2', 'Please delete my profile.', 'account'],
  ['account-3', 'How do I change my e-mail address?', 'account'],
  ['account-4', 'The link to reset my password does not work.', 'account'],
];

/** A small prompt with twelve rows: what a repository begins with that has nothing to evaluate. */
export const exampleFiles: readonly [prompt: NewFile, rows: NewFile] = [
  { path: 'prompts/triage.prompt.yml', text: prompt },
  {
    path: 'evals/triage.jsonl',
    text: rows.map(([id, input, expected]) => `${JSON.stringify({ id, input, expected })}\n`).join(''),
  },
];
