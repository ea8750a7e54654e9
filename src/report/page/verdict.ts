import { inCode } from '../../text/prose.ts';
import type { Report } from '../report.ts';
import { nameSide } from '../words/grouping.ts';
import { commitOf, linkToCommit, linkToPull, linkToRepository, linkToRun } from './links.ts';
import { link, list, prose, text } from './parts.ts';

const signs = { fail: '✕', pass: '✓', inconclusive: '?', invalid: '!' } as const;
const words = {
  fail: 'Regression',
  pass: 'No regression',
  inconclusive: 'Not settled',
  invalid: 'Could not be judged',
} as const;

/** The first screen: whose verdict on what, whether it blocks, why, and where to find what it is about. */
export function renderVerdict(report: Report): string {
  const { verdict, title, details, notices } = report;
  const causes = listCauses(report).map((cause) => `<p class="cause">${prose(cause)}</p>`);
  return `<header class="verdict ${verdict}">
<p class="whose">${['<b>Prompt Assay</b>', ...nameSubject(report).map(text)].join(' <i>·</i> ')}</p>
<h1><span class="sign" aria-hidden="true">${signs[verdict]}</span> ${words[verdict]}, <em>${describeBlock(report)}</em></h1>
<p class="title">${prose(title)}</p>
${causes.join('')}${list([...details, ...notices])}<p class="places">${listPlaces(report).join(' <i>·</i> ')}</p>
</header>`;
}

/** The suite and its prompt where there is one of each, else how many there are. */
function nameSubject({ suites, metrics }: Report): readonly string[] {
  const ran = suites.filter(({ status }) => status !== 'skipped');
  const prompts = new Set(ran.flatMap(({ name, prompts }) => prompts.map(({ id }) => JSON.stringify([name, id]))));
  const [only] = ran;
  if (only === undefined) return metrics.length === 0 ? [] : [`${metrics.length} comparisons`];
  if (ran.length > 1) return [`${ran.length} suites`];
  const [prompt] = only.prompts;
  if (prompts.size > 1) return [only.name, `${prompts.size} prompts`];
  return prompt === undefined || prompt.id === only.name ? [only.name] : [only.name, prompt.id];
}

/** In a terminal there is nothing to block yet. */
function describeBlock({ green, github }: Report): string {
  if (github !== null) return green ? 'does not block merging' : 'blocks merging';
  return green ? 'would not block merging' : 'would block merging';
}

/** What most cases that got worse have in common, of the comparisons that fail. */
function listCauses({ metrics }: Report): readonly string[] {
  const failing = metrics.filter(({ gates, verdict, belowMinScore }) => gates && (verdict === 'fail' || belowMinScore));
  return failing.flatMap(({ metric, pattern }) => {
    if (pattern === null) return [];
    return [`Of the cases that got worse in ${inCode(metric)}, ${pattern}.`];
  });
}

function listPlaces(report: Report): readonly string[] {
  const { base, head, github } = report;
  const name = (side: typeof base, otherwise: string) => {
    const commit = commitOf(side);
    const shown = commit === null ? '' : ` ${link(linkToCommit(report, side), commit.slice(0, 7), 'code')}`;
    return `${text(nameSide(side, otherwise))}${shown}`;
  };
  const sides = base === null && head === null ? [] : [`${name(base, 'baseline')} → ${name(head, 'candidate')}`];
  const repository = linkToRepository(report);
  const [run, pull] = [linkToRun(report), linkToPull(report)];
  return [
    ...sides,
    ...(pull === null ? [] : [link(pull, `pull request #${github?.pull}`)]),
    ...(repository === null ? [] : [link(repository, new URL(repository).pathname.slice(1))]),
    ...(run === null ? [] : [link(run, 'the run')]),
  ];
}
