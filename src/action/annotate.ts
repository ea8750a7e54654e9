import * as core from '@actions/core';
import { renderLogText } from '../adapters/actions/log.ts';
import type { Problem } from '../errors.ts';

/** What GitHub shows on the lines of a file; plain text, which may hold anybody's. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string | null;
  readonly path: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly message: string;
}

/** GitHub takes so many of a level from one step. */
export const mostOfLevel = 10;

/** Shows problems on the files where they stand, and what else is said of lines; GitHub takes ten annotations of a level from a step. */
export function annotate(problems: readonly Problem[], others: readonly Annotation[] = []): void {
  const mistakes = problems.flatMap(({ path, line, message, hint }): readonly Annotation[] => {
    if (path === null) return [];
    const place = { path, ...(line !== null && { startLine: line }) };
    return [{ level: 'error', title: null, message: `${message} ${hint}`, ...place }];
  });
  const levels = { error: core.error, warning: core.warning };
  for (const [level, show] of Object.entries(levels)) {
    const own = [...mistakes, ...others].filter((one) => one.level === level);
    for (const { title, path: file, message, startLine, endLine } of own.slice(0, mostOfLevel)) {
      const lines = { ...(startLine && { startLine }), ...(endLine && { endLine }) };
      show(renderLogText(message), { file, ...(title !== null && { title: renderLogText(title) }), ...lines });
    }
  }
}
