import { posix } from 'node:path';
import { checkPrompt } from '../plan/check-variables.ts';
import { warnUnsent } from '../plan/unsent.ts';
import { variablesOf } from '../prompts/render.ts';
import type { FoundPrompt, FoundRows, Survey } from './survey.ts';

/** Prompts that are asked about the same rows. */
export interface Pair {
  readonly name: string;
  readonly prompts: readonly FoundPrompt[];
  /** Null where the prompt carries the rows itself. */
  readonly rows: FoundRows | null;
}

/** What belongs together, and the prompts for which nothing evidently does, each with rows that would fill it all the same. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly alone: readonly FoundPrompt[];
  readonly open: readonly { readonly prompt: FoundPrompt; readonly mayTake: readonly FoundRows[] }[];
}

/** A prompt, and the rows that fill it, the best first. */
interface Tried {
  readonly prompt: FoundPrompt;
  readonly fitting: readonly FoundRows[];
}

/** So many rows are tried first: most that do not fit show it soon. */
const maxTried = 200;

const maxName = 60;

/** Words that say what kind of file it is, or where, and not what it is about. */
const common = new Set(
  `prompt prompts system user assistant eval evals evaluation evaluations dataset datasets data golden gold test tests testset
  case cases row rows example examples benchmark benchmarks sample samples src app apps packages services lib github template templates
  v1 v2 v3 main base default md markdown txt yml yaml json jsonl ndjson csv tsv prompty j2 jinja hbs`.split(/\s+/),
);

/** Puts each prompt to the rows that fill its variables: those of its name, else those that only it can take, or that have a column that few prompts name. */
export function pairFound({ prompts, rows }: Survey): Pairing {
  const alone = prompts.filter(({ isAlone }) => isAlone);
  const carrying = prompts.filter(({ isAlone, cases }) => !isAlone && cases.length > 0);
  const needing = prompts.filter((found) => !alone.includes(found) && !carrying.includes(found));
  const tried = needing.map((prompt) => {
    const fitting = rows.filter((one) => fills(one, prompt)).sort((a, b) => compareRows(prompt, a, b));
    return { prompt, fitting };
  });
  const takers = (one: FoundRows) =>
    tried.filter(({ prompt, fitting }) => !prompt.isForAssistants && fitting.includes(one));
  const isEvident = ({ prompt, fitting: [best, ...more] }: Tried) =>
    best !== undefined &&
    (countShared(prompt.address, best.path) > 0 ||
      (!prompt.isForAssistants &&
        (hasOwnVariable(prompt) || (best.isNamed && more.length === 0 && takers(best).length === 1))));
  const matched = tried.filter(isEvident);
  const found = [...groupByRows(matched), ...carrying.map((prompt) => ({ prompts: [prompt], rows: null }))];
  const open = tried.filter((one) => !matched.includes(one));
  return {
    pairs: nameSuites(found),
    alone,
    open: open.map(({ prompt, fitting }) => ({ prompt, mayTake: fitting })),
  };
}

/** Puts prompts for which nothing evidently does to the rows that fit them best; what assistants are told is left open. */
export function guessPairs(pairing: Pairing): Pairing {
  const isGuess = ({ prompt, mayTake }: Pairing['open'][number]) => mayTake.length > 0 && !prompt.isForAssistants;
  const guessed = pairing.open.filter(isGuess).map(({ prompt, mayTake }) => ({ prompt, fitting: mayTake }));
  return { ...pairing, pairs: nameSuites(groupByRows(guessed)), open: pairing.open.filter((one) => !isGuess(one)) };
}

function groupByRows(matched: readonly Tried[]): readonly Omit<Pair, 'name'>[] {
  const byRows = new Map<FoundRows, FoundPrompt[]>();
  for (const { prompt, fitting } of matched) {
    const [best] = fitting;
    if (best !== undefined) byRows.set(best, [...(byRows.get(best) ?? []), prompt]);
  }
  return [...byRows].flatMap(([rows, own]) => partTwins(own).map((prompts) => ({ prompts, rows })));
}

/** In one suite no two prompts have one name. */
export function partTwins(prompts: readonly FoundPrompt[]): readonly (readonly FoundPrompt[])[] {
  const groups: FoundPrompt[][] = [];
  for (const found of prompts) {
    const { name } = found.prompt;
    const group = groups.find((one) => name === null || one.every(({ prompt }) => prompt.name !== name));
    if (group === undefined) groups.push([found]);
    else group.push(found);
  }
  return groups;
}

/** True where every row answers every variable of the prompt, and something of the row reaches the model. */
function fills({ cases }: FoundRows, { prompt }: FoundPrompt): boolean {
  const tried = cases.slice(0, maxTried);
  if (warnUnsent(prompt, tried).length > 0) return false;
  return (
    checkPrompt(prompt, tried).length === 0 &&
    (tried.length === cases.length || checkPrompt(prompt, cases).length === 0)
  );
}

/** Anything is called the input. */
function hasOwnVariable({ prompt }: FoundPrompt): boolean {
  return variablesOf(prompt).some((name) => name !== 'input');
}

/** What shares more words comes first, then what lies nearer, then what was called rows, then what has more of them. */
function compareRows({ address: path }: FoundPrompt, a: FoundRows, b: FoundRows): number {
  const near = (one: FoundRows) => countCommonFolders(path, one.path);
  return (
    countShared(path, b.path) - countShared(path, a.path) ||
    near(b) - near(a) ||
    Number(b.isNamed) - Number(a.isNamed) ||
    b.cases.length - a.cases.length ||
    (a.path < b.path ? -1 : 1)
  );
}

function countShared(path: string, other: string): number {
  const others = new Set(wordsOf(other));
  return wordsOf(path).filter((word) => others.has(word)).length;
}

/** What a path says a file is about, each word once. */
function wordsOf(path: string): readonly string[] {
  const words = path
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== '' && !common.has(word)))];
}

function countCommonFolders(path: string, other: string): number {
  const [one, two] = [path, other].map((each) => each.split('/').slice(0, -1)) as [string[], string[]];
  const differs = one.findIndex((folder, index) => folder !== two[index]);
  return differs === -1 ? one.length : differs;
}

/** Named after the file that says what it is about, with its folders where that name is taken. */
export function nameSuites(found: readonly Omit<Pair, 'name'>[]): readonly Pair[] {
  const taken = new Set<string>();
  return found.map(({ prompts, rows }) => {
    const paths = [
      ...(prompts.length === 1 ? prompts.map(({ address }) => address) : []),
      ...(rows === null ? [] : [rows.path]),
    ];
    const short = join(
      paths.map((path) => wordsOf(posix.basename(path))).find((words) => words.length > 0) ?? ['prompts'],
    );
    const long = join(paths.map(wordsOf).find((words) => words.length > 0) ?? ['prompts']);
    const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${short}-${index + 2}`);
    const name = [short, long, ...numbered].find((wish) => !taken.has(wish)) ?? short;
    taken.add(name);
    return { name, prompts, rows };
  });
}

function join(words: readonly string[]): string {
  return words.join('-').slice(0, maxName);
}
