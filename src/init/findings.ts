import { renderProblem } from '../errors.ts';
import { columnsOf } from '../plan/unsent.ts';
import { dialectOf } from '../prompts/dialects.ts';
import { variablesOf } from '../prompts/render.ts';
import { count } from '../text/prose.ts';
import type { Setup } from './setup.ts';
import type { FoundPrompt, FoundRows, Survey } from './survey.ts';

/** One thing that was found, as `init --json` lists it. */
export interface Finding {
  readonly path: string;
  readonly kind: 'prompt' | 'rows' | 'code' | 'workflow';
  /** Id of the prompt format; null for what is no prompt, and where none reads it. */
  readonly format: string | null;
  /** How many rows it holds. */
  readonly cases: number;
  /** Variables of a prompt, columns of rows. */
  readonly names: readonly string[];
  /** What becomes of it. */
  readonly note: string;
}

/** All that was found, prompts first, and what becomes of each in a setup. */
export function listFindings(survey: Survey, setup: Setup): readonly Finding[] {
  const isUsed = ({ path }: FoundRows) => setup.suites.some(({ dataset }) => dataset === path);
  return [
    ...survey.prompts.map((prompt) => describePrompt(prompt, setup)),
    ...survey.rows.filter((rows) => rows.isNamed || isUsed(rows)).map((rows) => describeRows(rows, setup)),
    ...survey.unread.map(({ path, kind, problem }) => {
      const note = `cannot be read: ${renderProblem({ ...problem, path: null })}`;
      return { path, kind, format: null, cases: 0, names: [], note };
    }),
    ...describeCode(survey, setup),
    ...(survey.workflow === null ? [] : [plain(survey.workflow, 'workflow', 'calls Prompt Assay already')]),
  ];
}

function describePrompt({ address: path, prompt, cases, ...found }: FoundPrompt, setup: Setup): Finding {
  const names = variablesOf(prompt);
  return { path, kind: 'prompt', format: prompt.format, cases: cases.length, names, note: tell() };

  function tell(): string {
    const { pairs, open } = setup.pairing;
    const pair = pairs.find(({ prompts }) => prompts.some((one) => one.address === path));
    if (pair !== undefined) return `suite "${pair.name}"`;
    if (found.isAlone) return 'carries rows and evaluators: a suite of itself';
    const starter = setup.starter === path ? setup.suites[0] : undefined;
    if (starter !== undefined) return `suite "${starter.name}", with rows to be written: ${starter.dataset}`;
    const mayTake = open.find((one) => one.prompt.address === path)?.mayTake ?? [];
    const fitting = mayTake.slice(0, 3).map((rows) => rows.path);
    const would = fitting.length === 0 ? '' : `; ${fitting.join(', ')} would fill it`;
    if (found.isForAssistants) return `is told to a coding assistant; no rows are evidently its own${would}`;
    if (fitting.length > 0) return `no rows are evidently its own${would}`;
    const { write } = dialectOf(prompt.dialect);
    if (names.length === 0) return `uses no variable: write ${write('input')} where the text of a row goes`;
    return `no rows were found that have what it uses: ${names.slice(0, 8).map(write).join(', ')}`;
  }
}

function describeRows({ path, cases }: FoundRows, { suites }: Setup): Finding {
  const suite = suites.find(({ dataset }) => dataset === path);
  const names = [...new Set(cases.slice(0, 20).flatMap(columnsOf))];
  const note = suite === undefined ? 'is evidently of no prompt that was found' : `suite "${suite.name}"`;
  return { path, kind: 'rows', format: null, cases: cases.length, names, note };
}

function describeCode({ code }: Survey, { basis, suites }: Setup): readonly Finding[] {
  const [first, ...more] = code;
  if (first === undefined || (basis !== 'code' && basis !== 'example')) return [];
  const others = more.length === 0 ? '' : `and ${count(more.length, 'more file', 'more files')} of source code: `;
  const becomes =
    basis === 'code'
      ? `your application answers, and Prompt Assay judges (${suites.map(({ name }) => `"${name}"`).join(', ')})`
      : 'prompts in source code are judged by what the application answers; that needs rows, see docs/outputs.md';
  return [plain(first, 'code', `${others}${becomes}`)];
}

function plain(path: string, kind: Finding['kind'], note: string): Finding {
  return { path, kind, format: null, cases: 0, names: [], note };
}
