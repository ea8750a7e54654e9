import { buildProblem, type Problem } from '../../errors.ts';
import { isJsonObject, type JsonObject, parseJson, writeJson } from '../../json.ts';
import { fileWhere } from '../../text/json-text.ts';
import { breaksOff, quoteName, throwProblems } from '../../text/problems.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { Drawn } from './weights.ts';

/** A label as written; true is 1 and false 0. */
export type Label = number | string;

/** One labelled output. `judge` is null where the judge abstained, `human2` where only one person labelled it. */
export interface LabelLine {
  readonly item: string;
  readonly judge: Label | null;
  readonly human: Label;
  readonly human2: Label | null;
  /** How it was chosen; null where it was picked by hand, undefined where the file does not say. */
  readonly drawn: Drawn | null | undefined;
  /** All of the line, with what else it says of the output. */
  readonly record: JsonObject;
  /** Where it stands, from 1. */
  readonly line: number;
}

/** The first line of a file that is bound to one version of a judge; the names are for readers. */
export interface LabelHeader {
  readonly judgeHash: string;
  readonly judge: string;
  readonly model: string;
  /** What the labels are; null where it is to be found from them. */
  readonly kind: LabelKind | null;
  /** Settings that the judge's model refused when it was asked; not there where it was not asked. */
  readonly without?: readonly string[];
}

/** A label file as read. */
export interface LabelLines {
  /** Null where the file says nothing of the judge's version. */
  readonly header: LabelHeader | null;
  readonly lines: readonly LabelLine[];
}

/** What labels are: good or bad, levels 1 to 5, or names without an order. */
export type LabelKind = 'binary' | 'ordinal' | 'nominal';

/** The kinds as a command line names them. */
export const labelKinds: readonly LabelKind[] = ['binary', 'ordinal', 'nominal'];

const hintHeader = 'Write the file anew with calibrate --suite --judge.';
const howToWrite = 'Write one JSON object a line with "item", "judge" and "human".';

/** Parses a label file (JSON Lines; blank lines are skipped). Where it is `open`, the judge may still have to be asked: a line without its label reads as null. Throws a UserError with every problem and its line: no JSON, a missing or repeated item, a missing label, labels of mixed types, no label at all. */
export function parseLabelLines(file: SourceFile, state: 'judged' | 'open' = 'judged'): LabelLines {
  const problems: Problem[] = [];
  const lines: LabelLine[] = [];
  let header: LabelHeader | null = null;
  const written = splitLines(file);
  for (const [index, { line, text }] of written.entries()) {
    const where = { path: file.path, line, column: null };
    if (breaksOff(problems, where)) break;
    const report: Report = (message, hint) => problems.push(buildProblem(message, hint, where));
    const record = parseRecord(text, report);
    if (record === null) continue;
    if (index === 0 && isHeader(record)) header = readHeader(record, report);
    else lines.push(...readLine(record, line, state === 'open', report));
  }
  problems.push(...findRepeats(file.path, lines), ...findMixedTypes(file.path, lines));
  if (problems.length === 0 && lines.length === 0)
    problems.push(buildProblem('has no labels.', howToWrite, fileWhere(file)));
  throwProblems(problems);
  return { header, lines };
}

/** The labels without their header, each with what the judge says now, by item; what is not among these stays as it is. */
export function renderJudgedLabels({ lines }: LabelLines, judgements: ReadonlyMap<string, Label | null>): string {
  return lines
    .map(({ item, record: { judge, ...rest } }) => {
      const said = judgements.has(item) ? judgements.get(item) : judge;
      return `${writeJson({ ...rest, judge: said })}\n`;
    })
    .join('');
}

/** The file under another header; its labels stay as they are. */
export function renderBoundLabels(file: SourceFile, header: LabelHeader): string {
  const written = splitLines(file);
  const first = written[0];
  const known = first === undefined ? null : parseRecord(first.text, () => undefined);
  const labels = known !== null && isHeader(known) ? written.slice(1) : written;
  return [writeJson(header), ...labels.map(({ text }) => text)].map((line) => `${line}\n`).join('');
}

type Report = (message: string, hint: string) => void;

