import { fString } from './f-string.ts';
import { mustache } from './mustache.ts';
import { none } from './none.ts';

/** A text as a template of a dialect that renders it word for word; null where the dialect may read something in it. */
export function quoteText(dialect: string, text: string): string | null {
  if (dialect === none.name || !/[{}]/.test(text)) return text;
  if (dialect === fString.name) return text.replace(/[{}]/g, '$&$&');
  if (dialect !== mustache.name || text.includes('\\{{')) return null;
  return text.replaceAll('{{', '\\{{');
}
