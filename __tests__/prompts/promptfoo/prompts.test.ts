import { describe, expect, it } from '@jest/globals';
import { explainUnknown, renderPrompt } from '../../../src/prompts/render.ts';
import { type Files, problemsOf, readConfig, readOnly } from './read-config.ts';

const contentsOf = (text: string, others: Files = {}) =>
  readConfig(text, others).map(({ messages }) =>
    messages.map(({ role, content }) => `${role}: ${content}`).join(' | '),
  );
const keysOf = (text: string, others: Files = {}) => readConfig(text, others).map(({ key }) => key);

describe('the prompts of a promptfoo config', () => {
  it.each<[string, string, Files, readonly string[]]>([
    ['texts', 'prompts: ["Hi {{x}}", "Ho {{x}}"]', {}, ['user: Hi {{x}}', 'user: Ho {{x}}']],
    ['one text', 'prompts: Hi {{x}}', {}, ['user: Hi {{x}}']],
    ['a text of several lines', 'prompts:\n  - |\n    Hi\n\n    {{x}}\n', {}, ['user: Hi\n\n{{x}}']],
    ['a mapping', 'prompts: [{id: a, label: A, raw: "Hi {{x}}"}]', {}, ['user: Hi {{x}}']],
    [
      'a chat in JSON',
      `prompts: ['[{"role": "system", "content": "Be {{x}}"}, {"role": "user", "content": {{ q | dump }}}]']`,
      {},
      ['system: Be {{x}} | user: {{q}}'],
    ],
    [
      'a chat in YAML',
      'prompts:\n  - |\n    - role: system\n      content: Be {{x}}\n    - role: user\n      content: Hi\n',
      {},
      ['system: Be {{x}} | user: Hi'],
    ],
    ['a chat as a list', 'prompts:\n  - - {role: user, content: Hi}\n', {}, ['user: Hi']],
    [
      'a file of several',
      'prompts: [file://p.txt]',
      { 'evals/p.txt': 'One\n---\nTwo\nlines\n---\n' },
      ['user: One', 'user: Two\nlines'],
    ],
    ['a path', 'prompts: [p/a.md]', { 'evals/p/a.md': '# A\n\n---\n\nB' }, ['user: # A\n\n---\n\nB']],
    ['a file elsewhere', 'prompts: [file://../a.txt]', { 'a.txt': 'A' }, ['user: A']],
    ['a glob', 'prompts: [file://p/*.txt]', { 'evals/p/b.txt': 'B', 'evals/p/a.txt': 'A' }, ['user: A', 'user: B']],
    [
      'a chat in a JSON file',
      'prompts: [file://c.json]',
      { 'evals/c.json': '[{"role": "user", "content": "Hi"}]' },
      ['user: Hi'],
    ],
    [
      'a chat in a YAML file',
      'prompts: [file://c.yaml]',
      { 'evals/c.yaml': '- role: user\n  content: Hi' },
      ['user: Hi'],
    ],
    [
      'a list in a YAML file',
      'prompts: file://c.yaml',
      { 'evals/c.yaml': '- Hi\n- file://a.txt', 'evals/a.txt': 'A' },
      ['user: Hi', 'user: A'],
    ],
    [
      'rows of CSV',
      'prompts: [file://p.csv]',
      { 'evals/p.csv': 'prompt,label\n"Hi, {{x}}",a\nHo,b\n' },
      ['user: Hi, {{x}}', 'user: Ho'],
    ],
    [
      'lines of JSON Lines',
      'prompts: [file://p.jsonl]',
      { 'evals/p.jsonl': 'Hi\n[{"role": "user", "content": "Ho"}]\n' },
      ['user: Hi', 'user: Ho'],
    ],
    ['paths with labels', 'prompts: {p.txt: first}', { 'evals/p.txt': 'A' }, ['user: A']],
    ['a text that only begins as a list', 'prompts: ["[note] {{x}}"]', {}, ['user: [note] {{x}}']],
  ])('are %s', (_, text, others, expected) => {
    expect(contentsOf(text, others)).toEqual(expected);
  });

  it('have names that a config can choose them by', () => {
    const text = 'prompts:\n  - Hi\n  - {label: "a/b #1", raw: Ho}\n  - file://p.txt\nproviders: [openai:m]';
    expect(keysOf(text, { 'evals/p.txt': 'A\n---\nB' })).toEqual(['prompt 1', 'a-b-1', 'p.txt 1', 'p.txt 2']);
    expect(keysOf('prompts: [Hi]\nproviders: [openai:m]')).toEqual([null]);
    expect(keysOf('prompts: [Hi]\nproviders: [openai:a, {id: "groq:b/c", label: B}, openai:a]')).toEqual([
      'prompt 1 (a)',
      'prompt 1 (B)',
      'prompt 1 (a) 2',
    ]);
  });

  it('are templates of what Nunjucks and Jinja have in common', () => {
    const text = 'prompts: ["{% if loud %}{{ x | upper }}{% else %}{{ x | dump }}{% endif %}"]';
    const rendered = (loud: boolean) => renderPrompt(readOnly(text), { x: 'hi {{y}}', loud }).messages[0]?.content;
    expect([rendered(true), rendered(false)]).toEqual(['HI {{Y}}', '"hi {{y}}"']);
    const others = { 'evals/p.txt': 'Hi\n{{ x | load }}' };
    expect(problemsOf('prompts: [file://p.txt]', others)).toEqual([
      expect.stringMatching(/^evals\/p\.txt:2:\d+ uses the unknown filter "load"\./),
    ]);
  });

  it('say where a variable stands, in the file that holds it', () => {
    const place = (text: string, others: Files = {}) => {
      const prompt = readOnly(text, others);
      const [problem] = explainUnknown(prompt, renderPrompt(prompt, {}).unknown, []);
      return `${problem?.path}:${problem?.line}:${problem?.column}`;
    };
    expect(place('prompts:\n  - |\n    Hi\n    to {{x}}\n')).toBe('evals/promptfooconfig.yaml:4:8');
    expect(place("prompts: ['Hi {{x}}']")).toBe('evals/promptfooconfig.yaml:1:15');
    expect(place('prompts: [file://p.txt]', { 'evals/p.txt': '\nHi\n{{x}}' })).toBe('evals/p.txt:3:1');
    const chat = '[\n  {"role": "user",\n   "content": "Hi {{x}}"}\n]';
    expect(place('prompts: [file://c.json]', { 'evals/c.json': chat })).toBe('evals/c.json:3:19');
  });

  it.each<[string, string, Files, string]>([
    ['prompts: [file://p.py]', 'code', {}, ':1:11 "file://p.py" is code.'],
    [
      'prompts: ["exec:run me"]',
      'a program',
      {},
      ':1:11 "exec:run me" stands for something that is fetched or run (exec).',
    ],
    [
      'prompts: [file://p.txt]',
      'a file that is not there',
      {},
      ':1:11 reads "evals/p.txt", which does not exist. Correct the path',
    ],
    ['prompts: [p/*.txt]', 'a glob of nothing', {}, ':1:11 reads "evals/p/*.txt", which matches no file.'],
    [
      'prompts: [file://../../p.txt]',
      'a path that leaves',
      {},
      ':1:11 "file://../../p.txt" does not stay inside the repository.',
    ],
    ['prompts: ["*/*/*/*/*.txt"]', 'many wildcards', {}, ':1:11 "*/*/*/*/*.txt" has more than 4 wildcards.'],
    [
      'prompts: [file://c.json]',
      'a chat by a loop',
      { 'evals/c.json': '[{% for m in x %}{"role": "user"}{% endfor %}]' },
      'evals/c.json:1:1 looks like a chat in JSON and is no JSON by itself.',
    ],
    ['prompts: ["  "]', 'nothing', {}, ':1:11 is a prompt without text.'],
    ['prompts: [{label: a}]', 'a name alone', {}, ':1:11 has neither "raw" nor "id".'],
    ['prompts: [7]', 'a number', {}, ':1:11 must be text or a mapping, not a number.'],
    ['tests: []\nproviders: []', 'absent', {}, ':1:1 has no prompts.'],
    ['redteam: {}', 'absent from a plan of attacks', {}, ':1:1 plans attacks ("redteam")'],
    [
      'prompts:\n  - - {role: robot, content: Hi}',
      'of an unknown role',
      {},
      ':2:8 "[0].role" has the unknown role "robot".',
    ],
  ])('are refused: %s (%s)', (text, _, others, expected) => {
    expect(problemsOf(text, others)).toContainEqual(expect.stringContaining(expected));
  });
});
