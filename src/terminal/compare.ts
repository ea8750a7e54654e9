import { UserError } from '../errors.ts';
import { type CompareFlags, type CompareRules, defaultCompareFlags, ruleFlags } from '../gate/compare-flags.ts';
import type { Direction } from '../gate/comparison.ts';
import { type CompareResult, compareExitCode, compareFiles } from '../pipeline/compare.ts';
import { renderCompareText } from '../report/compare-text.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import {
  type Command,
  type Flag,
  type Flags,
  type FlagTable,
  type Io,
  listFlag,
  type Outcome,
  textFlag,
} from './command.ts';
import { choiceFlag, integerFlag, numberFlag } from './flags.ts';
import { readSourceFile } from './read-file.ts';

/** The rules of the gate; each may be given for all suites and, as SUITE=X, for some. */
const ruleTable: FlagTable = {
  [ruleFlags.margin]: rule('X', 'the largest drop that passes (default .10 below 100 distinct questions, else .05)'),
  [ruleFlags.alpha]: rule('X', 'one-sided error rate (default .05)'),
  [ruleFlags.minCases]: rule('N', 'below so many distinct questions no rate is tested (default 10)'),
  [ruleFlags.minDrop]: rule('X', 'a smaller drop is not run again (default .025)'),
  [ruleFlags.driftAllowance]: rule('X', 'what drift may hide of a drop against stored samples (default .02)'),
  [ruleFlags.target]: rule('WORD', 'inputs or cases (default inputs)'),
  [ruleFlags.samples]: rule('N', 'samples of a critical case that enter the rate (default as many as of others)'),
  [ruleFlags.design]: rule('WORD', 'one-look or two-look (default one-look)'),
  [ruleFlags.settle]: rule('HOW', 'off, 3, 5 or on-request: how lines settle two looks (default off)'),
  [ruleFlags.onInconclusive]: rule('WORD', 'warn or block (default warn)'),
};

function rule(value: string, help: string): Flag {
  return { value, isRepeatable: true, help };
}

/** `compare`: decides between two score files, without model and git. */
export const compare: Command = {
  name: 'compare',
  usage: '--baseline A.jsonl --candidate B.jsonl [options]',
  about: `Decides between two score files; a line is {"case", "metric", "sample", "score", "suite"?, "prompt"?, "arm"?,
"look"?, "critical"?, "labelled"?, "question"?, "cluster"?, "same"?, "reason"?}. A run's results.json has the whole
command for its own.
Those of the flags below that set a rule also take SUITE=X, for one suite, and are then repeatable.`,
  flags: {
    baseline: { value: 'FILE', help: "the base's scores (JSON Lines)" },
    candidate: { value: 'FILE', help: "the candidate's" },
    metric: {
      value: 'NAME',
      isRepeatable: true,
      help: 'a metric that gates, or SUITE/PROMPT/METRIC; repeatable, all by default',
    },
    direction: { value: 'NAME=WAY', isRepeatable: true, help: 'higher or lower is better, or neutral; repeatable' },
    ...ruleTable,
    json: { help: 'print the comparison as JSON' },
  },
  positionals: [],
  run: compareInTerminal,
  buildFailure: (errors) => ({
    verdict: 'invalid',
    title: 'Nothing was compared.',
    metrics: [],
    reasons: errors.map(({ message }) => message),
    errors,
  }),
};

async function compareInTerminal(values: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const flags = readCompareFlags(values);
  const [baseline, candidate] = await Promise.all([readNamed(values, 'baseline'), readNamed(values, 'candidate')]);
  const result: CompareResult = compareFiles({ baseline, candidate, flags });
  const { columns, colour } = io;
  const text = renderCompareText(result, adviseMetrics(result, flags), { columns, colour, links: false });
  return { document: result, text, exitCode: compareExitCode(result, flags) };
}

/** A run knows which of its metrics only report; its score files do not. */
function adviseMetrics({ verdict, metrics }: CompareResult, { metrics: named }: CompareFlags): string | null {
  if (verdict === 'pass' || named.length > 0 || metrics.length < 2) return null;
  return 'Every metric gates here, also one that only reports in a run: --metric names those that do, as the command in results.json.';
}

function readNamed(values: Flags, name: string) {
  const path = textFlag(values, name);
  if (path === null) throw UserError.of(`--${name} is missing.`, 'Name a score file (JSON Lines).');
  return readSourceFile(path, maxDatasetBytes);
}

/** The flags of a command line; a later one of a name and suite wins. Throws a UserError that names the flag. */
export function readCompareFlags(values: Flags): CompareFlags {
  const suites = new Map<string, Partial<CompareRules>>();
  let all: Partial<CompareRules> = {};
  for (const { suite, rule } of listRules(values)) {
    if (suite === null) all = { ...all, ...rule };
    else suites.set(suite, { ...suites.get(suite), ...rule });
  }
  const directions = new Map(listFlag(values, 'direction').map(parseDirection));
  return { ...defaultCompareFlags, ...all, suites, metrics: listFlag(values, 'metric'), directions };
}

const rate = (name: string, text: string) => numberFlag({ [name]: text }, name, 0, 1);

/** How each rule is read; its flag's name is for the error. */
const readers: { readonly [rule in keyof CompareRules]: (name: string, text: string) => CompareRules[rule] } = {
  margin: rate,
  alpha: rate,
  minCases: (name, text) => numberFlag({ [name]: text }, name, 0, 1_000_000),
  minDrop: rate,
  driftAllowance: rate,
  target: (name, text) => choiceFlag({ [name]: text }, name, ['inputs', 'cases']),
  samples: (name, text) => integerFlag({ [name]: text }, name, 1, 1000),
  onInconclusive: (name, text) => choiceFlag({ [name]: text }, name, ['warn', 'block']),
  design: (name, text) => choiceFlag({ [name]: text }, name, ['one-look', 'two-look']),
  settle: (name, text) => settleByWord[choiceFlag({ [name]: text }, name, ['off', '3', '5', 'on-request']) ?? 'off'],
};

const settleByWord = { off: 'off', 3: 3, 5: 5, 'on-request': 'on-request' } as const;

/** Every rule of the command line, with the suite it is for; null is all. */
function listRules(values: Flags) {
  return (Object.keys(readers) as (keyof CompareRules)[]).flatMap((rule) => {
    const name = ruleFlags[rule];
    return listFlag(values, name).map((text) => {
      const at = text.lastIndexOf('=');
      const value = readers[rule](name, at > 0 ? text.slice(at + 1) : text);
      return { suite: at > 0 ? text.slice(0, at) : null, rule: { [rule]: value } };
    });
  });
}

function parseDirection(text: string): [string, Direction] {
  const at = text.lastIndexOf('=');
  const way = text.slice(at + 1);
  if (at > 0 && (way === 'higher' || way === 'lower' || way === 'neutral')) return [text.slice(0, at), way];
  throw UserError.of(`--direction is "${text}".`, 'Give it as METRIC=higher, METRIC=lower or METRIC=neutral.');
}
