import { nameComparison } from '../../gate/reason.ts';
import { parseJson } from '../../json.ts';
import { count, inCode } from '../../text/prose.ts';
import type { CauseReport, MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { shortenNames } from './short-names.ts';

const mostTold = 3;

const ends = {
  refused: 'the answer is a refusal',
  empty: 'the answer is empty',
  truncated: 'the answer is cut off at the token limit',
  missing: 'no answer came',
} as const;

/** What the cases that broke in a metric have in common, as a clause with names in code style: ``13 of 15 broken cases: `refund` → `billing`; 11 are tagged `refund` ``. Null where nothing stands out. */
export function describeCauses({ causes, pattern }: Pick<MetricReport, 'causes' | 'pattern'>): string | null {
  const trait = readPattern(pattern);
  const [first, ...others] = causes;
  if (first === undefined) return trait && `${countBroken(trait.cases, trait.of)} ${trait.words}`;
  const told = [
    `${countBroken(first.cases, first.of)}: ${describeWhat(first.what)}`,
    ...others.map((cause) => `${cause.cases}: ${describeWhat(cause.what)}`),
  ].join('; ');
  if (trait === null || isTold(trait.name, causes)) return told;
  // Below a threshold there may be more broken cases than got worse.
  if (trait.of !== first.of) return `${told}; ${trait.cases} of the ${trait.of} that got worse ${trait.words}`;
  return `${told}; ${trait.cases === trait.of ? 'all' : trait.cases} ${trait.words}`;
}

/** The same of the comparisons that fail, or of those that are open where none does: of the three with the most broken cases, in their order; a metric is named where there are several. */
export function describeReportCauses({ metrics }: Pick<Report, 'metrics'>): readonly string[] {
  const gating = metrics.filter(({ gates }) => gates);
  const failing = gating.filter(({ verdict, belowMinScore }) => verdict === 'fail' || belowMinScore);
  const open = gating.filter(({ verdict, measuresNothing }) => verdict === 'inconclusive' && !measuresNothing);
  const told = failing.length > 0 ? failing : open;
  const named = shortenNames(told).flatMap((metric, index) => {
    const cause = describeCauses(metric);
    const name = told.length > 1 ? `${nameComparison(metric)}: ` : '';
    return cause === null ? [] : [{ text: name + cause, broken: told[index]?.causes[0]?.of ?? metric.worse }];
  });
  const most = [...named].sort((a, b) => b.broken - a.broken).slice(0, mostTold);
  return named.filter((one) => most.includes(one)).map(({ text }) => text);
}

function countBroken(cases: number, of: number): string {
  if (cases === of && of === 2) return 'both broken cases';
  return cases === of ? `all ${count(of, 'broken case')}` : `${cases} of ${count(of, 'broken case')}`;
}

function describeWhat(what: CauseReport['what']): string {
  if (what.kind === 'answer') {
    const to = showText(what.to);
    return what.from === null ? `${to} whatever was expected` : `${showText(what.from)} → ${to}`;
  }
  return what.kind === 'reason' ? describeReason(what.reason) : ends[what.kind];
}

function showText(text: string): string {
  return text.trim() === '' ? 'an empty text' : inCode(text);
}

/** A check's own words; what a schema's validator says of a missing property is turned into ours. */
function describeReason(reason: string): string {
  const plain = reason.replaceAll('`', "'");
  const [, place, property] = /^(.+) must have required property '(.+)'$/.exec(plain) ?? [];
  if (place === undefined || property === undefined) return plain.replace(/(?<!\S)\/[^\s,;:"']+/g, inCode);
  return `required property ${inCode(property)} is missing${place === 'the output' ? '' : ` at ${inCode(place)}`}`;
}

interface Trait {
  readonly cases: number;
  readonly of: number;
  readonly words: string;
  readonly name: string;
}

function readPattern(pattern: string | null): Trait | null {
  const [, cases, of, verb, quote] = /^(\d+) of the (\d+) (are tagged|expect) (".*")$/s.exec(pattern ?? '') ?? [];
  if (quote === undefined) return null;
  const name = String(parseJson(quote) ?? quote);
  return { cases: Number(cases), of: Number(of), name, words: `${verb} ${inCode(name)}` };
}

/** What was expected of these cases stands in the cause. */
function isTold(name: string, causes: readonly CauseReport[]): boolean {
  return causes.some(({ what }) => what.kind === 'answer' && what.from === name);
}
