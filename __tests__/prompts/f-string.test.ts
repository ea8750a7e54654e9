import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../src/json.ts';
import { fString } from '../../src/prompts/f-string.ts';
import { explainUnknown, renderPrompt, variablesOf } from '../../src/prompts/render.ts';
import { resolvePrompt } from '../../src/prompts/resolve.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';
import { aConfigFile, aTree, tell } from '../pipeline/story.ts';

describe('an f-string', () => {
  it.each<[string, string, JsonObject, string]>([
    ['variables', '{a} {b_2}{c-d}', { a: 'x', b_2: 'y', 'c-d': 'z' }, 'x yz'],
    ['doubled braces', 'Answer as {{"label": "{a}"}}', { a: 'x' }, 'Answer as {"label": "x"}'],
    ['braces around a variable', '{{{a}}}', { a: 'x' }, '{x}'],
    ['what mustache would read', '{{a}} {{ a }}', { a: 'x' }, '{a} { a }'],
    ['values that are no text', '{a} {b}', { a: 4, b: [true, null] }, '4 [true,null]'],
    ['values with braces', '{a}', { a: '{{b}} {b} }' }, '{{b}} {b} }'],
  ])('is filled in: %s', (_, template, variables, expected) => {
    expect(fString.findFaults(template)).toEqual([]);
    expect(fString.render(template, variables)).toEqual({ value: expected, unknown: [] });
  });

  it('gives any text back whose braces are doubled', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ', '\n') }), (text) => {
        const template = text.replaceAll(/[{}]/g, '$&$&');
        expect(fString.findFaults(template)).toEqual([]);
        expect(fString.render(template, {})).toEqual({ value: text, unknown: [] });
        expect(fString.listLiterals(template)).toEqual([text]);
      }),
    );
  });

  it('has literal texts as they are sent', () => {
    expect(fString.listLiterals('{{"a": {b}}} {c}')).toEqual(['{"a": ', '} ', '']);
  });
});

describe('a prompt written as an f-string', () => {
  const markdown = (text: string) => ({ path: 'a.md', text: `---\ntemplate: f-string\n---\n${text}` });
  const yaml = (text: string) => ({
    path: 'a.prompt.yml',
    text: `template: f-string\nmessages:\n  - role: user\n    content: |\n      ${text}\n`,
  });

  it.each([
    ['an attribute', 'Hi {a.b}', /"\{a\.b\}" is no variable\. Write \{name\}, or double the braces/],
    ['an index', 'Hi {a[0]}', /"\{a\[0\]\}" is no variable/],
    ['a conversion', 'Hi {a!r}', /"\{a!r\}" is no variable/],
    ['a format', 'Hi {a:>8}', /"\{a:>8\}" is no variable/],
    ['a position', 'Hi {}', /"\{\}" is no variable/],
    ['a number', 'Hi {0}', /"\{0\}" is no variable/],
    ['blanks', 'Hi { a }', /"\{ a \}" is no variable/],
    ['an open brace', 'Hi { a', /has a single "\{"/],
    ['a closing brace', 'Hi a }', /has a single "\}"/],
  ])('is a mistake with its place: %s', (_, text, message) => {
    for (const [file, place] of [
      [markdown(text), /^a\.md:4:\d+ /],
      [yaml(text), /^a\.prompt\.yml:5:1\d /],
    ] as const) {
      expect(() => parsePrompt(file)).toThrow(message);
      expect(() => parsePrompt(file)).toThrow(place);
    }
  });

  it.each([
    ['Markdown', markdown('Hi {name} {{x}} {nam}'), 4, 17],
    ['GitHub Models', yaml('Hi {name} {{x}} {nam}'), 5, 23],
  ])('is asked about what it uses, in its own spelling: %s', (_, file, line, column) => {
    const prompt = parsePrompt(file);
    expect(variablesOf(prompt)).toEqual(['name', 'nam']);
    const { unknown } = renderPrompt(prompt, { name: 'x' });
    expect(explainUnknown(prompt, unknown, ['name'])).toEqual([
      expect.objectContaining({ line, column, message: '{nam} has no value.' }),
    ]);
  });

  it('is followed by its input where it is a system message by its name', () => {
    const { messages } = parsePrompt({ path: 'a.system.md', text: 'Be kind' }, 'f-string');
    expect(messages).toContainEqual({ role: 'user', content: '{input}' });
  });

  it('has another version than the same text in another dialect', () => {
    const versions = ['mustache', 'f-string'].map(
      (dialect) =>
        resolvePrompt(parsePrompt({ path: 'a.md', text: 'Hi' }, dialect), { id: 'm', api: 'chat', parameters: {} })
          .version,
    );
    expect(new Set(versions).size).toBe(2);
  });
});

describe('a suite of f-strings', () => {
  const suite = aConfigFile({ suite: '    template: f-string' });

  it('asks with the variables of its rows', async () => {
    const files = (text: string) => aTree({ 'prompt-assay.yml': suite, 'prompts/triage.prompt.yml': aPrompt(text) });
    const { report, calls } = await tell({ base: files('v1 {input}'), candidate: files('v2 {input}') });
    expect(report.verdict).toBe('pass');
    expect(calls.map(({ request }) => request.messages[0]?.content)).toContain('v2 question q-007');
  });

  it('reads each side in the dialect that its own config names', async () => {
    const base = aTree({ 'prompts/triage.prompt.yml': aPrompt('v1 {{input}}') });
    const candidate = aTree({ 'prompt-assay.yml': suite, 'prompts/triage.prompt.yml': aPrompt('v1 {input}') });
    const { report, calls } = await tell({ base, candidate });
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(report.title).toContain('The requests are the same');
    expect(calls).toEqual([]);
  });
});

function aPrompt(content: string): string {
  return `name: triage\nmessages:\n  - role: user\n    content: "${content}"\n`;
}
