import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { EvaluateRequest } from './evaluate-request.ts';

/** So many digits of a content key tell any two apart and leave room for others in a hidden line. */
const recordedDigits = 24;

/** A content key as a record keeps it. */
export function shortenKey(contentKey: string): string {
  return contentKey.slice(0, recordedDigits);
}

/** The recorded verdicts of the suites that a change affects, by suite. A verdict over some of the cases, or over none, answers another question. */
export function findRecorded(
  { recorded, part, dryRun }: EvaluateRequest,
  selections: readonly SuiteSelection[],
): ReadonlyMap<string, RecordedVerdict> {
  if (part !== null || dryRun) return new Map();
  const found = selections.flatMap(({ affected, suite, contentKey }) => {
    const own = recorded.find(({ suite: name, key }) => name === suite.name && key === shortenKey(contentKey));
    return affected && own !== undefined ? [[suite.name, own] as const] : [];
  });
  return new Map(found);
}

/** Suites whose verdict stands need no run, and say why. */
export function leaveRecorded(
  selections: readonly SuiteSelection[],
  known: ReadonlyMap<string, RecordedVerdict>,
): readonly SuiteSelection[] {
  return selections.map((selection) => {
    const own = known.get(selection.suite.name);
    if (own === undefined) return selection;
    const reason = `the same content was judged before, at ${own.head.slice(0, 7)}: ${own.verdict}`;
    return { ...selection, affected: false, reason };
  });
}
