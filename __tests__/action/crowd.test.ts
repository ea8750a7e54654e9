import { expect, it } from '@jest/globals';
import { rows } from '../dist/stories.ts';
import type { FileSpecs } from '../helpers/fake-github/repository.ts';
import { aSelfContained } from '../pipeline/story.ts';
import { withActionScene } from './scene.ts';

/** So many that a side could no longer be read if each took a request. */
const crowd = 199;

function suiteOf(name: string): string {
  return `  - name: ${name}
    prompts: ${name}/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: label, type: equals, expected: "{{ expected }}" }
`;
}

const config = `version: 1
model: { id: some-model }
budget: { per-run-calls: 100000 }
suites:
${suiteOf('a')}${suiteOf('b')}`;

const aPrompt = (text: string) => `messages:\n  - { role: user, content: "${text} {{input}}" }\n`;
const many = (path: (number: number) => string): FileSpecs =>
  Object.fromEntries(Array.from({ length: crowd }, (_, number) => [path(number), aPrompt(`v1 of ${number}`)]));

it('a regression beside two hundred new prompts of another suite is found', () => {
  const main = {
    'prompt-assay.yml': config,
    'evals/triage.jsonl': rows(20),
    'a/p.prompt.yml': aPrompt('v1'),
    'b/p.prompt.yml': aPrompt('v1'),
  };
  return withActionScene(main, async (scene) => {
    scene.answer = ({ request }) => (request.messages[0]?.content.startsWith('v2') ? 'no' : 'yes');
    const change = { ...many((number) => `a/z${number}.prompt.yml`), 'b/p.prompt.yml': aPrompt('v2') };
    const { outputs, failure } = await scene.push(change);
    expect(outputs.verdict).toBe('fail');
    expect(failure).toContain('Regression proven');
  });
});

it('a prompt file that stands alone is gated by its base beside two hundred others, whatever it drops', () =>
  withActionScene({ 'z.prompt.yml': aSelfContained('v1') }, async (scene) => {
    scene.answer = ({ request }) => (request.messages[0]?.content.startsWith('v2') ? 'no' : 'yes');
    const change = {
      ...many((number) => `junk-${number}.prompt.yml`),
      'z.prompt.yml': `name: solo\nmodel: some-model\n${aPrompt('v2')}`,
    };
    const { outputs, failure } = await scene.push(change);
    expect(outputs.verdict).toBe('fail');
    expect(failure).not.toBeNull();
    expect(scene.github.comments).toHaveLength(1);
  }));
