import type { JsonObject } from '../json.ts';

/** What a text file is for, as far as its name and its front matter say; `own-system` by the suffix that we ask for. */
export type FileKind = 'own-system' | 'system' | 'instructions' | 'command' | 'editor-prompt' | null;

/** The dialects that the suffix of a template names. */
const suffixes: Readonly<Record<string, string>> = {
  j2: 'jinja',
  jinja: 'jinja',
  jinja2: 'jinja',
  hbs: 'handlebars',
  handlebars: 'handlebars',
  mustache: 'mustache',
};
const templateSuffix = /\.(j2|jinja2?|hbs|handlebars|mustache)$/i;

const ownSystemName = /\.system(\.prompt)?\.\w+$/i;
const systemName =
  /(^|\/)prompts?\/system\/|(^|\/)system(\.prompt)?\.\w+$|(^|[/._-])system[_-]?(prompt|message|instructions?)([._-](v?\d+|[a-z]{2}))?\.\w+$/i;
const instructionsName =
  /(^|\/)(SKILL|AGENTS?|CLAUDE|GEMINI|copilot-instructions)\.md$|\.(agent|instructions|chatmode)\.md$|(^|\/)\.(claude|github)\/agents\/[^\n]*\.md$/;
const commandName = /(^|\/)\.(claude|codex|opencode)\/(commands?|prompts)\/[^\n]*\.md$/;

/** The dialect that a file's suffix names, as `*.j2`; null where it names none. */
export function dialectOfSuffix(path: string): string | null {
  return suffixes[templateSuffix.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** The kind of a text file; null where nothing says one. */
export function kindOfFile(path: string, frontMatter: JsonObject): FileKind {
  if (ownSystemName.test(dropSuffix(path))) return 'own-system';
  const isPromptFile = /\.prompt\.md$/i.test(path);
  if (Object.hasOwn(frontMatter, 'argument-hint') && !isPromptFile) return 'command';
  if (instructionsName.test(path) || (isAgent(frontMatter) && !isPromptFile)) return 'instructions';
  if (commandName.test(path)) return 'command';
  if (systemName.test(dropSuffix(path))) return 'system';
  if (isPromptFile) return 'editor-prompt';
  return Object.hasOwn(frontMatter, 'allowed-tools') ? 'command' : null;
}

/** True for a kind of files that an editor or a coding agent reads. */
export function isForCodingTool(kind: FileKind): boolean {
  return kind === 'instructions' || kind === 'command' || kind === 'editor-prompt';
}

/** True where a file says of models and tools what a coding tool calls them: by its suffix alone a prompt file may as well be ours. */
export function hasToolNames(path: string, kind: FileKind, frontMatter: JsonObject): boolean {
  const isEvident = kind !== 'editor-prompt' || /(^|\/)\.github\//.test(path) || hasEditorKeys(frontMatter);
  return isForCodingTool(kind) && isEvident;
}

/** The path of the text that a template makes: `system.md.j2` makes `system.md`, `system.j2` a text. */
function dropSuffix(path: string): string {
  const bare = path.replace(templateSuffix, '');
  return /\.\w+$/.test(bare) ? bare : `${bare}.txt`;
}

function hasEditorKeys(frontMatter: JsonObject): boolean {
  return ['mode', 'agent', 'argument-hint'].some((key) => Object.hasOwn(frontMatter, key)) || namesTools(frontMatter);
}

/** An agent of Claude Code says what it is called, what it is for, and what it may use. */
function isAgent(frontMatter: JsonObject): boolean {
  const { name, description } = frontMatter;
  return typeof name === 'string' && typeof description === 'string' && namesTools(frontMatter);
}

function namesTools({ tools = null }: JsonObject): boolean {
  return typeof tools === 'string' || (Array.isArray(tools) && tools.some((tool) => typeof tool === 'string'));
}
