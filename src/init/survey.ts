import type { Case } from '../datasets/case.ts';
import { joinDatasets } from '../datasets/formats.ts';
import { parseRows } from '../datasets/rows.ts';
import { explainUnread } from '../datasets/unread.ts';
import { collectProblems, type Problem, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { ownReading } from '../prompts/format.ts';
import { formatOf, promptFormats } from '../prompts/formats.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { isPromptContent } from '../prompts/recognise.ts';
import { addressOf } from '../prompts/resolve.ts';
import { parseOnce } from '../read/parse-once.ts';
import { readIncluded } from '../read/read-included.ts';
import { buildMatcher } from '../select/globs.ts';
import { fileEntry, selectConfigPath } from '../select/side.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';
import { isForAssistants, listCandidates } from './candidates.ts';
import { wordsOf } from './words.ts';

/** A prompt that a format reads. */
export interface FoundPrompt {
  /** Its path, and behind a `#` its name among the prompts of its file. */
  readonly address: string;
  readonly prompt: Prompt;
  /** What its address says that it is about. */
  readonly words: ReadonlySet<string>;
  /** The rows that it carries. */
  readonly cases: readonly Case[];
  /** True where it is a suite of itself, by the rows and evaluators that it carries. */
  readonly isAlone: boolean;
  /** True for what a coding assistant is told. */
  readonly isForAssistants: boolean;
}

/** A file of rows. */
export interface FoundRows {
  readonly path: string;
  /** What its path says that it is about. */
  readonly words: ReadonlySet<string>;
  readonly cases: readonly Case[];
  /** False where only its columns could say that they are for a prompt. */
  readonly isNamed: boolean;
}

/** A file whose name promises what cannot be read in it. */
export interface Unread {
  readonly path: string;
  readonly kind: 'prompt' | 'rows';
  readonly problem: Problem;
}

/** What a repository holds, as far as an evaluation could begin with it. */
export interface Survey {
  readonly prompts: readonly FoundPrompt[];
  readonly rows: readonly FoundRows[];
  readonly unread: readonly Unread[];
  /** The source code, tests left out. */
  readonly code: readonly string[];
  /** The config that is there already; null without one. */
  readonly config: string | null;
  /** The workflow that calls Prompt Assay already; null without one. */
  readonly workflow: string | null;
  /** Every path of the tree. */
  readonly paths: ReadonlySet<string>;
  /** How many files were too many to look at. */
  readonly leftOut: number;
}

/** Larger files of rows are not looked at. */
const maxRowsBytes = 10 * 1024 * 1024;
const filesAtOnce = 50;

/** Reads what a tree holds of prompts, rows and code; a file that its readers refuse is named, and ends nothing. */
export async function surveyTree(repository: Repository, tree: Tree): Promise<Survey> {
  const candidates = listCandidates(tree);
  const read = (paths: readonly string[], most = maxTextBytes) => readTexts(repository, tree, paths, most);
  const named = await read(candidates.prompts);
  const told = (await read(candidates.texts)).filter(({ file }) => file !== null && isPromptContent(file));
  const prompts = await Promise.all([...named, ...told].map((text) => readPrompt(repository, tree, text)));
  const parts = new Set(prompts.flatMap(({ includes }) => includes));
  const found = prompts.flatMap((one) => one.prompts).filter(({ prompt }) => !parts.has(prompt.path));
  const taken = new Set([...parts, ...found.map(({ prompt }) => prompt.path)]);
  const rows = [
    ...(await read(candidates.rows, maxRowsBytes)).map((text) => readRows(text, true)),
    ...(await read(candidates.tables, maxRowsBytes)).map((text) => readRows(text, false)),
  ];
  const workflows = await read(candidates.workflows);
  return {
    prompts: found,
    rows: rows.flatMap(({ rows: one }) => one ?? []).filter(({ path }) => !taken.has(path)),
    unread: [
      ...[...prompts, ...rows].flatMap(({ unread }) => unread ?? []).filter(({ path }) => !taken.has(path)),
      ...candidates.unread.flatMap(explainRows),
    ],
    code: candidates.code,
    config: selectConfigPath(tree, null),
    workflow: workflows.find(({ file }) => /uses:\s*\S*\/prompt-assay@/.test(file?.text ?? ''))?.path ?? null,
    paths: new Set(tree.entries.keys()),
    leftOut: candidates.leftOut,
  };
}

/** The text of a file, or why it is none. */
interface Text {
  readonly path: string;
  readonly file: SourceFile | null;
  readonly problems: readonly Problem[];
}

/** A few at a time: nobody knows how large they are. */
async function readTexts(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  most: number,
): Promise<readonly Text[]> {
  const texts: Text[] = [];
  for (let from = 0; from < paths.length; from += filesAtOnce) {
    const some = paths.slice(from, from + filesAtOnce).map((path) => {
      const problems: Problem[] = [];
      return { path, problems, entry: collectProblems(problems, () => fileEntry(tree, path)) };
    });
    const blobs = await repository.readBlobs([...new Set(some.flatMap(({ entry }) => entry?.hash ?? []))]);
    for (const { path, problems, entry } of some) {
      const bytes = blobs.get(entry?.hash ?? '');
      const file = bytes && collectProblems(problems, () => decodeSourceFile(path, bytes, most));
      texts.push({ path, file: file ?? null, problems });
    }
  }
  return texts;
}

/** A prompt file as read: its prompts, or why it has none, and the files that it includes. */
interface ReadPrompt {
  readonly prompts: readonly FoundPrompt[];
  readonly unread: Unread | null;
  readonly includes: readonly string[];
}

async function readPrompt(repository: Repository, tree: Tree, { path, file, problems }: Text): Promise<ReadPrompt> {
  const refuse = ([problem]: readonly Problem[]): ReadPrompt => {
    return { prompts: [], unread: problem === undefined ? null : { path, kind: 'prompt', problem }, includes: [] };
  };
  if (file === null) return refuse(problems);
  try {
    const reading = { ...ownReading, byName: formatOf(file, ownReading) === null };
    const included = await readIncluded(repository, tree, [file], () => reading);
    const prompts = parseOnce(file, reading, included).map(describePrompt);
    return { prompts, unread: null, includes: [...included.keys()] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refuse(error.problems);
  }
}

const standsByItself = buildMatcher(promptFormats.flatMap(({ standingAlone }) => standingAlone));

/** A prompt as it was read, with what it carries. Throws a UserError of mistakes in its rows. */
export function describePrompt(prompt: Prompt): FoundPrompt {
  const { path, metrics, unread } = prompt;
  const rows = prompt.rows ?? [];
  const cases = rows.length === 0 ? [] : parseRows(rows).cases;
  const carriesAll = cases.length > 0 && metrics.length > 0 && unread.length === 0;
  return {
    address: addressOf(prompt),
    words: wordsOf(addressOf(prompt)),
    prompt,
    cases,
    isAlone: carriesAll && standsByItself(path),
    isForAssistants: isForAssistants(path),
  };
}

function explainRows(path: string): readonly Unread[] {
  const error = explainUnread({ path, line: null, column: null });
  return (error?.problems.slice(0, 1) ?? []).map((problem) => ({ path, kind: 'rows', problem }));
}

/** What is no file of rows by its name may be anything, and is not spoken of. */
function readRows({ path, file, problems }: Text, isNamed: boolean) {
  const told = [...problems];
  const dataset = file === null ? null : collectProblems(told, () => joinDatasets([file]));
  const [problem] = told;
  return {
    rows: dataset === null ? null : { path, words: wordsOf(path), cases: dataset.cases, isNamed },
    unread: dataset === null && problem !== undefined && isNamed ? ({ path, kind: 'rows', problem } as const) : null,
  };
}
