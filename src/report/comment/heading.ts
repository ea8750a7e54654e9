import { listFirst } from '../../text/prose.ts';
import { cutText, escapeInline, renderCode } from '../escape.ts';
import { promptUrl, renderLink } from '../links.ts';
import type { Report } from '../report.ts';
import { describeEffect, type Effect } from '../words/effect.ts';
import { titleOf } from '../words/prompt-words.ts';
import { nameSubject, type SubjectView } from '../words/subject.ts';

const maxName = 100;
const maxSuites = 3;
/** The comment key of who names none. */
const ownKey = 'prompt-assay.yml';
const form = /^### \S+ (.*) · \*\*[^*]+\*\*$/;

/** The first line: a sign, whose comment it is, what it is about, and whether it blocks. `key` tells several comments on one pull request apart, and is all there is to name where no suite was read. */
export function renderHeading(report: Report, key: string | null): string {
  const subject = nameSubject(report, viewSubject(report));
  const isPlain = key === null || report.github === null || (key === ownKey && subject.length > 0);
  const own = isPlain ? [] : [renderCode(cutText(key, maxName))];
  return joinHeading(['Prompt Assay', ...own, ...subject].join(' · '), describeEffect(report));
}

/** A comment whose heading says another effect: that of a verdict which was accepted meanwhile, or is no longer. */
export function setEffect(body: string, effect: Effect): string {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.startsWith('### '));
  const [, subject] = form.exec(lines[at] ?? '') ?? [];
  if (subject === undefined) return body;
  return lines.with(at, joinHeading(subject, effect)).join('\n');
}

function joinHeading(subject: string, { sign, words }: Effect): string {
  return `### ${sign} ${subject} · **${escapeInline(words)}**`;
}

function viewSubject(report: Report): SubjectView {
  const name = (suite: string) => renderCode(cutText(suite, maxName));
  return {
    suite: name,
    prompt: (prompt) => renderLink(renderCode(cutText(titleOf(prompt), maxName)), promptUrl(report, prompt)),
    several: (counted, suites) => `${counted}: ${listFirst(suites.map(name), maxSuites)}`,
  };
}
