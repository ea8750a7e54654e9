import type { ScreenUse } from '../gate/renewal.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { VerdictRecord } from '../pipeline/evaluate-request.ts';
import type { Report } from '../report/report.ts';

const verdicts = ['pass', 'fail', 'inconclusive', 'invalid'] as const;

/** The verdict that a comment's hidden line keeps, or null where it has none that is whole. */
export function parseVerdictRecord(value: Json | null): VerdictRecord | null {
  if (!isJsonObject(value) || !isJsonObject(value.contentKeys)) return null;
  const { contentKeys, green, title, head } = value;
  const verdict = verdicts.find((word) => word === value.verdict);
  const keys = Object.entries(contentKeys).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (verdict === undefined || typeof green !== 'boolean' || typeof title !== 'string' || typeof head !== 'string')
    return null;
  return { contentKeys: Object.fromEntries(keys), verdict, green, title, head };
}

/** What a run leaves for the next one: the question, the verdict before anybody accepted it, and how often it was asked. */
export function buildVerdictRecord(report: Report, head: string, earlier: Json | null): Json {
  const attempts = isJsonObject(earlier) && typeof earlier.attempts === 'number' ? earlier.attempts : 0;
  const green = report.green && report.verdict !== 'fail';
  return {
    contentKeys: report.contentKeys,
    verdict: report.verdict,
    green,
    title: report.title,
    head,
    attempts: attempts + 1,
    screens: report.screenUses.map((use) => ({ ...use })),
  };
}

/** How the run behind a record used its stored baselines; empty for a record without any. */
export function parseScreenUses(value: Json | null): readonly ScreenUse[] {
  if (!isJsonObject(value) || !Array.isArray(value.screens)) return [];
  const screens: readonly Json[] = value.screens;
  return screens.flatMap((screen) => {
    if (!isJsonObject(screen) || typeof screen.baseline !== 'string') return [];
    const outcome = screen.outcome === 'fresh' ? 'fresh' : 'stored';
    return [{ baseline: screen.baseline, outcome }];
  });
}
