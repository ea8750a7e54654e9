import { open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import { chooseLabelItems, type LabelItem, type LabelSource } from '../judges/labels/items.ts';
import { parseLabelLines } from '../judges/labels/lines.ts';
import { chooseLabelPairs } from '../judges/labels/pairs.ts';
import { type ScoredKind, scaleLabels } from '../judges/labels/scale.ts';
import { matchScores } from '../judges/labels/sources.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import { type Command, type Flags, type Io, listFlag, type Outcome, textFlag } from './command.ts';
import { choiceFlag, integerFlag } from './flags.ts';
import { askLabels } from './label-dialog.ts';
import { readSourceFile } from './read-file.ts';

/** `label`: walks a person through outputs, blind to their side and to the judge, and writes the labels. */
export const label: Command = {
  name: 'label',
  usage: '--report DIR --judge NAME --out LABELS.jsonl [options]',
  about: `Shows outputs of a report folder one by one and takes a label for each. Neither the side an output comes from nor what
the judge said is shown. Labels are written one by one: stop at any time and start again to go on.
Answers are read line by line, so that they can also be piped in.`,
  flags: {
    report: { value: 'DIR', help: 'a folder that run --report wrote' },
    judge: { value: 'NAME', help: 'the judge whose scores are kept beside the labels' },
    out: { value: 'FILE', help: 'the labels; what is labelled there is not shown again' },
    kind: { value: 'WORD', help: 'binary (y or n) or ordinal (1 to 5); default ordinal' },
    count: { value: 'N', help: 'at most N outputs (default 50)' },
    pairs: { help: "both sides' outputs of cases drawn at random, for the corrected difference in the comment" },
    case: { value: 'ID', isRepeatable: true, help: 'only the outputs of this case (repeatable)' },
    json: { help: 'print how many were labelled as JSON; the questions then go to standard error' },
  },
  positionals: [],
  run: labelInTerminal,
  buildFailure: (errors) => ({ labelled: 0, errors }),
};

async function labelInTerminal(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const [folder, judge, out] = [requireFlag(flags, 'report'), requireFlag(flags, 'judge'), requireFlag(flags, 'out')];
  const kind = choiceFlag(flags, 'kind', ['binary', 'ordinal']) ?? 'ordinal';
  const count = integerFlag(flags, 'count', 1, 10_000) ?? 50;
  const [outputs, candidate, base] = await Promise.all([
    readLines(join(folder, 'outputs.jsonl')),
    readLines(join(folder, 'scores.jsonl')),
    readLines(join(folder, 'baseline-scores.jsonl')),
  ]);
  const named = listFlag(flags, 'case');
  const sources = keepCases(matchScores({ outputs, candidate, base }, judge), named);
  const choose = flags.pairs === true ? chooseLabelPairs : chooseLabelItems;
  const drawn = choose(sources, await readLabelled(out, kind), count);
  // Named cases were picked for what was said of them.
  const items = named.length === 0 ? drawn : drawn.map((item) => ({ ...item, drawn: null }));
  const show = flags.json === true ? io.err : io.out;
  const labelled = items.length === 0 ? 0 : await labelItems(items, kind, out, show, io.signal);
  const text =
    items.length === 0
      ? 'Nothing is left to label.\n'
      : `\n${labelled} labelled, in ${out}. Compare them with the judge: prompt-assay calibrate --labels ${out}\n`;
  return { document: { labelled, errors: [] }, text, exitCode: io.signal.aborted ? 130 : 0 };
}

/**
 * The outputs of the named cases, of all where none is named. Throws a UserError for a case that the report does not
 * have.
 */
function keepCases(sources: readonly LabelSource[], names: readonly string[]): readonly LabelSource[] {
  const known = new Set(sources.map((source) => source.case));
  for (const name of names) {
    if (!known.has(name)) throw UserError.of(`The report has no case ${quoteName(name)}.`, hintKnown(name, [...known]));
  }
  return names.length === 0 ? sources : sources.filter((source) => names.includes(source.case));
}

async function labelItems(
  items: readonly LabelItem[],
  kind: ScoredKind,
  out: string,
  show: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const file = await open(out, 'a').catch((cause: unknown) => {
    throw cannotUse(out, 'cannot be written.', cause);
  });
  const lines = createInterface({ input: process.stdin, signal });
  try {
    return await askLabels(items, kind, {
      answers: lines[Symbol.asyncIterator](),
      show,
      write: async (line) => {
        await file.appendFile(line);
        await file.sync();
      },
    });
  } finally {
    lines.close();
    await file.close();
  }
}

async function readLines(path: string): Promise<readonly JsonObject[]> {
  const { text } = await readSourceFile(path, maxDatasetBytes);
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const value = parseJson(line);
    if (isJsonObject(value)) return [value];
    const where = { path, line: index + 1, column: null };
    throw UserError.of('is not a JSON object.', 'Name a folder that run --report wrote.', where);
  });
}

/**
 * The items of a label file, whose labels must be of the kind asked for; one that does not exist yet has none. A last
 * line that was cut short is removed, to be asked again.
 */
async function readLabelled(path: string, kind: ScoredKind): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw cannotUse(path, 'cannot be read.', error);
  });
  const whole = await mendEnd(path, text);
  if (whole.trim() === '') return new Set();
  const { lines } = parseLabelLines({ path, text: whole }, 'open');
  const inWords = lines.find(({ human }) => typeof human === 'string');
  if (inWords !== undefined) {
    const where = { path, line: inWords.line, column: null };
    throw UserError.of('is labelled in words.', 'Name another file for labels by number.', where);
  }
  scaleLabels(path, lines, kind);
  return new Set(lines.map(({ item }) => item));
}

/** Makes a file end with a whole line, for what is added would be read as a part of its last one. */
async function mendEnd(path: string, text: string): Promise<string> {
  const end = text.lastIndexOf('\n') + 1;
  const last = text.slice(end);
  if (last === '') return text;
  if (parseJson(last) === undefined && last.startsWith('{"item":')) {
    await truncate(path, Buffer.byteLength(text.slice(0, end)));
    return text.slice(0, end);
  }
  const file = await open(path, 'a');
  await file.appendFile('\n').finally(() => file.close());
  return `${text}\n`;
}

function cannotUse(path: string, what: string, cause: unknown): UserError {
  return UserError.of(what, 'Name a file that can be written.', { path, line: null, column: null }, { cause });
}

function requireFlag(flags: Flags, name: string): string {
  const value = textFlag(flags, name);
  if (value === null) throw UserError.of(`--${name} is missing.`, 'See prompt-assay label --help.');
  return value;
}
