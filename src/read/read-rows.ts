import type { SuiteConfig } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import { findFormat, joinDatasets } from '../datasets/formats.ts';
import { parseRows } from '../datasets/rows.ts';
import { collectProblems, type Problem, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { throwProblems } from '../text/problems.ts';
import { maxDatasetBytes, type SourceFile } from '../text/source-file.ts';
import { missingHint } from './missing-files.ts';
import { readFiles } from './read-files.ts';

type Dataset = SuiteConfig['dataset'];

/** The rows of a suite's dataset, null without one, with the mistakes in them and what is odd but harmless. */
export interface DatasetRows {
  readonly cases: readonly Case[] | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Reads the dataset of a suite as it stands in a tree. Rejects with a UserError where a file of it is no text. */
export type RowReader = (tree: Tree, dataset: Dataset) => Promise<DatasetRows>;

/** Makes a reader that parses files which two trees have alike once: there may be hundreds of thousands of rows, and most changes leave them as they are. */
export function createRowReader(repository: Repository): RowReader {
  const known = new Map<string, Promise<DatasetRows>>();
  return async (tree, dataset) => {
    if (dataset === null) return { cases: null, problems: [], warnings: [] };
    if (dataset.kind === 'inline') return collectRows(() => parseRows(dataset.rows));
    const { paths, where } = dataset;
    const key = JSON.stringify(paths.map((path) => tree.entries.get(path) ?? [path, where]));
    const rows = known.get(key) ?? readRows(repository, tree, paths, where);
    known.set(key, rows);
    return rows;
  };
}

/** The files of a dataset; none where its rows stand elsewhere. */
export function pathsOf(dataset: Dataset): readonly string[] {
  return dataset?.kind === 'files' ? dataset.paths : [];
}

async function readRows(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  where: SuiteConfig['where'],
): Promise<DatasetRows> {
  const problems: Problem[] = [];
  // What is in no format that is read is mostly no text either: its name says more than its bytes.
  for (const path of paths) if (tree.entries.has(path)) collectProblems(problems, () => findFormat(path));
  throwProblems(problems);
  const files = await readFiles(repository, tree, paths, maxDatasetBytes);
  return collectRows(() => joinDatasets(paths.map((path) => fileOrThrow(files, path, where))));
}

function collectRows(parse: () => ReturnType<typeof parseRows>): DatasetRows {
  const problems: Problem[] = [];
  const parsed = collectProblems(problems, parse);
  return { cases: parsed?.cases ?? [], problems, warnings: parsed?.warnings ?? [] };
}

function fileOrThrow(files: ReadonlyMap<string, SourceFile>, path: string, where: SuiteConfig['where']): SourceFile {
  const file = files.get(path);
  if (file !== undefined) return file;
  throw UserError.of(`dataset ${path} does not exist.`, missingHint, where);
}
