import { describe, expect, it } from '@jest/globals';
import { explainUnread } from '../../src/datasets/unread.ts';

const explain = (path: string) => explainUnread({ path, line: null, column: null })?.message;

describe('a file that is in no format of rows that is read', () => {
  it.each([
    ['a/x.parquet', 'Parquet', `duckdb -c "COPY (SELECT * FROM 'a/x.parquet') TO 'a/x.jsonl' (FORMAT JSON)"`],
    ['x.XLSX', 'a spreadsheet', "pandas.read_excel('x.XLSX').to_json('x.jsonl', orient='records', lines=True)"],
    ['x.ods', 'a spreadsheet', 'read_excel'],
    ['x.feather', 'Arrow', 'read_feather'],
    ['x.arrow', 'Arrow', "datasets.Dataset.from_file('x.arrow').to_json('x.jsonl')"],
    ['x.pkl', 'a pickle', 'read_pickle'],
    ['x.db', 'a database', 'sqlite3 -json x.db "SELECT * FROM rows" > x.json'],
    ['x.jsonl.gz', 'compressed', 'gunzip -k x.jsonl.gz'],
    ['x.csv.bz2', 'compressed', 'bunzip2 -k'],
    ['x.csv.xz', 'compressed', 'xz -dk'],
    ['x.jsonl.zst', 'compressed', 'zstd -d'],
    ['x.zip', 'a zip', 'unzip x.zip'],
  ])('%s is told what to run', (path, name, command) => {
    expect(explain(path)).toContain(`${path} is ${name}, which is not read.`);
    expect(explain(path)).toContain(command);
  });

  it.each(["a'); DROP.parquet", '$(id).gz', '-rf.gz', 'a b.zip', '`x`.pkl'])(
    'is named FILE where a shell would read its name: %s',
    (path) => {
      expect(explain(path)?.split('writes: ')[1]).toMatch(/^[^$`]*FILE\.\w+/);
    },
  );

  it.each(['x.jsonl', 'x.toml', 'parquet', 'x.parquet.md'])('is not one that the name says nothing of: %s', (path) => {
    expect(explain(path)).toBeUndefined();
  });
});
