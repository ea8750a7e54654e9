import type { CommentFacts } from '../conclude/result-files.ts';
import { buildFailedReport } from '../conclude/short-reports.ts';
import { type Problem, UserError } from '../errors.ts';
import type { PageRun } from '../report/page/page-run.ts';
import { renderers } from '../report/renderers.ts';
import type { Report } from '../report/report.ts';
import { listKnown, quoteName, suggestName } from '../text/problems.ts';
import { type Flags, type FlagTable, textFlag } from './command.ts';

/** One of the formats that a report can be printed in. */
export type Format = keyof typeof renderers;

const names = Object.keys(renderers);

/** The flag of commands that end in a report. */
export const formatFlag = {
  format: { value: 'NAME', help: `print the report as ${names.join(', ')}` },
} as const satisfies FlagTable;

/** A comment that nobody keeps a record in. */
export const localComment: CommentFacts = { commentKey: 'local', record: null };

/** The format that is asked for, or null; throws a UserError for one that is not known, and beside `--json`. */
export function readFormat(flags: Flags): Format | null {
  const name = textFlag(flags, 'format');
  if (name === null) return null;
  if (!isFormat(name)) {
    const near = suggestName(name, names);
    const hint = near === null ? listKnown(names) : `Did you mean "${near}"? ${listKnown(names)}`;
    throw UserError.of(`There is no format ${quoteName(name)}.`, hint);
  }
  if (flags.json !== true) return name;
  throw UserError.of(
    '--json and --format each print a document.',
    'Give one of the two; --format json is results.json.',
  );
}

/** A report in a format; `page` is what the HTML page has beside it. */
export async function renderFormat(format: Format, report: Report, page: PageRun): Promise<string> {
  const text = await renderers[format].render(report, { ...localComment, page });
  return typeof text === 'string' ? text : [...text].join('');
}

/** What a failed command line prints in the format that it asks for, null where it asks for none that is known: a report of the mistakes. */
export async function formatFailure(problems: readonly Problem[], args: readonly string[]): Promise<string | null> {
  const format = findFormat(args);
  return format === null ? null : renderFormat(format, buildFailedReport(problems), { cases: [], changes: [] });
}

/** The line may be one that cannot be read; the last name counts. */
function findFormat(args: readonly string[]): Format | null {
  const given = args.flatMap((arg, index) => {
    if (arg.startsWith('--format=')) return [arg.slice('--format='.length)];
    return arg === '--format' ? [args[index + 1] ?? ''] : [];
  });
  const name = given.at(-1) ?? '';
  return isFormat(name) ? name : null;
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(renderers, name);
}
