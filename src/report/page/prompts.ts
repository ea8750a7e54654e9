import { count } from '../../text/prose.ts';
import { type DiffLine, findOwnChanges, pairLines } from '../diff/clip-diff.ts';
import type { Span } from '../diff/text-diff.ts';
import type { MessageChange, Part, PromptChanges, SettingChange } from '../prompt-changes.ts';
import type { PromptReport } from '../prompt-report.ts';
import type { Report } from '../report.ts';
import { nameSide } from '../words/grouping.ts';
import { formatCount, unknown } from '../words/numbers.ts';
import { describeMessage, describeVariables, listChangeFacts, titleOf } from '../words/prompt-words.ts';
import { block, list, text } from './parts.ts';

/** What changed in each prompt, and the messages that a typical case sends; the words that differ stand out. */
export function renderHtmlPrompts(report: Report): string {
  return report.suites.flatMap(({ prompts }) => prompts.map((prompt) => renderPrompt(report, prompt))).join('');
}

function renderPrompt(report: Report, prompt: PromptReport): string {
  const { change, changes } = prompt;
  const name = `<code>${text(titleOf(prompt))}</code>: ${change}`;
  if (changes === null) return `<p>${name}</p>`;
  const facts = text(listChangeFacts(prompt).join(', '));
  return `<details><summary>${name} (${facts})</summary>${renderChanges(report, changes)}</details>`;
}

function renderChanges(report: Report, { messages, settings, variables, typical }: PromptChanges): string {
  const sent =
    typical === null
      ? ''
      : `<details><summary>As the case <code>${text(typical.case)}</code> sends it</summary>${renderMessages(typical.messages)}</details>`;
  return `${renderMessages(messages)}${renderSettings(report, settings)}${list(describeVariables(variables))}${sent}`;
}

function renderMessages({ shown, more }: Part<MessageChange>): string {
  const messages = shown.map((message) => {
    const lines = message.lines.length === 0 ? '' : block(renderLines(message.lines));
    return `<p>${text(describeMessage(message))}</p>${lines}`;
  });
  return messages.join('') + (more === 0 ? '' : `<p>${count(more, 'more message')}</p>`);
}

function renderSettings(report: Report, { shown, more }: Part<SettingChange>): string {
  if (shown.length === 0) return '';
  const cell = (value: string | null) => `<td>${text(value ?? unknown)}</td>`;
  const header = ['', nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')];
  const rows = shown.map(
    ({ path, before, after }) =>
      `<tr><th scope="row">${text(path).replaceAll('.', '.<wbr/>')}</th>${cell(before)}${cell(after)}</tr>`,
  );
  const rest = more === 0 ? '' : `<tr><td colspan="3">${formatCount(more)} more</td></tr>`;
  return `<section class="scroll" tabindex="0" aria-label="Settings"><table><thead><tr>${header.map((name) => `<th scope="col">${text(name)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}${rest}</tbody></table></section>`;
}

/** A line beside its partner shows which words differ. */
function renderLines(lines: readonly DiffLine[]): string {
  const partners = pairLines(lines);
  return lines.map((line, place) => renderLine(line, partners.get(place) ?? null)).join('\n');
}

function renderLine({ kind, text: line }: DiffLine, partner: DiffLine | null): string {
  if (kind === 'gap') return `<small>… ${text(line)} …</small>`;
  if (kind === 'same') return text(`  ${line}`);
  const words = markSpans(line, partner === null ? [] : findOwnChanges(kind, line, partner.text));
  return kind === 'removed' ? `<del>- ${words}</del>` : `<ins>+ ${words}</ins>`;
}

function markSpans(line: string, spans: readonly Span[]): string {
  let shown = '';
  let place = 0;
  for (const [start, end] of spans.filter(([start, end]) => start < end)) {
    shown += `${text(line.slice(place, start))}<b>${text(line.slice(start, end))}</b>`;
    place = end;
  }
  return shown + text(line.slice(place));
}
