import { type Problem, UserError } from '../errors.ts';
import type { Repository } from '../ports.ts';
import { isPromptPath } from '../prompts/recognise.ts';
import { type DeadSuite, findDeadSuites, isTouched, listChangedPaths, resolveLink } from '../select/dead-suites.ts';
import { type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import { quoteName } from '../text/problems.ts';
import { inCode, listFirst } from '../text/prose.ts';
import { standsAlone } from './discover.ts';
import { followLostPrompts } from './lost-prompts.ts';
import { findMissingFiles } from './missing-files.ts';
import { readFiles } from './read-files.ts';
import { type ChangeRequest, readSides, type Sides } from './sides.ts';

/** Both sides of a change, and the suites that it touches. */
export interface SelectedChange {
  readonly sides: Sides;
  readonly selections: readonly SuiteSelection[];
}

/** The most files that are said one by one. */
const maxListed = 10;

/** Reads both sides and finds out which suites the change touches, and what of the gate goes with it. Throws a UserError where it concerns a suite that would gate nothing once it is merged. */
export async function selectChange(repository: Repository, request: ChangeRequest): Promise<SelectedChange> {
  const { sides, selections: living } = await selectLiving(repository, await readSides(repository, request));
  const selections = await followLostPrompts(repository, sides.base, sides.candidate, living);
  const gated = (await isNothingGated(repository, sides, selections)) ? [] : selections;
  const notices = [
    ...sides.notices,
    ...explainDropped(gated),
    ...(gated.length === 0 && sides.brokenBase === null ? [explainUngated(sides)] : []),
  ];
  return { sides: { ...sides, notices }, selections: gated };
}

/** The suites that a change touches, whatever became of single prompts; those that gate nothing are named. Throws a UserError where the change concerns one of those. */
export async function selectLiving(repository: Repository, sides: Sides): Promise<SelectedChange> {
  const dead = await findUntouchedDead(repository, sides);
  const selected = selectSuites(sides.base, sides.candidate, sides.config, sides.decidingTree);
  const notices = dead.map(({ suite, reason }) => `suite ${quoteName(suite.name)} gates nothing: ${reason}`);
  return {
    sides: { ...sides, notices: [...sides.notices, ...notices] },
    selections: markDead(sides, selected, dead),
  };
}

/** The suites that gate nothing after the merge and that the change does not concern; throws for those that it does. */
async function findUntouchedDead(repository: Repository, { base, candidate }: Sides): Promise<readonly DeadSuite[]> {
  const dead = findDeadSuites(candidate);
  if (dead.length === 0) return [];
  const changed = listChangedPaths(base.tree, candidate.tree);
  const before = new Map(base.suites.map((suite) => [suite.name, suite]));
  const judged = await Promise.all(
    dead.map(async (one) => {
      const target = one.link === null ? null : await readTarget(repository, candidate.tree, one.link);
      return { one, touched: isTouched(one, before.get(one.suite.name) ?? null, changed, target) };
    }),
  );
  const problems = judged.flatMap(({ one: { suite, reason }, touched }) =>
    touched
      ? UserError.of(`suite ${quoteName(suite.name)} gates nothing: ${reason}.`, deadHint, suite.where).problems
      : [],
  );
  if (problems.length > 0) throw new UserError([...problems, ...(await findVainNames(repository, candidate))]);
  return judged.map(({ one }) => one);
}

/** What else the candidate's config names in vain, for the same telling. */
async function findVainNames(repository: Repository, { tree, config }: Side): Promise<readonly Problem[]> {
  if (config === null) return [];
  const files = await readFiles(repository, tree, [config.path]);
  return [...files.values()].flatMap((file) => findMissingFiles(file, tree));
}

const deadHint =
  'Correct its section (paths are relative to the config), commit the files themselves, or take the suite out.';

async function readTarget(repository: Repository, tree: Sides['base']['tree'], path: string): Promise<string | null> {
  const entry = tree.entries.get(path);
  if (entry?.mode !== '120000') return null;
  const bytes = (await repository.readBlobs([entry.hash])).get(entry.hash);
  return resolveLink(path, new TextDecoder().decode(bytes));
}

/** A suite that gates nothing after the merge has nothing to run; one that gated nothing on main says so. */
function markDead(
  { base, candidate }: Sides,
  selections: readonly SuiteSelection[],
  dead: readonly DeadSuite[],
): readonly SuiteSelection[] {
  const after = new Map(dead.map((one) => [one.suite.name, one]));
  const written = new Set(base.config?.suites.map(({ name }) => name));
  const own = { ...base, suites: base.suites.filter(({ name }) => written.has(name)) };
  const before = new Map(findDeadSuites(own).map((one) => [one.suite.name, one.reason]));
  const alive = new Set(candidate.suites.map(({ name }) => name));
  return selections.map((selection) => {
    const { name } = selection.suite;
    const dying = after.get(name);
    if (dying !== undefined) return { ...selection, affected: false, reason: `it gates nothing: ${dying.reason}` };
    return { ...selection, wasDead: alive.has(name) ? (before.get(name) ?? null) : null };
  });
}

/** Without a config prompt files that did not change were not read: where nothing else is gated, it matters whether any of them is. */
async function isNothingGated(
  repository: Repository,
  { base, candidate }: Sides,
  selections: readonly SuiteSelection[],
): Promise<boolean> {
  if (base.config !== null || candidate.config !== null || selections.some(({ affected }) => affected)) return false;
  // Most often the first will do; where none does, one by one each would be a request, or a process of git.
  for (let at = 0, count = 4; at < selections.length; at += count, count *= 4) {
    const some = selections.slice(at, at + count);
    const alone = await Promise.all(some.map(({ suite }) => standsAlone(repository, candidate.tree, suite.name, true)));
    if (alone.includes(true)) return false;
  }
  return true;
}

function explainUngated({ candidate }: Sides): string {
  const paths = [...candidate.tree.entries.keys()].filter(isPromptPath).sort();
  const what =
    paths.length === 0
      ? 'no file here looks like a prompt'
      : `${paths.length} ${paths.length === 1 ? 'file looks' : 'files look'} like a prompt: ${listFirst(paths, maxListed)}`;
  return `${what}. To gate one, write prompt-assay.yml with a suite for it, or put testData and evaluators into a *.prompt.yml`;
}

function explainDropped(selections: readonly SuiteSelection[]): readonly string[] {
  const paths = [...new Set(selections.flatMap(({ mayGate, dropped }) => (mayGate ? dropped : [])))].sort();
  const rest = paths.length - maxListed;
  return [
    ...paths.slice(0, maxListed).map((path) => `from this merge on ${inCode(path)} is not gated: no suite matches it`),
    ...(rest > 0 ? [`from this merge on ${rest} more prompts are not gated`] : []),
  ];
}
