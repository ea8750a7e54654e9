import { describe, expect, it } from '@jest/globals';
import { describeChanges } from '../../src/conclude/changes/describe-changes.ts';
import type { SuiteContent } from '../../src/plan/suite-plan.ts';
import type { Message } from '../../src/ports.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import type { MessageChange, PromptChanges } from '../../src/report/prompt-changes.ts';
import { describeMessage } from '../../src/report/words/prompt-words.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aPlan, aSide } from '../plan/builders.ts';

/** What changes between two prompts of one message over rows. */
function change(
  before: string | Partial<Prompt>,
  after: string | Partial<Prompt>,
  rows: readonly object[] = [{ id: 'a', input: 'x', expected: 'yes' }],
): PromptChanges | null {
  const side = (text: string | Partial<Prompt>): SuiteContent => {
    const own = typeof text === 'string' ? { messages: [{ role: 'user', content: text } as Message] } : text;
    const prompt = parsePrompt({
      path: 'prompts/triage.prompt.yml',
      text: 'messages: [{ role: user, content: "{{input}}" }]',
    });
    return { ...aSide(null, rows), prompts: [{ ...prompt, ...own }] };
  };
  const [plan] = aPlan({ base: side(before), candidate: side(after) }).prompts;
  if (plan === undefined) throw new Error('no prompt');
  return describeChanges(plan);
}

const written = (message: MessageChange | undefined) =>
  message?.lines.map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+', gap: '@' }[kind]}${text}`);

describe('what changed in a prompt', () => {
  it('is nothing where both versions are equal', () => {
    expect(change('{{input}}', '{{input}}')).toBeNull();
  });

  it('is the lines around the change, and how many were added and removed', () => {
    const lines = Array.from({ length: 20 }, (_, index) => (index === 0 ? '{{input}}' : `line ${index}`));
    const [message] = change(lines.join('\n'), lines.with(10, 'other').join('\n'))?.messages.shown ?? [];
    expect(message).toMatchObject({ change: 'changed', added: 1, removed: 1, base: { role: 'user', place: 1 } });
    expect(written(message)).toEqual([
      ...['@8 equal lines', ' line 8', ' line 9', '-line 10', '+other', ' line 11', ' line 12', '@7 equal lines'],
    ]);
  });

  it('is the whole of a message that came', () => {
    const messages = (...texts: readonly string[]) => ({
      messages: texts.map((content) => ({ role: 'user', content }) as const),
    });
    const [message] = change(messages('{{input}}'), messages('new\nwords', '{{input}}'))?.messages.shown ?? [];
    expect([message?.change, message?.base, written(message)]).toEqual(['added', null, ['+new', '+words']]);
  });

  it('is how closely an image is looked at, which no text shows', () => {
    const see = (detail: string) => ({
      messages: [
        {
          role: 'user',
          content: '[image https://x.example/{{input}}]',
          parts: [{ type: 'image', url: 'https://x.example/{{input}}', detail }],
        } as const,
      ],
    });
    expect(written(change(see('low'), see('high'))?.messages.shown[0])?.join('\n')).toContain(
      '+      "detail": "high"',
    );
  });

  it('is cut where a value is long, near what differs in it', () => {
    const tool = (word: string) => ({
      tools: [{ type: 'function', name: 'a', description: `${'x '.repeat(500)}${word}` }],
    });
    const [setting] = change(tool('old'), tool('new'))?.settings.shown ?? [];
    expect(setting?.path).toBe('tools.a.description');
    expect([setting?.before, setting?.after].map((text) => text?.slice(-3))).toEqual(['old', 'new']);
    expect(setting?.before?.length).toBeLessThan(200);
  });

  it('tells a text from a number and from nothing', () => {
    const stop = (value: string | number) => ({ parameters: { 'reasoning-effort': value } });
    expect(change(stop('7'), stop(7))?.settings.shown).toEqual([
      { path: 'reasoning-effort', before: '"7"', after: '7' },
    ]);
    expect(change(stop('old'), stop(''))?.settings.shown).toEqual([
      { path: 'reasoning-effort', before: 'old', after: '""' },
    ]);
  });
});

