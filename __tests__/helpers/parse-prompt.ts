import { ownReading } from '../../src/prompts/format.ts';
import { parsePrompts } from '../../src/prompts/formats.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import type { SourceFile } from '../../src/text/source-file.ts';

/** The only prompt of a file; `template` is the dialect of one that names none. */
export function parsePrompt(
  file: SourceFile,
  template: string | null = null,
  included: ReadonlyMap<string, SourceFile> = new Map(),
): Prompt {
  const [prompt, ...others] = parsePrompts(file, { ...ownReading, template }, included);
  if (prompt === undefined || others.length > 0) throw new Error(`${file.path} holds ${others.length + 1} prompts`);
  return prompt;
}
