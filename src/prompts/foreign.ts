import { findCode } from './code-spans.ts';
import type { ForeignText } from './dialect.ts';

/** How one tool writes what it fills in. */
export interface ForeignStyle extends Pick<ForeignText, 'style' | 'certainty'> {
  /** Global; its first group is the name of a variable, where it has one. */
  readonly pattern: RegExp;
  /** True where the tool fills it in between the marks of code, too. */
  readonly inCode: boolean;
  hint(name: string | null): string;
}

/** The most of one style: more tell nothing new. */
const maxFound = 1000;

/** Finds what a template holds of other styles, in order. What stands in code, in a path or behind a word is text, unless a column is named so. */
export function findForeign(template: string, styles: readonly ForeignStyle[]): readonly ForeignText[] {
  const isCode = findCode(template);
  const found = styles.flatMap(({ style, pattern, certainty, inCode, hint }) =>
    takeMatches(template, pattern).flatMap(({ 0: written, 1: name = null, index }): readonly ForeignText[] => {
      const isDoubtful =
        (!inCode && isCode(index)) || (certainty === 'alone' && isInText(template, index, index + written.length));
      if (isDoubtful && name === null) return [];
      const text = { style, written, name, hint: hint(name), offset: index };
      return [{ ...text, certainty: isDoubtful ? 'named' : certainty }];
    }),
  );
  return found.sort((one, other) => one.offset - other.offset);
}

/** The matches of a global pattern, in order; at most 1000. */
export function takeMatches(template: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of template.matchAll(pattern)) if (found.push(match) === maxFound) break;
  return found;
}

/** True for a part of a path or of a name, and for a role of another markup: `/users/{id}`, `setup-{os}`, `{name}.md`, `` {ref}`x` ``. */
function isInText(template: string, from: number, to: number): boolean {
  return /[\w/}.-]/.test(template.charAt(from - 1)) || /^(?:[/_-]|\.\w|`[^`\s])/.test(template.slice(to, to + 2));
}
