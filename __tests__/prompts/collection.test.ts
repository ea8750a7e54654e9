import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { ownReading } from '../../src/prompts/format.ts';
import { parsePrompts } from '../../src/prompts/formats.ts';
import { addressOf } from '../../src/prompts/resolve.ts';

const byName = { ...ownReading, byName: true };
const parse = (text: string, path = 'prompts.yaml', reading = byName) => parsePrompts({ path, text }, reading);
const messagesOf = (text: string, path?: string) =>
  Object.fromEntries(
    parse(text, path).map((prompt) => [
      prompt.key,
      prompt.messages.map(({ role, content }) => `${role}: ${content.trim()}`),
    ]),
  );

function mistakesOf(text: string, path?: string, reading = byName): string {
  try {
    parse(text, path, reading);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return '';
}

describe('a collection', () => {
  it.each<readonly [string, string, object]>([
    [
      'texts',
      'classify: Sort {{input}}\nreply: Answer {{input}}',
      { classify: ['user: Sort {{input}}'], reply: ['user: Answer {{input}}'] },
    ],
    [
      'system and user texts',
      'classify:\n  system_prompt: Be brief.\n  user_prompt: "Sort {{text}}"\n  temperature: 0\n',
      { classify: ['system: Be brief.', 'user: Sort {{text}}'] },
    ],
    ['a system text alone', 'clerk: { systemPrompt: Sort. }', { clerk: ['system: Sort.', 'user: {{input}}'] }],
    ['a text named as system', 'clerk_system: Sort.', { clerk_system: ['system: Sort.', 'user: {{input}}'] }],
    [
      'messages',
      'a: { messages: [{ role: system, content: Hi }, { role: user, content: Ho }] }',
      { a: ['system: Hi', 'user: Ho'] },
    ],
    ['a bare list of messages', 'a: [{ role: user, content: Hi }]', { a: ['user: Hi'] }],
    [
      'nested names',
      'agents:\n  triage: { system: Sort., description: Sorts. }\n  deep: { reply: Hi }\n',
      { 'agents.triage': ['system: Sort.', 'user: {{input}}'], 'agents.deep.reply': ['user: Hi'] },
    ],
    ['a list', '- { name: a, prompt: Hi }\n- { id: b, template: Ho }', { a: ['user: Hi'], b: ['user: Ho'] }],
    ['what stands below "prompts"', 'version: 2\ncommon: x\nprompts:\n  a: Hi\n', { a: ['user: Hi'] }],
    ['a list below "prompts"', 'prompts:\n  - name: a\n    content: Hi\n', { a: ['user: Hi'] }],
    [
      'what is no prompt beside them',
      'version: "1"\n_base: x\nmodel: m\nconfig: { url: x }\na: Hi\nlimits: [1]\n',
      { a: ['user: Hi'] },
    ],
    [
      'names that are keys of a prompt',
      'prompts:\n  system: Be brief.\n  summarize: Sum up.\n',
      { system: ['system: Be brief.', 'user: {{input}}'], summarize: ['user: Sum up.'] },
    ],
    [
      'a shared text beside whole prompts',
      'prompt: Be.\na: { prompt: Hi }\n',
      { prompt: ['user: Be.'], a: ['user: Hi'] },
    ],
  ])('holds %s', (_, text, expected) => {
    expect(messagesOf(text)).toEqual(expected);
  });

  it('may be JSON, indented with tabs', () => {
    const text = '{\n\t"a": { "system": "Say \\"x\\".", "user": "Sort\\n{{text}}" }\n}\n';
    expect(messagesOf(text, 'p.json')).toEqual({ a: ['system: Say "x".', 'user: Sort\n{{text}}'] });
    expect(parse(text, 'p.json')[0]?.places.get('{{text}}')).toMatchObject({ line: 2, column: 48 });
  });

  it('gives each prompt its address, settings and places, and no name', () => {
    const [prompt] = parse('a:\n  name: A\n  model: m\n  max_tokens: 9\n  prompt: |\n    Hi\n    {{x}}\n  tags: [t]\n');
    expect(prompt).toMatchObject({
      format: 'collection',
      name: null,
      model: 'm',
      parameters: { 'max-tokens': 9 },
      warnings: [],
    });
    expect(prompt && addressOf(prompt)).toBe('prompts.yaml#a');
    expect(prompt?.places.get('{{x}}')).toMatchObject({ line: 7, column: 5 });
    expect(prompt?.places.get('max-tokens')).toMatchObject({ line: 4, column: 3 });
  });

  it('guesses the dialect of each prompt, and says so', () => {
    const prompts = parse('a: Sort {text}.\nb: "Sort {{text}}."\nc: { template: "{x}", template_format: mustache }\n');
    expect(prompts.map(({ dialect }) => dialect)).toEqual(['f-string', 'mustache', 'mustache']);
    expect(prompts[0]?.guesses).toMatchObject([
      { line: 1, message: '"{text}" is read as f-string, since no template is named.' },
    ]);
    expect(prompts.slice(1).flatMap(({ guesses }) => guesses)).toEqual([]);
    expect(parse('a: Sort {text}.', 'p.yaml', { ...byName, template: 'none' })[0]).toMatchObject({
      dialect: 'none',
      guesses: [],
    });
  });

  it('of one prompt has no names, and is known by its keys', () => {
    const text = 'system_prompt: Be brief.\nuser_prompt: Hi\noutput_format: text\n';
    const [prompt, ...others] = parse(text, 'a.yaml', ownReading);
    expect(others).toEqual([]);
    expect(prompt).toMatchObject({
      key: null,
      warnings: [{ message: '"output_format" is no key of ours and ignored.' }],
    });
    expect(parse('{ "system_prompt": "Be.", "user_prompt": "Hi" }', 'a.json', ownReading)).toMatchObject([
      { key: null },
    ]);
  });

  it.each([
    ['an empty text', 'a: Hi\nb: ""\n', /prompts\.yaml:2:4 "b" is empty\. Write its text/],
    ['no text', 'a:\nb: Hi\n', /prompts\.yaml:1:3 "a" is empty\./],
    ['an empty part', 'a: { system: "", user: Hi }', /:1:14 "a\.system" is empty\./],
    ['two of one name', 'a.b: Hi\na: { b: Ho }\n', /:2:6 A second prompt is called "a\.b"\./],
    ['an item without a name', '- { name: a, prompt: Hi }\n- { prompt: Ho }\n', /:2:3 "\[1\]" has no name\./],
    [
      'two texts of the user',
      'a: { user: Hi, prompt: Ho }',
      /:1:24 "a\.prompt" is a second text of the user, after "user"\./,
    ],
    ['a mistake in a setting', 'a:\n  prompt: Hi\n  temperature: hot\n', /:3:16 "a\.temperature" must be a number/],
    ['an unknown dialect', 'a: { template: "{x}", template_format: mako }', /names the unknown dialect "mako"/],
    ['none', 'version: 1\n', /holds no prompt\. Write "name: text"/],
    ['a single text', 'Hi\n', /holds no prompt/],
  ])('with %s is refused with the place', (_, text, expected) => {
    expect(mistakesOf(text)).toMatch(expected);
  });

  it('asked for without a name is refused with the names and what to write', () => {
    expect(mistakesOf('a: Hi\nb: Ho\n', 'x/prompts.yaml', ownReading)).toBe(
      'x/prompts.yaml holds 2 prompts by name: a, b. Write "prompts.yaml#a" for one of them, "prompts.yaml#*" for all.',
    );
    expect(mistakesOf('system_prompt: Hi\nb: Ho\n', 'p.yaml', ownReading)).toContain('holds 2 prompts by name');
    expect(parse('a: Hi\nb: Ho\n', 'p.yaml', { ...ownReading, format: 'collection' })).toHaveLength(2);
    expect(mistakesOf('[1]', 'p.yaml', ownReading)).toContain('is in no known prompt format');
  });

  it('of a thousand names, nested without end, is refused in no time', () => {
    const many = Array.from({ length: 1001 }, (_, index) => `p${index}: Hi\n`).join('');
    expect(mistakesOf(many)).toMatch(/has 1001 items; at most 1000/);
    const deep = `${'{ user: x, a: '.repeat(90)}1${' }'.repeat(90)}`;
    expect(messagesOf(`top: ${deep}`)).toMatchObject({ 'top.user': ['user: x'] });
  });
});
