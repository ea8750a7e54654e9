import { describe, expect, it } from '@jest/globals';
import { renderPrompt } from '../../src/prompts/render.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const read = (text: string, path: string, template: string | null = null) => parsePrompt({ path, text }, template);
const roles = (text: string, path: string) => read(text, path).messages.map(({ role, content }) => [role, content]);

describe('a file that its name calls a system message', () => {
  it.each([
    'system_prompt.txt',
    'system.md',
    'SYSTEM.txt',
    'prompts/system/tone.md',
    'prompts/system.prompt.md',
    'chat-system-prompt.md',
    'bot_system_prompt_v2.txt',
    'system-message.de.md',
    'systemPrompt.txt',
  ])('is one, and {{input}} follows it: %s', (path) => {
    const prompt = read('Be kind {{tone}}', path);
    expect(prompt.messages).toEqual([
      { role: 'system', content: 'Be kind {{tone}}' },
      { role: 'user', content: '{{input}}' },
    ]);
    expect(prompt.warnings).toEqual([]);
    expect(prompt.guesses).toEqual([
      {
        path,
        line: null,
        column: null,
        message: 'is read as a system message, as its name says; {{input}} follows it.',
        hint: expect.stringMatching(/"# system:" above the text.*"# user:" alone above it/),
      },
    ]);
  });

  it.each(['ecosystem.md', 'docs/design-system.md', 'systems.md', 'system_prompting_guide.md'])('is none: %s', (path) =>
    expect(roles('Be kind {{a}}', path)).toEqual([['user', 'Be kind {{a}}']]),
  );

  it('has the input in the dialect of the file', () => {
    expect(roles('Speak {language}', 'system.md')).toEqual([
      ['system', 'Speak {language}'],
      ['user', '{input}'],
    ]);
    expect(read('Be kind', 'system.md', 'copilot').messages[1]?.content).toBe('\x24{input:input}');
    expect(read('Keep {{a}}', 'system.md', 'none').messages[1]?.content).toBe('{{input}}');
  });

  it('says itself what it is by its role lines, by another name, or by holding the input', () => {
    expect(read('# user:\nBe kind', 'system.md')).toMatchObject({ messages: [{ role: 'user' }], guesses: [] });
    expect(read('Be kind', 'a.system.md')).toMatchObject({ messages: [{ role: 'system' }, {}], guesses: [] });
    expect(read('Be kind. {{query}}', 'system.md')).toMatchObject({ messages: [{ role: 'user' }], guesses: [] });
  });
});

describe('instructions of a coding agent', () => {
  const text = '# Rules\n\nKeep {name}, `{{title}}`, \x24{{ secrets.TOKEN }}, $ARGUMENTS, <tag> and {% if %}.\n';

  it.each([
    ['AGENTS.md', ''],
    ['web/CLAUDE.md', ''],
    ['skills/tidy/SKILL.md', '---\nname: tidy\ndescription: Tidies\nlicense: MIT\nallowed-tools: Read\n---\n'],
    ['.github/copilot-instructions.md', ''],
    ['a.instructions.md', '---\napplyTo: "**"\n---\n'],
    ['a.agent.md', '---\ndescription: x\n---\n'],
    ['.claude/agents/reviewer.md', ''],
    ['agent.md', '---\nname: reviewer\ndescription: Reviews code\ntools: Read, Grep\n---\n'],
  ])('is a system message, word for word, and the input follows: %s', (path, head) => {
    const prompt = read(head + text, path);
    expect(prompt).toMatchObject({
      dialect: 'none',
      suspects: [],
      guesses: [
        {
          message:
            'is read as a system message, as instructions of a coding agent are, word for word; {{input}} follows it.',
        },
      ],
    });
    expect(renderPrompt(prompt, { input: 'Go' }).messages).toEqual([
      { role: 'system', content: text.trim() },
      { role: 'user', content: 'Go' },
    ]);
  });

  it('has no role lines in its code', () => {
    const code = 'Write:\n```yaml\nuser:\n  name: x\nsystem:\n```';
    expect(roles(code, 'AGENTS.md')).toEqual([
      ['system', code],
      ['user', '{{input}}'],
    ]);
  });

  it('is a template where it holds variables of ours in its prose', () => {
    expect(read('Help {{customer}}.', 'AGENTS.md')).toMatchObject({ dialect: 'mustache', guesses: [{}] });
    expect(read('Review:\n```\n{{input}}\n```', 'a.instructions.md')).toMatchObject({
      dialect: 'mustache',
      messages: [{ role: 'user' }],
      guesses: [],
    });
    expect(read('# system:\nBe kind\n# user:\n{{input}}', 'AGENTS.md')).toMatchObject({
      dialect: 'mustache',
      guesses: [],
    });
  });

  it('is a command where it says what its arguments are', () => {
    const skill = read('---\nname: fix\ndescription: Fixes\nargument-hint: "[number]"\n---\nFix $1', 'SKILL.md');
    expect(skill).toMatchObject({ dialect: 'arguments', messages: [{ role: 'user' }] });
  });
});

describe('the model that a coding tool names', () => {
  const agent = (model: string, path = '.claude/agents/a.md') => read(`---\nmodel: ${model}\n---\nReview`, path);

  it.each([
    ['inherit', 'a.agent.md'],
    ['sonnet', 'agents/SKILL.md'],
    ['opus[1m]', '.claude/commands/a.md'],
    ['GPT-4o', '.github/prompts/a.prompt.md'],
    ['Claude Sonnet 4.5 (copilot)', 'a.agent.md'],
    ['o3 (Preview)', 'a.chatmode.md'],
    ['[GPT-5, Claude Opus 4.5]', 'a.agent.md'],
  ])('is not asked: %s', (model, path) => {
    const prompt = agent(JSON.stringify(model).replace(/^"\[G(.*)\]"$/, '[G$1]'), path);
    expect(prompt.model).toBeNull();
    expect(prompt.places.has('model')).toBe(false);
    expect(prompt.warnings[0]).toMatchObject({
      line: 2,
      message: expect.stringMatching(/coding tool.* is not asked\.$/),
    });
  });

  it.each([
    ['claude-sonnet-4-5', '.claude/agents/a.md'],
    ['o3', 'a.agent.md'],
    ['openai/gpt-4o', '.github/prompts/a.prompt.md'],
    ['sonnet', 'prompts/a.md'],
    ['GPT-4o', 'prompts/a.prompt.md'],
  ])('is asked where it may be an id: %s in %s', (model, path) => {
    expect(agent(model, path).model).toBe(model);
  });
});
