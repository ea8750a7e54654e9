import type { GroundKind } from '../../gate/ground.ts';
import { count, inCode } from '../../text/prose.ts';
import type { ArmReport } from '../prompt-report.ts';
import type { Report } from '../report.ts';
import { formatUsd } from './numbers.ts';
import { findSubject } from './subject.ts';

/** What somebody may do now: a sentence with names in backticks, and where the docs say more. */
export interface NextStep {
  readonly text: string;
  /** A page below `docs/`, with its heading. */
  readonly doc: string;
}

const acceptLabel = 'prompt-assay:accept';

/** What people can do about a verdict, the nearest first; never empty. */
export function listNextSteps(report: Report): readonly NextStep[] {
  const accepted = report.green ? [] : [accept(report), ...keepVerdict(report)];
  switch (report.verdict) {
    case 'pass':
      return [{ text: describePass(report), doc: 'comment.md#pass' }];
    case 'fail':
      return [{ text: describeMend(report), doc: 'comment.md#fail' }, ...accepted];
    case 'inconclusive':
      return [{ text: describeOpen(report), doc: 'comment.md#inconclusive' }, ...accepted];
    case 'invalid':
      return [{ text: describeRepair(report), doc: 'comment.md#invalid' }];
  }
}

function describePass({ metrics }: Report): string {
  const isNew = metrics.length > 0 && metrics.every(({ gates }) => !gates);
  return isNew ? 'Nothing here. What gates, gates once this is merged.' : 'Nothing blocks it: it can be merged.';
}

const mends: { readonly [kind in GroundKind]: string } = {
  comparison: 'mend the prompt',
  threshold: 'mend the prompt until it keeps the threshold',
  expense: 'bring cost or latency below the limit',
  rows: 'put the rows back',
  'answer-key': 'keep the answer out of the prompt',
  prompt: 'put the prompt back, or name it in `renamed-from` of its successor',
  unjudged: 'mend what is named above',
};

/** One clause for each kind of ground. */
function describeMend(report: Report): string {
  const { grounds, verdict, github } = report;
  const kinds = [...new Set(grounds.filter((one) => one.verdict === verdict).map(({ kind }) => kind))];
  const clauses = (kinds.length === 0 ? (['comparison'] as const) : kinds).map((kind) => mends[kind]);
  const prompts = findSubject(report).prompts.length > 1 ? 'mend the prompts' : mends.comparison;
  const told = clauses.map((clause) => clause.replace(mends.comparison, prompts));
  return sentence(`${told.join(', ')}, and ${github === null ? 'run again' : 'push'}`);
}

function accept({ github, grounds }: Report): NextStep {
  const doc = 'comment.md#accept-a-verdict';
  if (github === null) {
    const isTried = grounds.some(({ kind }) => kind === 'rows' || kind === 'answer-key' || kind === 'prompt');
    const here = isTried ? ', here `--accept NAME`' : '';
    return { text: `If it is meant, the pull request needs somebody who accepts it${here}.`, doc };
  }
  const who = github.acceptsOwn ? 'someone who may write here' : 'someone who may write here, not the author,';
  return { text: `If it is meant: ${who} sets the label ${inCode(acceptLabel)}.`, doc };
}

/** Whoever runs a red check again wants to know what comes of it. */
function keepVerdict({ github }: Report): readonly NextStep[] {
  if (github === null || github.pull === null) return [];
  const text = 'Run again without a change, it keeps this verdict and costs nothing.';
  return [{ text, doc: 'comment.md#run-it-again' }];
}

/** What would settle an open verdict; a verdict that rests on no rate says so itself. */
function describeOpen({ metrics, green }: Report): string {
  const open = metrics.filter((metric) => metric.gates && metric.verdict === 'inconclusive');
  if (open.some((metric) => metric.measuresNothing)) return 'Mend the check, or the rows that it reads.';
  // How many it takes is said above.
  const isShort = open.some(({ casesToSettle, cases }) => (casesToSettle ?? cases) > cases);
  if (green) return `${isShort ? 'Add cases to the dataset to settle it, or merge' : 'Merge'} it unproven.`;
  return isShort ? 'Add cases to the dataset to settle it.' : 'The settings ask for proof, and there is none.';
}

/** An outage is waited for, a mistake is mended; no label overrules either. */
function describeRepair({ errors, suites, github }: Report): string {
  const arms = suites
    .flatMap(({ prompts }) => prompts.flatMap(({ baseline, candidate }) => [baseline, candidate]))
    .filter((arm) => arm !== null);
  const missing = arms.reduce((sum, { unavailable }) => sum + unavailable, 0);
  if (missing > 0) {
    const what = `pays for the ${count(missing, 'missing answer')}${renderCost(arms)}`;
    return `Run ${github === null ? 'it' : 'the job'} again: where a cache is kept, that ${what} and nothing else.`;
  }
  const where = errors.length === 0 ? 'above' : 'below';
  return `Mend what is named ${where}, and ${github === null ? 'run again' : 'push'}. No label overrules it.`;
}

/** What the missing answers would cost by those that came; empty where that is not known. */
function renderCost(arms: readonly ArmReport[]): string {
  const costs = arms
    .filter(({ unavailable }) => unavailable > 0)
    .map(({ costPerThousandMicroUsd, unavailable }) =>
      costPerThousandMicroUsd === null ? Number.NaN : (costPerThousandMicroUsd * unavailable) / 1e9,
    );
  const cost = costs.reduce((sum, one) => sum + one, 0);
  return cost > 0 ? `, about ${formatUsd(cost)},` : '';
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
