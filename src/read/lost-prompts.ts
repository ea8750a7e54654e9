import { contentHash } from '../json.ts';
import type { Repository, Tree } from '../ports.ts';
import { isNamedAsOrigin, isSameName, isSameText, type PromptPair, pairPrompts } from '../prompts/pair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { addressOf } from '../prompts/resolve.ts';
import { buildChooser, buildMatcher, buildNamer, selectPaths } from '../select/globs.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { listDependencies, type Side } from '../select/side.ts';
import { findNamed, findSubstitutes, type LostPrompt } from './find-substitutes.ts';
import { readQuietly } from './read-quietly.ts';

/** A suite that may lose prompts, with those of main as they were and what became of them. */
interface Pairing {
  readonly selection: SuiteSelection;
  readonly before: readonly Prompt[];
  readonly pairs: readonly PromptPair[];
}

/** Follows the gated prompts that are gone: one that a prompt of another suite continues is compared with that one in its own suite; for each of the others it is found out whether something else comes in its place. */
export async function followLostPrompts(
  repository: Repository,
  base: Side,
  candidate: Side,
  selections: readonly SuiteSelection[],
): Promise<readonly SuiteSelection[]> {
  const kept = new Set(candidate.suites.flatMap(({ prompts }) => prompts));
  const losing = selections.filter(({ mayGate, suite, basePrompts }) => {
    const mayGo = buildDoubt(base.tree, candidate.tree, suite.prompts, kept);
    return mayGate && basePrompts.some(mayGo);
  });
  if (losing.length === 0) return selections;
  const pairings = await Promise.all(
    losing.map(async (selection): Promise<Pairing> => {
      const { suite, proposed, basePrompts, candidatePrompts } = selection;
      const before = await readQuietly(repository, base.tree, basePrompts, [suite]);
      const own = proposed === null ? [suite] : [proposed, suite];
      const after = await readQuietly(repository, candidate.tree, candidatePrompts, own);
      return { selection, before, pairs: pairPrompts(before, after) };
    }),
  );
  const lost = pairings.flatMap(({ selection, pairs }) =>
    pairs.flatMap(({ change, base: prompt }) => (change === 'deleted' ? [{ selection, prompt }] : [])),
  );
  const told = selections.map((selection) => {
    const pairing = pairings.find((one) => one.selection === selection);
    return pairing === undefined ? selection : withDropped(pairing, candidate);
  });
  if (lost.length === 0) return told;
  const gated = selectPaths(
    candidate.tree,
    candidate.suites.flatMap(({ prompts }) => prompts),
  );
  const prompts = await readQuietly(repository, candidate.tree, gated, candidate.suites);
  const paired = new Set(
    pairings.flatMap(({ pairs }) =>
      pairs.flatMap((pair) => (pair.base && pair.candidate ? addressOf(pair.candidate) : [])),
    ),
  );
  const isKnown = buildMemory(
    base,
    pairings.flatMap(({ before }) => before),
  );
  const fresh = prompts.filter((prompt) => !isKnown(prompt) && !paired.has(addressOf(prompt)));
  const successors = findSuccessors(lost, prompts, fresh);
  const open = lost.filter((one) => !successors.has(one));
  const continuing = new Set([...successors.values()].flat().map(addressOf));
  const named = await findNamed(
    repository,
    base.tree,
    candidate.tree,
    open,
    fresh.filter((prompt) => !continuing.has(addressOf(prompt))),
  );
  const unnamed = open.filter((one) => !named.has(one));
  const files = await findSubstitutes(repository, base.tree, candidate, unnamed, new Set(gated));
  const substitutes = new Map([...named, ...files]);
  return selections.map((selection, index) => {
    const followed = [...successors].flatMap(([one, found]) => (one.selection === selection ? found : []));
    const missing = open.filter((one) => one.selection === selection);
    const own = absorbed(told[index] as SuiteSelection, successors);
    return addFindings(own, candidate, followed, missing, substitutes);
  });
}

