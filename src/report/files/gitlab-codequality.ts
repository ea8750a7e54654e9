import { writeJson } from '../../json.ts';
import { escapeJson } from '../../text/unseen.ts';
import type { Report } from '../report.ts';
import { listFindings } from './findings.ts';

/** GitLab wants a path for everything; what is about no file stands where the settings are. */
const settingsPath = 'prompt-assay.yml';

/** The findings as GitLab's Code Quality report, a subset of CodeClimate's; an empty list where there are none. */
export function renderCodeQuality(report: Report): string {
  const entries = listFindings(report).map(({ rule, severity, message, place, fingerprint }) => ({
    description: message,
    check_name: `prompt-assay/${rule}`,
    fingerprint,
    severity,
    location: { path: place?.path ?? settingsPath, lines: { begin: place?.line ?? 1 } },
  }));
  return `${escapeJson(writeJson(entries, 2))}\n`;
}
