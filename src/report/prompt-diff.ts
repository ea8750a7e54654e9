import { count } from '../text/prose.ts';
import { wrapLine } from './diff-block.ts';
import { cutText, escapeHtml, renderFence, renderHtmlCode } from './escape.ts';
import { renderFold } from './fold.ts';
import type { PromptReport, Report } from './report.ts';

const maxLineLength = 2000;
const maxPath = 200;

/** What changed in each prompt, folded; at most `maxLines` lines of a diff are shown. Empty where no prompt differs. */
export function renderPromptDiffs(report: Report, maxLines: number): string {
  const prompts = report.suites.flatMap((suite) => suite.prompts);
  return [...new Map(prompts.map((prompt) => [prompt.path, prompt])).values()]
    .filter(({ diff, change }) => diff.length > 0 || change === 'renamed')
    .map((prompt) => renderPromptDiff(prompt, maxLines))
    .join('\n');
}

/** Lines added and removed; the two header lines of a unified diff are none. */
function countDiffLines(diff: readonly string[]): { readonly added: number; readonly removed: number } {
  const lines = /^---/.test(diff[0] ?? '') && /^\+\+\+/.test(diff[1] ?? '') ? diff.slice(2) : diff;
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { added: count('+'), removed: count('-') };
}

function renderPromptDiff(prompt: PromptReport, maxLines: number): string {
  const { added, removed } = countDiffLines(prompt.diff);
  const facts = [
    prompt.diff.length === 0 ? 'same text' : describeLines(added, removed),
    describeTokens(prompt),
    describeModel(prompt),
  ].filter((fact) => fact !== '');
  const isMoved = prompt.basePath !== null && prompt.basePath !== prompt.path;
  const was = isMoved ? `, was ${renderHtmlCode(cutText(prompt.basePath ?? '', maxPath))}` : '';
  const summary = `What changed in ${renderHtmlCode(cutText(prompt.path, maxPath))}${was} (${facts.join(', ')})`;
  const lines = prompt.diff.slice(0, maxLines).flatMap(wrapDiffLine);
  if (prompt.diff.length > maxLines) lines.push(`@@ ${count(prompt.diff.length - maxLines, 'more line')} @@`);
  return renderFold(summary, lines.length === 0 ? 'Only its path.' : renderFence(lines.join('\n'), 'diff'));
}

function describeLines(added: number, removed: number): string {
  if (removed === 0) return `+${count(added, 'line')}`;
  return added === 0 ? `−${count(removed, 'line')}` : `+${added} −${removed} lines`;
}

/** A long line goes on below with the same sign; the header of a hunk stays as it is. */
function wrapDiffLine(line: string): readonly string[] {
  if (line.startsWith('@@')) return [line];
  return wrapLine(cutText(line.slice(1), maxLineLength)).map((piece) => `${line.slice(0, 1)} ${piece}`.trimEnd());
}

function describeTokens({ tokensDelta }: PromptReport): string {
  if (tokensDelta === null || tokensDelta === 0) return '';
  return `about ${tokensDelta < 0 ? '−' : '+'}${count(Math.abs(tokensDelta), 'token')}`;
}

function describeModel({ baseline, candidate }: PromptReport): string {
  if (baseline === null || candidate === null) return '';
  return baseline.model === candidate.model
    ? 'same model'
    : escapeHtml(`model ${cutText(baseline.model, 80)} → ${cutText(candidate.model, 80)}`);
}