/** Names the prompts of a file that go on there under their names, and that no suite asks for by them once this is merged. */
function withDropped({ selection, pairs }: Pairing, { suites }: Side): SuiteSelection {
  const staysGated = buildChooser(suites.flatMap(({ prompts }) => prompts));
  const dropped = pairs.flatMap(({ base, candidate }) => {
    if (base === null || base.key === null || candidate === null || selection.dropped.includes(base.path)) return [];
    return addressOf(base) === addressOf(candidate) && !staysGated(candidate) ? [addressOf(base)] : [];
  });
  return dropped.length === 0 ? selection : { ...selection, dropped: [...selection.dropped, ...dropped] };
}

/** Which prompts of any suite continue a lost one: by what they say of themselves, by name, by text, or as the only such pair. */
function findSuccessors(
  lost: readonly LostPrompt[],
  prompts: readonly Prompt[],
  fresh: readonly Prompt[],
): ReadonlyMap<LostPrompt, readonly Prompt[]> {
  const found = new Map<LostPrompt, readonly Prompt[]>();
  for (const holds of [isNamedAsOrigin, isSameName, isSameText]) {
    for (const one of lost) {
      if (found.has(one)) continue;
      const own = prompts.filter((prompt) => holds(one.prompt, prompt));
      if (own.length > 0) found.set(one, holds === isSameText ? own.slice(0, 1) : own);
    }
  }
  const taken = new Set([...found.values()].flat());
  const [from, to] = [lost.filter((one) => !found.has(one)), fresh.filter((prompt) => !taken.has(prompt))];
  if (from.length === 1 && to.length === 1) found.set(from[0] as LostPrompt, to);
  return found;
}

/** A prompt file that stands alone and continues another is compared in that one's suite, and not once more as new. */
function absorbed(selection: SuiteSelection, successors: ReadonlyMap<LostPrompt, readonly Prompt[]>): SuiteSelection {
  const { suite, basePrompts } = selection;
  const origin = [...successors].find(([, found]) => found.some(({ path }) => path === suite.name));
  if (origin === undefined || basePrompts.length > 0) return selection;
  const reason = `compared in suite ${origin[0].selection.suite.name}, whose prompt it continues`;
  return { ...selection, affected: false, reason };
}

function addFindings(
  selection: SuiteSelection,
  candidate: Side,
  followed: readonly Prompt[],
  missing: readonly LostPrompt[],
  substitutes: ReadonlyMap<LostPrompt, string>,
): SuiteSelection {
  if (followed.length === 0 && missing.length === 0) return selection;
  const paths = followed.map(({ path }) => path);
  const read = [...paths, ...listDependencies(candidate, paths)];
  const addresses = followed.map(addressOf);
  const hashOf = (path: string) => candidate.tree.entries.get(path)?.hash ?? null;
  const lost = missing.map((one): readonly [string, string | null] => [
    addressOf(one.prompt),
    substitutes.get(one) ?? null,
  ]);
  return {
    ...selection,
    candidatePrompts: [...new Set([...selection.candidatePrompts, ...paths])].sort(),
    followed: addresses,
    lost: new Map(lost),
    contentKey: contentHash([selection.contentKey, read.map(hashOf), lost]),
  };
}

/** Makes a test whether prompts of a suite may be gone from a path: its file is, or has changed; or prompts are asked of it by name, and others now; `kept` are the globs of the change. */
function buildDoubt(
  base: Tree,
  candidate: Tree,
  globs: readonly string[],
  kept: ReadonlySet<string>,
): (path: string) => boolean {
  const byName = buildNamer(globs);
  const isGone = buildMatcher(globs.filter((glob) => !kept.has(glob)));
  return (path) => {
    const [before, after] = [base.entries.get(path), candidate.entries.get(path)];
    return after === undefined || before?.hash !== after.hash || (byName(path) && isGone(path));
  };
}

/** Makes a test whether the base gated a prompt of this address; `read` are the prompts that were read of it. */
function buildMemory(base: Side, read: readonly Prompt[]): (prompt: Prompt) => boolean {
  const wasGated = buildChooser(base.suites.flatMap(({ prompts }) => prompts));
  const addresses = new Set(read.map(addressOf));
  const files = new Set(read.map(({ path }) => path));
  return (prompt) => {
    const { path, key } = prompt;
    if (key !== null && files.has(path)) return addresses.has(addressOf(prompt));
    return wasGated(prompt) && base.tree.entries.has(path);
  };
}
