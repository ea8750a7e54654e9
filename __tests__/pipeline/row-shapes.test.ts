import { describe, expect, it } from '@jest/globals';
import type { FakeFiles } from '../helpers/fake-ports.ts';
import { aConfigFile, aPromptFile, aTree, jsonl, tell } from './story.ts';

const numbers = Array.from({ length: 40 }, (_, index) => index);
const evaluators = 'evaluators:\n  - name: has\n    string: { contains: "{{expected}}" }\n';

/** What the model was asked, and the report of a reworded prompt. */
async function ask(files: (text: string) => FakeFiles, answer: string) {
  const { report, world } = await tell({ base: files('v1'), candidate: files('v2'), script: () => answer });
  return { report, sent: world.model.calls.map(({ request }) => request.messages) };
}

describe('rows as people have them', () => {
  it('chat rows that end with the gold answer are asked without it, and scored by it', async () => {
    const rows = numbers.map((number) => ({
      id: `q-${number}`,
      messages: [
        { role: 'system', content: 'You grade fruit.' },
        { role: 'user', content: `Is fruit ${number} a fruit?` },
        { role: 'assistant', content: 'certainly' },
      ],
    }));
    const { report, sent } = await ask(
      (text) =>
        aTree({
          'prompts/triage.prompt.yml': aPromptFile(text).replace('user', 'system').replace('{{input}}', ''),
          'evals/triage.jsonl': jsonl(rows),
        }),
      'certainly',
    );
    expect(sent.every((messages) => messages.at(-1)?.role === 'user')).toBe(true);
    expect(JSON.stringify(sent)).not.toContain('certainly');
    expect(report.metrics[0]).toMatchObject({ same: 40, candidateMean: 1 });
  });

  it.each([
    ['vars', (n: number) => `  - vars: { topic: tea ${n}, tone: calm }\n    expected: tea\n`],
    ['variables', (n: number) => `  - variables: { topic: tea ${n}, tone: calm }\n    expected: tea\n`],
    [
      'evaluators of its own',
      (n: number) =>
        `  - topic: tea ${n}\n    tone: calm\n    expected: tea\n    evaluators: [{ name: g, string: { contains: x } }]\n`,
    ],
  ])('testData with %s is asked as it stands', async (_, row) => {
    const file = (text: string) =>
      `name: a\nmodel: some-model\nmessages:\n  - role: user\n    content: "${text} Say {{topic}} in {{tone}}"\ntestData:\n${numbers.map(row).join('')}${evaluators}`;
    const { report, sent } = await ask((text) => ({ 'a.prompt.yml': file(text) }), 'Some tea.');
    expect(sent.map(([message]) => message?.content)).toContain('v2 Say tea 7 in calm');
    expect(report.metrics[0]).toMatchObject({ same: 40, candidateMean: 1 });
  });

  it('a list of ideal answers is met by any of them', async () => {
    const checks = '      - { name: label, type: equals, expected: "{{ expected }}" }';
    const { report } = await ask(
      (text) =>
        aTree({
          'prompt-assay.yml': aConfigFile({ checks }),
          'prompts/triage.prompt.yml': aPromptFile(text),
          'evals/triage.jsonl': jsonl(
            numbers.map((number) =>
              number % 2 === 0
                ? { id: `q-${number}`, input: `${number}`, ideal: ['Cusco', 'Lima'] }
                : { id: `q-${number}`, input: `${number}`, ideal: 'Lima' },
            ),
          ),
        }),
      'Lima',
    );
    expect(report.metrics[0]).toMatchObject({ same: 40, candidateMean: 1 });
  });
});