function splitLines({ text }: SourceFile): readonly { readonly line: number; readonly text: string }[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
}

function parseRecord(text: string, report: Report): JsonObject | null {
  const value = parseJson(text);
  if (isJsonObject(value)) return value;
  report(value === undefined ? 'is not valid JSON.' : 'is not a JSON object.', howToWrite);
  return null;
}

function isHeader(record: JsonObject): boolean {
  return 'judgeHash' in record && !('item' in record);
}

function readHeader(record: JsonObject, report: Report): LabelHeader | null {
  const { judgeHash, judge = '', model = '', kind = null, without } = record;
  const dropped = Array.isArray(without) ? { without: without.map(String) } : {};
  const known = labelKinds.find((one) => one === kind) ?? null;
  if (typeof judgeHash !== 'string') report('"judgeHash" must be text.', hintHeader);
  else if (known !== kind) report(`"kind" must be one of ${labelKinds.join(', ')}.`, hintHeader);
  else return { judgeHash, judge: String(judge), model: String(model), kind: known, ...dropped };
  return null;
}

function readLine(record: JsonObject, line: number, isOpen: boolean, report: Report): readonly LabelLine[] {
  const { item } = record;
  const isNamed = typeof item === 'string' && item !== '';
  if (item === undefined) report('"item" is missing.', 'Name each labelled output once.');
  else if (!isNamed) report('"item" must be text that is not empty.', 'Put it in quotation marks.');
  const judge = isOpen && record.judge === undefined ? null : readLabel(record, 'judge', report);
  const [human, human2] = ['human', 'human2'].map((key) => readLabel(record, key, report));
  if (!isNamed || judge === undefined || human === undefined || human === null || human2 === undefined) return [];
  return [{ item, judge, human, human2, drawn: readDrawn(record, report), record, line }];
}

function readDrawn({ drawn }: JsonObject, report: Report): LabelLine['drawn'] {
  if (drawn === undefined || drawn === null) return drawn;
  const { stratum, of } = isJsonObject(drawn) ? drawn : {};
  if (typeof stratum === 'string' && Number.isInteger(of) && Number(of) > 0) return { stratum, of: Number(of) };
  report('"drawn" must have a "stratum" and how many it was drawn "of".', 'Remove it, or leave it as label wrote it.');
  return undefined;
}

/** A label or null; undefined where it is none, which is then reported. */
function readLabel(record: JsonObject, key: string, report: Report): Label | null | undefined {
  const value = record[key];
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (key === 'human2' && (value === undefined || value === null)) return null;
  if (key === 'judge' && value === null) return null;
  if (value === undefined) report(`"${key}" is missing.`, `${howToWrite} A judge that abstained is null.`);
  else report(`"${key}" must be a number or text that is not empty.`, howToWrite);
  return undefined;
}

function findRepeats(path: string, lines: readonly LabelLine[]): readonly Problem[] {
  const known = new Map<string, number>();
  return lines.flatMap(({ item, line }) => {
    const first = known.get(item);
    known.set(item, first ?? line);
    if (first === undefined) return [];
    const hint = 'Keep one line for each item; a second person goes into "human2".';
    return [buildProblem(`repeats item ${quoteName(item)} of line ${first}.`, hint, { path, line, column: null })];
  });
}

/** All labels are numbers, or all are text: the type of the first person's label decides. */
function findMixedTypes(path: string, lines: readonly LabelLine[]): readonly Problem[] {
  const first = lines[0];
  if (first === undefined) return [];
  const [wanted, names] = [typeof first.human, { number: 'a number', string: 'text' }];
  const nameOf = (label: Label) => (typeof label === 'number' ? names.number : names.string);
  return lines.flatMap((labels) =>
    (['judge', 'human', 'human2'] as const).flatMap((key) => {
      const { line, [key]: label } = labels;
      if (label === null || typeof label === wanted) return [];
      const what = `"${key}" is ${nameOf(label)}, and line ${first.line} is labelled with ${nameOf(first.human)}.`;
      return [buildProblem(what, 'Use one kind of label in a file.', { path, line, column: null })];
    }),
  );
}
