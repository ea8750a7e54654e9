import { UserError } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { findDependencies } from './dependencies.ts';
import { defaultDialect } from './dialects.ts';
import type { PromptFormat } from './format.ts';
import { githubModels } from './github-models.ts';
import { markdown } from './markdown.ts';
import type { Prompt } from './prompt.ts';

/** Every prompt format, the more specific file names first. */
export const promptFormats: readonly PromptFormat[] = [githubModels, markdown];

/** The format that reads a file, by its path or else by its content; null where none does. */
function findPromptFormat(file: SourceFile): PromptFormat | null {
  return (
    promptFormats.find((format) => format.recognisesPath(file.path)) ??
    promptFormats.find((format) => format.recognises(file.path, file.text)) ??
    null
  );
}

/**
 * Parses a prompt file; `dialect` is that of a file which names none, `included` holds the other files that it reads, by repository path.
 * Throws a UserError for an unknown format, for what it reads and cannot have, or of all mistakes in the file.
 */
export function parsePrompt(
  file: SourceFile,
  dialect = defaultDialect,
  included: ReadonlyMap<string, SourceFile> = new Map(),
): Prompt {
  const format = findPromptFormat(file);
  if (format !== null) {
    throwProblems(findDependencies(format, file, included).problems);
    return format.parse(file, dialect, included);
  }
  const known = promptFormats.map(({ title }) => title).join('; ');
  throw UserError.of('is in no known prompt format.', `Known formats: ${known}.`, fileWhere(file));
}
