import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openLocalGit } from '../adapters/git/local-git.ts';
import { collectProblems, type Problem, UserError } from '../errors.ts';
import { type ValidateResult, validateFiles, validateTree } from '../pipeline/validate.ts';
import { decideWork, exitCodeOf, workExitCodes } from '../report/result-document.ts';
import { renderValidation } from '../report/validation-text.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { configFlag } from './model-flags.ts';
import { readIncludedFiles, readSourceFile } from './read-file.ts';

/** `validate`: parses what would run and says what it would cost. */
export const validate: Command = {
  name: 'validate',
  usage: '[PATH...] [--config PATH]',
  about: `Without a path: checks the config of this repository and all that it names. With paths: checks these prompt and
config files (folders are searched for *.prompt.yml, *.prompt.yaml, *.prompt.md and prompt-assay.yml).`,
  flags: {
    ...configFlag,
    json: { help: 'print the result as JSON' },
  },
  positionals: ['PATH…'],
  run: validateInTerminal,
  buildFailure: (errors) => ({ ...validateFiles([]), ok: false, errors }),
};

async function validateInTerminal(values: Flags, paths: readonly string[], io: Io): Promise<Outcome> {
  const result =
    paths.length > 0 ? await validatePaths(paths) : await validateRepository(textFlag(values, 'config'), io);
  return {
    document: result,
    text: renderValidation(result),
    exitCode: exitCodeOf(workExitCodes, decideWork(result.errors)),
  };
}

async function validateRepository(config: string | null, io: Io): Promise<ValidateResult> {
  const git = await openLocalGit(io.cwd);
  try {
    return await validateTree(git, await git.readWorkingTree(), config);
  } finally {
    await git.close();
  }
}

async function validatePaths(paths: readonly string[]): Promise<ValidateResult> {
  const problems: Problem[] = [];
  const files: SourceFile[] = [];
  for (const path of (await Promise.all(paths.map(listFiles))).flat()) {
    const read = await readSourceFile(path).catch((error: unknown) =>
      collectProblems(problems, () => throwAgain(error)),
    );
    if (read !== null) files.push(read);
  }
  const result = validateFiles(files, await readIncludedFiles(files));
  return { ...result, ok: result.ok && problems.length === 0, errors: [...problems, ...result.errors] };
}

function throwAgain(error: unknown): never {
  throw error;
}

async function listFiles(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path)
    .then((found) => found.isDirectory())
    .catch(() => false);
  if (!isFolder) return [path];
  const found = (await readdir(path, { recursive: true }))
    .filter((name) => /(\.prompt\.(ya?ml|md)|(^|\/)prompt-assay\.yml)$/.test(name) && !name.includes('node_modules'))
    .sort();
  if (found.length > 0) return found.map((name) => join(path, name));
  throw UserError.of('holds no prompt file.', 'Name a *.prompt.yml file, or a folder with some.', {
    path,
    line: null,
    column: null,
  });
}
