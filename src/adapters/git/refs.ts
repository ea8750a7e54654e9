import { UserError } from '../../errors.ts';
import { explainResult, type Git, requireLine } from './run-git.ts';

/** A commit and what people call it. */
export interface NamedCommit {
  readonly name: string;
  readonly commit: string;
}

const defaultRefs = ['origin/HEAD', 'main', 'master'];

/** The commit of a ref, a SHA or an expression such as `HEAD~1`; throws a UserError where it names no commit. */
export async function resolveRef(git: Git, ref: string): Promise<string> {
  const commit = await findCommit(git, ref);
  if (commit !== null) return commit;
  const isEmpty = (await findCommit(git, 'HEAD')) === null;
  if (isEmpty) throw UserError.of('This repository has no commit yet.', 'Commit something first.');
  throw UserError.of(
    `\`${ref}\` names no commit of this clone.`,
    (await isShallow(git)) ? deepen : 'Check the name; fetch it first if it lives on the remote only.',
  );
}

/** The best common ancestor of two commits; throws a UserError where there is none in this clone. */
export async function readMergeBase(git: Git, base: NamedCommit, head: NamedCommit): Promise<string> {
  const asked = ['merge-base', base.commit, head.commit];
  const result = await git(asked);
  if (result.code === 0) return result.stdout.toString('utf8').trimEnd();
  if (result.code !== 1) throw explainResult(asked, result);
  throw UserError.of(
    `${base.name} and ${head.name} have no common ancestor in this clone.`,
    (await isShallow(git)) ? deepen : 'Name a base that shares history: --base REF.',
  );
}

/** `origin/HEAD`, else `main`, else `master`; throws a UserError where none exists. */
export async function readDefaultBase(git: Git): Promise<NamedCommit> {
  for (const name of defaultRefs) {
    // A ref that is there and whose commit is not must not give way to the next one.
    const isThere = (await git(['rev-parse', '--verify', '--quiet', name])).code === 0;
    if (isThere) return { name, commit: await resolveRef(git, name) };
  }
  throw UserError.of(
    'There is no `origin/HEAD`, no `main` and no `master` to compare with.',
    'Name the base: --base REF.',
  );
}

/** The commit of a ref, or null where it names none. */
export async function findCommit(git: Git, ref: string): Promise<string | null> {
  // A ref that starts with a dash would be read as an option.
  if (ref === '' || ref.startsWith('-') || /[\p{Cc}]/u.test(ref)) return null;
  const { code, stdout } = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  return code === 0 ? stdout.toString('utf8').trimEnd() : null;
}

const deepen = 'This clone is shallow: run `git fetch --unshallow`, or set `fetch-depth: 0` for actions/checkout.';

async function isShallow(git: Git): Promise<boolean> {
  return (await requireLine(git, ['rev-parse', '--is-shallow-repository'])) === 'true';
}
