import type { Reading } from '../prompts/format.ts';
import { parsePrompts } from '../prompts/formats.ts';
import type { Prompt } from '../prompts/prompt.ts';
import type { SourceFile } from '../text/source-file.ts';

/** Goes with the file: whoever reads a tree again is given the same ones. */
const parsed = new WeakMap<SourceFile, Map<string, readonly Prompt[]>>();

/** Parses a prompt file as `parsePrompts` does; one that reads no other file is parsed once, though several steps ask for it. */
export function parseOnce(
  file: SourceFile,
  reading: Reading,
  included: ReadonlyMap<string, SourceFile>,
): readonly Prompt[] {
  if (included.size > 0) return parsePrompts(file, reading, included);
  const known = parsed.get(file) ?? new Map<string, readonly Prompt[]>();
  const key = JSON.stringify(reading);
  const prompts = known.get(key) ?? parsePrompts(file, reading, included);
  parsed.set(file, known.set(key, prompts));
  return prompts;
}
