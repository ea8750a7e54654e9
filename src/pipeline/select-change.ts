import type { Repository } from '../ports.ts';
import { type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import type { EvaluateRequest } from './evaluate-request.ts';
import { followLostPrompts } from './lost-prompts.ts';
import { readSides, type Sides } from './read-side.ts';

/** Both sides of a change, and the suites that it touches. */
export interface SelectedChange {
  readonly sides: Sides;
  readonly selections: readonly SuiteSelection[];
}

/** The most files that are said one by one. */
const maxListed = 10;

/** Reads both sides and finds out which suites the change touches, and what of the gate goes with it. */
export async function selectChange(repository: Repository, request: EvaluateRequest): Promise<SelectedChange> {
  const sides = await readSides(repository, request);
  const selected = selectSuites(sides.base, sides.candidate, sides.config, sides.decidingTree);
  const selections = await followLostPrompts(repository, sides.base, sides.candidate, selected);
  return { sides: { ...sides, notices: [...sides.notices, ...explainDropped(selections)] }, selections };
}

function explainDropped(selections: readonly SuiteSelection[]): readonly string[] {
  const paths = [...new Set(selections.flatMap(({ mayGate, dropped }) => (mayGate ? dropped : [])))].sort();
  const rest = paths.length - maxListed;
  return [
    ...paths.slice(0, maxListed).map((path) => `from this merge on ${path} is not gated: no suite matches it`),
    ...(rest > 0 ? [`from this merge on ${rest} more prompts are not gated`] : []),
  ];
}
