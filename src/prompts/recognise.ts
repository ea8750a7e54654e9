import type { SourceFile } from '../text/source-file.ts';
import { promptFormats } from './formats.ts';
import type { Prompt } from './prompt.ts';

const ownNames = [
  /(^|\/)prompts\//i,
  /\.prompt(\.[^/]+)?$/i,
  /\.prompty$/i,
  /(^|\/)system[^/]*\.(md|markdown|txt|ya?ml|json|j2|jinja2?|hbs|mustache)$/i,
];
const frontMatter =
  /^(#[^\n]*\n|\s)*---\n(?:[^\n]*\n)*?(model|messages|parameters|template|response[-_]?format|renamed-from)\s*:/i;

/** So many lines tell whose text it is. */
const maxCompared = 1000;

/** True for a path that says by itself that a prompt is there: `*.prompt.*`, `*.prompty`, `prompts/`, `system*`. */
export function isPromptPath(path: string): boolean {
  return !path.split('/').includes('node_modules') && ownNames.some((pattern) => pattern.test(path));
}

/** True for a path that a format reads as a prompt, or that says by itself that it is one. */
export function isReadAsPrompt(path: string): boolean {
  return isPromptPath(path) || promptFormats.some((format) => format.recognisesPath(path));
}

/** True for a file whose content says that it is a prompt: by its front matter, or by what a format knows it by. */
export function isPromptContent({ path, text }: SourceFile): boolean {
  return promptFormats.some((format) => format.recognises(path, text)) || frontMatter.test(text);
}

/** True where a text holds half of a prompt's first 1000 lines or more, not counting those that `others` have as well. */
export function sharesLines(prompt: Prompt, text: string, others: readonly Prompt[] = []): boolean {
  const known = new Set(others.flatMap(listLines));
  const lines = [...new Set(listLines(prompt))].filter((line) => !known.has(line)).slice(0, maxCompared);
  const whole = squeeze(text);
  return lines.length > 0 && 2 * lines.filter((line) => whole.includes(line)).length >= lines.length;
}

function listLines({ messages }: Prompt): readonly string[] {
  return messages.flatMap(({ content }) => content.split('\n').map(squeeze)).filter(Boolean);
}

function squeeze(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
