import { buildProblem, type Problem, UserError, type Where } from '../errors.ts';
import { listKnown, quoteName, suggestName } from '../text/problems.ts';
import type { SuppliedFiles, SuppliedOutput, SuppliedSide } from './supplied.ts';

/** What outputs are held against before anything is known of the rows. */
export interface SupplyFacts {
  /** The suites that each side's own config has; those that another mode judges are not among them. Either side may answer all. */
  readonly suites: { readonly [side in SuppliedSide]: readonly string[] };
  /** The commits that a side's outputs may say they were made of; empty where that is not known. */
  readonly commits: { readonly [side in SuppliedSide]: readonly string[] };
}

/** The suites of both sides, each once. */
export function listSuites({ suites }: SupplyFacts): readonly string[] {
  return [...new Set([...suites.baseline, ...suites.candidate])];
}

/** The suite of an output that names none: the only one that its side's config has, which knows nothing of those that the other side adds. Null where there are several. */
export function onlySuite(facts: SupplyFacts, side: SuppliedSide): string | null {
  const own = facts.suites[side].length > 0 ? facts.suites[side] : listSuites(facts);
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** Throws a UserError where one file is given for both sides: nothing would ever differ. */
export function refuseSameFile({ baseline, candidate }: SuppliedFiles): void {
  if (baseline === null || baseline.path !== candidate?.path) return;
  const where = { path: baseline.path, line: null, column: null };
  throw UserError.of('is given for both sides.', "Write the base's outputs to a file of their own.", where);
}

/** What is wrong with whose output one is. */
export function listFaults(
  { suite, commit }: SuppliedOutput,
  facts: SupplyFacts,
  side: SuppliedSide,
  where: Where,
): readonly Problem[] {
  const faults: Problem[] = [];
  const own = facts.commits[side];
  const suites = listSuites(facts);
  if (commit !== null && own.length > 0 && !own.some((one) => isSameCommit(one, commit))) {
    const names = [...new Set(own)].map((one) => one.slice(0, 12)).join(' or ');
    const message = `was made of commit ${quoteName(commit)}, and the ${side} is ${names}.`;
    faults.push(buildProblem(message, 'Make the outputs in this job, of the commits that are judged.', where));
  }
  if (suite === null && onlySuite(facts, side) === null) {
    faults.push(buildProblem('"suite" is missing.', `There are several: ${suites.map(quoteName).join(', ')}.`, where));
  }
  if (suite !== null && !suites.includes(suite)) {
    const near = suggestName(suite, suites);
    const hint = near === null ? listKnown(suites) : `Did you mean ${quoteName(near)}?`;
    faults.push(buildProblem(`is of the unknown suite ${quoteName(suite)}.`, hint, where));
  }
  return faults;
}

/** A short id stands for a long one from seven digits on. */
function isSameCommit(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 7 && long.startsWith(short);
}

/** The mistake of a sample that is there already. */
export function explainDouble(id: string, sample: number, first: number | null, where: Where): Problem {
  const place = first === null ? '' : `: the first is at line ${first}`;
  const message = `is sample ${sample} of case ${quoteName(id)} a second time${place}.`;
  return buildProblem(message, 'Write each sample once, and count them from 0.', where);
}

/** The mistake of an output that answers no row. */
export function explainUnknownCase(id: string, known: readonly string[], where: Where): Problem {
  const near = suggestName(id, known);
  const hint = near === null ? 'Write the id of a row of the dataset.' : `Did you mean ${quoteName(near)}?`;
  return buildProblem(`is of the unknown case ${quoteName(id)}.`, hint, where);
}
