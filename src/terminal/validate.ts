import { resolve } from 'node:path';
import { type LocalGit, openLocalGit } from '../adapters/git/local-git.ts';
import { buildProblem, type Problem } from '../errors.ts';
import { validateTree } from '../pipeline/validate.ts';
import { buildPart, buildValidation, joinValidations, type ValidateResult } from '../pipeline/validation.ts';
import type { Tree } from '../ports.ts';
import { decideWork, exitCodeOf, workExitCodes } from '../report/result-document.ts';
import { renderValidation } from '../report/validation-text.ts';
import { openOwnNoise } from './answer-cache.ts';
import { findConfigPath, isBelowGit, isThere, locateInClone } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { nameFlagsIn } from './flag-words.ts';
import { configFlag } from './model-flags.ts';
import { explainMissing, validateFiles } from './validate-files.ts';

/** `validate`: parses what would run and says what it would cost. */
export const validate: Command = {
  name: 'validate',
  usage: '[PATH...] [--config PATH]',
  about: `Checks every config of this clone with all that it names, and every *.prompt.yml and *.prompt.md, in the working tree. Paths
choose what is shown: a prompt, a dataset, a config or a folder, each with the suites that it takes part in.`,
  flags: {
    ...configFlag,
    json: { help: 'print the result as JSON' },
  },
  positionals: ['PATH…'],
  run: validateInTerminal,
  buildFailure: (errors) => buildValidation([buildPart([], { errors })]),
};

async function validateInTerminal(flags: Flags, paths: readonly string[], io: Io): Promise<Outcome> {
  const isOutside = paths.length > 0 && !(await isBelowGit(io.cwd));
  const found = isOutside
    ? await validateFiles(paths, textFlag(flags, 'config'), io.cwd)
    : await validateClone(flags, paths, io);
  const result = { ...found, errors: nameFlagsIn(found.errors), warnings: nameFlagsIn(found.warnings) };
  return {
    document: result,
    text: renderValidation(result),
    exitCode: exitCodeOf(workExitCodes, decideWork(result.errors)),
  };
}

async function validateClone(flags: Flags, paths: readonly string[], io: Io): Promise<ValidateResult> {
  const git = await openLocalGit(io.cwd);
  try {
    const tree = await git.readWorkingTree();
    const config = await findConfigPath(flags, git);
    const noise = { baselines: git.branchStore, noise: openOwnNoise(git), nowMs: Date.now() };
    if (paths.length === 0) return await validateTree(git, tree, config, [''], noise);
    const places = await Promise.all(paths.map((path) => findPlace(git, tree, path, io.cwd)));
    const named = places.flatMap(({ name }) => name ?? []);
    const outside = paths.filter((_, index) => places[index]?.isOutside);
    return joinValidations([
      buildValidation([buildPart([], { errors: places.flatMap(({ error }) => error ?? []) })]),
      ...(named.length === 0 ? [] : [await validateTree(git, tree, config, named, noise)]),
      ...(outside.length === 0 ? [] : [await validateFiles(outside, textFlag(flags, 'config'), io.cwd)]),
      buildValidation([buildPart([], { warnings: places.flatMap(({ warning }) => warning ?? []) })]),
    ]);
  } finally {
    await git.close();
  }
}

/** Where a path of the command line is: in the tree, outside of it (or ignored there), gone, or nowhere. */
interface Place {
  readonly name?: string;
  readonly isOutside?: true;
  readonly warning?: Problem;
  readonly error?: Problem;
}

async function findPlace(git: LocalGit, tree: Tree, path: string, cwd: string): Promise<Place> {
  const name = await locateInClone(git, path);
  if (name === null) return { isOutside: true };
  const isHeld = tree.entries.has(name) || [...tree.entries.keys()].some((one) => one.startsWith(`${name}/`));
  if (name === '' || isHeld) return { name };
  if (await isThere(resolve(cwd, path))) return { isOutside: true };
  if (!(await git.knowsPath(name))) return { error: explainMissing(path) };
  const where = { path: name, line: null, column: null };
  return { name, warning: buildProblem('was deleted.', 'Only what still names it is checked.', where) };
}
