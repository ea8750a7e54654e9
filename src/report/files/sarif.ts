import { writeJson } from '../../json.ts';
import { escapeJson } from '../../text/unseen.ts';
import type { Report } from '../report.ts';
import { type Finding, listFindings, type Severity } from './findings.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels: Readonly<Record<Severity, 'error' | 'warning'>> = { critical: 'error', major: 'error', minor: 'warning' };

/** The findings as SARIF 2.1.0: results at their lines, a rule for each metric; what is about no file is a notification of the run. */
export function renderSarif(report: Report): string {
  const findings = listFindings(report);
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const run = {
    tool: { driver: { name: 'Prompt Assay', version: report.toolVersion, rules: rules.map((id) => ({ id })) } },
    invocations: [
      {
        executionSuccessful: report.verdict !== 'invalid',
        toolExecutionNotifications: findings
          .filter(({ place }) => place === null)
          .map(({ severity, message }) => ({ level: levels[severity], message: { text: message } })),
      },
    ],
    results: findings.flatMap((finding) => buildResult(finding, rules.indexOf(finding.rule))),
  };
  return `${escapeJson(writeJson({ $schema: schema, version: '2.1.0', runs: [run] }, 2))}\n`;
}

function buildResult({ rule, severity, message, place, fingerprint }: Finding, ruleIndex: number) {
  if (place === null) return [];
  const region = { startLine: place.line, ...(place.column !== null && { startColumn: place.column }) };
  const artifactLocation = { uri: encodePath(place.path), uriBaseId: '%SRCROOT%' };
  return [
    {
      ruleId: rule,
      ruleIndex,
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      // By this name GitHub tells whether it knows a result already.
      partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
    },
  ];
}

function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
