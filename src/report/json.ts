import { canonicalJson, contentHash, isJsonObject, type Json } from '../json.ts';
import { redactReport } from './redact.ts';
import type { Report } from './report.ts';

/** `results.json`: the report as canonical JSON with `sha256`, the hash of the same JSON without that member. */
export function renderResultsJson(report: Report): string {
  const shown = redactReport(report);
  return `${canonicalJson({ ...shown, sha256: contentHash(shown) })}\n`;
}

/** True where the text is a `results.json` whose hash fits its content. */
export function isIntactResults(text: string): boolean {
  try {
    const value = JSON.parse(text) as Json;
    if (!isJsonObject(value)) return false;
    const { sha256, ...rest } = value;
    return sha256 === contentHash(rest);
  } catch {
    return false;
  }
}
