import { canonicalJson } from '../json.ts';
import { escapeJson } from './unseen.ts';

/** A value as a line of a file: canonical JSON in which nothing hides, with its line break. */
export function renderJsonLine(value: unknown): string {
  return `${escapeJson(canonicalJson(value))}\n`;
}
