import { isReadAsRows } from '../datasets/formats.ts';
import { explainUnread } from '../datasets/unread.ts';
import type { Tree } from '../ports.ts';
import { promptFormats } from '../prompts/formats.ts';
import { isPromptPath } from '../prompts/recognise.ts';
import { isConfigName } from '../select/side.ts';

/** Paths of a tree that may hold what an evaluation needs, each list sorted, the least deep first. */
export interface Candidates {
  /** Their names say that a prompt is there. */
  readonly prompts: readonly string[];
  /** Only their content can say so. */
  readonly texts: readonly string[];
  /** Their names say that rows are there. */
  readonly rows: readonly string[];
  /** Their names say that rows are there, in what is not read here. */
  readonly unread: readonly string[];
  /** Rows of something: their columns tell whether a prompt takes them. */
  readonly tables: readonly string[];
  readonly code: readonly string[];
  readonly workflows: readonly string[];
  /** How many of each kind there are beyond those that are looked at. */
  readonly leftOut: number;
}

/** More of one kind are not looked at. */
const maxOfKind = 2000;

const textEnding =
  /\.(md|markdown|txt|ya?ml|json|j2|jinja2?|hbs|handlebars|mustache|tmpl|tpl|toml|xml|baml|prompty?)$/i;
const tableEnding = /\.(jsonl|ndjson|csv|tsv)$/i;
const codeEnding = /\.(py|[cm]?[jt]sx?|go|rb|java|kt|rs|cs|php|swift|scala|exs?)$/i;
const promptWord = /(^|[/_.-])prompts?([_.-][^/]*)?$/i;
/** What stands here is about prompts, and is none unless its name says more than that word. */
const pages = /(^|\/)docs?\//i;
const rowsWord =
  /(^|[/_.-])(evals?|evaluations?|datasets?|gold|golden|test-?(?:sets?|data|cases)|benchmarks?|rows|cases)([/_.-]|$)/i;
const nobodys = /(^|\/)(node_modules|\.git|dist|vendor|\.venv|venv|prompt-assay-(report|demo))\//;
const ofTools =
  /(^|\/)(readme|changelog|contributing|license|licence|security|code_of_conduct)(\.[a-z]+)?$|(^|\/)(package(-lock)?|composer|t?sconfig[^/]*|jsconfig)\.json$|[-.]lock(\.ya?ml|\.json)?$|(^|\/)pnpm-lock\.yaml$|\.schema\.(json|ya?ml)$|\.labels\.jsonl$|(^|\/)\.github\/(workflows\/|dependabot)/i;
const tests = /(^|\/)(tests?|__tests__|spec)\/|[._-](test|spec)\.|(^|\/)test_/i;
/** No config can name these. */
const unnamable = /[\\\p{Cc}]/u;

/** Where coding assistants look for what they are told; `prompts/` and `*.prompt.md` are known as any tool's. */
const assistants = [
  /(^|\/)\.(claude|cursor|codex|gemini|windsurf)\//,
  /(^|\/)(AGENTS|CLAUDE|GEMINI|SKILL)\.md$/,
  /(^|\/)\.github\/(prompts|instructions|chatmodes|agents|copilot-instructions)/,
  /\.(agent|instructions|chatmode)\.md$/,
];

/** True for what a coding assistant is told: a prompt that nobody's application sends. */
export function isForAssistants(path: string): boolean {
  return assistants.some((pattern) => pattern.test(path));
}

/** Sorts the files of a tree by what their paths say of them. */
export function listCandidates({ entries }: Tree): Candidates {
  const paths = [...entries.keys()]
    .filter((path) => !nobodys.test(path) && !unnamable.test(path) && !isConfigName(path))
    .sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  const files = paths.filter((path) => !ofTools.test(path));
  const isRows = (path: string) => isReadAsRows(path) && rowsWord.test(path);
  const kinds = {
    prompts: files.filter(isNamedAsPrompt),
    texts: files.filter((path) => textEnding.test(path) && !pages.test(path) && !isNamedAsPrompt(path)),
    rows: files.filter((path) => isRows(path) && !isNamedAsPrompt(path)),
    unread: files.filter((path) => rowsWord.test(path) && explainUnread({ path, line: null, column: null }) !== null),
    tables: files.filter((path) => tableEnding.test(path) && isReadAsRows(path) && !isRows(path)),
    code: files.filter((path) => codeEnding.test(path) && !tests.test(path)),
    workflows: paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
  };
  const leftOut = Object.values(kinds).reduce((sum, list) => sum + Math.max(0, list.length - maxOfKind), 0);
  const cut = Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list.slice(0, maxOfKind)]));
  return { ...(cut as unknown as typeof kinds), leftOut };
}

/** A name tells a prompt where it says so, or where a format reads it and would not read just any file of its ending. */
function isNamedAsPrompt(path: string): boolean {
  if (isForAssistants(path)) return textEnding.test(path);
  const isOwn = promptFormats.some(
    (format) => format.recognisesPath(path) && !format.recognisesPath(path.replace(/^.*(\.[^./]+)$/s, 'x$1')),
  );
  return isOwn || (textEnding.test(path) && (isPromptPath(path) || (promptWord.test(path) && !pages.test(path))));
}

function depthOf(path: string): number {
  return path.split('/').length;
}
