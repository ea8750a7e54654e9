import { parsePrompt } from '../prompts/formats.ts';
import type { Prompt } from '../prompts/prompt.ts';
import type { SourceFile } from '../text/source-file.ts';

/** Goes with the file: whoever reads a tree again is given the same ones. */
const parsed = new WeakMap<SourceFile, Map<string, Prompt>>();

/** Parses a prompt file as `parsePrompt` does; one that reads no other file is parsed once, though several steps ask for it. */
export function parseOnce(file: SourceFile, dialect: string, included: ReadonlyMap<string, SourceFile>): Prompt {
  const known = parsed.get(file) ?? new Map<string, Prompt>();
  const prompt = (included.size === 0 && known.get(dialect)) || parsePrompt(file, dialect, included);
  if (included.size === 0) parsed.set(file, known.set(dialect, prompt));
  return prompt;
}
