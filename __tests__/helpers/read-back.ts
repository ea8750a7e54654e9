import { parseArgs } from 'node:util';
import { expect } from '@jest/globals';
import { renderScores } from '../../src/conclude/result-files.ts';
import { qualifyName } from '../../src/gate/compare-flags.ts';
import type { Ground } from '../../src/gate/ground.ts';
import { compareFiles } from '../../src/pipeline/compare.ts';
import type { EvaluateResult } from '../../src/pipeline/evaluate-request.ts';
import { uncovered } from '../../src/rounds/next-step.ts';
import { compare, readCompareFlags } from '../../src/terminal/compare.ts';
import { buildParseOptions } from '../../src/terminal/help.ts';

/**
 * Decides a run's own score files by the command in its report, and expects what the run said of each comparison; of the
 * run, too, unless a ground speaks that no score file can show, or the request itself (a limit of cases, a verdict of
 * another run).
 */
export function expectReadBack(result: EvaluateResult, isWhole: boolean): void {
  const { report } = result;
  if (report.compare === null) return;
  const read = (path: string, side: 'base' | 'candidate') => ({ path, text: [...renderScores(result, side)].join('') });
  const again = compareFiles({
    baseline: read('baseline-scores.jsonl', 'base'),
    candidate: read('scores.jsonl', 'candidate'),
    flags: readCommand(report.compare),
  });
  expect(again.errors ?? []).toEqual([]);
  const found = new Map(
    again.metrics.map(({ suite = null, prompt = null, metric, verdict }) => [
      qualifyName({ suite, prompt, metric }),
      verdict,
    ]),
  );
  const compared = report.metrics.filter(({ baselineSource }) => baselineSource !== 'none');
  const said = compared.filter(({ reason, gone }) => reason !== uncovered && !gone);
  expect(said.map((one) => [qualifyName(one), found.get(qualifyName(one))])).toEqual(
    said.map((one) => [qualifyName(one), one.verdict]),
  );
  const isShown = ({ kind, suite, prompt, subject }: Ground) =>
    kind === 'comparison' && said.some((one) => one.suite === suite && one.prompt === prompt && one.metric === subject);
  if (isWhole && report.grounds.every(isShown)) expect(again.verdict).toBe(report.verdict);
}

/** The flags of a command as a shell and the terminal read it. */
function readCommand(command: string) {
  const words = [...command.matchAll(/(?:'[^']*'|\\'|[^\s'])+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|\\(')/g,
      (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
    ),
  );
  const { values } = parseArgs({ args: words.slice(2), options: buildParseOptions(compare.flags), strict: true });
  return readCompareFlags(values as Parameters<typeof readCompareFlags>[0]);
}
