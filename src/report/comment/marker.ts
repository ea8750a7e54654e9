import type { Json } from '../../json.ts';
import { canonicalJson, parseJson } from '../../json.ts';
import { escapeCommentJson } from '../escape.ts';

const recordStart = '<!-- prompt-assay:record ';

/** The hidden first line by which a comment is found again; the key is percent-encoded, so that it cannot end the HTML comment. */
export function renderMarker(commentKey: string): string {
  return `<!-- prompt-assay:comment key=${encodeURIComponent(commentKey.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('--', '-%2D')} -->`;
}

/** The hidden line that holds what a later run must know: keys, verdict, attempts. */
export function renderRecord(record: Json): string {
  return `${recordStart}${escapeCommentJson(canonicalJson(record))} -->`;
}

/** The record of a comment's body, or null where it has none or a broken one. Only the line right below the marker counts. */
export function parseRecord(body: string): Json | null {
  const [marker, line] = body.split(/\r?\n/, 2);
  if (marker === undefined || line === undefined) return null;
  if (!marker.startsWith('<!-- prompt-assay:comment ') || !line.startsWith(recordStart) || !line.endsWith(' -->')) {
    return null;
  }
  return parseJson(line.slice(recordStart.length, -' -->'.length)) ?? null;
}

/** A comment's body with another record in place of its own. */
export function replaceRecord(body: string, record: Json): string {
  const [marker = '', line = '', ...rest] = body.split(/\r?\n/);
  return [marker, renderRecord(record), ...(line.startsWith(recordStart) ? [] : [line]), ...rest].join('\n');
}