describe('variables against columns', () => {
  const rows = [
    { id: 'a', question: 'q', tone: 'dry', lang: 'en', expected: 'yes' },
    { id: 'b', question: 'q', tone: 'dry', lang: ' ', expected: 'yes' },
  ];

  it('tells the column that fills each, how many rows do, and what is read no more', () => {
    expect(change('{{input}} {{tone}}', '{{input}} {{lang}}', rows)?.variables).toEqual({
      shown: [
        { name: 'input', column: 'question', readBy: 'both', filled: 2 },
        { name: 'lang', column: 'lang', readBy: 'candidate', filled: 1 },
        { name: 'tone', column: 'tone', readBy: 'base', filled: 2 },
      ],
      more: 0,
      rows: 2,
      unread: ['tone'],
    });
  });

  it('counts a default as what fills the rows that lack a column', () => {
    const asking = (text: string) => ({
      messages: [{ role: 'user', content: text } as const],
      defaults: { place: 'here' },
    });
    expect(change(asking('{{input}}'), asking('{{input}} {{place}}'), rows)?.variables.shown[1]).toEqual({
      ...{ name: 'place', column: null, readBy: 'candidate', filled: 2 },
    });
  });

  it('leaves no column unread that another name still reads', () => {
    const nested = rows.map((row) => ({ ...row, user: { name: 'n', age: 7 } }));
    expect(change('{{user.name}}', '{{user.age}}', nested)?.variables.unread).toEqual([]);
  });
});

describe('the messages of a typical case', () => {
  const rows = ['long '.repeat(50), 'mid '.repeat(9), 'x'].map((input, index) => ({
    ...{ id: `c${index}`, input, expected: 'yes' },
  }));

  it('are those of the case of middle length', () => {
    const typical = change('Old {{input}}', 'New {{input}}', rows)?.typical;
    expect(typical?.case).toBe('c1');
    expect(written(typical?.messages.shown[0])?.map((line) => line.slice(0, 9))).toEqual(['-Old mid ', '+New mid ']);
  });

  it('are those of a case that the change reaches', () => {
    const reached = { id: 'reached', input: '{{name}}', expected: 'yes' };
    const conversation = { messages: [{ role: 'user', content: 'hi' }] };
    const others = ['a', 'b', 'c'].map((id) => ({ id, ...conversation, expected: 'yes' }));
    expect(change('Old', 'New', [...others, reached])?.typical?.case).toBe('reached');
  });

  it('say what was told already by its name, and show what the model reads last', () => {
    const asking = (text: string) => ({
      messages: [
        { role: 'system', content: text },
        { role: 'user', content: '{{input}}\nPlease.' },
      ] as const,
    });
    const shown = change(asking('Old'), asking('New'))?.typical?.messages.shown ?? [];
    expect(shown.map(describeMessage)).toEqual(['system, message 1: changed, as above', 'user, message 2: same']);
    expect(shown.map(written)).toEqual([[], [' x', '@1 equal line']]);
  });

  it('are not shown where only settings differ', () => {
    const at = (temperature: number) => ({ parameters: { temperature } });
    expect(change(at(0), at(1))?.typical).toBeNull();
  });
});

describe('a huge prompt', () => {
  it.each([
    ['one line', 'old '.repeat(250_000), 'new '.repeat(250_000)],
    ['many short lines', '\n'.repeat(100_000), 'x\n'.repeat(100_000)],
  ])('of %s is compared in seconds, and what is shown stays small', (_name, before, after) => {
    const rows = Array.from({ length: 5 }, (_, index) => ({ id: `r${index}`, input: 'x', expected: 'yes' }));
    const start = performance.now();
    const shown = change(`${before} {{input}}`, `${after} {{input}}`, rows);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(JSON.stringify(shown).length).toBeLessThan(60_000);
  });
});
