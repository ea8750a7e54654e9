import type { TemplateDialect } from './dialect.ts';
import { findForeign } from './foreign.ts';
import { commandStyles } from './foreign-styles.ts';
import { lookUpText, splitLiterals } from './template.ts';

/** Behind a backslash it is text. A sum of money is no placeholder: `$10`, `$1.50`. */
const tokens = /\\\$(?=ARGUMENTS\b|\d)|(?<![\w$])\$(?:ARGUMENTS\[(\d)\]|(ARGUMENTS)\b|(\d)(?!\w|[.,]\d))/g;
const zero = /^\$(?:0|ARGUMENTS\[0\])/;
const maxToken = '$ARGUMENTS[0]'.length;
/** Words as a shell takes them: quotes hold one together. */
const words = /"([^"]*)"|'([^']*)'|(\S+)/g;

/**
 * Commands of coding agents: `$ARGUMENTS` is all that is written behind the command, the variable `input`; `$1` is its first word. Where a
 * text has `$0` or `$ARGUMENTS[0]`, words are counted from there. A word that is not there leaves its placeholder as it is written.
 */
export const slashCommand: TemplateDialect = {
  name: 'arguments',
  write: (name) => (name === 'input' ? '$ARGUMENTS' : `$${name}`),
  asText: 'Where it is text, write "\\$" for "$".',
  findVariables: (template) =>
    [...template.matchAll(tokens)].flatMap(({ 0: written, index }) =>
      written === '\\$' ? [] : [{ name: 'input', offset: index }],
    ),
  findFaults: () => [],
  findForeign: (template) => findForeign(template, commandStyles),
  render: (template, variables) => {
    const input = lookUpText('input', variables);
    const given = [...(input ?? '').matchAll(words)].map(
      ({ 1: double, 2: single, 3: bare }) => double ?? single ?? bare,
    );
    const uses = slashCommand.findVariables(template);
    const first = uses.some(({ offset }) => zero.test(template.slice(offset, offset + maxToken))) ? 0 : 1;
    const value = template.replace(tokens, (written, index?: string, all?: string, position?: string) => {
      if (written === '\\$') return '$';
      if (input === null) return written;
      if (all !== undefined) return input;
      return given[index === undefined ? Number(position) - first : Number(index)] ?? written;
    });
    return { value, unknown: input === null && uses.length > 0 ? ['input'] : [] };
  },
  listLiterals: (template) => splitLiterals(template, tokens, (written) => (written === '\\$' ? '$' : null)),
};
