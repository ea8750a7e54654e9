import { parseSeparated } from './csv.ts';
import type { DatasetFormat } from './format.ts';

/** Tab-separated values, with a header line; quotes and cells are those of CSV. */
export const tsv: DatasetFormat = {
  id: 'tsv',
  title: 'TSV (*.tsv)',
  recognises: (path) => /\.tsv$/i.test(path),
  parse: (file) => parseSeparated(file, { character: '\t', name: 'tabs' }),
};
