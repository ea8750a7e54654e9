import { UserError, type Where } from '../errors.ts';

/** What people keep rows in that is not read here, and how it becomes what is. */
interface UnreadKind {
  readonly ends: RegExp;
  readonly name: string;
  /** What to run: `from` is the file, `to` the same without the end of its name. */
  advise(from: string, to: string): string;
}

const pandas = (reader: string, from: string, to: string) =>
  `python -c "import pandas; pandas.${reader}('${from}').to_json('${to}.jsonl', orient='records', lines=True)"`;

const kinds: readonly UnreadKind[] = [
  {
    ends: /\.(parquet|pq)$/i,
    name: 'Parquet',
    advise: (from, to) => `duckdb -c "COPY (SELECT * FROM '${from}') TO '${to}.jsonl' (FORMAT JSON)"`,
  },
  { ends: /\.(xlsx|xlsm|xls|ods)$/i, name: 'a spreadsheet', advise: (from, to) => pandas('read_excel', from, to) },
  { ends: /\.feather$/i, name: 'Arrow', advise: (from, to) => pandas('read_feather', from, to) },
  {
    ends: /\.(arrow|ipc)$/i,
    name: 'Arrow',
    advise: (from, to) => `python -c "import datasets; datasets.Dataset.from_file('${from}').to_json('${to}.jsonl')"`,
  },
  { ends: /\.(pkl|pickle)$/i, name: 'a pickle', advise: (from, to) => pandas('read_pickle', from, to) },
  {
    ends: /\.(sqlite3?|db|duckdb)$/i,
    name: 'a database',
    advise: (from, to) => `sqlite3 -json ${from} "SELECT * FROM rows" > ${to}.json`,
  },
  { ends: /\.(gz|tgz)$/i, name: 'compressed', advise: (from) => `gunzip -k ${from}` },
  { ends: /\.bz2$/i, name: 'compressed', advise: (from) => `bunzip2 -k ${from}` },
  { ends: /\.xz$/i, name: 'compressed', advise: (from) => `xz -dk ${from}` },
  { ends: /\.zst$/i, name: 'compressed', advise: (from) => `zstd -d ${from}` },
  { ends: /\.zip$/i, name: 'a zip', advise: (from) => `unzip ${from}` },
];

/** Why a file of rows is not read, by the end of its name, and what to run so that it is; null for a name that says nothing. */
export function explainUnread(where: Where): UserError | null {
  const kind = kinds.find(({ ends }) => ends.test(where.path));
  if (kind === undefined) return null;
  // A command is copied and run: a name that a shell would read is left for the reader to fill in.
  const from = /^[\w/][\w./-]*$/.test(where.path) ? where.path : `FILE${kind.ends.exec(where.path)?.[0] ?? ''}`;
  const command = kind.advise(from, from.replace(kind.ends, ''));
  return UserError.of(`is ${kind.name}, which is not read.`, `Run this, and name what it writes: ${command}`, where);
}
