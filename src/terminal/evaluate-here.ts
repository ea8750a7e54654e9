import { join } from 'node:path';
import { writeResults } from '../adapters/files/write-results.ts';
import type { LocalGit } from '../adapters/git/local-git.ts';
import { noOtherRuns } from '../conclude/other-runs.ts';
import { buildPage } from '../conclude/page.ts';
import { renderResultFiles } from '../conclude/result-files.ts';
import { buildFailedReport } from '../conclude/short-reports.ts';
import { namesEndpoint } from '../config/base-url.ts';
import { UserError } from '../errors.ts';
import { acceptNames, listNames } from '../gate/acceptance.ts';
import { evaluate } from '../pipeline/evaluate.ts';
import type { EvaluateRequest, EvaluateResult } from '../pipeline/evaluate-request.ts';
import type { Origin } from '../pipeline/origin.ts';
import type { Log } from '../ports.ts';
import { renderTerminal } from '../report/console/terminal.ts';
import { redactReport } from '../report/redact.ts';
import type { Report } from '../report/report.ts';
import { exitCodeOf, gateExitCodes } from '../report/result-document.ts';
import { explainAcceptance, nameGround } from '../report/words/ground-words.ts';
import { count } from '../text/prose.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type FlagTable, type Io, listFlag, type Outcome, textFlag } from './command.ts';
import { reportInFlags } from './flag-words.ts';
import { integerFlag } from './flags.ts';
import { formatFailure, formatFlag, localComment, readFormat, renderFormat } from './format.ts';
import { inLocalWorld } from './local-world.ts';
import { configFlag, endpointFlags, keptAnswerFlags } from './model-flags.ts';
import { clearOwnReport, openPage } from './open-page.ts';

/** The flags of every command that evaluates a change. */
export const evaluateFlags: FlagTable = {
  base: {
    value: 'REF',
    help: 'what it would be merged into (default: origin/HEAD, else main, else master)',
  },
  head: { value: 'REF', help: 'evaluate this ref in place of the working tree' },
  ...configFlag,
  report: {
    value: 'DIR',
    help: 'write comment.md, report.html, results.json, scores.jsonl, outputs.jsonl, calls.jsonl, junit.xml',
  },
  open: { help: 'open report.html in the browser; without --report it is in this clone, in .git/prompt-assay/report' },
  ...endpointFlags,
  accept: {
    value: 'NAME',
    isRepeatable: true,
    help: 'take as given here what the pull request needs accept for: a dataset, prompt or column (repeatable)',
  },
  cases: { value: 'N', help: 'at most N cases a suite' },
  ...keptAnswerFlags,
  ...formatFlag,
  json: { help: 'print the report as JSON' },
};

/** What such a command prints where it failed before it had a result. */
export const evaluateFailure: Pick<Command, 'buildFailure' | 'formatFailure'> = {
  buildFailure: buildFailedReport,
  formatFailure,
};

/** Evaluates the change of this clone; `origin` says where its outputs come from. The outcome is that of the verdict, and `finish` may add to it. */
export async function evaluateHere(
  flags: Flags,
  io: Io,
  origin: (git: LocalGit, request: EvaluateRequest) => Promise<Origin>,
  finish: (result: EvaluateResult, outcome: Outcome) => Promise<Outcome> = async (_result, outcome) => outcome,
): Promise<Outcome> {
  const format = readFormat(flags);
  return inLocalWorld(flags, io, 'answers', async (world, git) => {
    const folder = textFlag(flags, 'report') ?? (flags.open === true ? await clearOwnReport(git) : null);
    // A folder that cannot be made is said before anything is paid for.
    if (folder !== null) await writeResults(folder, new Map());
    const request = await buildRequest(flags, git, io, world.log);
    const evaluated = await evaluate(world, request, await origin(git, request));
    const result = { ...evaluated, report: reportInFlags(evaluated.report) };
    const files = folder === null ? [] : await writeResults(folder, await renderResultFiles(result, localComment));
    const { report } = result;
    const words = [...explainCache(report), ...explainWords(report, listFlag(flags, 'accept'))].join('');
    if (flags.json === true) io.err(words);
    if (flags.open === true && folder !== null) io.err(`${await openPage(join(folder, 'report.html'), io.env)}\n`);
    const text = `${renderTerminal(report, { colour: io.colour, files })}${words}`;
    const formatted = format === null ? null : await renderFormat(format, report, buildPage(result));
    const exitCode = exitCodeOf(gateExitCodes, report);
    return finish(result, { document: redactReport(report), text, formatted, exitCode });
  });
}

function explainCache({ cacheHits }: Report): readonly string[] {
  return cacheHits === 0 ? [] : [`${count(cacheHits, 'answer')} came from the cache; --no-cache draws anew\n`];
}

/** What was taken as given, and what the pull request will need a person for. */
function explainWords({ grounds }: Report, names: readonly string[]): readonly string[] {
  const acceptance = acceptNames('--accept', names);
  const given = explainAcceptance(acceptance, grounds);
  const known = new Set(grounds.flatMap(listNames));
  const open = grounds.filter((ground) => listNames(ground).length > 0 && !acceptance.covers(ground));
  return [
    ...(given === null ? [] : [`Taken as given, ${given}.\n`]),
    ...names.filter((name) => !known.has(name)).map((name) => `--accept ${name}: nothing of this name needs it.\n`),
    ...open.map(
      (ground) => `Needs accept on the pull request: ${nameGround(ground)} (here: --accept ${listNames(ground)[0]}).\n`,
    ),
  ];
}

async function buildRequest(flags: Flags, git: LocalGit, io: Io, log: Log): Promise<EvaluateRequest> {
  const forgets = ['fresh', 'no-cache'].find((name) => flags[name] === true);
  if (flags.settle === true && forgets !== undefined) {
    throw UserError.of(`--settle keeps what was drawn, and --${forgets} leaves it aside.`, 'Give one of the two.');
  }
  const [baseRef, headRef] = [textFlag(flags, 'base'), textFlag(flags, 'head')];
  const { base, candidate, tip, note } = await git.readSides(baseRef, headRef);
  log.info(note);
  return {
    base: { label: baseRef ?? 'base', tree: base },
    candidate: { label: headRef ?? 'working tree', tree: candidate },
    decidingTree: tip,
    defaultTree: tip,
    configPath: await findConfigPath(flags, git),
    namesEndpoint: namesEndpoint(textFlag(flags, 'base-url'), io.env.OPENAI_BASE_URL) || flags.replay !== undefined,
    caseLimit: integerFlag(flags, 'cases', 1, 1_000_000),
    fresh: flags.fresh === true,
    dryRun: flags['dry-run'] === true,
    onNoKey: 'block',
    hear: async () => ({
      acceptance: acceptNames('--accept', listFlag(flags, 'accept')),
      blockedCalls: null,
      settles: flags.settle === true ? 'known-answers' : null,
    }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce:
      headRef === null
        ? null
        : `prompt-assay run --base ${tip.commit.slice(0, 12)} --head ${candidate.commit.slice(0, 12)}`,
    runUrl: null,
    github: null,
  };
}
