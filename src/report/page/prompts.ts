import { count } from '../../text/prose.ts';
import { type DiffLine, findOwnChanges, pairLines } from '../diff/clip-diff.ts';
import type { Span } from '../diff/text-diff.ts';
import type { MessageChange, Part, PromptChanges, SettingChange } from '../prompt-changes.ts';
import type { PromptReport } from '../prompt-report.ts';
import type { Report } from '../report.ts';
import { nameSide } from '../words/grouping.ts';
import { formatCount, unknown } from '../words/numbers.ts';
import { describeMessage, describeVariables, listChangeFacts, titleOf } from '../words/prompt-words.ts';
import { fold, list, table, text } from './parts.ts';

/** What changed in each prompt, and the messages that a typical case sends; the words that differ stand out. */
export function renderHtmlPrompts(report: Report): string {
  const prompts = report.suites.flatMap((suite) => suite.prompts);
  const changed = prompts.filter(({ changes }) => changes !== null);
  return prompts.map((prompt) => renderPrompt(report, prompt, changed.length === 1)).join('');
}

function renderPrompt(report: Report, prompt: PromptReport, isOpen: boolean): string {
  const { change, changes } = prompt;
  const name = `<code>${text(titleOf(prompt))}</code> ${change}`;
  if (changes === null) return `<p>${name}</p>`;
  const facts = text(listChangeFacts(prompt).join(', '));
  return fold(`${name} <small>${facts}</small>`, renderChanges(report, changes), isOpen);
}

function renderChanges(report: Report, { messages, settings, variables, typical }: PromptChanges): string {
  const sent =
    typical === null
      ? ''
      : fold(`As the case <code>${text(typical.case)}</code> sends it`, renderMessages(typical.messages));
  return `${renderMessages(messages)}${renderSettings(report, settings)}${list(describeVariables(variables))}${sent}`;
}

function renderMessages({ shown, more }: Part<MessageChange>): string {
  const messages = shown.map((message) => {
    const lines = message.lines.length === 0 ? '' : `<div class="diff">${renderLines(message.lines)}</div>`;
    return `<p>${text(describeMessage(message))}</p>${lines}`;
  });
  return messages.join('') + (more === 0 ? '' : `<p>${count(more, 'more message')}</p>`);
}

function renderSettings(report: Report, { shown, more }: Part<SettingChange>): string {
  if (shown.length === 0) return '';
  const cell = (value: string | null) => `<td>${text(value ?? unknown)}</td>`;
  const header = ['setting', nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')].map(text);
  const rows = shown.map(
    ({ path, before, after }) =>
      `<tr><th scope="row">${text(path).replaceAll('.', '.<wbr/>')}</th>${cell(before)}${cell(after)}</tr>`,
  );
  const rest = more === 0 ? '' : `<tr><td colspan="3">${formatCount(more)} more</td></tr>`;
  return table('Settings', header, [...rows, rest]);
}

/** A line beside its partner shows which words differ. */
function renderLines(lines: readonly DiffLine[]): string {
  const partners = pairLines(lines);
  return lines.map((line, place) => renderLine(line, partners.get(place) ?? null)).join('');
}

function renderLine({ kind, text: line }: DiffLine, partner: DiffLine | null): string {
  if (kind === 'gap') return `<small>… ${text(line)} …</small>`;
  if (kind === 'same') return `<span dir="auto">${text(line)}</span>`;
  const words = markSpans(line, partner === null ? [] : findOwnChanges(kind, line, partner.text));
  return kind === 'removed' ? `<del dir="auto">${words}</del>` : `<ins dir="auto">${words}</ins>`;
}

function markSpans(line: string, spans: readonly Span[]): string {
  let shown = '';
  let place = 0;
  for (const [start, end] of spans.filter(([start, end]) => start < end)) {
    shown += `${text(line.slice(place, start))}<mark>${text(line.slice(start, end))}</mark>`;
    place = end;
  }
  return shown + text(line.slice(place));
}
