import type { Style } from './screen.ts';

/** Signs of one cell in every terminal, for those that take one or two. */
const signs: Readonly<Record<string, { readonly sign: string; readonly style: Style }>> = {
  '✅': { sign: '✓', style: 'green' },
  '❌': { sign: '✗', style: 'red' },
  '⚠️': { sign: '!', style: 'yellow' },
  '⛔': { sign: '!', style: 'yellow' },
};
const known = /✅|❌|⚠️|⛔/g;

/** Words of ours that may begin with a sign: the sign apart, a blank where there is none. */
export interface Signed {
  readonly sign: string;
  readonly style: Style | null;
  readonly words: string;
}

/** Takes the sign off words such as `❌ regression`; a dash alone is a sign. */
export function splitSign(words: string): Signed {
  const [found = ''] = known[Symbol.match](words) ?? [];
  const own = signs[found];
  if (own !== undefined && words.startsWith(found)) return { ...own, words: words.slice(found.length).trim() };
  return words === '–' ? { sign: '–', style: 'dim', words: '' } : { sign: ' ', style: null, words };
}

/** The same signs within words of ours, such as `✅ 4 of 5`. */
export function plainSigns(words: string): string {
  return words.replace(known, (sign) => signs[sign]?.sign ?? sign);
}
