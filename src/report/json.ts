import { canonicalJson, contentHash } from '../json.ts';
import { escapeJson } from '../text/unseen.ts';
import { redactReport } from './redact.ts';
import type { Report } from './report.ts';

/** `results.json`: the report as canonical JSON with `sha256`, the hash of the canonical JSON without that member. */
export function renderResultsJson(report: Report): string {
  const shown = redactReport(report);
  return `${escapeJson(canonicalJson({ ...shown, sha256: contentHash(shown) }))}\n`;
}
