import { describe, expect, it } from '@jest/globals';
import { dialectOf } from '../../src/prompts/dialects.ts';
import { renderPrompt } from '../../src/prompts/render.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

const read = (text: string, path = 'a.md', template: string | null = null) => parsePrompt({ path, text }, template);

describe('the dialect of a text that names none', () => {
  it.each([
    ['a label', 'Sort it.\n\nAddress: {address}\nWeight: {weight}\n'],
    ['a sentence', 'You translate into {language}.'],
    ['a tag', `${'Be thorough. '.repeat(300)}\n<text>{text}</text>`],
    ['a line of its own in a long text', `${'Be thorough. '.repeat(300)}\n\n{text}\n`],
    ['doubled braces of JSON', 'Answer {question} as {{"label": "x"}}.'],
    ['formulas with doubled braces', 'Solve {problem}. End with \\boxed{{answer}} or $x^{{n}}$.'],
    ['one in code beside a sure one', 'Explain {topic}:\n```\n{code}\n```'],
  ])('is f-string where a placeholder stands in %s', (_, text) => {
    const { dialect, guesses, warnings } = read(text);
    expect([dialect, warnings]).toEqual(['f-string', []]);
    expect(guesses).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^"\{\w+\}" is read as f-string, since no template is named\.$/),
        hint: expect.stringContaining('"template: f-string"'),
      }),
    ]);
  });

  it.each([
    ['a variable of its own', 'Hi {{name}} {topic}'],
    ['a brace that an f-string cannot have', 'Sort {address} as {"label": "x"}.'],
    ['a placeholder that reaches into a value', 'Hi {name}, you are {user.age}.'],
    ['a placeholder of positions', 'Hi {name}, {0}.'],
    ['nothing but code', 'Use `{name}` and\n```\n{name}\n```'],
    ['a path', 'GET /users/{id}'],
    ['doubled braces that a formula cannot explain', 'Solve {problem}. End with {{answer}}.'],
    ['LaTeX', 'End with $\\boxed{answer}$.'],
    ['a manual', `${'The command goes on. '.repeat(200)} :split {file} opens it.`],
    ['a mix of two languages', '{% if a %}x{% endif %} {{#if b}}x{{/if}}'],
    ['only a comment', '{# note #} {{!-- note --}} {{a}}'],
    ['three braces', 'Hi {{{name}}}'],
    ["another tool's argument", 'Sort $ARGUMENTS into {group}'],
  ])('is the default where it has %s', (_, text) => {
    expect(read(text)).toMatchObject({ dialect: 'mustache', guesses: [] });
  });

  it.each([
    ['tags', 'You are a bot.\n{% if rules %}\n{{ rules | join(", ") }}\n{% endif %}\n{{ question }}'],
    ['a filter', 'Answer in a {{ tone | lower }} tone.'],
  ])('is jinja where the whole text is read by it: %s', (_, text) => {
    expect(read(text)).toMatchObject({
      dialect: 'jinja',
      warnings: [],
      guesses: [{ message: expect.stringMatching(/^"\{[{%] .* is read as jinja, since no template is named\.$/) }],
    });
  });

  it('is handlebars where the whole text is read by it, and it has a block', () => {
    const text = '{{#if name}}Hi {{name}}{{/if}}\n{{#each items}}- {{this}}\n{{/each}}';
    expect(read(text)).toMatchObject({
      dialect: 'handlebars',
      warnings: [],
      guesses: [{ message: '"{{#if name}}" is read as handlebars, since no template is named.' }],
    });
    expect(read('{{#shout x}}a{{/shout}} {{input}}')).toMatchObject({ dialect: 'mustache', guesses: [] });
  });

  it.each([
    ['a function that nobody knows', "Like {% if is_state('a', 'on') %}on{% endif %}. {{input}}"],
    ['a filter that nobody knows', 'Hi {{ name | shout }}'],
    ['a tag without its end', 'Write {% if a %}. {{input}}'],
    ['a message that opens a tag which another closes', 'system:\n{% if a %}\nuser:\n{{b}}{% endif %}'],
  ])('is not jinja where it has %s', (_, text) => {
    const { dialect, warnings } = read(text);
    expect(dialect).toBe('mustache');
    expect(warnings).toMatchObject([{ message: expect.stringContaining('a tag of Jinja') }]);
  });

  it.each([
    ['system.j2', 'jinja', ['system', 'user']],
    ['prompts/system_prompt.md.jinja2', 'jinja', ['system', 'user']],
    ['a.JINJA', 'jinja', ['user']],
    ['a.hbs', 'handlebars', ['user']],
    ['a.mustache', 'mustache', ['user']],
  ])('is what the suffix says, which is no guess: %s', (path, dialect, expected) => {
    const prompt = read('Hi {{ name }} {a}', path);
    expect([prompt.dialect, prompt.messages.map(({ role }) => role)]).toEqual([dialect, expected]);
    expect(prompt.guesses.map(({ message }) => message).join()).not.toContain('template');
    expect(read('Hi {name}', path, 'f-string').dialect).toBe('f-string');
  });

  it('is the one that is named, in the file or in its suite', () => {
    expect(read('---\ntemplate: mustache\n---\nHi {name}')).toMatchObject({ dialect: 'mustache', guesses: [] });
    expect(read('Hi {name}', 'a.md', 'none')).toMatchObject({ dialect: 'none', guesses: [] });
  });

  it('is that of the whole file, with what it includes', () => {
    const file = { path: 'a.md', text: 'Hi {name}.\n{{> b.md}}' };
    const part = (text: string) => new Map([['b.md', { path: 'b.md', text }]]);
    expect(parsePrompt(file, null, part('Be kind, {name}.')).dialect).toBe('f-string');
    expect(parsePrompt(file, null, part('{{question}}')).dialect).toBe('mustache');
  });

  it('is not f-string in a file of our own suffix, whose braces may be how the answer is to look', () => {
    const { dialect, warnings } = read('Answer so.\nCategory: {category}', 'a.system.md');
    expect(dialect).toBe('mustache');
    expect(warnings).toMatchObject([{ message: expect.stringContaining('f-string') }]);
  });

  it('is guessed in no YAML prompt', () => {
    const text = 'messages:\n  - role: user\n    content: Hi {name}\n';
    expect(read(text, 'a.prompt.yml')).toMatchObject({ dialect: 'mustache', guesses: [] });
  });

  it('never lets a value be read as a template', () => {
    const { messages } = renderPrompt(read('Hi {a}'), { a: '{b} {{b}}', b: 'x' });
    expect(messages[0]?.content).toBe('Hi {b} {{b}}');
  });
});

describe('a command of a coding agent', () => {
  const command = (text: string, path = '.claude/commands/git/fix.md') => read(text, path);
  const fill = (text: string, input: string) =>
    renderPrompt(command(text), { input }).messages.map(({ content }) => content);

  it.each([
    ['all of them', 'Fix $ARGUMENTS.', 'issue "4 5"', 'Fix issue "4 5".'],
    ['words', 'Fix $1 with $2, $1.', '12 high', 'Fix 12 with high, 12.'],
    ['words in quotes', 'Fix $1: $2', `"a b" 'c d'`, 'Fix a b: c d'],
    ['words counted from 0', 'Fix $0: $1', 'a b', 'Fix a: b'],
    ['words by index', 'Fix $ARGUMENTS[0]: $ARGUMENTS[1]', 'a b', 'Fix a: b'],
    ['a word that is not there', 'Fix $1 $2', 'a', 'Fix a $2'],
    ['money', '$1 costs $10, $1.50 or \x24{1}', 'tea', 'tea costs $10, $1.50 or \x24{1}'],
    ['what stands behind a backslash', '\\$1 \\$ARGUMENTS $1', 'a', '$1 $ARGUMENTS a'],
    ['a value with placeholders', '$ARGUMENTS $2', 'a $1', 'a $1 $1'],
  ])('has its arguments filled in: %s', (_, text, input, expected) => {
    expect(fill(text, input)).toEqual([expected]);
  });

  it('has no value without an input', () => {
    expect(renderPrompt(command('Fix $1'), {})).toMatchObject({
      messages: [{ content: 'Fix $1' }],
      unknown: ['input'],
    });
    expect(renderPrompt(command('Fix it'), {}).unknown).toEqual([]);
  });

  it('is known by its folder, and by keys of its front matter', () => {
    for (const path of ['.claude/commands/fix.md', 'x/.codex/prompts/fix.md', '.opencode/command/fix.md']) {
      expect(command('Fix $1', path)).toMatchObject({
        dialect: 'arguments',
        guesses: [{ message: expect.stringMatching(/command of a coding agent: \$ARGUMENTS is the input/) }],
      });
    }
    for (const key of ['argument-hint: "[number]"', 'allowed-tools: Read']) {
      expect(read(`---\n${key}\n---\nFix $1`, 'commands/fix.md').dialect).toBe('arguments');
    }
    expect(read('Fix $1', 'commands/fix.md').dialect).toBe('mustache');
  });

  it('is read as ours where it uses our variables, in code only as text', () => {
    expect(command('Fix {{input}} $1')).toMatchObject({ dialect: 'mustache', guesses: [] });
    expect(command('Fix $1: `gh pr list --template "{{title}}"` and \x24{{ secrets.TOKEN }}').dialect).toBe(
      'arguments',
    );
  });

  it('is told what it would read and run, and nothing of it is', () => {
    const { warnings } = command('Fix $1. First run !`git status`. See @docs/README.md, not me@home.com or @types.');
    expect(warnings.map(({ message }) => message)).toEqual([
      '"!`git status`" looks like a shell command of Claude Code and is sent as it stands.',
      '"@docs/README.md" looks like a file that Claude Code would read and is sent as it stands.',
    ]);
  });

  it('has the texts around its arguments as literals', () => {
    expect(dialectOf('arguments').listLiterals('Fix $1 for \\$2')).toEqual(['Fix ', ' for $2']);
  });
});

describe('a prompt file of Copilot', () => {
  const copilot = (text: string, path = '.github/prompts/review.prompt.md') => read(text, path);

  it('has inputs, with or without what the editor shows', () => {
    const prompt = copilot('Review for \x24{input:focus:bugs, style} in \x24{input:scope}.');
    expect(prompt).toMatchObject({
      dialect: 'copilot',
      warnings: [],
      guesses: [{ message: '"\x24{input:focus:bugs, style}" is read as copilot, since no template is named.' }],
    });
    expect(renderPrompt(prompt, { focus: '\x24{input:scope}', scope: 'all' })).toMatchObject({
      messages: [{ role: 'user', content: 'Review for \x24{input:scope} in all.' }],
      unknown: [],
    });
    expect(renderPrompt(prompt, { focus: 'x' }).unknown).toEqual(['scope']);
  });

  it('is told what the editor alone would fill in', () => {
    const { warnings } = copilot('Review \x24{selection} of \x24{file} for \x24{input:focus}.');
    expect(warnings).toEqual([
      expect.objectContaining({
        message:
          '"\x24{selection}" looks like a variable of the editor and is sent as it stands (and 1 more of the kind).',
        hint: expect.stringContaining('\x24{input:selection}'),
      }),
    ]);
  });

  it('is read as ours where it uses our variables, or none', () => {
    expect(copilot('Review {{input}} for \x24{input:focus}')).toMatchObject({ dialect: 'mustache', guesses: [] });
    expect(copilot('Review it')).toMatchObject({ dialect: 'mustache', guesses: [] });
  });
});
