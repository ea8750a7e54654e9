import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { chooseLabelItems, type LabelItem, type LabelSource } from '../judges/label-items.ts';
import { revealText } from '../report/escape.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import { type Command, type Flags, type Io, textFlag } from './command.ts';
import { choiceFlag, integerFlag } from './flags.ts';
import { readSourceFile } from './read-file.ts';

/** `label`: walks a person through outputs, blind to their side and to the judge, and writes the labels. */
export const label: Command = {
  name: 'label',
  help: `Usage: prompt-assay label --report DIR --judge NAME --out LABELS.jsonl [options]

Shows outputs of a report folder one by one and takes a label for each. Neither the side an output comes from nor what
the judge said is shown. Labels are written one by one: stop at any time and start again to go on.

  --report DIR  a folder that run --report wrote
  --judge NAME  the judge whose scores are kept beside the labels
  --out FILE    the labels; what is labelled there is not shown again
  --kind WORD   binary (y or n) or ordinal (1 to 5); default ordinal
  --count N     at most N outputs (default 50)
`,
  options: {
    report: { type: 'string' },
    judge: { type: 'string' },
    out: { type: 'string' },
    kind: { type: 'string' },
    count: { type: 'string' },
  },
  positionals: [],
  run: labelInTerminal,
  buildFailure: (errors) => ({ labelled: 0, errors }),
};

type Kind = 'binary' | 'ordinal';

async function labelInTerminal(flags: Flags, _positionals: readonly string[], io: Io): Promise<number> {
  const [folder, judge, out] = ['report', 'judge', 'out'].map((name) => requireFlag(flags, name)) as [
    string,
    string,
    string,
  ];
  const kind = choiceFlag(flags, 'kind', ['binary', 'ordinal']) ?? 'ordinal';
  const count = integerFlag(flags, 'count', 1, 10_000) ?? 50;
  const items = chooseLabelItems(await readSources(folder, judge), await readLabelled(out), count);
  if (items.length === 0) {
    io.out('Nothing is left to label.\n');
    return 0;
  }
  const done = await askAll(items, kind, out, io);
  io.out(`\n${done} labelled, in ${out}. Compare them with the judge: prompt-assay calibrate --labels ${out}\n`);
  return 0;
}

/** Asks about each item in turn; `u` takes the label before back, which is why a label is written when the next one is given. */
async function askAll(items: readonly LabelItem[], kind: Kind, out: string, io: Io): Promise<number> {
  const file = await open(out, 'a');
  const lines = createInterface({ input: process.stdin });
  const answers = lines[Symbol.asyncIterator]();
  let pending: string | null = null;
  let done = 0;
  const flush = async () => {
    if (pending === null) return;
    await file.write(pending);
    await file.sync();
    pending = null;
    done += 1;
  };
  try {
    for (let index = 0; index < items.length; ) {
      const item = items[index] as LabelItem;
      io.out(renderItem(item, index, items.length, kind));
      const { value, done: ended } = await answers.next();
      const word = String(value ?? '')
        .trim()
        .toLowerCase();
      if (ended === true || word === 'q') break;
      if (word === 'u' && pending !== null) {
        pending = null;
        index -= 1;
        continue;
      }
      const human = parseLabel(word, kind);
      if (human === null && word !== 's') {
        io.out(`"${revealText(word)}" is no label.\n`);
        continue;
      }
      await flush();
      if (human !== null) pending = `${JSON.stringify({ item: item.id, judge: toLabel(item.judge, kind), human })}\n`;
      index += 1;
    }
    await flush();
  } finally {
    lines.close();
    await file.close();
  }
  return done;
}

function renderItem({ input, text }: LabelItem, index: number, total: number, kind: Kind): string {
  const shown = typeof input === 'string' ? input : JSON.stringify(input, null, 2);
  const keys = kind === 'binary' ? 'y good, n bad' : '1 worst to 5 best';
  const line = '─'.repeat(72);
  return `\n${line}\n${index + 1} of ${total}\n\nInput\n${revealText(shown)}\n\nOutput\n${revealText(text)}\n\n[${keys}; s skip, u undo, q quit] `;
}

function parseLabel(word: string, kind: Kind): number | null {
  if (kind === 'ordinal') return /^[1-5]$/.test(word) ? Number(word) : null;
  return { y: 1, '1': 1, n: 0, '0': 0 }[word] ?? null;
}

function toLabel(score: number | null, kind: Kind): number | null {
  if (score === null) return null;
  return kind === 'ordinal' ? Math.round(1 + 4 * score) : score >= 0.5 ? 1 : 0;
}

async function readSources(folder: string, judge: string): Promise<readonly LabelSource[]> {
  const [outputs, ...scoreFiles] = await Promise.all(
    ['outputs.jsonl', 'scores.jsonl', 'baseline-scores.jsonl'].map((name) => readLines(join(folder, name))),
  );
  const scores = new Map<string, number>();
  scoreFiles.forEach((lines, index) => {
    const arms = index === 0 ? ['candidate'] : ['baseline', 'stored'];
    for (const line of lines) {
      if (line.metric !== judge || typeof line.score !== 'number') continue;
      for (const arm of arms)
        scores.set(JSON.stringify([line.suite, line.prompt, line.case, arm, line.sample]), line.score);
    }
  });
  return (outputs ?? []).map((line) => {
    const { suite, prompt, case: caseId, arm, sample, input = null, output = null } = line;
    const known = scores.get(JSON.stringify([suite, prompt, caseId, arm, sample])) ?? null;
    const words = { suite: String(suite), prompt: String(prompt), case: String(caseId), arm: String(arm) };
    return { ...words, sample: Number(sample), input, output, judge: known };
  });
}

async function readLines(path: string): Promise<readonly { readonly [key: string]: Json }[]> {
  const { text } = await readSourceFile(path, maxDatasetBytes);
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    try {
      const value = JSON.parse(line) as Json;
      if (isJsonObject(value)) return [value];
    } catch {
      // Reported below with its line.
    }
    throw UserError.of('is not a JSON object.', 'Name a folder that run --report wrote.', {
      path,
      line: index + 1,
      column: null,
    });
  });
}

/** The items of a labels file; one that does not exist yet has none. A half-written last line is asked again. */
async function readLabelled(path: string): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw UserError.of(
      'cannot be read.',
      'Name a file that can be written.',
      { path, line: null, column: null },
      { cause: error },
    );
  });
  return new Set([...text.matchAll(/^\{"item":"([0-9a-f]{12})".*\}$/gm)].map((match) => match[1] as string));
}

function requireFlag(flags: Flags, name: string): string {
  const value = textFlag(flags, name);
  if (value === null) throw UserError.of(`--${name} is missing.`, 'See prompt-assay label --help.');
  return value;
}
