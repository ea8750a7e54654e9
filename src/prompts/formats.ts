import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import { throwProblems } from '../text/problems.ts';
import { count, listFirst } from '../text/prose.ts';
import type { SourceFile } from '../text/source-file.ts';
import { collection, listNames, mayBeCollection } from './collection.ts';
import { findDependencies } from './dependencies.ts';
import { dotprompt } from './dotprompt.ts';
import { explainForeignFile } from './foreign-files.ts';
import { ownReading, type PromptFormat, type Reading } from './format.ts';
import { githubModels } from './github-models.ts';
import { langchain } from './langchain.ts';
import { langfuse } from './langfuse.ts';
import { markdown } from './markdown.ts';
import { openaiRequest } from './openai-request.ts';
import type { Prompt } from './prompt.ts';
import { promptfoo } from './promptfoo/config.ts';
import { openaiEvals } from './promptfoo/openai-evals.ts';
import { prompty } from './prompty.ts';

/** The most names that a sentence lists. */
const maxNamed = 8;

/** Every prompt format, the more specific file names first. */
export const promptFormats: readonly PromptFormat[] = [
  githubModels,
  prompty,
  dotprompt,
  promptfoo,
  openaiEvals,
  markdown,
  langfuse,
  langchain,
  openaiRequest,
  collection,
];

/** The format that reads a path, or the one that is asked for; null where the name of the file does not say it. */
export function formatOfPath(path: string, { format }: Pick<Reading, 'format'>): PromptFormat | null {
  return promptFormats.find((one) => (format === null ? one.recognisesPath(path) : one.id === format)) ?? null;
}

/** The format that reads a file: the one that is asked for, or by its path, or else by its content, or by being asked for prompts by name; null where none does. */
export function formatOf(file: SourceFile, reading: Reading): PromptFormat | null {
  return (
    formatOfPath(file.path, reading) ??
    promptFormats.find((format) => format.recognises(file.path, file.text)) ??
    (reading.byName && mayBeCollection(file.path) ? collection : null)
  );
}

/**
 * Parses a prompt file, most often one prompt; `included` holds the other files that it reads, by repository path. Throws a UserError for
 * an unknown format, for what it reads and cannot have, or of all mistakes in the file.
 */
export function parsePrompts(
  file: SourceFile,
  reading: Reading = ownReading,
  included: ReadonlyMap<string, SourceFile> = new Map(),
): readonly Prompt[] {
  const format = formatOf(file, reading);
  if (!reading.byName && reading.format === null && (format ?? collection) === collection) refuseUnnamed(file);
  if (format !== null) {
    throwProblems(findDependencies(format, file, included).problems);
    return format.parse(file, reading.template, included);
  }
  const foreign = explainForeignFile(file.path);
  if (foreign !== null) throw UserError.of(foreign.message, foreign.hint, fileWhere(file));
  const known = promptFormats.map(({ title }) => title).join('; ');
  throw UserError.of('is in no known prompt format.', `Known formats: ${known}.`, fileWhere(file));
}

/** A file of several prompts: nobody said which of them are meant. */
function refuseUnnamed(file: SourceFile): void {
  const names = mayBeCollection(file.path) ? listNames(file) : [];
  const [first] = names;
  if (first === undefined) return;
  const { base } = posix.parse(file.path);
  const message = `holds ${count(names.length, 'prompt')} by name: ${listFirst(names, maxNamed)}.`;
  throw UserError.of(message, `Write "${base}#${first}" for one of them, "${base}#*" for all.`, fileWhere(file));
}
