import type { Problem } from '../errors.ts';
import type { Report } from '../report/report.ts';

const inputs = /the input (["`]?)(base-url|cases|config)\1/g;
const whoSettles = /: whoever may write here sets it on this head/g;
const settleLabel = /set the label (`)prompt-assay:settle\1 on this head/g;
const settles = /the label (`)prompt-assay:settle\1 may settle it, once/gi;
/** The terminal takes keys from the environment alone. */
const keys = /the input (["`]?)api-key\1 or /g;

/** What the engine says of the action's inputs, in a terminal's own words: its flags. */
export function nameFlags(text: string): string {
  return text
    .replace(inputs, '--$2')
    .replace(keys, '')
    .replace(settles, '$1--settle$1 may settle it')
    .replace(settleLabel, 'run it with $1--settle$1')
    .replace(whoSettles, '');
}

/** Mistakes in a terminal's own words. */
export function nameFlagsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    message: nameFlags(problem.message),
    hint: nameFlags(problem.hint),
  }));
}

/** A report in a terminal's own words; what models and files say stays as it is. */
export function reportInFlags(report: Report): Report {
  return {
    ...report,
    title: nameFlags(report.title),
    reasons: report.reasons.map(nameFlags),
    details: report.details.map(nameFlags),
    notices: report.notices.map(nameFlags),
    notes: report.notes.map(nameFlags),
    errors: nameFlagsIn(report.errors),
    warnings: nameFlagsIn(report.warnings),
  };
}
