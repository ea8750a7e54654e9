import { posix } from 'node:path';
import { resolveGlob, resolvePath } from '../../config/paths.ts';
import type { Json } from '../../json.ts';
import { buildMatcher } from '../../select/globs.ts';
import { quoteName } from '../../text/problems.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { note, type Opened } from './notes.ts';
import type { Part } from './part.ts';

const scheme = 'file://';
/** What a path without `file://` ends with where prompts and tests are listed. */
const texts = /\.(txt|md|markdown|json|jsonl|ndjson|ya?ml|csv|j2)$/i;
const binary =
  /\.(pdf|png|jpe?g|gif|webp|bmp|ico|svg|mp[34]|wav|ogg|m4a|webm|mov|xlsx?|docx?|pptx?|parquet|zip|gz)(#.*)?$/i;
const code = /\.([cm]?[jt]sx?|py|rb|go|sh|bash|exe|bat|cmd|ps1|pl)(:[\w.]+)?$/i;
/** What fetches, calls a tool, or asks a service. */
const services = /^(https?|langfuse|portkey|helicone|huggingface|sharepoint|package|exec|az|s3|gs):/i;
/** A pattern with more of them takes long to compare. */
const maxStars = 4;

/** A text that names other files, as it is written. */
export interface Reference {
  /** A repository path, or a glob of such. */
  readonly path: string;
  readonly isGlob: boolean;
}

/** True for a text that stands for a file in any place of a config. */
export function isReference(value: Json): value is `file://${string}` {
  return typeof value === 'string' && value.startsWith(scheme);
}

/** True for a text that stands for a file or a service where prompts and tests are listed: a path needs no `file://` there. */
export function isListedReference(text: string): boolean {
  if (isReference(text) || text.startsWith('exec:')) return true;
  return (
    !/\s/.test(text) &&
    (services.test(text) || texts.test(text) || code.test(text) || /\.xlsx?(#.*)?$/i.test(text) || text.endsWith('/*'))
  );
}

/** What a text names of the repository, seen from the config; as a clause and a hint where that cannot be read. */
export function readReference(
  config: string,
  written: string,
): Reference | { readonly fault: string; readonly hint: string } {
  const path = written.startsWith(scheme) ? written.slice(scheme.length) : written;
  if (services.test(path)) {
    const [name = ''] = path.split(':', 1);
    return {
      fault: `stands for something that is fetched or run (${name})`,
      hint: 'Commit what it gives as a file, and name that.',
    };
  }
  if (code.test(path)) {
    const hint = 'Code of a change is never run here: commit what it makes as YAML, JSON, CSV or text, and name that.';
    return { fault: 'is code', hint };
  }
  const isGlob = path.includes('*');
  if (binary.test(path)) {
    return { fault: 'is no file of text that can be read', hint: 'Save it as text, JSON, YAML or CSV, and name that.' };
  }
  if (path.split('*').length > maxStars + 1 || path.length > 300) {
    return { fault: `has more than ${maxStars} wildcards`, hint: 'Name the files, or fewer folders.' };
  }
  const resolved = isGlob ? resolveGlob(config, path) : resolvePath(config, path);
  if (resolved !== null) return { path: resolved, isGlob };
  return { fault: 'does not stay inside the repository', hint: 'Write a path relative to this config.' };
}

/** The files that a part of a config names, in the order of their paths; none after a mistake. */
export function findFiles(opened: Opened, part: Part): readonly SourceFile[] {
  const written = String(part.value);
  const found = readReference(opened.path, written);
  if ('fault' in found) {
    note(opened, 'errors', part, `${quoteName(written)} ${found.fault}.`, found.hint);
    return [];
  }
  const matches = found.isGlob ? buildMatcher([found.path]) : (path: string) => path === found.path;
  return [...opened.files.values()].filter(({ path }) => matches(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The last part of a path, as a name. */
export function nameFile(path: string): string {
  return posix.basename(path);
}
