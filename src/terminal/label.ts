import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors.ts';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import type { JudgeBrief } from '../judges/brief.ts';
import { type Asking, buildAsking } from '../judges/labels/asking.ts';
import { chooseLabelItems, type LabelItem, type LabelSource } from '../judges/labels/items.ts';
import { chooseLabelPairs } from '../judges/labels/pairs.ts';
import { choosePreferences } from '../judges/labels/preferences.ts';
import type { ScoredKind } from '../judges/labels/scale.ts';
import { matchScores, type ReportLines } from '../judges/labels/sources.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import { type Command, type Flags, type Io, listFlag, type Outcome, textFlag } from './command.ts';
import { fillExpected } from './fill-expected.ts';
import { choiceFlag, integerFlag } from './flags.ts';
import { askLabels } from './label-dialog.ts';
import { cannotUse, readLabelled } from './label-file.ts';
import { readSourceFile } from './read-file.ts';

/** `label`: walks a person through outputs, blind to their side and to the judge, and writes the labels; or through the rows of a dataset that say nothing of what is expected. */
export const label: Command = {
  name: 'label',
  usage: '(--report DIR --judge NAME --out LABELS.jsonl [options] | --dataset ROWS.jsonl)',
  about: `Shows what a judge is asked, then outputs of a report folder one by one, and takes a label for each, as the judge would
answer. For a judge of pairs both outputs of a case are shown, in random places. Neither the side an output comes from nor
what the judge said is shown. Labels are written one by one: stop at any time and start again to go on.
With --dataset it shows the rows that have no "expected", with what the application answered where they have it as "output",
and fills in what you say. Answers are read line by line, so that they can also be piped in.`,
  flags: {
    report: { value: 'DIR', help: 'a folder that run --report wrote' },
    judge: { value: 'NAME', help: 'the judge whose scores are kept beside the labels' },
    out: { value: 'FILE', help: 'the labels; what is labelled there is not shown again' },
    suite: { value: 'NAME', help: 'its suite, where several ask a judge of that name something else' },
    kind: { value: 'WORD', help: 'how labels are written: binary (good or bad) or ordinal (1 to 5); default ordinal' },
    count: { value: 'N', help: 'at most N outputs (default 50)' },
    pairs: { help: "both sides' outputs of cases drawn at random, for the corrected difference in the comment" },
    case: { value: 'ID', isRepeatable: true, help: 'only the outputs of this case (repeatable)' },
    dataset: { value: 'FILE', help: 'the rows to fill in (JSON Lines); goes with none of the above' },
    json: { help: 'print how many were labelled or filled as JSON; the questions then go to standard error' },
  },
  positionals: [],
  run: labelInTerminal,
  // What was wrong in the flags may have hidden which of the two was meant.
  buildFailure: (errors) => ({ labelled: 0, filled: 0, skipped: 0, left: 0, total: 0, errors }),
};

async function labelInTerminal(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const dataset = textFlag(flags, 'dataset');
  if (dataset !== null) return fillExpected(dataset, flags, io);
  const [folder, judge, out] = [requireFlag(flags, 'report'), requireFlag(flags, 'judge'), requireFlag(flags, 'out')];
  const named = listFlag(flags, 'case');
  const count = integerFlag(flags, 'count', 1, 10_000) ?? 50;
  const { brief, sources } = matchScores(await readReport(folder), judge, textFlag(flags, 'suite'));
  const kind = chooseKind(flags, judge, brief);
  const asking = buildAsking(brief, kind ?? 'ordinal');
  const choose = kind === null ? choosePreferences : flags.pairs === true ? chooseLabelPairs : chooseLabelItems;
  const drawn = choose(keepCases(sources, named), await readLabelled(out, kind), count);
  // Named cases were picked for what was said of them.
  const items = named.length === 0 ? drawn : drawn.map((item) => ({ ...item, drawn: null }));
  const show = flags.json === true ? io.err : io.out;
  const labelled = items.length === 0 ? 0 : await labelItems(items, asking, out, show, io.signal);
  const text =
    items.length === 0
      ? 'Nothing is left to label.\n'
      : `\n${labelled} labelled, in ${out}. Compare them with the judge: prompt-assay calibrate --labels ${out}\n`;
  return { document: { labelled, errors: [] }, text, exitCode: io.signal.aborted ? 130 : 0 };
}

/** How labels are written; null for a judge of two answers, whose labels say which is better. */
function chooseKind(flags: Flags, judge: string, { answer }: JudgeBrief): ScoredKind | null {
  const kind = choiceFlag(flags, 'kind', ['binary', 'ordinal']);
  if (answer.by !== 'preference') return kind ?? 'ordinal';
  const idle = kind !== null ? 'kind' : flags.pairs === true ? 'pairs' : null;
  if (idle === null) return null;
  const what = `--${idle} is of no use for judge ${quoteName(judge)}: it compares two answers, and its labels say which is better.`;
  throw UserError.of(what, 'Leave it out.');
}

async function readReport(folder: string): Promise<ReportLines> {
  const read = (name: string) => readLines(join(folder, name));
  const [judges, outputs, candidate, base] = await Promise.all([
    read('judges.jsonl'),
    read('outputs.jsonl'),
    read('scores.jsonl'),
    read('baseline-scores.jsonl'),
  ]);
  return { judges, outputs, candidate, base };
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
  asking: Asking,
  out: string,
  show: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const file = await open(out, 'a').catch((cause: unknown) => {
    throw cannotUse(out, 'cannot be written.', cause);
  });
  const lines = createInterface({ input: process.stdin, signal });
  try {
    return await askLabels(items, asking, {
      answers: lines[Symbol.asyncIterator](),
      show,
      keep: async (line) => {
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

function requireFlag(flags: Flags, name: string): string {
  const value = textFlag(flags, name);
  if (value === null) throw UserError.of(`--${name} is missing.`, 'See prompt-assay label --help.');
  return value;
}
