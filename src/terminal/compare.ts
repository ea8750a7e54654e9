import { UserError } from '../errors.ts';
import { type CompareFlags, type CompareResult, compareExitCode, compareFiles } from '../pipeline/compare.ts';
import { renderCompareText } from '../report/compare-text.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import { type Command, type Flags, listFlag, type Outcome, textFlag } from './command.ts';
import { choiceFlag, numberFlag } from './flags.ts';
import { readSourceFile } from './read-file.ts';

/** `compare`: decides between two score files, without model and git. */
export const compare: Command = {
  name: 'compare',
  usage: '--baseline A.jsonl --candidate B.jsonl [options]',
  about: `Decides between two score files; a line is {"case", "metric", "sample", "score", "suite"?, "prompt"?, "arm"?,
"critical"?, "question"?, "cluster"?, "reason"?}.`,
  flags: {
    baseline: { value: 'FILE', help: "the base's scores (JSON Lines)" },
    candidate: { value: 'FILE', help: "the candidate's" },
    margin: { value: 'X', help: 'the largest drop that passes (default .10 below 100 distinct questions, else .05)' },
    alpha: { value: 'X', help: 'one-sided error rate (default .05)' },
    'min-cases': { value: 'N', help: 'below so many distinct questions no rate is tested (default 10)' },
    metric: { value: 'NAME', isRepeatable: true, help: 'a metric that gates; repeatable, all by default' },
    direction: { value: 'NAME=WAY', isRepeatable: true, help: 'higher or lower is better; repeatable' },
    'on-inconclusive': { value: 'WORD', help: 'warn or block (default warn)' },
    design: { value: 'WORD', help: 'one-look or two-look (default one-look)' },
    json: { help: 'print the comparison as JSON' },
  },
  positionals: [],
  run: compareInTerminal,
  buildFailure: (errors) => ({
    verdict: 'invalid',
    metrics: [],
    reasons: errors.map(({ message }) => message),
    errors,
  }),
};

async function compareInTerminal(values: Flags): Promise<Outcome> {
  const flags = parseFlags(values);
  const [baseline, candidate] = await Promise.all([readNamed(values, 'baseline'), readNamed(values, 'candidate')]);
  const result: CompareResult = compareFiles({ baseline, candidate, flags });
  return { document: result, text: renderCompareText(result), exitCode: compareExitCode(result, flags) };
}

function readNamed(values: Flags, name: string) {
  const path = textFlag(values, name);
  if (path === null) throw UserError.of(`--${name} is missing.`, 'Name a score file (JSON Lines).');
  return readSourceFile(path, maxDatasetBytes);
}

function parseFlags(values: Flags): CompareFlags {
  return {
    margin: numberFlag(values, 'margin', 0, 1),
    alpha: numberFlag(values, 'alpha', 0, 1),
    minCases: numberFlag(values, 'min-cases', 0, 1_000_000),
    metrics: listFlag(values, 'metric'),
    directions: new Map(listFlag(values, 'direction').map(parseDirection)),
    onInconclusive: choiceFlag(values, 'on-inconclusive', ['warn', 'block']) ?? 'warn',
    design: choiceFlag(values, 'design', ['one-look', 'two-look']) ?? 'one-look',
  };
}

function parseDirection(text: string): [string, 'higher' | 'lower'] {
  const at = text.lastIndexOf('=');
  const way = text.slice(at + 1);
  if (at > 0 && (way === 'higher' || way === 'lower')) return [text.slice(0, at), way];
  throw UserError.of(`--direction is "${text}".`, 'Give it as METRIC=higher or METRIC=lower.');
}
