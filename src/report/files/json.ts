import { contentHash } from '../../json.ts';
import { renderJsonLine } from '../../text/json-line.ts';
import { redactReport } from '../redact.ts';
import type { Report } from '../report.ts';

/** `results.json`: the report as canonical JSON with `sha256`, the hash of the canonical JSON without that member. */
export function renderResultsJson(report: Report): string {
  const shown = redactReport(report);
  return renderJsonLine({ ...shown, sha256: contentHash(shown) });
}
