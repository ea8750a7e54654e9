import { posix } from 'node:path';
import { variablesOf } from '../prompts/render.ts';
import { countSharedWords, findFitting } from './fitting.ts';
import type { FoundPrompt, FoundRows, Survey } from './survey.ts';
import { wordsOf } from './words.ts';

const maxName = 60;

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

/** Puts each prompt to the rows that fill its variables: those of its name, else those that only it can take, or that have a column that few prompts name. */
export function pairFound({ prompts, rows }: Survey): Pairing {
  const alone = prompts.filter(({ isAlone }) => isAlone);
  const carrying = prompts.filter(({ isAlone, cases }) => !isAlone && cases.length > 0);
  const needing = prompts.filter((found) => !alone.includes(found) && !carrying.includes(found));
  const tried = needing.map((prompt): Tried => ({ prompt, fitting: findFitting(prompt, rows) }));
  const takers = (one: FoundRows) =>
    tried.filter(({ prompt, fitting }) => !prompt.isForAssistants && fitting.includes(one));
  const isEvident = ({ prompt, fitting: [best, ...more] }: Tried) =>
    best !== undefined &&
    (countSharedWords(prompt, best) > 0 ||
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

/** Anything is called the input. */
function hasOwnVariable({ prompt }: FoundPrompt): boolean {
  return variablesOf(prompt).some((name) => name !== 'input');
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
      paths.map((path) => wordsOf(posix.basename(path))).find((words) => words.size > 0) ?? ['prompts'],
    );
    const long = join(paths.map(wordsOf).find((words) => words.size > 0) ?? ['prompts']);
    const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${short}-${index + 2}`);
    const name = [short, long, ...numbered].find((wish) => !taken.has(wish)) ?? short;
    taken.add(name);
    return { name, prompts, rows };
  });
}

function join(words: Iterable<string>): string {
  return [...words].join('-').slice(0, maxName);
}
