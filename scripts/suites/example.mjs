/** The rows of the example's dataset: the right answer to each is "yes". */
export const rowCount = 40;

/** The example's prompt; `wording` is what a change changes. */
export function renderPrompt(wording) {
  return `name: triage\nmodel: some-model\nmessages:\n  - role: user\n    content: "${wording} {{input}}"\n`;
}

/** A small repository under the gate: one prompt, one dataset, one check. */
export const exampleFiles = {
  'prompt-assay.yml': `version: 1
suites:
  - name: triage
    prompts: prompts/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: label, type: equals, expected: "{{ expected }}" }
`,
  'prompts/triage.prompt.yml': renderPrompt('v1: is this urgent?'),
  'evals/triage.jsonl': Array.from({ length: rowCount }, (_, number) => {
    const row = { id: `q-${number}`, input: `message ${number}`, expected: 'yes' };
    return `${JSON.stringify(row)}\n`;
  }).join(''),
};

/** A harmless change, and one that makes the model stand-in answer wrongly. */
export const harmless = renderPrompt('v2: would you say that this is urgent?');
export const regression = renderPrompt('v2, broken: is this urgent?');

/** Answers like a model that a wording with "broken" leads astray. */
export function answerExample({ text }) {
  return text.includes('broken') ? 'no' : 'yes';
}
