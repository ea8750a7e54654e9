import { UserError } from '../errors.ts';
import { contentHash } from '../json.ts';
import type { Repository, Tree } from '../ports.ts';
import { defaultDialect } from '../prompts/dialects.ts';
import { isNamedAsOrigin, isSameName, isSameText, pairPrompts } from '../prompts/pair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { isPromptContent, isPromptPath, sharesLines } from '../prompts/recognise.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { buildMatcher, listDependencies, type Side, selectPaths } from '../select/side.ts';
import { decodeSourceFile, type SourceFile } from '../text/source-file.ts';
import { parseOnce } from './parse-once.ts';
import { readFiles } from './read-files.ts';
import { readIncluded } from './read-included.ts';

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
  const isGone = (path: string) => !candidate.tree.entries.has(path);
  const losing = selections.filter(({ mayGate, basePrompts }) => mayGate && basePrompts.some(isGone));
  if (losing.length === 0) return selections;
  const pairings = await Promise.all(
    losing.map(async (selection) => {
      const before = await readPrompts(repository, base.tree, selection.basePrompts);
      const after = await readPrompts(repository, candidate.tree, selection.candidatePrompts);
      return { selection, pairs: pairPrompts(before, after) };
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
  const prompts = await readPrompts(repository, candidate.tree, gated);
  const wasGated = buildMatcher(base.suites.flatMap(({ prompts: globs }) => globs));
  const paired = new Set(pairings.flatMap(({ pairs }) => pairs.map((pair) => (pair.base && pair.candidate)?.path)));
  const fresh = prompts.filter(({ path }) => !(wasGated(path) && base.tree.entries.has(path)) && !paired.has(path));
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
  const lost = missing.map((one): readonly [string, string | null] => [one.prompt.path, substitutes.get(one) ?? null]);
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

/** The prompts among these files; one with a mistake is left to those who report mistakes. */
async function readPrompts(repository: Repository, tree: Tree, paths: readonly string[]): Promise<readonly Prompt[]> {
  const read = await Promise.all(
    paths.map(async (path) => {
      try {
        const files = [...(await readFiles(repository, tree, [path])).values()];
        const included = await readIncluded(repository, tree, files);
        return files.map((file) => parseOnce(file, defaultDialect, included));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return [];
      }
    }),
  );
  return read.flat();
}
