import { count } from '../../text/prose.ts';
import type { Report } from '../report.ts';
import { formatCount, formatDuration, formatUsd } from './numbers.ts';

/** Names of one reason that are told; the others are counted. */
const maxNamed = 3;

/** The run in one line without foreign text: calls, cache, errors, money, time. */
export function describeRun(report: Report): string {
  const answers = count(report.generationCalls, 'answer');
  const judged = report.judgeCalls > 0 ? `, ${count(report.judgeCalls, 'judgement')}` : '';
  const cost = report.costUsd === null ? 'cost unknown' : formatUsd(report.costUsd);
  return [
    `Run: ${count(report.calls, 'call')}${report.calls > 0 ? ` (${answers}${judged})` : ''}`,
    `${formatCount(report.cacheHits)} from cache`,
    report.retries > 0 ? count(report.retries, 'retry', 'retries') : '',
    report.budgetUsd === null || report.costUsd === null ? cost : `${cost} of ${formatUsd(report.budgetUsd)}`,
    `${formatCount(report.inputTokens)} tokens in, ${formatCount(report.outputTokens)} out`,
    formatDuration(report.durationMs),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Suites that did not run, as names, those of one reason together; of more than three the rest is counted. */
export function groupSkipped(
  suites: readonly { readonly name: string; readonly reason: string }[],
): readonly { readonly names: string; readonly reason: string }[] {
  const groups = new Map<string, string[]>();
  for (const { name, reason } of suites) {
    const names = groups.get(reason) ?? [];
    groups.set(reason, names);
    names.push(name);
  }
  return [...groups].map(([reason, names]) => {
    const rest = names.length - maxNamed;
    return {
      reason,
      names: `${names.slice(0, maxNamed).join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`,
    };
  });
}
