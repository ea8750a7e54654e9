import { isAbsolute } from 'node:path';
import { count, inCode } from '../../text/prose.ts';
import type { CaseReport } from '../case-report.ts';
import type { Report } from '../report.ts';
import { formatUsd } from '../words/numbers.ts';

/** The one thing to do about a verdict, as a sentence without its first capital; null where the report says it elsewhere, or nothing is to be done. */
export function adviseNext(report: Report): string | null {
  switch (report.verdict) {
    case 'fail':
      return adviseFail(report);
    case 'inconclusive':
      return adviseOpen(report);
    case 'invalid':
      return adviseInvalid(report);
    case 'pass':
      return isNotRun(report) ? adviseIdle(report) : null;
  }
}

/** True where nothing was asked, and nothing taken from what was answered before. */
export function isNotRun({ calls, cacheHits, retries, metrics }: Report): boolean {
  return calls + cacheHits + retries === 0 && metrics.length === 0;
}

/** What of the gate would shrink is for a person to accept, and is said of each. */
function adviseFail({ grounds, cases }: Report): string | null {
  const kinds = new Set(grounds.filter(({ verdict }) => verdict === 'fail').map(({ kind }) => kind));
  if (kinds.has('comparison') || kinds.has('threshold')) {
    const worst = cases.find(isBad);
    return worst === undefined
      ? 'mend the prompt; scores.jsonl of a report (--report DIR) has every score.'
      : `mend what broke, ${inCode(worst.case)} first.`;
  }
  return kinds.has('expense') ? 'make answers cheaper or faster, or have the limit raised on main.' : null;
}

/** True for a case that a person would have to mend. */
function isBad({ label }: CaseReport): boolean {
  return label !== 'better' && label !== 'improved';
}

/** What would settle it, and what that costs. */
function adviseOpen({ metrics, suites, costUsd, cacheHits }: Report): string | null {
  const open = metrics.filter(({ gates, verdict }) => gates && verdict === 'inconclusive');
  const more = Math.max(0, ...open.map(({ casesToSettle, cases }) => (casesToSettle ?? cases) - cases));
  if (more === 0) return null;
  const [suite, ...others] = suites.filter(({ status }) => status === 'run');
  const isKnown = others.length === 0 && suite !== undefined && suite.cases > 0 && cacheHits === 0;
  const cost = isKnown && costUsd !== null && costUsd > 0 ? (costUsd * more) / suite.cases : null;
  const price = cost === null ? '' : `, which costs about ${formatUsd(cost)} more a run`;
  return `add about ${count(more, 'case')} of the same kind${price}.`;
}

function adviseInvalid({ errors, metrics }: Report): string | null {
  const isInRepository = ({ path }: Report['errors'][number]) => path !== null && !isAbsolute(path);
  if (errors.some(isInRepository)) return 'mend what is named below; prompt-assay validate asks no model.';
  const isMissing = metrics.some(({ missingBaseline, missingCandidate }) => missingBaseline + missingCandidate > 0);
  return errors.length === 0 && isMissing ? 'run it again when the model answers.' : null;
}

function adviseIdle({ suites }: Report): string {
  return suites.length === 0
    ? 'prompt-assay init writes a first config.'
    : 'prompt-assay noise measures the prompts as they are, prompt-assay baseline stores their scores.';
}
