import { type Problem, UserError, type Where } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { readRecords } from '../records/read-records.ts';
import { hintKnown, quoteName, throwProblems } from '../text/problems.ts';
import { Census, type Facet, type Unusable } from './census.ts';
import { chooseRecords, type Share } from './choose.ts';
import { prepareRedaction, type RedactionCounts } from './redaction.ts';
import { type OpenLines, takeRows } from './take-rows.ts';

/** What is to be made rows of. */
export interface ImportRequest {
  readonly paths: readonly string[];
  /** The only prompt whose records count; null for all. */
  readonly prompt: string | null;
  /** At most so many rows. */
  readonly rows: number;
  /** What makes groups, each of which has its share of the rows. */
  readonly by: readonly Facet[];
  /** What is taken out wherever it stands, in any encoding. */
  readonly secrets: readonly string[];
}

/** What became of the records. */
export interface ImportFacts {
  readonly records: number;
  /** Formats of the files, each once. */
  readonly formats: readonly string[];
  /** Different questions that the records ask. */
  readonly questions: number;
  /** Records that ask what another one asks. */
  readonly duplicates: number;
  readonly unusable: Unusable;
  /** The first record that has neither variables nor messages. */
  readonly firstWithoutContent: Where | null;
  /** Questions that are no row for the size of the sample alone. */
  readonly beyondSample: number;
  /** Questions that were chosen and are no row of any dataset, and what keeps the first of them from being one. */
  readonly unfit: { readonly count: number; readonly first: Problem | null };
  readonly shares: readonly Share[];
  readonly redacted: RedactionCounts;
}

/** Rows of a dataset, what went wrong first, and what became of the rest. */
export interface Imported {
  readonly rows: readonly JsonObject[];
  readonly facts: ImportFacts;
}

/**
 * Makes rows of records: reads all files twice, first to count and choose, then for what was chosen, so that nothing of the
 * others is kept. Throws a UserError of all mistakes in all files, and where there is nothing to make a row of.
 */
export async function importRecords(request: ImportRequest, open: OpenLines): Promise<Imported> {
  const createRedaction = prepareRedaction(request.secrets);
  const census = new Census(request.by, request.prompt, createRedaction);
  const formats = await count(request.paths, open, census);
  requireQuestions(request, census);
  const { picks, shares } = chooseRecords(census, request.rows);
  const files = request.paths.map((path, index) => ({ path, format: formats[index] ?? '' }));
  const taken = await takeRows(files, picks, open, createRedaction);
  if (taken.rows.length === 0) throwProblems(taken.unfit);
  const facts = {
    records: census.records,
    formats: [...new Set(formats)],
    questions: census.asked.length,
    duplicates: census.size - census.asked.length,
    unusable: census.unusable,
    firstWithoutContent: findFirst(request.paths, census),
    beyondSample: census.asked.length - picks.length,
    unfit: { count: taken.unfit.length, first: taken.unfit[0] ?? null },
    shares,
    redacted: taken.redacted,
  };
  return { rows: taken.rows, facts };
}

/** Notes the records of all files; the formats of these. */
async function count(paths: readonly string[], open: OpenLines, census: Census): Promise<readonly string[]> {
  const problems: Problem[] = [];
  const formats: string[] = [];
  for (const [file, path] of paths.entries()) {
    try {
      for await (const { format, events } of readRecords(path, open(path))) {
        formats[file] = format;
        for (const event of events) census.note(event, file);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwProblems(problems);
  return formats;
}

function requireQuestions({ paths, prompt }: ImportRequest, census: Census): void {
  if (census.size > 0) return;
  const { records, prompts, unusable } = census;
  if (prompt !== null && unusable.otherPrompt === records) {
    const hint =
      prompts.size === 0 ? 'No record names its prompt: leave --prompt out.' : hintKnown(prompt, [...prompts]);
    throw UserError.of(`No record is of the prompt ${quoteName(prompt)}.`, hint);
  }
  const message = 'is, like all other records, without what was asked: it has neither variables nor messages.';
  throw UserError.of(
    message,
    'Let your tracing record the content of requests (docs/records.md).',
    findFirst(paths, census),
  );
}

function findFirst(paths: readonly string[], { firstWithoutContent: first }: Census): Where | null {
  return first === null ? null : { path: paths[first.file] ?? '', line: first.line, column: null };
}
