import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { JudgeConfig } from '../../src/config/config.ts';
import type { JudgeProtocol } from '../../src/judges/judge.ts';
import { builtinRubrics } from '../../src/judges/rubrics/builtin.ts';
import { aJudge, aSubject, compileOutputJudge, filesOf } from './judge-builders.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/judges');
const rubricFiles = filesOf({
  'helpful.md': readFileSync(join(folder, 'rubrics/helpful.md'), 'utf8'),
  'tone.md': readFileSync(join(folder, 'rubrics/tone.md'), 'utf8'),
});

const subject = aSubject({
  output: { content: 'Thank you! Send it back within 30 days.' },
  variables: { context: ['Returns: 30 days.', 'Mugs are fragile.'] },
});
const awkward = aSubject({
  output: {
    content: '',
    refusal: 'I cannot.',
    toolCalls: [{ name: 'find', arguments: { id: 1 } }],
    finishReason: 'length',
  },
});

const agent = aSubject({
  output: {
    content: 'Your mug is on its way back to us.',
    trajectory: [
      {
        role: 'assistant',
        content: 'Let me look.',
        toolCalls: [{ id: '1', name: 'find_order', arguments: '{"mail":"eva@example.com","item":"mug"}' }],
      },
      { role: 'tool', content: 'no such order', toolCallId: '1', failed: true },
      { role: 'assistant', content: '', toolCalls: [{ id: '2', name: 'take_back', arguments: '{"order":"A-1"}' }] },
      { role: 'tool', content: 'taken back', toolCallId: '2' },
      { role: 'assistant', content: 'Your mug is on its way back to us.' },
    ],
  },
});

const evaluator = {
  prompt: 'Question:\n{{input}}\nAnswer:\n{{completion}}\nIs it right, given {{expected}}? Reply with yes or no.',
  'system-prompt': 'You are a strict teacher.',
  choices: [
    { choice: 'yes', score: 1 },
    { choice: 'no', score: 0 },
  ],
};

/** What a judge is sent, as one Markdown page. */
function renderQuestion<S>(judge: JudgeProtocol<S>, judged: S): string {
  const question = judge.buildQuestion(judged, 'f00dcafe1234');
  const repair = judge.buildRepair(question, 'Sure! It is a 5.', 'the reply is not JSON alone').messages.slice(2);
  const turns = [...question.messages, ...repair].map(({ role, content }) => `<!-- ${role} -->\n\n${content}\n`);
  const form = JSON.stringify(question.responseFormat, null, 2);
  return [...turns, `<!-- response format -->\n\n\`\`\`json\n${form}\n\`\`\`\n`].join('\n');
}

describe('what a judge is sent', () => {
  const rows: readonly [name: string, config: JudgeConfig, judged: typeof subject][] = [
    ['checklist', aJudge({ type: 'checklist', rubric: 'helpful.md' }), subject],
    ['checklist-awkward-output', aJudge({ type: 'checklist', rubric: 'helpful.md' }), awkward],
    ['rubric', aJudge({ rubric: 'tone.md' }), subject],
    ['choices', aJudge({ type: 'choices', rubric: null, options: evaluator }), subject],
    ['trajectory-final', aJudge({ rubric: 'tone.md' }), agent],
    ['trajectory-all', aJudge({ rubric: 'tone.md', at: 'all' }), agent],
    ['trajectory-tools', aJudge({ rubric: 'tone.md', at: 'tools' }), agent],
    ...builtinRubrics.map(({ name }): [string, JudgeConfig, typeof subject] => [
      `builtin-${name}`,
      aJudge({ rubric: `builtin:${name}` }),
      subject,
    ]),
  ];
  it.each(rows)('%s.md', (name, config, judged) => {
    const file = join(folder, `${name}.md`);
    const page = renderQuestion(compileOutputJudge(config, rubricFiles), judged);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, page);
    expect(page).toBe(readFileSync(file, 'utf8'));
  });
});
