import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dialectOf, templateDialects } from '../../src/prompts/dialects.ts';
import { renderPrompt, variablesOf } from '../../src/prompts/render.ts';
import { resolvePrompt } from '../../src/prompts/resolve.ts';
import { renderValue } from '../../src/prompts/template.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

/** No word that a dialect has for something else. */
const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}_$/);

const filling = templateDialects.filter(({ findVariables, write }) => findVariables(write('a')).length > 0);

describe.each(filling.map((dialect) => [dialect.name, dialect] as const))('%s', (_, dialect) => {
  const use = dialect.write;

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 5 }), (names) => {
        const template = names.map((one) => `- ${use(one)}\n`).join('');
        expect(dialect.findFaults(template)).toEqual([]);
        expect(dialect.findVariables(template).map((found) => found.name)).toEqual(names);
        for (const { name: found, offset } of dialect.findVariables(template)) {
          expect(template.slice(offset)).toMatch(new RegExp(`^${use(found).replace(/[{}$]/g, '\\$&')}`));
        }
      }),
    );
  });

  it('never reads a value as a template', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = `${text}${use('b')}`;
        expect(dialect.render(`<${use('a')}>`, { a: value, b: 'x' })).toEqual({ value: `<${value}>`, unknown: [] });
      }),
    );
  });

  it('says an unknown name once', () => {
    const { value, unknown } = dialect.render(`${use('b')} ${use('a')} ${use('b')}`, { a: 4 });
    expect(unknown).toEqual(['b']);
    expect(value).toContain(' 4 ');
  });

  it('lists the texts between the variables', () => {
    expect(dialect.listLiterals(`Hi ${use('a')}, you`)).toEqual(['Hi ', ', you']);
  });

  it('never throws, whatever the text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('{', '}', '{{', '}}', '%', '#', 'a'), fc.string({ maxLength: 3 })));
    fc.assert(
      fc.property(text, (parts) => {
        const template = parts.join('');
        const faults = dialect.findFaults(template);
        for (const { offset } of faults) expect(offset).toBeLessThan(template.length);
        if (faults.length > 0) return;
        const { unknown } = dialect.render(template, {});
        const used = new Set(dialect.findVariables(template).map((found) => found.name));
        // In Jinja a condition answers for what is missing.
        expect(dialect.name === 'jinja' ? [...used] : unknown).toEqual([...used]);
        expect(unknown.every((one) => used.has(one))).toBe(true);
        dialect.listLiterals(template);
      }),
    );
  });
});

describe('none', () => {
  const none = dialectOf('none');
  const text = 'Keep {{a}}, {a}, \\{{ b }} and \x24{{ secrets.TOKEN }}';

  it('sends what is written', () => {
    expect(none.render(text, { a: 'x', b: 'y' })).toEqual({ value: text, unknown: [] });
    expect([none.findVariables(text), none.findFaults(text), none.findForeign(text)]).toEqual([[], [], []]);
    expect(none.listLiterals(text)).toEqual([text]);
  });

  it('fills in the input where a message is nothing else, as behind a system file', () => {
    const prompt = parsePrompt({ path: 'a.system.md', text: `---\ntemplate: none\n---\n${text}` });
    const input = 'what {{a}} is';
    expect(renderPrompt(prompt, { input })).toEqual({
      messages: [
        { role: 'system', content: text },
        { role: 'user', content: input },
      ],
      unknown: [],
    });
    expect(renderPrompt(prompt, {}).unknown).toEqual(['input']);
    expect(variablesOf(prompt)).toEqual(['input']);
    expect(none.listLiterals('{{input}}').join('')).toBe('');
    expect(none.findVariables('See {{input}}')).toEqual([]);
  });
});

describe('a backslash before braces', () => {
  const { render, findVariables, listLiterals } = dialectOf('mustache');

  it.each([
    ['text', '\\{{a}}', '{{a}}', []],
    ['text beside a variable', '\x24{\\{{ secrets.TOKEN }} {{a}}', '\x24{{{ secrets.TOKEN }} x', ['a']],
    ['a tag of another language', '\\{{#if a}}{{a}}\\{{/if}}', '{{#if a}}x{{/if}}', ['a']],
    ['two: a backslash and the variable', 'C:\\\\{{a}}', 'C:\\x', ['a']],
    ['no braces behind it', '\\{a} \\n {{a}}', '\\{a} \\n x', ['a']],
  ])('makes them %s', (_, template, value, names) => {
    expect(render(template, { a: 'x' })).toEqual({ value, unknown: [] });
    expect(findVariables(template).map(({ name: found }) => found)).toEqual(names);
    for (const { offset } of findVariables(template)) expect(template.slice(offset)).toMatch(/^\{\{a\}\}/);
    expect(listLiterals(template).join('x')).toBe(value);
  });

  it('is never filled in from a value', () => {
    expect(render('{{a}}', { a: '\\{{b}}', b: 'x' }).value).toBe('\\{{b}}');
  });

  it('holds in what a check expects, too', () => {
    expect(renderValue(['\\{{a}} is {{a}}'], { a: 1 })).toEqual({ value: ['{{a}} is 1'], unknown: [] });
  });
});

describe('the dialect of a prompt', () => {
  const defaults = { id: 'm', api: 'chat', parameters: {} } as const;
  const files = [
    ['a.md', '---\ntemplate: mustache\n---\nHi'],
    ['a.prompt.yml', 'template: mustache\nmessages:\n  - role: user\n    content: Hi\n'],
  ] as const;

  it.each(files)('is named in the file: %s', (path, text) => {
    expect(parsePrompt({ path, text })).toMatchObject({ dialect: 'mustache', warnings: [] });
  });

  it.each(files)('is a mistake where there is no such dialect: %s', (path, text) => {
    expect(() => parsePrompt({ path, text: text.replace('mustache', 'mustach') })).toThrow(
      /"template" names the unknown dialect "mustach". Did you mean "mustache"\?/,
    );
  });

  it('changes no version where it is the default, named or not', () => {
    const versions = ['Hi {{a}}', '---\ntemplate: mustache\n---\nHi {{a}}'].map(
      (text) => resolvePrompt(parsePrompt({ path: 'a.md', text }), defaults).version,
    );
    expect(versions).toEqual(['pv-8a212b00f668', 'pv-8a212b00f668']);
  });
});
