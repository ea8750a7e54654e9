import { UserError } from '../errors.ts';
import { contentHash } from '../json.ts';
import type { Repository, Tree } from '../ports.ts';
import { isNamedAsOrigin, isSameName, isSameText, pairPrompts } from '../prompts/pair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { isPromptContent, isPromptPath, sharesLines } from '../prompts/recognise.ts';
import { addressOf } from '../prompts/resolve.ts';
import { buildChooser, buildMatcher, buildNamer, selectPaths } from '../select/globs.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { listDependencies, type Side } from '../select/side.ts';
import { decodeSourceFile, type SourceFile } from '../text/source-file.ts';
import { readPrompts } from './read-prompts.ts';
import { readingsOf, type SuiteReading } from './readings.ts';

/** The most added files that are read to see whether one is a prompt. */
const maxRead = 100;

/** A prompt of main whose file is gone and that none of its suite's prompts continues. */
interface LostPrompt {
  readonly selection: SuiteSelection;
  readonly prompt: Prompt;
}

/** Follows the gated prompts whose files are gone: one that a prompt of another suite continues is compared with that one in its own suite; for each of the others it is found out whether something else comes in its place. */
export async function followLostPrompts(
  repository: Repository,
  base: Side,
  candidate: Side,
  selections: readonly SuiteSelection[],
): Promise<readonly SuiteSelection[]> {
  const losing = selections.filter(({ mayGate, suite, basePrompts }) => {
    const mayGo = buildDoubt(base, candidate, suite);
    return mayGate && basePrompts.some(mayGo);
  });
  if (losing.length === 0) return selections;
  const pairings = await Promise.all(
    losing.map(async (selection) => {
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
  if (lost.length === 0) return selections;
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
  const substitutes = await findSubstitutes(repository, base.tree, candidate, open, new Set(gated));
  return selections.map((selection) => {
    const followed = [...successors].flatMap(([one, found]) => (one.selection === selection ? found : []));
    const missing = open.filter((one) => one.selection === selection);
    return addFindings(absorbed(selection, successors), candidate, followed, missing, substitutes);
  });
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
  const hashOf = (path: string) => candidate.tree.entries.get(path)?.hash ?? null;
  const lost = missing.map((one): readonly [string, string | null] => [
    addressOf(one.prompt),
    substitutes.get(one) ?? null,
  ]);
  return {
    ...selection,
    candidatePrompts: [...new Set([...selection.candidatePrompts, ...paths])].sort(),
    lost: new Map(lost),
    contentKey: contentHash([selection.contentKey, read.map(hashOf), lost]),
  };
}

/** For each lost prompt the first file that may have come in its place: one that is a prompt by its name or content, that a suite gates, that leads elsewhere, or that holds half of its lines. */
async function findSubstitutes(
  repository: Repository,
  base: Tree,
  { tree }: Side,
  lost: readonly LostPrompt[],
  gated: ReadonlySet<string>,
): Promise<ReadonlyMap<LostPrompt, string>> {
  if (lost.length === 0) return new Map();
  const added = [...tree.entries.values()].filter(({ path }) => !base.entries.has(path));
  const isKnown = added.find(
    ({ path, mode }) => gated.has(path) || isPromptPath(path) || mode === '120000' || mode === '160000',
  );
  if (isKnown !== undefined) return new Map(lost.map((one) => [one, isKnown.path]));
  if (added.length > maxRead) return new Map(lost.map((one) => [one, `one of ${added.length} new files`]));
  const blobs = await repository.readBlobs([...new Set(added.map(({ hash }) => hash))]);
  const files = added.flatMap(({ path, hash }) => decodeQuietly(path, blobs.get(hash)));
  const prompt = files.find(isPromptContent);
  return new Map(
    lost.flatMap((one) => {
      const file = prompt ?? files.find(({ text }) => sharesLines(one.prompt, text));
      return file === undefined ? [] : [[one, file.path] as const];
    }),
  );
}

/** Nothing for what is no text: it is no prompt either. */
function decodeQuietly(path: string, bytes: Uint8Array | undefined): readonly SourceFile[] {
  try {
    return bytes === undefined ? [] : [decodeSourceFile(path, bytes)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}

/** Makes a test whether prompts of a suite may be gone from a path: its file is, or has changed and prompts are asked of it by name. */
function buildDoubt(base: Side, candidate: Side, { prompts }: SuiteReading): (path: string) => boolean {
  const byName = buildNamer(prompts);
  return (path) => {
    const [before, after] = [base.tree.entries.get(path), candidate.tree.entries.get(path)];
    return after === undefined || (byName(path) && before?.hash !== after.hash);
  };
}

/** Makes a test whether the base gated a prompt of this address; `read` are the prompts that were read of it. */
function buildMemory(base: Side, read: readonly Prompt[]): (prompt: Prompt) => boolean {
  const wasGated = buildMatcher(base.suites.flatMap(({ prompts }) => prompts));
  const addresses = new Set(read.map(addressOf));
  const files = new Set(read.map(({ path }) => path));
  return (prompt) => {
    const { path, key } = prompt;
    if (key !== null && files.has(path)) return addresses.has(addressOf(prompt));
    return wasGated(path) && base.tree.entries.has(path);
  };
}

/** The prompts of these files that the suites choose; one with a mistake is left to those who report mistakes. */
async function readQuietly(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  suites: readonly SuiteReading[],
): Promise<readonly Prompt[]> {
  const findReading = readingsOf(suites);
  const isChosen = buildChooser(suites.flatMap(({ prompts }) => prompts));
  const read = await Promise.all(
    paths.map(async (path) => {
      try {
        return (await readPrompts(repository, tree, [path], findReading, [])).prompts.filter(isChosen);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return [];
      }
    }),
  );
  return read.flat();
}
