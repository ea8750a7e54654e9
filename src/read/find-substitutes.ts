import { escapeGlob } from '../config/paths.ts';
import { UserError } from '../errors.ts';
import type { Repository, Tree, TreeEntry } from '../ports.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { isPromptContent, isPromptPath, sharesLines } from '../prompts/recognise.ts';
import { addressOf } from '../prompts/resolve.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import { decodeSourceFile, type SourceFile } from '../text/source-file.ts';
import { readQuietly } from './read-quietly.ts';

/** The most added files that are read to see whether one is a prompt. */
const maxRead = 100;

/** A prompt of main that is gone and that none of its suite's prompts continues. */
export interface LostPrompt {
  readonly selection: SuiteSelection;
  readonly prompt: Prompt;
}

/** For each lost prompt the first that came under a new name in a file of several, if any: one that a suite gates, or one of its own file; or that file, where its text stays in it under no name. */
export async function findNamed(
  repository: Repository,
  base: Tree,
  candidate: Tree,
  lost: readonly LostPrompt[],
  fresh: readonly Prompt[],
): Promise<ReadonlyMap<LostPrompt, string>> {
  const gated = fresh.find(({ key }) => key !== null);
  const found = await Promise.all(
    lost.map(async (one) => {
      if (gated !== undefined) return [[one, addressOf(gated)] as const];
      const { path, key } = one.prompt;
      if (key === null || !candidate.entries.has(path)) return [];
      const all = [{ ...one.selection.suite, prompts: [`${escapeGlob(path)}#*`] }];
      const before = await readQuietly(repository, base, [path], all);
      const known = new Set(before.map(addressOf));
      const come = (await readQuietly(repository, candidate, [path], all)).map(addressOf);
      const others = before.filter((prompt) => addressOf(prompt) !== addressOf(one.prompt));
      const stays = async () => sharesLines(one.prompt, await readText(repository, candidate, path), others);
      const first = come.find((address) => !known.has(address)) ?? ((await stays()) ? path : null);
      return first === null ? [] : [[one, first] as const];
    }),
  );
  return new Map(found.flat());
}

/** For each lost prompt the first file that may have come in its place: one that is a prompt by its name or content, that a suite gates, that leads elsewhere, or that holds half of its lines. */
export async function findSubstitutes(
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

/** Empty for what is no text: others report that. */
async function readText(repository: Repository, tree: Tree, path: string): Promise<string> {
  const { hash } = tree.entries.get(path) as TreeEntry;
  return decodeQuietly(path, (await repository.readBlobs([hash])).get(hash))[0]?.text ?? '';
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
