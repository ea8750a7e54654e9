import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/terminal/flag-words.ts
var inputs = /the input (["`]?)(base-url|cases|config)\1/g;
var whoSettles = /: whoever may write here sets it on this head/g;
var settleLabel = /set the label (`)prompt-assay:settle\1 on this head/g;
var settles = /the label (`)prompt-assay:settle\1 may settle it, once/gi;
var keys = /the input (["`]?)api-key\1 or /g;
function nameFlags(text) {
  return text.replace(inputs, "--$2").replace(keys, "").replace(settles, "$1--settle$1 may settle it").replace(settleLabel, "run it with $1--settle$1").replace(whoSettles, "");
}
function nameFlagsIn(problems) {
  return problems.map((problem) => ({
    ...problem,
    message: nameFlags(problem.message),
    hint: nameFlags(problem.hint)
  }));
}
function reportInFlags(report) {
  return {
    ...report,
    title: nameFlags(report.title),
    reasons: report.reasons.map(nameFlags),
    details: report.details.map(nameFlags),
    notices: report.notices.map(nameFlags),
    notes: report.notes.map(nameFlags),
    errors: nameFlagsIn(report.errors),
    warnings: nameFlagsIn(report.warnings)
  };
}

export {
  nameFlagsIn,
  reportInFlags
};
