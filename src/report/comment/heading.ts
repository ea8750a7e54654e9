import { count, listFirst } from '../../text/prose.ts';
import { cutText, escapeInline, renderCode } from '../escape.ts';
import { promptUrl, renderLink } from '../links.ts';
import type { PromptReport } from '../prompt-report.ts';
import type { Report } from '../report.ts';
import { describeEffect, type Effect } from '../words/effect.ts';
import { titleOf } from '../words/prompt-words.ts';
import { findSubject, listPrompts } from '../words/subject.ts';

const maxName = 100;
const maxSuites = 3;
/** The comment key of who names none. */
const ownKey = 'prompt-assay.yml';
const form = /^### \S+ (.*) · \*\*[^*]+\*\*$/;

/** The first line: a sign, whose comment it is, what it is about, and whether it blocks. `key` tells several comments on one pull request apart, and is all there is to name where no suite was read. */
export function renderHeading(report: Report, key: string | null): string {
  const subject = nameSubject(report);
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

/** The suite and its prompt, or how many; of a change that touches several suites, how many share the verdict. */
function nameSubject(report: Report): readonly string[] {
  const subject = findSubject(report);
  const { suites, others } = subject;
  const [suite] = suites;
  if (suite === undefined) return [];
  const all = count(suites.length + others, 'suite');
  if (suites.length > 1) {
    const names = suites.map((name) => renderCode(cutText(name, maxName)));
    return [others === 0 ? all : `${suites.length} of ${all}: ${listFirst(names, maxSuites)}`];
  }
  const name = renderCode(cutText(suite, maxName));
  return [name, ...namePrompts(report, listPrompts(subject)), ...(others === 0 ? [] : [`1 of ${all}`])];
}

function namePrompts(report: Report, prompts: readonly PromptReport[]): readonly string[] {
  const [prompt] = prompts;
  if (prompt === undefined) return [];
  if (prompts.length > 1) return [count(prompts.length, 'prompt')];
  return [linkPrompt(report, prompt)];
}

function linkPrompt(report: Report, prompt: PromptReport): string {
  return renderLink(renderCode(cutText(titleOf(prompt), maxName)), promptUrl(report, prompt));
}
