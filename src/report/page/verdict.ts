import { closeSentence } from '../../text/prose.ts';
import { commitOf, docUrl } from '../links.ts';
import type { Report } from '../report.ts';
import { describeReportCauses } from '../words/cause.ts';
import { describeEffect } from '../words/effect.ts';
import { nameSide } from '../words/grouping.ts';
import { listNextSteps } from '../words/next-step.ts';
import { titleOf } from '../words/prompt-words.ts';
import { describeSince } from '../words/since.ts';
import { nameSubject, type SubjectView } from '../words/subject.ts';
import { linkToCommit, linkToPull, linkToRepository, linkToRun, requireHttps } from './links.ts';
import { link, list, prose, text } from './parts.ts';

const signs = { fail: '✕', pass: '✓', inconclusive: '?', invalid: '!' } as const;
const words = {
  fail: 'Regression',
  pass: 'No regression',
  inconclusive: 'Not settled',
  invalid: 'Could not be judged',
} as const;

const view: SubjectView = { suite: (name) => name, prompt: titleOf, several: (counted) => counted };

/** The first screen: whose verdict on what, whether it blocks, why, what to do, and where to find what it is about. */
export function renderVerdict(report: Report): string {
  const { verdict, title, details, notices, since } = report;
  const causes = describeReportCauses(report).map((cause) => `<p class="cause">${prose(closeSentence(cause))}</p>`);
  return `<header class="verdict ${verdict}">
<p class="whose">${['<b>Prompt Assay</b>', ...nameSubject(report, view).map(text)].join(' <i>·</i> ')}</p>
<h1><span class="sign" aria-hidden="true">${signs[verdict]}</span> ${words[verdict]}, <em>${describeEffect(report).words}</em></h1>
<p class="title">${prose(title)}</p>
${causes.join('')}${since === null ? '' : `<p>${prose(describeSince(since))}</p>`}${list([...details, ...notices])}${renderNext(report)}<p class="places">${listPlaces(report).join(' <i>·</i> ')}</p>
</header>`;
}

/** What to do, the nearest first; the first has a page of the docs that says more. */
function renderNext(report: Report): string {
  const steps = listNextSteps(report);
  const url = requireHttps(docUrl(report, steps[0]?.doc ?? ''));
  const more = url === null ? '' : ` ${link(url, 'More')}`;
  return `<p><b>Next:</b> ${steps.map((step) => prose(step.text)).join(' ')}${more}</p>`;
}

function listPlaces(report: Report): readonly string[] {
  const { base, head, github } = report;
  const name = (side: 'base' | 'head', otherwise: string) => {
    const commit = commitOf(report, side);
    const shown = commit === null ? '' : ` ${link(linkToCommit(report, side), commit.slice(0, 7), 'code')}`;
    return `${text(nameSide(report[side], otherwise))}${shown}`;
  };
  const sides = base === null && head === null ? [] : [`${name('base', 'baseline')} → ${name('head', 'candidate')}`];
  const repository = linkToRepository(report);
  const [run, pull] = [linkToRun(report), linkToPull(report)];
  return [
    ...sides,
    ...(pull === null ? [] : [link(pull, `pull request #${github?.pull}`)]),
    ...(repository === null ? [] : [link(repository, new URL(repository).pathname.slice(1))]),
    ...(run === null ? [] : [link(run, 'the run')]),
  ];
}
