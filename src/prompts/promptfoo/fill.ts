import { collectProblems, type Problem, summariseProblems } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { dialectOf } from '../dialects.ts';
import { jinja } from '../jinja.ts';

/** The dialect of every template of a config: what promptfoo's own engine, Nunjucks, and Jinja have in common. */
export const promptfooDialect = jinja.name;

/** A filled value, or why a template in it cannot be filled, as a clause. */
export type Filled = { readonly value: Json } | { readonly fault: string };

/** Fills the texts of a value with a test's variables, in one pass. */
export function fillValue(value: Json, variables: JsonObject): Filled {
  const { render, findFaults, write } = dialectOf(promptfooDialect);
  const faults: string[] = [];
  const fill = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(fill);
    if (isJsonObject(node)) return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, fill(member)]));
    if (typeof node !== 'string') return node;
    const [fault] = findFaults(node);
    if (fault !== undefined) {
      faults.push(`has a template that cannot be read: ${fault.message.replace(/\.$/, '')}`);
      return node;
    }
    const problems: Problem[] = [];
    const rendered = collectProblems(problems, () => render(node, variables));
    if (rendered === null) {
      faults.push(`has a template that cannot be filled: ${summariseProblems(problems)}`);
      return node;
    }
    const [unknown] = rendered.unknown;
    if (unknown !== undefined) faults.push(`uses ${write(unknown)}, which its test does not have`);
    return rendered.value;
  };
  const filled = fill(value);
  const [fault] = faults;
  return fault === undefined ? { value: filled } : { fault };
}

/** A text as a check takes it for itself and not for a template. */
export function asLiteral(text: string): string {
  return text.replaceAll('{{', '\\{{');
}

/** A value whose texts are taken so. */
export function asLiterals(value: Json): Json {
  if (typeof value === 'string') return asLiteral(value);
  if (Array.isArray(value)) return value.map(asLiterals);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asLiterals(member)]));
}
