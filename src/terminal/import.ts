import { readLines } from '../adapters/files/read-lines.ts';
import { requireNew, writeNew } from '../adapters/files/write-new.ts';
import { type Facet, facets } from '../cases/census.ts';
import { type ImportFacts, importRecords } from '../cases/import-records.ts';
import { renderRow } from '../cases/row.ts';
import { maxRows } from '../datasets/format.ts';
import { UserError } from '../errors.ts';
import type { Log } from '../ports.ts';
import { maxRecordLineBytes } from '../records/read-records.ts';
import type { Line } from '../records/record.ts';
import { renderImport } from '../report/import-text.ts';
import { listCredentials } from '../secrets.ts';
import { listKnown, quoteName } from '../text/problems.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { integerFlag } from './flags.ts';
import { redactByCommand } from './redact-command.ts';
import { createTerminalLog } from './terminal-log.ts';

/** `import`: production records to dataset rows. */
export const importCommand: Command = {
  name: 'import',
  usage: 'RECORDS... [--out ROWS.jsonl] [options]',
  about: `Makes dataset rows of records of a running application: one of each question, as many of each group, what went wrong
first. Keys, addresses and numbers of people are taken out before anything is written. "expected" is left to you.
Without --out the rows go to standard output, and what became of the records to standard error.`,
  flags: {
    out: { value: 'FILE', help: 'where to write the rows; a file that is there is never overwritten' },
    rows: { value: 'N', help: 'at most N rows (default 200)' },
    prompt: { value: 'NAME', help: 'only records of this prompt' },
    by: { value: 'WORDS', help: 'what makes a group: prompt, version, tag, with commas (default prompt,version)' },
    'redact-command': { value: 'CMD', help: 'gets the rows as lines of JSON, and gives them back one for one' },
    json: { help: 'print what became of the records as JSON, and the rows where there is no --out' },
  },
  positionals: ['RECORDS…'],
  run: importInTerminal,
  buildFailure: (errors) => ({ ...noFacts, errors }),
};

const defaultRows = 200;

const noFacts = {
  out: null,
  rows: 0,
  dataset: null,
  records: 0,
  formats: [],
  questions: 0,
  duplicates: 0,
  unusable: { otherPrompt: 0, withoutContent: 0, failedWithoutContent: 0 },
  firstWithoutContent: null,
  beyondSample: 0,
  unfit: { count: 0, first: null },
  shares: [],
  redacted: {},
} satisfies ImportFacts & { readonly out: null; readonly rows: number; readonly dataset: null };

async function importInTerminal(flags: Flags, paths: readonly string[], io: Io): Promise<Outcome> {
  if (paths.length === 0)
    throw UserError.of('RECORDS is missing.', 'Name a file of records; see prompt-assay import --help.');
  const out = textFlag(flags, 'out');
  const request = {
    paths: [...new Set(paths)],
    prompt: textFlag(flags, 'prompt'),
    rows: integerFlag(flags, 'rows', 1, maxRows) ?? defaultRows,
    by: readFacets(textFlag(flags, 'by') ?? 'prompt,version'),
    secrets: listCredentials(io.env),
  };
  if (out !== null) await requireNew(out);
  const { progress } = createTerminalLog(io);
  const { rows: found, facts } = await importRecords(request, (path) => readUntil(io.signal, path, progress));
  const command = textFlag(flags, 'redact-command');
  const rows = command === null ? found : await redactByCommand(command, found, io);
  const text = rows.map(renderRow).join('');
  if (out !== null) await writeNew(out, text);
  const summary = renderImport(facts, rows.length, out);
  if (out === null) io.err(summary);
  const dataset = out === null ? rows : null;
  return {
    document: { ...facts, out, rows: rows.length, dataset, errors: [] },
    text: out === null ? text : summary,
    exitCode: 0,
  };
}

async function* readUntil(
  signal: AbortSignal,
  path: string,
  progress: Log['progress'],
): AsyncGenerator<readonly Line[]> {
  let done = 0;
  const tell = (isOver: boolean) => progress({ ...uncounted, label: `lines of ${path}`, done, isOver });
  try {
    for await (const lines of readLines(path, { maxLineBytes: maxRecordLineBytes })) {
      signal.throwIfAborted();
      done += lines.length;
      tell(false);
      yield lines;
    }
  } finally {
    tell(true);
  }
}

/** How many lines a file has is known when it was read. */
const uncounted = {
  suite: null,
  total: null,
  known: 0,
  failed: 0,
  retries: 0,
  lastFault: null,
  spentMicroUsd: 0,
  budgetMicroUsd: null,
} as const;

function readFacets(text: string): readonly Facet[] {
  const known = Object.keys(facets) as Facet[];
  return text.split(',').map((word) => {
    const facet = known.find((one) => one === word.trim());
    if (facet !== undefined) return facet;
    throw UserError.of(`--by names ${quoteName(word)}.`, listKnown(known));
  });
}
