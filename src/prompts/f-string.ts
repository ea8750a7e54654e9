import { quoteName } from '../text/problems.ts';
import type { TemplateDialect, TemplateFault } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { argumentStyles, doubledBraces, namedStyles } from './foreign-styles.ts';
import { lookUpText, splitLiterals } from './template.ts';

const braces = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
const plainName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The most faults of a template that are told. */
const maxFaults = 1000;

/**
 * `{name}`, and `{{` and `}}` for the braces themselves, as Python's `str.format` and LangChain's templates have them. What reaches into
 * a value or formats it (`{a.b}`, `{a[0]}`, `{a!r}`, `{a:>8}`), a position (`{}`, `{0}`) and a single brace are faults.
 */
export const fString: TemplateDialect = {
  name: 'f-string',
  write: (name) => `{${name}}`,
  asText: 'Where it is text, double its braces, or write "template: none" for the whole file.',
  findVariables: (template) =>
    [...template.matchAll(braces)].flatMap(({ 1: name, index }) =>
      name === undefined ? [] : [{ name, offset: index }],
    ),
  findFaults,
  findForeign: (template) => findForeign(template, [...argumentStyles, doubledBraces, ...namedStyles]),
  render: (template, variables) => {
    const unknown = new Set<string>();
    const value = template.replace(braces, (whole, name?: string) => {
      if (name === undefined) return whole.charAt(0);
      const found = lookUpText(name, variables);
      if (found === null) unknown.add(name);
      return found ?? whole;
    });
    return { value, unknown: [...unknown] };
  },
  listLiterals: (template) =>
    splitLiterals(template, braces, (whole, name) => (name === undefined ? whole.charAt(0) : null)),
};

function findFaults(template: string): readonly TemplateFault[] {
  const faults: TemplateFault[] = [];
  for (const match of template.matchAll(braces)) {
    if (faults.length === maxFaults) break;
    faults.push(...findFault(match));
  }
  return faults;
}

function findFault({ 0: whole, 1: name, index }: RegExpExecArray): readonly TemplateFault[] {
  if (name === undefined && whole.length === 2) return [];
  if (name !== undefined && plainName.test(name)) return [];
  const hint = 'Write {name}, or double the braces that are text: "{{" and "}}".';
  const message = name === undefined ? `has a single ${quoteName(whole)}.` : `${quoteName(whole)} is no variable.`;
  return [{ message, hint, offset: index }];
}
