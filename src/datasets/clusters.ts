import { buildProblem, type Problem } from '../errors.ts';
import { hintKnown, quoteName, throwProblems } from '../text/problems.ts';
import { type Case, clusterOf } from './case.ts';
import { joinEqual } from './join-equal.ts';

/** The cluster of every case by its id; null without `clusterBy`. Throws a UserError that lists the rows without a cluster: alone they would count as independent evidence. */
export function clustersOf(cases: readonly Case[], clusterBy: string | null): ReadonlyMap<string, string> | null {
  if (clusterBy === null) return null;
  const clusters = new Map<string, string>();
  const problems: Problem[] = [];
  for (const testCase of cases) {
    const cluster = clusterOf(testCase, clusterBy);
    if (cluster !== null) clusters.set(testCase.id, cluster);
    else {
      const message = `has no ${quoteName(clusterBy)}, the column that "cluster-by" names.`;
      const hint = `Fill it in, or change "cluster-by". ${hintKnown(clusterBy, Object.keys(testCase.variables))}`;
      problems.push(buildProblem(message, hint, testCase.where));
    }
  }
  throwProblems(joinEqual(problems));
  return clusters;
}
