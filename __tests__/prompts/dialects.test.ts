import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { templateDialects } from '../../src/prompts/dialects.ts';
import { parsePrompt } from '../../src/prompts/formats.ts';
import { resolvePrompt } from '../../src/prompts/resolve.ts';

const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/);

describe.each(templateDialects.map((dialect) => [dialect.name, dialect] as const))('%s', (_, dialect) => {
  const use = dialect.write;

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 5 }), (names) => {
        const template = names.map((one) => `- ${use(one)}\n`).join('');
        expect(dialect.findFaults(template)).toEqual([]);
        expect(dialect.findVariables(template).map((found) => found.name)).toEqual(names);
        for (const { name: found, offset } of dialect.findVariables(template)) {
          expect(template.slice(offset)).toMatch(new RegExp(`^${use(found).replace(/[{}]/g, '\\$&')}`));
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

  it('keeps an unknown name as it is written, and says it once', () => {
    const template = `${use('b')} ${use('a')} ${use('b')}`;
    expect(dialect.render(template, { a: 4 })).toEqual({
      value: `${use('b')} 4 ${use('b')}`,
      unknown: ['b'],
    });
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
        expect(unknown).toEqual([...new Set(dialect.findVariables(template).map((found) => found.name))]);
        dialect.listLiterals(template);
      }),
    );
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
