import { describe, expect, it } from '@jest/globals';
import { aJudge, aSubject, compileOutputJudge, filesOf } from './judge-builders.ts';

const options = {
  prompt: 'Rate {{completion}} as an answer to {{input}}.',
  'system-prompt': null,
  choices: [
    { choice: '1', score: 0 },
    { choice: '15', score: 0.5 },
    { choice: 'good', score: 1 },
  ],
};

function judgeOf(parts: object = {}) {
  return compileOutputJudge(aJudge({ type: 'choices', rubric: null, options: { ...options, ...parts } }), filesOf({}));
}

describe('a choice', () => {
  it.each([
    ['1', 0],
    ['15', 0.5],
    ['good', 1],
  ])('%s is worth its score', (choice, score) => {
    const reply = JSON.stringify({ choice, abstain: false, reason: 'not 1 but good' });
    expect(judgeOf().parseReply(reply, aSubject())).toMatchObject({ score, malformed: null });
  });

  it.each(['Good', '5', 'good ', '1 or 15'])('%j is none: choices are never searched for', (choice) => {
    const judgement = judgeOf().parseReply(JSON.stringify({ choice, abstain: false, reason: '' }), aSubject());
    expect(judgement).toMatchObject({ score: null, malformed: expect.stringContaining('letter for letter') });
  });

  it('in prose, as GitHub Models took it, is malformed', () => {
    expect(judgeOf().parseReply('Criterion 1 is met, so: good', aSubject())).toMatchObject({ score: null });
  });
});

describe('the prompt of a choices judge', () => {
  it('may name any variable of the row, each value in a block of its own', () => {
    const judge = judgeOf({ prompt: '{{completion}} {{expected.label}} {{ n }}', 'system-prompt': 'Mind {{input}}.' });
    const { messages } = judge.buildQuestion(aSubject({ variables: { expected: { label: 'A' }, n: 3 } }), 'abcd1234');
    expect(messages[1]?.content).toContain('<expected-label-abcd1234>\nA\n</expected-label-abcd1234>');
    expect(messages[1]?.content).toContain('<n-abcd1234>\n3\n</n-abcd1234>');
    expect(messages[0]?.content).toContain('<input-abcd1234>');
  });

  it('does not expand a variable that a value contains', () => {
    const subject = aSubject({ output: { content: 'secret: {{expected}}' } });
    const { messages } = judgeOf().buildQuestion(subject, 'abcd1234');
    expect(messages[1]?.content).toContain('secret: {{expected}}');
  });

  it('names a variable that the row does not have, and those it has', () => {
    const judge = judgeOf({ prompt: '{{completion}} {{inptu}}' });
    expect(() => judge.buildQuestion(aSubject(), 'abcd1234')).toThrow(
      /prompt-assay.yml:7:9.*\{\{inptu\}\}.*completion, input, expected/s,
    );
  });

  it.each([
    ['has no {{completion}}', { prompt: 'Rate it.' }, 'never sees the output'],
    ['offers a choice twice', { choices: [options.choices[0], options.choices[0]] }, 'offers "1" twice'],
  ])('is refused where it %s', (_name, parts, message) => {
    expect(() => judgeOf(parts)).toThrow(message);
  });
});
