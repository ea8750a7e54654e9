import { rowChecks } from '../../checks/row-checks.ts';
import type { CheckConfig, JudgeConfig } from '../../config/config.ts';
import { buildProblem, type Problem, type Where } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import type { EmbeddedRow, Prompt } from '../prompt.ts';
import { unsetCheck, unsetJudge } from '../unset-metrics.ts';
import { gradedKinds } from './graded-kinds.ts';
import { joinGraded, nameTest, type TestRow } from './rows.ts';

/** What the tests of one prompt come to. */
export interface Gate extends Pick<Prompt, 'metrics' | 'unread'> {
  readonly rows: readonly EmbeddedRow[] | null;
  readonly warnings: readonly Problem[];
}

/** Asks for nothing but an answer: for a row of which a judge says all. */
const anyAnswer: JsonObject = { type: 'contains-all', values: [''] };
const partlyHint =
  'A judge scores every row: assert it in "defaultTest" or in every test, or make it a judge of a suite in the config.';

/**
 * Makes rows and metrics of tests: their checks are a column of each row, and what models grade becomes a judge where every test that can be
 * read asserts it; `criteria` are the graders of all tests. A test of which nothing can be read is left out with a warning, since it would pass whatever is answered; where that is so
 * of all of them, their rows stay, for a suite with checks of its own, and `unread` says why the file is no gate.
 */
export function buildGate(tests: readonly TestRow[], criteria: Pick<Gate, 'metrics' | 'unread'>, where: Where): Gate {
  const isForAll = criteria.metrics.length > 0;
  const read = tests.filter(({ checks, graded, isAskable }) =>
    isForAll ? isAskable : checks.length + graded.length > 0,
  );
  const isShared = (type: string) => read.every(({ graded }) => graded.some((one) => one.type === type));
  const judged = read.length === 0 ? [] : [...gradedKinds.keys()].filter(isShared);
  const kept = isForAll || judged.length > 0 ? read : read.filter(({ checks }) => checks.length > 0);
  const refused = tests.flatMap((row) => row.refused);
  const partly = read.flatMap(({ graded }) =>
    graded
      .filter(({ type }) => !judged.includes(type))
      .map(({ type, part }) =>
        buildProblem(`${quoteName(type)} is not read: only some of the tests assert it.`, partlyHint, part.where()),
      ),
  );
  if (tests.length === 0) return { rows: null, ...criteria, warnings: [] };
  if (kept.length === 0) {
    const rows = tests.map((row) => toRow(row, {}));
    return { rows, metrics: [], unread: [...criteria.unread, ...refused, ...partly], warnings: [] };
  }
  const hasChecks = kept.some(({ checks }) => checks.length > 0);
  const own = [
    ...(hasChecks ? [buildCheck(where)] : []),
    ...judged.map((type) => buildJudge(type, findGrader(read, type), where)),
  ];
  const rows = kept.map((row) => {
    const texts = joinGraded(row.graded);
    const columns = judged.map((type) => [columnOf(type), texts.get(type) ?? ''] as const);
    const told = Object.fromEntries(columns.filter(([, text]) => text !== ''));
    return toRow(row, hasChecks ? { ...told, checks: row.checks.length > 0 ? row.checks : [anyAnswer] } : told);
  });
  const left = tests.filter((row) => !kept.includes(row)).map(explainLeft);
  const warnings = [...criteria.unread, ...refused, ...partly, ...left];
  return { rows, metrics: [...criteria.metrics, ...own], unread: [], warnings };
}

function toRow({ id, test, variables, tags }: TestRow, more: JsonObject): EmbeddedRow {
  const tagged = tags.length === 0 || Object.hasOwn(variables, 'tags') ? {} : { tags };
  return { values: { id, ...tagged, ...variables, ...more }, where: test.part.where() };
}

function explainLeft({ test, checks, graded, refused }: TestRow): Problem {
  const isBare = checks.length + graded.length + refused.length === 0;
  const why = isBare
    ? 'it asserts nothing, and would pass whatever is answered'
    : 'nothing that it asserts can be read';
  const name = nameTest(test.part, test.own);
  const hint = isBare ? 'Give it an "assert".' : 'Give it an assertion that can be read.';
  return buildProblem(`${name} is left out: ${why}.`, hint, test.part.where());
}

/** The model that all rows name to judge; null where they name none, or several. */
function findGrader(rows: readonly TestRow[], type: string): string | null {
  const models = new Set(
    rows.flatMap(({ graded }) => graded.filter((one) => one.type === type).map(({ model }) => model)),
  );
  return models.size === 1 ? ([...models][0] ?? null) : null;
}

/** The column that holds what a judge is told of a row. */
function columnOf(type: string): string {
  return `assert-${type.replaceAll(':', '-')}`;
}

function buildCheck(where: Where): CheckConfig {
  return { ...unsetCheck, type: rowChecks.type, name: 'assertions', options: {}, where };
}

function buildJudge(type: string, model: string | null, where: Where): JudgeConfig {
  const kind = gradedKinds.get(type);
  if (kind === undefined) throw new Error(`no judge for ${type}`);
  const { rubric, options } = kind;
  return { ...unsetJudge, type: kind.type, name: type, rubric, options: options(columnOf(type)), model, where };
}
