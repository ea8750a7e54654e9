import { renderProblem } from '../../errors.ts';
import { count } from '../../text/prose.ts';
import type { DiffLine } from '../diff/clip-diff.ts';
import { renderDiffLines } from '../diff/diff-block.ts';
import { cutText, escapeHtml, escapeInline, renderFence, renderHtmlCode, renderProse } from '../escape.ts';
import type { MessageChange, Part, PromptChanges, SettingChange } from '../prompt-changes.ts';
import type { PromptReport } from '../prompt-report.ts';
import type { Report } from '../report.ts';
import { nameSide } from '../words/grouping.ts';
import { formatCount, unknown } from '../words/numbers.ts';
import { describeMessage, describeVariables, listChangeFacts, titleOf } from '../words/prompt-words.ts';
import { renderFold } from './fold.ts';

/** How much is shown of a prompt: lines of its messages, rows of settings and variables, and whether a typical case is. */
export interface PromptRoom {
  readonly lines: number;
  readonly items: number;
  readonly typical: boolean;
}

const fewPrompts = 3;
const maxPath = 200;
const maxSentence = 300;
/** A long path may go on in the next line of its cell. */
const mayBreak = '.&#8203;';
const maxGuess = 600;

/** What changed in each prompt, folded, and all of them in one fold where they are many. Empty where no prompt differs. */
export function renderPromptDiffs(report: Report, room: PromptRoom): string {
  const prompts = listChanged(report);
  const paths = prompts.map(({ path }) => path);
  const isShared = ({ path }: PromptReport) => paths.indexOf(path) !== paths.lastIndexOf(path);
  const folds = prompts.map((prompt) => renderPrompt(report, prompt, isShared(prompt), room)).join('\n');
  return prompts.length <= fewPrompts ? folds : renderFold(`What changed in ${count(prompts.length, 'prompt')}`, folds);
}

/** Every prompt that differs, once, however many suites run it. */
function listChanged({ suites }: Report): readonly PromptReport[] {
  const prompts = suites
    .flatMap((suite) => suite.prompts)
    .filter(({ changes, change }) => changes !== null || change === 'renamed');
  const keys = prompts.map(({ path, id }) => JSON.stringify([path, id]));
  return prompts.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function renderPrompt(report: Report, prompt: PromptReport, isNamed: boolean, room: PromptRoom): string {
  const { path, basePath, id, changes } = prompt;
  const was = basePath !== null && basePath !== path ? `, was ${renderHtmlCode(cutText(basePath, maxPath))}` : '';
  const title = titleOf(prompt);
  const name = isNamed && title !== id ? ` · ${renderHtmlCode(cutText(id, maxPath))}` : '';
  const facts = escapeHtml(listChangeFacts(prompt).join(', '));
  const summary = `What changed in ${renderHtmlCode(cutText(title, maxPath))}${name}${was} (${facts})`;
  const body = changes === null ? 'Only its path.' : renderChanges(report, changes, room);
  return renderFold(summary, [describeGuesses(prompt), body].filter((part) => part !== '').join('\n\n'));
}

/** How the file is read where it does not say so itself. */
function describeGuesses({ guesses }: PromptReport): string {
  return guesses.map((guess) => `- ${renderProse(cutText(renderProblem(guess), maxGuess))}`).join('\n');
}

function renderChanges(report: Report, changes: PromptChanges, room: PromptRoom): string {
  const { messages, settings, variables, typical } = changes;
  const parts = [
    renderMessages(messages, room.lines),
    renderSettings(report, settings, room.items),
    limit(describeVariables(variables), room.items, 'more sentence')
      .map((sentence) => `- ${renderProse(cutText(sentence, maxSentence))}`)
      .join('\n'),
    typical === null || !room.typical
      ? ''
      : renderFold(
          `As the case ${renderHtmlCode(cutText(typical.case, 80))} sends it`,
          renderMessages(typical.messages, room.lines),
        ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One block: each message under a line that says what happened to it. */
function renderMessages({ shown, more }: Part<MessageChange>, most: number): string {
  if (shown.length === 0) return '';
  const lines = shown.flatMap((message): readonly DiffLine[] => [
    { kind: 'gap', text: describeMessage(message) },
    ...message.lines,
  ]);
  const text = limit(renderDiffLines(lines).split('\n'), most, 'more line', (words) => `@@ ${words} @@`);
  const rest = more === 0 ? [] : [`@@ ${count(more, 'more message')} @@`];
  return renderFence([...text, ...rest].join('\n'), 'diff');
}

function renderSettings(report: Report, { shown, more }: Part<SettingChange>, most: number): string {
  if (shown.length === 0) return '';
  const cell = (value: string | null) => (value === null ? unknown : escapeInline(value));
  const rows = shown
    .slice(0, most)
    .map(({ path, before, after }) => `| ${cell(path).replaceAll('.', mayBreak)} | ${cell(before)} | ${cell(after)} |`);
  const left = more + shown.length - rows.length;
  const rest = left === 0 ? [] : [`| ${formatCount(left)} more | | |`];
  const header = `| setting | ${cell(nameSide(report.base, 'baseline'))} | ${cell(nameSide(report.head, 'candidate'))} |`;
  return [header, '| :- | :- | :- |', ...rows, ...rest].join('\n');
}

/** The first of some lines, and one that counts the others. */
function limit(
  lines: readonly string[],
  most: number,
  noun: string,
  say: (words: string) => string = (words) => `${words}.`,
): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), say(count(lines.length - most, noun))];
}
